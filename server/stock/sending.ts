import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import { SAME_LENGTH } from '../../shared/stock/cutting.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { derivedId } from '../commands/identity.ts';
import { amountSaid, exact, NOTHING_LEFT } from './amounts.ts';
import type { SendStock, StockFacts } from './commandTypes.ts';
import { reckonedLot } from './receiving.ts';
import { balanceOf, type KeptLot, type OpenedStock, sumOf } from './state.ts';
import { objectionsToTime } from './when.ts';

/** Lots of one sending: each becomes one receipt over there, in one append. */
const MOST_SENT = 100;

/** To the shelf of another workshop, whose stream receives it by a reaction. What is kept for builds stays. */
export function sendOn(
  command: SendStock,
  state: OpenedStock,
  { now, otherWorkshopExists }: StockFacts,
): Decision<StockEvent> {
  const { workshopId, materialId } = state;
  const { moveId, toWorkshopId, at, by } = command;
  const { unit } = state.description;
  const objections = objectionsToTime(at, now);
  if (toWorkshopId === workshopId) {
    objections.push({ rule: 'there', message: 'It is there already.' });
  } else if (!otherWorkshopExists) {
    objections.push({ rule: 'workshop', message: 'There is no such workshop.' });
  }
  const reckoned = reckonedLot(command, unit);
  if (reckoned.objection) return refused(...objections, reckoned.objection);
  const { amount, pieceLength } = reckoned;
  const isOne = (lot: KeptLot) =>
    pieceLength === null
      ? lot.pieceLength === null
      : lot.pieceLength !== null && Math.abs(lot.pieceLength - pieceLength) <= SAME_LENGTH;
  const candidates = state.lots.filter(isOne);
  const [there, { free }] = [sumOf(candidates), balanceOf(state)];

  const lots: { from: string; lot: KeptLot }[] = [];
  let left = amount;
  for (const lot of candidates) {
    if (left <= NOTHING_LEFT) break;
    // Whole pieces, as they lie there: their length may differ from what was said by less than anybody sees.
    const most = lot.pieceLength === null ? left : Math.round(left / lot.pieceLength) * lot.pieceLength;
    const here = exact(Math.min(most, lot.amount));
    if (here <= 0) break;
    lots.push({ from: lot.lotId, lot: { ...lot, amount: here } });
    left = exact(left - here);
  }
  const sent = sumOf(lots.map(({ lot }) => lot));
  if (sent < amount - SAME_LENGTH * (pieceLength === null ? 0 : amount / pieceLength) - NOTHING_LEFT) {
    const message =
      pieceLength === null && state.lots.some((lot) => lot.pieceLength !== null)
        ? 'It lies there in pieces: say how many of which length.'
        : `Recorded are ${amountSaid(there, unit)}: count it first.`;
    objections.push({ rule: 'notThere', message });
  } else if (sent > free + NOTHING_LEFT) {
    const message = `${amountSaid(free, unit)} are free: the rest is kept for builds.`;
    objections.push({ rule: 'reserved', message });
  } else if (lots.length > MOST_SENT) {
    objections.push({ rule: 'tooMuch', message: 'These are too many lots to be sent at once.' });
  }
  const [objection, ...more] = objections;
  if (objection) return refused(objection, ...more);
  return accepted({
    type: 'StockSent',
    data: {
      workshopId,
      materialId,
      moveId,
      toWorkshopId,
      lots: lots.map(({ from, lot: { since: _, received: __, ...lot } }, index) => ({
        from,
        lot: { ...lot, lotId: derivedId(moveId, `lot ${index}`), source: 'moved' as const },
      })),
      at,
      by,
    },
  });
}
