import type { Objection } from '../../shared/bookings/rules.ts';
import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { derivedId } from '../commands/identity.ts';
import { exact, MOST, NOTHING_LEFT } from './amounts.ts';
import type { CountStock, StockFacts } from './commandTypes.ts';
import { MOST_LOTS, reckonedLot } from './receiving.ts';
import { type KeptLot, type OpenedStock, sumOf } from './state.ts';
import { objectionsToTime } from './when.ts';

const plain = ({ since: _, received: __, ...lot }: KeptLot): StockLot => lot;

/** What lay there at an instant, as far as it is written down: what came later is gone, what was taken later is back. */
function lotsAt(state: OpenedStock, at: number): KeptLot[] {
  const lots = new Map(state.lots.filter(({ since }) => since <= at).map((lot) => [lot.lotId, lot]));
  for (const taking of state.takings) {
    if (taking.at <= at) continue;
    for (const take of taking.takes) {
      const there = lots.get(take.lotId);
      const amount = exact((there?.amount ?? 0) + take.amount);
      lots.set(take.lotId, { ...(there ?? { ...take, since: at, received: null }), amount });
    }
  }
  return [...lots.values()];
}

/** What was counted, without what has been taken since, and with what has come since. */
function ledToNow(counted: readonly StockLot[], state: OpenedStock, at: number): StockLot[] {
  const takes = state.takings.filter((taking) => taking.at > at).flatMap((taking) => taking.takes);
  const left = counted.flatMap((lot) => {
    const since = sumOf(takes.filter(({ lotId }) => lotId === lot.lotId));
    const amount = exact(lot.amount - since);
    return amount > NOTHING_LEFT ? [{ ...lot, amount }] : [];
  });
  const came = state.lots
    .filter(({ since, lotId }) => since > at && !counted.some((lot) => lot.lotId === lotId))
    .map(plain);
  return [...left, ...came];
}

/** One amount for all that lies there: less of the oldest, or more than anybody knew of. */
function spread(total: number, lots: readonly KeptLot[], countId: string): StockLot[] | Objection {
  const known = sumOf(lots);
  const recorded = lots.map(plain);
  if (Math.abs(known - total) <= NOTHING_LEFT) return recorded;
  if (lots.some(({ pieceLength }) => pieceLength !== null)) {
    return { rule: 'sayPieces', message: 'It lies there in pieces: say how many of which length.' };
  }
  if (total > known) {
    const lotId = derivedId(countId, 'lot');
    const amount = exact(total - known);
    return [...recorded, { lotId, amount, pieceLength: null, source: 'counted', price: null, supplier: '' }];
  }
  let gone = exact(known - total);
  return recorded.flatMap((lot) => {
    const less = Math.min(gone, lot.amount);
    gone = exact(gone - less);
    const amount = exact(lot.amount - less);
    return amount > NOTHING_LEFT ? [{ ...lot, amount }] : [];
  });
}

/** What really lies there. A count is a fact: it is taken whatever was recorded or reserved. */
export function count(command: CountStock, state: OpenedStock, { now }: StockFacts): Decision<StockEvent> {
  const { countId, at, by } = command;
  const { unit } = state.description;
  const objections = objectionsToTime(at, now);
  const instant = Date.parse(at);
  const then = lotsAt(state, instant);
  const counted: StockLot[] = [];
  const [only, ...others] = command.lots;
  const isAll = only && others.length === 0 && only.amount !== undefined && only.lotId === undefined;

  for (const [index, lot] of command.lots.entries()) {
    const { amount = null, pieces = null, source, price, supplier } = lot;
    const reckoned = reckonedLot({ amount, pieces }, unit);
    if (reckoned.objection) {
      objections.push(reckoned.objection);
      continue;
    }
    if (isAll) {
      const all = spread(reckoned.amount, then, countId);
      if ('rule' in all) objections.push(all);
      else counted.push(...all);
      continue;
    }
    const lotId = lot.lotId ?? derivedId(countId, `lot ${index}`);
    if (counted.some((one) => one.lotId === lotId)) {
      objections.push({ rule: 'twice', message: 'One lot is counted twice.' });
      continue;
    }
    const before = then.find((one) => one.lotId === lotId);
    counted.push({
      lotId,
      amount: reckoned.amount,
      pieceLength: reckoned.pieceLength,
      source: source ?? before?.source ?? 'counted',
      price: price === undefined ? (before?.price ?? null) : price,
      supplier: supplier ?? before?.supplier ?? '',
    });
  }
  // Somebody has counted it since: that is how it was later, and stays so.
  const isOvertaken = state.countedAt !== null && instant < state.countedAt;
  const lots = isOvertaken ? state.lots.map(plain) : ledToNow(counted, state, instant);
  if (sumOf(lots) > MOST) {
    objections.push({ rule: 'tooMuch', message: 'That is more than any shelf holds.' });
  }
  if (lots.length > MOST_LOTS * 2) {
    const message = 'It lies there in too many lots to tell apart: count them, and say equal ones as one.';
    objections.push({ rule: 'tooManyLots', message });
  }
  const [objection, ...more] = objections;
  if (objection) return refused(objection, ...more);
  const { workshopId, materialId } = state;
  const before = sumOf(state.lots);
  return accepted({
    type: 'StockCounted',
    data: { workshopId, materialId, countId, before, lots, inferred: false, at, by },
  });
}
