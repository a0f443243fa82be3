/** Lengths in millimetres throughout. */
export interface Bar {
  lotId: string;
  length: number;
  /** Whether it is one piece; else a coil, off which any length comes. */
  isPiece: boolean;
}

/** A piece that is to be cut. */
export interface Piece {
  length: number;
  kerf: number;
}

/** A bar from which something is cut, in the order of the cuts. */
export interface CutBar<P extends Piece> {
  bar: Bar;
  pieces: P[];
  /** What stays of it after the last cut; 0 where that is less than a cut. */
  left: number;
  /** What the saw took, and what was too short to be another cut. */
  waste: number;
}

/** Two lengths closer than this are the same. */
export const SAME_LENGTH = 0.05;
/** What is shorter is no offcut but scrap. */
export const SHORTEST_OFFCUT = 50;

/** What stays of a length after a piece comes off, and what the saw takes; null where it does not fit. */
function afterCut(length: number, { length: piece, kerf }: Piece): { left: number; waste: number } | null {
  const over = length - piece;
  if (over < -SAME_LENGTH) return null;
  if (over <= SAME_LENGTH) return { left: 0, waste: 0 };
  return over <= kerf ? { left: 0, waste: over } : { left: over - kerf, waste: kerf };
}

/**
 * Cuts pieces off bars, the longest piece first, each from the shortest that it fits in (best fit decreasing), whole
 * pieces before coils. Bars that are cut already come into question with what is left of them.
 */
export function cutFrom<P extends Piece>(
  pieces: readonly P[],
  bars: readonly Bar[],
): { cut: CutBar<P>[]; lacking: P[] } {
  // The shortest first, so that the first that fits is the best one.
  const uncut = bars.toSorted((one, other) =>
    one.isPiece === other.isPiece ? one.length - other.length : one.isPiece ? -1 : 1,
  );
  const cut: CutBar<P>[] = [];
  const lacking: P[] = [];
  for (const piece of pieces.toSorted((one, other) => other.length - one.length)) {
    let best: CutBar<P> | null = null;
    for (const open of cut) {
      if (!open.bar.isPiece || afterCut(open.left, piece) === null) continue;
      if (best === null || open.left < best.left) best = open;
    }
    const fresh = uncut.findIndex(({ length }) => afterCut(length, piece) !== null);
    const next = uncut[fresh];
    if (next && (best === null || (next.isPiece && next.length < best.left))) {
      best = { bar: next, pieces: [], left: next.length, waste: 0 };
      cut.push(best);
      // A coil stays: what is left of it is all that is used of it.
      uncut.splice(fresh, 1);
    }
    best ??= cut.find(({ bar, left }) => !bar.isPiece && afterCut(left, piece) !== null) ?? null;
    const after = best && afterCut(best.left, piece);
    if (best === null || after === null) {
      lacking.push(piece);
      continue;
    }
    best.pieces.push(piece);
    best.left = after.left;
    best.waste += after.waste;
  }
  return { cut, lacking };
}
