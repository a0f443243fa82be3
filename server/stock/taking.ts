import { type Bar, cutFrom, type Piece, SHORTEST_OFFCUT } from '../../shared/stock/cutting.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { derivedId } from '../commands/identity.ts';
import { exact, NOTHING_LEFT } from './amounts.ts';
import type { ConsumeStock } from './commandTypes.ts';
import { type KeptLot, sumOf } from './state.ts';

/** What a consumption takes, base units. Always: the takes are the amount, the waste and the offcuts together. */
export interface Taken {
  amount: number;
  takes: { lotId: string; amount: number }[];
  offcuts: StockLot[];
  waste: number;
}
/** What is not there: an amount, or pieces that fit nowhere. */
export interface Lacking {
  amount: number;
  pieces: Piece[];
}
export type Attempt = { taken: Taken; lacking?: undefined } | { lacking: Lacking };

/** An amount off the shelf, the oldest lots first; whole pieces are begun like any other. */
function takeAmount(amount: number, lots: readonly KeptLot[]): Attempt {
  const takes: Taken['takes'] = [];
  let left = amount;
  for (const lot of lots) {
    if (left <= NOTHING_LEFT) break;
    const here = exact(Math.min(left, lot.amount));
    takes.push({ lotId: lot.lotId, amount: here });
    left = exact(left - here);
  }
  if (left > NOTHING_LEFT) return { lacking: { amount: left, pieces: [] } };
  return { taken: { amount, takes, offcuts: [], waste: 0 } };
}

/** A bar for each of a lot's pieces; a lot that is one length is a coil. No more of equal ones than could be cut. */
function barsOf(lots: readonly KeptLot[], most: number): Bar[] {
  return lots.flatMap(({ lotId, amount, pieceLength }): Bar[] => {
    if (pieceLength === null) return [{ lotId, length: amount, isPiece: false }];
    const count = Math.min(most, Math.round(amount / pieceLength));
    return Array.from({ length: count }, () => ({ lotId, length: pieceLength, isPiece: true }));
  });
}

/** Pieces cut off lengths; of what is left over, whatever is long enough lies on the shelf again. */
function takePieces(pieces: readonly Piece[], lots: readonly KeptLot[], consumptionId: string): Attempt {
  const { cut, lacking } = cutFrom(pieces, barsOf(lots, pieces.length));
  if (lacking.length > 0) {
    const amount = exact(lacking.reduce((sum, { length }) => sum + length, 0));
    return { lacking: { amount, pieces: lacking } };
  }
  const taken = new Map<string, number>();
  const offcuts = new Map<string, StockLot>();
  for (const { bar, left } of cut) {
    const lot = lots.find(({ lotId }) => lotId === bar.lotId);
    if (!lot) continue;
    // Of a coil nothing comes off but what is used of it.
    const off = bar.isPiece ? bar.length : bar.length - left;
    taken.set(bar.lotId, exact((taken.get(bar.lotId) ?? 0) + off));
    if (!bar.isPiece) continue;
    const length = exact(left);
    if (length < SHORTEST_OFFCUT) continue;
    const same = `${bar.lotId} ${length}`;
    const known = offcuts.get(same);
    const { price, supplier } = lot;
    offcuts.set(same, {
      lotId: known?.lotId ?? derivedId(consumptionId, `offcut ${offcuts.size}`),
      amount: exact((known?.amount ?? 0) + length),
      pieceLength: length,
      source: 'offcut',
      price,
      supplier,
    });
  }
  const takes = [...taken].map(([lotId, amount]) => ({ lotId, amount }));
  const amount = exact(pieces.reduce((sum, { length }) => sum + length, 0));
  // Sawdust, scrap and crumbs of rounding, so that nothing is lost of the sum.
  const over = sumOf(takes) - amount - sumOf([...offcuts.values()]);
  return { taken: { amount, takes, offcuts: [...offcuts.values()], waste: exact(Math.max(0, over)) } };
}

/** What is wanted of it, base units; pieces: cut off lengths, each whole. */
export type Wanted = { amount: number; pieces: null } | { amount: number; pieces: Piece[] };

/** An amount off bars is one piece where it fits in one; else as many lengths as it takes. */
export function attempt(
  want: Wanted,
  lots: readonly KeptLot[],
  { consumptionId, kerfMillimetres }: ConsumeStock,
): Attempt {
  if (want.pieces !== null) return takePieces(want.pieces, lots, consumptionId);
  if (!lots.some(({ pieceLength }) => pieceLength !== null)) return takeAmount(want.amount, lots);
  const asOne = takePieces([{ length: want.amount, kerf: kerfMillimetres }], lots, consumptionId);
  if (!asOne.lacking) return asOne;
  const whole = takeAmount(want.amount, lots);
  if (whole.lacking) return whole;
  const { takes } = whole.taken;
  const last = takes.at(-1);
  const lot = lots.find(({ lotId }) => lotId === last?.lotId);
  if (!last || !lot || lot.pieceLength === null) return whole;
  // The last bar is begun: what stays of it is an offcut.
  const begun = exact(Math.ceil(exact(last.amount / lot.pieceLength)) * lot.pieceLength);
  const left = exact(begun - last.amount);
  if (left <= NOTHING_LEFT) return whole;
  const { price, supplier } = lot;
  const offcut: StockLot = {
    lotId: derivedId(consumptionId, 'offcut 0'),
    amount: left,
    pieceLength: left,
    source: 'offcut',
    price,
    supplier,
  };
  const isOffcut = left >= SHORTEST_OFFCUT;
  return {
    taken: {
      amount: want.amount,
      takes: [...takes.slice(0, -1), { lotId: last.lotId, amount: begun }],
      offcuts: isOffcut ? [offcut] : [],
      waste: isOffcut ? 0 : left,
    },
  };
}
