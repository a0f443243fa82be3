import { isDerived } from '../../shared/assemblies/lineIds.ts';
import { applyChanges } from '../../shared/designs/applying.ts';
import {
  type ContentChange,
  type ContentConflict,
  entriesOf,
  idOfEntry,
  isSame,
  keyedLists,
  keyOfChange,
} from '../../shared/designs/changes.ts';
import type { DesignContent, DraftContent } from '../../shared/designs/content.ts';
import { changesBetween } from '../../shared/designs/differences.ts';

/** What says something about one revision alone, and never goes over into another lineage. */
const OF_ONE_REVISION = new Set(['format', 'changes', 'version', 'exchange']);

/**
 * What a fork changed since the revision that both have in common, as far as it can be taken over: not the words about
 * its own revision; and nobody who is named there is struck out, nor has to be chosen (see `adopt`).
 */
export function suggestedChanges(base: DesignContent, fork: DesignContent): ContentChange[] {
  return changesBetween(base, fork).filter((change) => {
    if (fork.instances.length > 0 && isOfDerivedLine(change)) return false;
    if (change.kind === 'set') return !OF_ONE_REVISION.has(change.at[0] ?? '');
    return change.list !== 'attributions';
  });
}

/** What people know of a line that follows from the model; all else of it follows anew. */
const KNOWN_OF_DERIVED = new Set(['price', 'note', 'files', 'tracked']);

/** Lines of the model are made anew wherever something is adopted: only what people wrote on them goes over. */
function isOfDerivedLine(change: ContentChange): boolean {
  if (change.kind === 'set') {
    const [list, id = '', field = ''] = change.at;
    return list === 'parts' && isDerived({ id }) && !KNOWN_OF_DERIVED.has(field);
  }
  return change.list === 'parts' && change.kind !== 'add' && isDerived(change);
}

/** Whether a change goes over where everything is taken: a lineage keeps its title unless that is chosen by its key. */
export const isTakenUnasked = (change: ContentChange): boolean => keyOfChange(change) !== 'title';

export interface Adopting {
  base: DesignContent;
  fork: DesignContent;
  /** The newest revision of the lineage. */
  mine: DesignContent;
  /** Keys of the changes that are taken; null: all. */
  chosen: readonly string[] | null;
  /** For changes in conflict, by their keys: whose side stands. */
  sides: Readonly<Record<string, 'mine' | 'theirs'>>;
}

export type Adoption =
  /** The content may break the schema where a part of a whole was taken: parse it. */
  | { outcome: 'content'; content: DraftContent; taken: string[]; whole: boolean }
  /** Conflicts for which no side was chosen. */
  | { outcome: 'undecided'; conflicts: ContentConflict[] }
  /** Keys that name no change of the suggestion. */
  | { outcome: 'unknownChanges'; keys: string[] };

/** The lineage's newest content with what is taken of a fork's changes. */
export function adopt({ base, fork, mine, chosen, sides }: Adopting): Adoption {
  const all = suggestedChanges(base, fork);
  const keys = new Set(all.map(keyOfChange));
  const unknown = chosen?.filter((key) => !keys.has(key)) ?? [];
  if (unknown.length > 0) return { outcome: 'unknownChanges', keys: unknown };
  const wanted = chosen === null ? null : new Set(chosen);
  const picked = all.filter((change) =>
    wanted === null ? isTakenUnasked(change) : wanted.has(keyOfChange(change)),
  );
  const sideOf = new Map(Object.entries(sides));
  const isTheirs = (change: ContentChange) => sideOf.get(keyOfChange(change)) === 'theirs';

  const first = applyChanges(mine, picked, isTheirs);
  const { content, conflicts } = broughtBack(
    first.content,
    first.conflicts.filter(({ change }) => isTheirs(change)),
    fork,
  );
  const left = [...conflicts, ...first.conflicts.filter(({ change }) => !isTheirs(change))];
  const undecided = left.filter(({ change }) => !sideOf.has(keyOfChange(change)));
  if (undecided.length > 0) return { outcome: 'undecided', conflicts: undecided };
  const leftOut = new Set(left.map(({ change }) => keyOfChange(change)));
  const taken = picked.map(keyOfChange).filter((key) => !leftOut.has(key));
  const takenKeys = new Set(taken);
  return {
    outcome: 'content',
    content: withAttributionsOf(content, fork),
    taken,
    whole: all.every((change) => !isTakenUnasked(change) || takenKeys.has(keyOfChange(change))),
  };
}

/** Where theirs is to stand and the entry is gone here, it comes back as the fork has it. */
function broughtBack(
  content: DraftContent,
  conflicts: readonly ContentConflict[],
  fork: DesignContent,
): { content: DraftContent; conflicts: ContentConflict[] } {
  const additions = new Map<string, ContentChange>();
  for (const { change } of conflicts) {
    if (change.kind !== 'set') continue;
    const [first, id] = change.at;
    const list = keyedLists.find((name) => name === first);
    if (list === undefined || id === undefined) continue;
    const entries = entriesOf(fork, list);
    const index = entries.findIndex((entry) => idOfEntry(list, entry) === id);
    const [entry, before] = [entries[index], entries[index - 1]];
    if (entry === undefined) continue;
    const after = before === undefined ? null : idOfEntry(list, before);
    additions.set(`${list}/${id}`, { kind: 'add', list, id, value: entry, after });
  }
  const applied = applyChanges(content, [...additions.values()], () => true);
  const isBack = ({ change }: ContentConflict) =>
    change.kind === 'set' && additions.has(change.at.slice(0, 2).join('/'));
  return { content: applied.content, conflicts: conflicts.filter((each) => !isBack(each)) };
}

/** Whoever is named in the fork is named here too. */
function withAttributionsOf(content: DraftContent, fork: DesignContent): DraftContent {
  const isHere = (one: DesignContent['attributions'][number]) =>
    content.attributions.some(
      (each) => each.id === one.id || isSame({ ...each, id: '' }, { ...one, id: '' }),
    );
  const more = fork.attributions.filter((each) => !isHere(each));
  return more.length === 0 ? content : { ...content, attributions: [...content.attributions, ...more] };
}
