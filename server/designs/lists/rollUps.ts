import type { CostSum, RollUp } from '../../../shared/designs/listViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { versionOf } from '../projection.ts';
import { bounded } from './bounded.ts';
import { DistinctCodes } from './kindCodes.ts';
import { addCost, type OwnSums } from './ownList.ts';
import { fromTheTop, type PinsByVersion, pinsBelow } from './pinned.ts';

/** What lists sum up to with their sub-designs; counted as in `OwnSums`. */
interface Sums extends Omit<OwnSums, 'costs'> {
  costs: ReadonlyMap<string, CostSum>;
}

const rowsOf = { version: 'text', sums: 'text', kinds: 'text' } as const;
const OF_VERSIONS = `select version, sums, kinds from designRevisions
  where version in (select value from json_each(?)) and sums is not null`;

/** Six digits after the point are more than any scale or price tells; they hide what floating point adds up to. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
const share = (known: number, all: number): number => (all > 0 ? tidy(Math.min(1, known / all)) : 1);

/**
 * A revision's parts list through all levels. Each list was summed up by itself when it was published; here only
 * the pins are followed. What a withdrawn content held is not counted.
 */
export function rollUpOf(views: ViewsReader, revision: PinnedRevision): RollUp {
  const whole = versionOf(revision);
  const pins = pinsBelow(views, whole);
  const order = fromTheTop(pins, [whole]);
  const own = new Map<string, OwnSums>();
  const kinds = new DistinctCodes();
  let bare = 0;
  for (const row of views.ask(rowsOf, OF_VERSIONS, JSON.stringify(order))) {
    const sums: OwnSums = JSON.parse(row.sums);
    own.set(row.version, sums);
    // A sub-design without a list of its own is one part.
    if (sums.levels === 0 && row.version !== whole) bare++;
    kinds.add(row.kinds);
  }
  const { mass, pieces, massPieces, boughtPieces, costPieces, costs, levels } = summed(order, own, pins);
  return {
    mass: tidy(mass),
    massKnown: share(massPieces, pieces),
    costs: [...costs.values()].map((sum) => ({ ...sum, amount: tidy(sum.amount) })),
    costKnown: share(costPieces, boughtPieces),
    pieces: tidy(pieces),
    kinds: kinds.count + bare,
    levels,
  };
}

const NOTHING: Sums = {
  mass: 0,
  pieces: 0,
  massPieces: 0,
  boughtPieces: 0,
  costPieces: 0,
  costs: new Map(),
  levels: 0,
};

/** @param order from the whole down, as `fromTheTop` says. */
function summed(order: readonly string[], own: ReadonlyMap<string, OwnSums>, pins: PinsByVersion): Sums {
  const total = new Map<string, Sums>();
  for (const version of order.toReversed()) {
    const list = own.get(version);
    if (!list) continue;
    const sums = { ...list };
    const costs = new Map(list.costs.map((sum) => [sum.currency, { ...sum }]));
    for (const { pinned, quantity, massQuantity, costQuantity, level } of pins.get(version) ?? []) {
      const part = total.get(pinned);
      if (!part) continue;
      const isBare = part.levels === 0;
      const pieces = isBare ? 1 : part.pieces;
      sums.mass = bounded(sums.mass + massQuantity * part.mass);
      sums.pieces = bounded(sums.pieces + quantity * pieces);
      sums.massPieces = bounded(
        sums.massPieces + massQuantity * part.massPieces + (quantity - massQuantity) * pieces,
      );
      sums.boughtPieces = bounded(sums.boughtPieces + quantity * part.boughtPieces);
      sums.costPieces = bounded(
        sums.costPieces + costQuantity * part.costPieces + (quantity - costQuantity) * part.boughtPieces,
      );
      for (const cost of part.costs.values()) {
        if (costQuantity > 0) addCost(costs, { ...cost, amount: costQuantity * cost.amount });
      }
      sums.levels = Math.max(sums.levels, level + part.levels);
    }
    total.set(version, { ...sums, costs });
  }
  return total.get(order[0] ?? '') ?? NOTHING;
}
