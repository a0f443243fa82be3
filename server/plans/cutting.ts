import { UNITS } from '../../shared/designs/units.ts';
import type { CutList, PlanFit } from '../../shared/plans/views.ts';
import { type CutBar, cutFrom, type Piece } from '../../shared/stock/cutting.ts';
import { isCutInPieces, isNear, isSure, LEAST, tidy } from './asked.ts';
import { keyOfShelf, meet, type OpenLine } from './open.ts';
import { stockOption } from './options.ts';
import { type Entry, freeBars, type Pools } from './pools.ts';

/** Pieces of one material that are cut together, at most: the work grows with their square. */
const MOST_PIECES = 3000;

interface CutPiece extends Piece {
  line: string;
  of: OpenLine;
}

/** Lines of pieces that are still to be cut, by the material of their bar. */
export function cutLines(open: readonly OpenLine[]): Map<string, OpenLine[]> {
  const uncut = open.filter((one) => one.left > LEAST && isCutInPieces(one.asked));
  return Map.groupBy(uncut, ({ asked }) => asked.materialId);
}

function piecesOf(one: OpenLine, most: number): CutPiece[] {
  const { line } = one.asked;
  const { length = 0, kerf = 0 } = line.cut ?? {};
  const count = Math.min(most, Math.ceil(one.left * UNITS[line.unit].inBase - LEAST));
  return Array.from({ length: count }, () => ({ length, kerf, line: line.id, of: one }));
}

/** Cuts what lines need of one material together, here first, then in the nearest workshop, and so on. */
export function cutTogether(materialId: string, lines: readonly OpenLine[], pools: Pools): CutList {
  let lacking: CutPiece[] = [];
  for (const one of lines) lacking.push(...piecesOf(one, MOST_PIECES - lacking.length));
  const bars: CutList['bars'] = [];
  // Lines of one material find the same bars.
  for (const { entry, fits } of lines[0]?.shelves ?? []) {
    if (lacking.length === 0) break;
    if (!isNear(entry.place) || !isSure(fits)) continue;
    const { cut, lacking: still } = cutFrom(lacking, freeBars(entry));
    lacking = still;
    for (const { bar, pieces, left } of cut) {
      pools.take(entry, bar.length);
      bars.push({
        ...entry.place,
        lotId: bar.lotId,
        length: bar.length,
        pieces: pieces.map(({ line, length }) => ({ line, length })),
        left: tidy(left),
      });
    }
    meetFrom(entry, fits, cut);
  }
  return {
    materialId,
    name: lines[0]?.asked.line.cut?.stock ?? '',
    bars,
    lacking: lacking.map(({ line, length }) => ({ line, length })),
    lackingMillimetres: tidy(lacking.reduce((sum, { length, kerf }) => sum + length + kerf, 0)),
  };
}

/** Each line with what was cut for it off one shelf, and the bars that it comes from. */
function meetFrom(entry: Entry, fits: PlanFit, cut: readonly CutBar<CutPiece>[]): void {
  const parts = new Map<OpenLine, { lengths: number[]; pieces: number }>();
  for (const { bar, pieces } of cut) {
    for (const [line, own] of Map.groupBy(pieces, ({ of }) => of)) {
      const known = parts.get(line) ?? { lengths: [], pieces: 0 };
      known.lengths.push(bar.length);
      known.pieces += own.length;
      parts.set(line, known);
    }
  }
  for (const [one, { lengths, pieces }] of parts) {
    const quantity = pieces / UNITS[one.asked.line.unit].inBase;
    meet(one, stockOption(entry, fits, quantity, lengths), keyOfShelf(entry.shelf));
  }
}
