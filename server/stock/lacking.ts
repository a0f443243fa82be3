import type { Objection } from '../../shared/bookings/rules.ts';
import { derivedId } from '../commands/identity.ts';
import { amountSaid, exact } from './amounts.ts';
import type { ConsumeStock } from './commandTypes.ts';
import { type KeptLot, type OpenedStock, sumOf } from './state.ts';
import type { Lacking, Wanted } from './taking.ts';

/** What is recorded does not suffice; counting first would lift that, and is offered where it can be inferred. */
export function countFirst(
  lacking: Lacking,
  want: Wanted,
  state: OpenedStock,
  isOffered: boolean,
): Objection {
  const { unit } = state.description;
  const [piece] = lacking.pieces;
  const longest = Math.max(0, ...state.lots.map(({ pieceLength, amount }) => pieceLength ?? amount));
  const objection = (message: string, counted: number): Objection => ({
    rule: 'countFirst',
    message,
    ...(isOffered ? { offer: `Count ${amountSaid(counted, unit)} first` } : {}),
  });
  if (!piece || piece.length <= longest) {
    const [there, taken] = [amountSaid(sumOf(state.lots), unit), amountSaid(want.amount, unit)];
    return objection(`Recorded are ${there}, you take ${taken}.`, want.amount);
  }
  const length = amountSaid(piece.length, unit);
  if (longest === 0) return objection(`No piece of ${length} is recorded.`, piece.length);
  const recorded = amountSaid(longest, unit);
  return objection(`The longest piece recorded is ${recorded}, you take ${length}.`, piece.length);
}

/** What must have lain there besides, if this could be taken. */
export function inferredLots(lacking: Lacking, { consumptionId }: ConsumeStock): KeptLot[] {
  const lotWith = (index: number, amount: number, pieceLength: number | null): KeptLot => ({
    lotId: derivedId(consumptionId, `counted ${index}`),
    amount: exact(amount),
    pieceLength,
    source: 'counted',
    price: null,
    supplier: '',
    since: 0,
    received: null,
  });
  if (lacking.pieces.length === 0) return [lotWith(0, lacking.amount, null)];
  const byLength = new Map<number, number>();
  for (const { length } of lacking.pieces) byLength.set(length, (byLength.get(length) ?? 0) + 1);
  return [...byLength].map(([length, count], index) => lotWith(index, count * length, length));
}
