import { applyChanges } from '../../../shared/designs/applying.ts';
import {
  type ContentChange,
  type ContentConflict,
  entriesOf,
  idOfEntry,
  isSame,
  keyedLists,
} from '../../../shared/designs/changes.ts';
import { type DesignContent, type DraftContent, draftContent } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import { readContent, type Saving } from './saving.ts';

/**
 * A draft brought onto a newer revision than it was begun from: what came with that revision is in it, and where both
 * changed the same the draft's side stands. Each such change is told with what the newer revision says there.
 */
export function caughtUp(base: DesignContent, draft: DraftContent, newest: DesignContent): Saving {
  const own = changesBetween(base, draft).filter(({ kind }) => kind !== 'move');
  // The words about a revision are its own.
  const onto: DraftContent = { ...newest, changes: base.changes };
  const conflicts: ContentConflict[] = applyChanges(onto, own).conflicts;
  const forced = applyChanges(onto, changesBetween(base, draft), () => true);
  const restored = applyChanges(
    forced.content,
    forced.conflicts.flatMap(({ change }) => entryBack(draft, change)),
  );
  const read = readContent(draftContent, restored.content);
  if ('mistakes' in read) return { outcome: 'mistaken', mistakes: read.mistakes };
  return { outcome: 'saved', content: read.content, conflicts, changed: !isSame(read.content, draft) };
}

/** Where the newer revision has struck out an entry that the draft changed, it comes back as the draft has it. */
function entryBack(draft: DraftContent, change: ContentChange): ContentChange[] {
  if (change.kind !== 'set') return [];
  const [first, id] = change.at;
  const list = keyedLists.find((name) => name === first);
  if (list === undefined || id === undefined) return [];
  const entries = entriesOf(draft, list);
  const index = entries.findIndex((entry) => idOfEntry(list, entry) === id);
  const [value, before] = [entries[index], entries[index - 1]];
  if (value === undefined) return [];
  return [{ kind: 'add', list, id, value, after: before === undefined ? null : idOfEntry(list, before) }];
}
