import { type ContentConflict, keyedLists, keyOfChange } from '../../../shared/designs/changes.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { valueAt } from './valueAt.ts';

/**
 * Where somebody removed an entry in which one changed a field, one's own side is the whole entry: kept, it is there
 * again with the change in it.
 * @param mine the content as it stood here; `theirs` as it stands at the server.
 */
export function withGoneEntries(
  conflicts: readonly ContentConflict[],
  mine: DraftContent,
  theirs: DraftContent,
): ContentConflict[] {
  const whole = conflicts.map((conflict): ContentConflict => {
    const { change } = conflict;
    if (change.kind !== 'set' || change.at.length < 2) return conflict;
    const [first = '', id = ''] = change.at;
    const list = keyedLists.find((name) => name === first);
    const value = valueAt(mine, [first, id]);
    if (list === undefined || value === undefined || valueAt(theirs, [first, id]) !== undefined)
      return conflict;
    const after: unknown = Reflect.get(theirs[list].at(-1) ?? {}, list === 'files' ? 'path' : 'id');
    const behind = typeof after === 'string' ? after : null;
    return { change: { kind: 'add', list, id, value, after: behind }, mine: null };
  });
  return [...new Map(whole.map((conflict) => [keyOfChange(conflict.change), conflict])).values()];
}
