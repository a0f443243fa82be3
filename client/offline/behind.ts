import type { Unsent } from './unsent.ts';

type Placed = Pick<Unsent, 'place' | 'account' | 'path' | 'refusal'>;

const thingOf = (path: string): string | null => /^\/api\/things\/([^/]+)\//.exec(path)?.[1] ?? null;

/** What is told of one thing rests on what was told before; what it looks like rests on nothing. */
const restingOf = (path: string): string | null => (/\/photographs(\/|$)/.test(path) ? null : thingOf(path));

/** The refused one that this waits behind: of the same thing, and told before it. Null where none is. */
export function behindRefused<Row extends Placed>(row: Placed, all: readonly Row[]): Row | null {
  const thing = restingOf(row.path);
  if (thing === null) return null;
  const isBefore = (other: Row) =>
    other.refusal !== null &&
    other.place < row.place &&
    other.account === row.account &&
    restingOf(other.path) === thing;
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
