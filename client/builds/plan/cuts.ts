import type { CutList } from '../../../shared/plans/views.ts';

type Bar = CutList['bars'][number];
type Piece = Bar['pieces'][number];

/** Bars of one length in one place that are cut alike. */
export interface AlikeBars {
  count: number;
  bar: Bar;
}

/** Bars that are cut alike, each kind once, in the order in which they came. */
export function alikeBars(bars: readonly Bar[]): AlikeBars[] {
  const kinds = new Map<string, AlikeBars>();
  for (const bar of bars) {
    const { workshop, length, pieces } = bar;
    const key = JSON.stringify([workshop?.workshopId, length, pieces.map((piece) => piece.length)]);
    const known = kinds.get(key);
    if (known) known.count += 1;
    else kinds.set(key, { count: 1, bar });
  }
  return [...kinds.values()];
}

/** Pieces of one length, with the lines that they are for, each once. */
export interface AlikePieces {
  count: number;
  /** Millimetres. */
  length: number;
  lines: readonly string[];
}

export function alikePieces(pieces: readonly Piece[]): AlikePieces[] {
  return [...new Set(pieces.map(({ length }) => length))].map((length) => {
    const same = pieces.filter((piece) => piece.length === length);
    return { count: same.length, length, lines: [...new Set(same.map(({ line }) => line))] };
  });
}

/** Where each piece lies on its bar, millimetres from its beginning, with what the blade takes between them. */
export function piecesPlaced({ length, pieces, left }: Bar): { from: number; length: number }[] {
  const used = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const kerf = pieces.length > 0 ? Math.max(0, length - used - left) / pieces.length : 0;
  let from = 0;
  return pieces.map((piece) => {
    const placed = { from, length: piece.length };
    from += piece.length + kerf;
    return placed;
  });
}
