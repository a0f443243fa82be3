import type { Unsent } from './unsent.ts';

type Placed = Pick<Unsent, 'place' | 'account' | 'path' | 'refusal'>;

/** What is told of one thing is told in its order: what comes later rests on what came before. */
const thingOf = (path: string): string | null => /^\/api\/things\/([^/]+)\//.exec(path)?.[1] ?? null;

/** The refused one that this waits behind: of the same thing, and told before it. Null where none is. */
export function behindRefused<Row extends Placed>(row: Placed, all: readonly Row[]): Row | null {
  const thing = thingOf(row.path);
  if (thing === null) return null;
  const isBefore = (other: Row) =>
    other.refusal !== null &&
    other.place < row.place &&
    other.account === row.account &&
    thingOf(other.path) === thing;
  return all.find(isBefore) ?? null;
}

/**
 * What waits, after another one has been taken at this revision of the thing. Where both were written on the same sight
 * of it, and nothing of anybody else came between, it is the newer one that this changes.
 */
export function newerFor<Row extends Pick<Unsent, 'path' | 'ifMatch'>>(
  row: Row,
  taken: Pick<Unsent, 'path'>,
  revision: number | null,
): Row {
  const isSame = thingOf(row.path) !== null && thingOf(row.path) === thingOf(taken.path);
  return isSame && revision !== null && row.ifMatch === revision - 1 ? { ...row, ifMatch: revision } : row;
}
