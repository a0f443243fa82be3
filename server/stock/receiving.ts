import type { Objection } from '../../shared/bookings/rules.ts';
import type { QuantityUnit } from '../../shared/designs/units.ts';
import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { exact, inBase, MOST, pieceLengthOf } from './amounts.ts';
import type { HowMuch, ReceiveStock, StockCommand, StockFacts } from './commandTypes.ts';
import { type OpenedStock, type StockState, sumOf } from './state.ts';
import { objectionsToTime } from './when.ts';

/** Lots of one stock: more of them than that nobody tells apart on a shelf. */
export const MOST_LOTS = 200;

/** What was said to lie there or to come: base units, and the length of each piece. */
export function reckonedLot(
  { amount, pieces }: HowMuch,
  unit: QuantityUnit,
): { amount: number; pieceLength: number | null; objection?: undefined } | { objection: Objection } {
  if (pieces !== null) {
    const length = pieceLengthOf(pieces.length, unit);
    if (length.objection) return length;
    return { amount: exact(pieces.count * length.amount), pieceLength: length.amount };
  }
  if (amount === null) {
    return { objection: { rule: 'howMuch', message: 'Say how much.' } };
  }
  const reckoned = inBase(amount, unit);
  return reckoned.objection ? reckoned : { amount: reckoned.amount, pieceLength: null };
}

/** What comes to the shelf; begins to count it where the command brings the words for it. */
export function receive(
  command: ReceiveStock,
  state: StockState,
  { now, code, buildIsKnown }: StockFacts,
): Decision<StockEvent> {
  const { workshopId, materialId, opening, said, buildId, outOf, from, at, by } = command;
  const description = state.status === 'open' ? state.description : opening;
  if (description === null) return refused({ rule: 'notKept', message: 'This is not kept here.' });
  const objections = said === null ? [] : objectionsToTime(at, now);
  if ((description.lowBelow ?? 0) > MOST) {
    objections.push({ rule: 'tooMuch', message: 'That is more than any shelf holds.' });
  }
  // What a build made is on its way here whatever the views of this server know of it.
  if (said !== null && !buildIsKnown) objections.push({ rule: 'build', message: 'There is no such build.' });
  const known = state.status === 'open' ? state.lots : [];
  // Sent or made elsewhere: the same again is the same.
  const lots: StockLot[] = command.lots.filter(({ lotId }) => !known.some((lot) => lot.lotId === lotId));
  if (said !== null) {
    const reckoned = reckonedLot(said, description.unit);
    if (reckoned.objection) objections.push(reckoned.objection);
    else {
      const { lotId, source, price, supplier } = said;
      const { amount, pieceLength } = reckoned;
      lots.push({ lotId, amount, pieceLength, source, price, supplier });
    }
  }
  if (sumOf(known) + sumOf(lots) > MOST) {
    objections.push({ rule: 'tooMuch', message: 'That is more than any shelf holds.' });
  }
  // What comes from elsewhere has left there: it is written down whatever lies here.
  if (said !== null && known.length + lots.length > MOST_LOTS) {
    const message = 'It lies there in too many lots to tell apart: count them, and say equal ones as one.';
    objections.push({ rule: 'tooManyLots', message });
  }
  const [objection, ...more] = objections;
  if (objection) return refused(objection, ...more);
  const ids = { workshopId, materialId };
  const opened: StockEvent[] =
    state.status === 'open' ? [] : [{ type: 'StockOpened', data: { ...ids, code, description, by } }];
  return accepted(
    ...opened,
    ...lots.map(
      (lot): StockEvent => ({
        type: 'StockReceived',
        data: { ...ids, lot, buildId, outOf, from, inferred: false, at, by },
      }),
    ),
  );
}

/** A receipt that was written down by mistake. */
export function takeBackReceipt(
  { lotId, by }: Extract<StockCommand, { type: 'TakeReceiptBack' }>,
  state: OpenedStock,
): Decision<StockEvent> {
  const lot = state.lots.find((one) => one.lotId === lotId);
  if (!lot || lot.received === null) {
    const message = 'Nothing is left of it, or the shelf was counted since: count it again instead.';
    return refused({ rule: 'countedSince', message });
  }
  if (lot.amount !== lot.received) {
    const message = 'Some of it has been used since: take that back first.';
    return refused({ rule: 'usedSince', message });
  }
  const { workshopId, materialId } = state;
  return accepted({ type: 'ReceiptTakenBack', data: { workshopId, materialId, lotId, by } });
}
