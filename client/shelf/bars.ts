import type { LotView } from '../../shared/stock/views.ts';

/** A length that lies on the shelf, to be drawn to scale. */
export interface Bar {
  /** Millimetres. */
  length: number;
  pieces: number;
  /** Of the longest that is drawn with it, 0 to 1. */
  share: number;
  /** Left over of a cut, and not as it was bought. */
  isOffcut: boolean;
  lotIds: string[];
}

/** No bar is drawn shorter, or nobody would see it. */
const LEAST_SHARE = 0.012;

/** Pieces of the same length and kind together, the longest first; lots that are one amount have no bar. */
export function barsOf(lots: readonly LotView[], longest = 0): Bar[] {
  const found = new Map<string, Bar>();
  for (const { pieceLength, pieces, source, lotId } of lots) {
    if (pieceLength === null || !pieces) continue;
    const isOffcut = source === 'offcut';
    const key = `${pieceLength.toFixed(2)} ${isOffcut}`;
    const bar = found.get(key) ?? { length: pieceLength, pieces: 0, share: 0, isOffcut, lotIds: [] };
    bar.pieces += pieces;
    bar.lotIds.push(lotId);
    found.set(key, bar);
  }
  const bars = [...found.values()].sort((one, other) => other.length - one.length);
  const scale = Math.max(longest, bars[0]?.length ?? 0);
  return bars.map((bar) => ({ ...bar, share: Math.max(LEAST_SHARE, bar.length / scale) }));
}
