import type { WhereUsedView } from '../../../shared/designs/listViews.ts';
import type { ViewsReader } from '../../views/reader.ts';
import type { PinRow } from '../tables.ts';
import { bounded } from './bounded.ts';
import { fromTheTop, revisionNamed } from './pinned.ts';

/** Pins that are followed upwards, and uses that are told. */
const MOST_PINS = 100_000;
const MOST_USES = 500;

/** Every pin on the way from any revision up to the design's own, each once; `cross join` as in pinned.ts. */
const ABOVE = `with recursive above (version) as (
  select pinning from designPins where pinnedDesign = ?1
  union select pinning from above cross join designPins on pinned = version)
  select pinning, pinned, pinnedDesign, pinnedRevision, quantity + standing as quantity from designPins where pinnedDesign = ?1
  union all select pinning, pinned, pinnedDesign, pinnedRevision, quantity + standing from above cross join designPins on pinned = version where pinnedDesign <> ?1
  limit ${MOST_PINS}`;

const pinColumns = {
  pinning: 'text',
  pinned: 'text',
  pinnedDesign: 'text',
  pinnedRevision: 'integer',
  quantity: 'real',
} as const;
type Pin = Pick<PinRow, keyof typeof pinColumns>;

const newestOf = { designId: 'text', latest: 'integer', title: 'text' } as const;
const OF_DESIGNS = `select designId, latest, title from designs
  where designId in (select value from json_each(?))`;

/** How many of a revision are in one of something, and how many levels down the nearest is. */
interface Use {
  quantity: number;
  level: number;
}

/**
 * Designs whose newest revision uses this one, at any level and whichever of its revisions; the nearest first. A design
 * that pins an older revision of a module uses what that revision used.
 */
export function whereUsed(views: ViewsReader, designId: string): WhereUsedView {
  const rows = views.ask(pinColumns, ABOVE, designId);
  const pins = Map.groupBy(rows, ({ pinning }) => pinning);
  const uses = usesOf(pins, designId);
  const users = new Set([...uses.keys()].map((version) => revisionNamed(version).designId));
  users.delete(designId);
  const newest = views.ask(newestOf, OF_DESIGNS, JSON.stringify([...users]));
  const found = newest.flatMap(({ designId: user, latest, title }) => {
    const by = { designId: user, revision: latest, title, latest };
    const used = [...(uses.get(`${user}:${latest}`) ?? [])];
    return used.map(([revision, { quantity, level }]) => ({ by, revision, quantity, level }));
  });
  found.sort(
    (one, other) =>
      one.level - other.level || compare(one.by.title, other.by.title) || other.revision - one.revision,
  );
  return {
    uses: found.slice(0, MOST_USES),
    cut: found.length > MOST_USES || rows.length >= MOST_PINS,
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** For each version, how it uses which revisions of the design. */
function usesOf(pins: ReadonlyMap<string, readonly Pin[]>, designId: string): Map<string, Map<number, Use>> {
  const uses = new Map<string, Map<number, Use>>();
  for (const version of fromTheTop(pins, pins.keys()).reverse()) {
    const own = pins.get(version);
    if (own) uses.set(version, usesIn(own, uses, designId));
  }
  return uses;
}

function usesIn(
  own: readonly Pin[],
  uses: ReadonlyMap<string, ReadonlyMap<number, Use>>,
  designId: string,
): Map<number, Use> {
  const found = new Map<number, Use>();
  const add = (revision: number, quantity: number, level: number) => {
    const known = found.get(revision);
    if (!known) found.set(revision, { quantity: bounded(quantity), level });
    else {
      known.quantity = bounded(known.quantity + quantity);
      known.level = Math.min(known.level, level);
    }
  };
  for (const { pinned, pinnedDesign, pinnedRevision, quantity } of own) {
    if (pinnedDesign === designId) add(pinnedRevision, quantity, 1);
    for (const [revision, below] of uses.get(pinned) ?? []) {
      add(revision, quantity * below.quantity, below.level + 1);
    }
  }
  return found;
}
