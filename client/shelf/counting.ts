import type { CountStock } from '../../shared/stock/commands.ts';
import type { StockList, StockRow } from '../../shared/stock/views.ts';
import { barsOf } from './bars.ts';
import { saidOf } from './typedAmount.ts';

/** What was found in one bin, base unit, and what was recorded then. */
export interface Found {
  before: number;
  found: number;
}

/** One walk along the shelves, which outlives the page: a telephone may go to sleep in between. */
export interface Round {
  /** Milliseconds since 1970. */
  began: number;
  bins: Record<string, Found>;
}

/** Somebody else's round, or one that was forgotten, milliseconds. */
const FORGOTTEN_AFTER = 18 * 3_600_000;

/** What is kept of a round in the browser; null where it is none, or too old. */
export function roundFrom(kept: unknown, now: number): Round | null {
  if (typeof kept !== 'object' || kept === null || !('began' in kept) || !('bins' in kept)) return null;
  const { began, bins } = kept;
  if (typeof began !== 'number' || now - began > FORGOTTEN_AFTER || began > now) return null;
  if (typeof bins !== 'object' || bins === null) return null;
  const isFound = (each: unknown): each is Found =>
    typeof each === 'object' &&
    each !== null &&
    Number.isFinite(Reflect.get(each, 'before')) &&
    Number.isFinite(Reflect.get(each, 'found'));
  const read = Object.entries(bins).flatMap(([id, each]) => (isFound(each) ? [[id, each] as const] : []));
  return { began, bins: Object.fromEntries(read) };
}

/** Bins in the order in which one walks: shelf by shelf. */
export const binsOf = ({ shelves }: Pick<StockList, 'shelves'>): StockRow[] =>
  shelves.flatMap(({ stock }) => stock);

/** The next one that was not counted yet, from here on and then from the start; null when all are. */
export function nextBin(bins: readonly StockRow[], { bins: counted }: Round, here: string | null) {
  const at = bins.findIndex(({ materialId }) => materialId === here);
  const row = [...bins.slice(at + 1), ...bins.slice(0, at + 1)];
  return row.find(({ materialId }) => counted[materialId] === undefined) ?? null;
}

/** The bin with this code on its label. */
export const binWith = (bins: readonly StockRow[], code: string) =>
  bins.find((bin) => bin.code === code) ?? null;

export interface Difference extends Found {
  bin: StockRow;
}

/** Bins in which something else lay than was recorded. */
export function differencesOf(bins: readonly StockRow[], { bins: counted }: Round): Difference[] {
  return bins.flatMap((bin) => {
    const found = counted[bin.materialId];
    return found && Math.abs(found.found - found.before) > 1e-6 ? [{ bin, ...found }] : [];
  });
}

/** Pieces of one length that were found. */
export interface FoundPieces {
  /** Millimetres. */
  length: number;
  count: number;
}

/** What is recorded of lengths, as the count begins with it. */
export const piecesOf = ({ lots }: Pick<StockRow, 'lots'>): FoundPieces[] => {
  const found = new Map<string, FoundPieces>();
  for (const { length, pieces } of barsOf(lots)) {
    const key = length.toFixed(2);
    found.set(key, { length, count: (found.get(key)?.count ?? 0) + pieces });
  }
  return [...found.values()];
};

/** Whether lengths are counted rather than one amount. */
export const isCountedByPieces = ({ lots }: Pick<StockRow, 'lots'>) =>
  lots.some(({ pieceLength }) => pieceLength !== null);

/** What the server is told: all of it lies there as one amount, or nothing does. @param found base unit */
export function amountCount(found: number, { unit }: Pick<StockRow, 'unit'>, at: string): CountStock {
  return { lots: found > 0 ? [{ amount: saidOf(found, unit) }] : [], at };
}

/**
 * What the server is told of lengths: pieces stay in the lots that they are known of, the longest known first; what is
 * more, or of another length, has no lot yet. What is kept as an amount beside them stays as it was.
 */
export function piecesCount(found: readonly FoundPieces[], { lots, unit }: StockRow, at: string): CountStock {
  const left = found.map((each) => ({ ...each }));
  const told: CountStock['lots'] = [];
  for (const { lotId, amount, pieceLength, pieces } of lots) {
    if (pieceLength === null || !pieces) {
      told.push({ lotId, amount: saidOf(amount, unit) });
      continue;
    }
    const here = left.find(({ length, count }) => count > 0 && Math.abs(length - pieceLength) < 0.01);
    const count = Math.min(pieces, here?.count ?? 0);
    if (!here || count === 0) continue;
    here.count -= count;
    told.push({ lotId, pieces: { count, length: { quantity: pieceLength, unit: 'mm' } } });
  }
  for (const { length, count } of left)
    if (count > 0) told.push({ pieces: { count, length: { quantity: length, unit: 'mm' } } });
  return { lots: told, at };
}

/** All that was found, base unit: pieces, and what lies beside them as an amount. */
export const sumOf = (found: readonly FoundPieces[], { lots }: Pick<StockRow, 'lots'>): number =>
  found.reduce((sum, { length, count }) => sum + length * count, 0) +
  lots.reduce((sum, { amount, pieceLength }) => sum + (pieceLength === null ? amount : 0), 0);

/** Longer than any amount that is counted by hand. */
const MOST_DIGITS = 9;

/** What stands in the number pad after a key: a digit, `.`, or `back`. */
export function padAfter(text: string, key: string): string {
  if (key === 'back') return text.slice(0, -1);
  if (key === '.') return text.includes('.') || text.length >= MOST_DIGITS ? text : `${text || '0'}.`;
  if (!/^\d$/.test(key) || text.length >= MOST_DIGITS) return text;
  return text === '0' ? key : text + key;
}
