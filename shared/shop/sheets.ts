import type { Piece } from '../modules/module.ts';
import type { Outline, Point } from '../modules/solids/shapes.ts';
import { type Curve, curveOf } from './curves.ts';
import { type CutPrism, cutPrismOf, extentOf, lyingOn, outlineIn, type StandingPrism } from './flatShape.ts';

/** Something flat to be cut out of a plate, seen from above. Millimetres. */
export interface Sheet {
  thickness: number;
  outline: Curve;
  openings: readonly Curve[];
  /** What does not go through: from above or below, and how deep. */
  pockets: readonly { curve: Curve; depth: number; from: 'above' | 'below' }[];
}

const ROUNDING = 1e-6;

/** Whether a point lies in an outline. */
function inside(outline: Outline, [x, y]: Point): boolean {
  if (outline.kind === 'circle') {
    return Math.hypot(x - outline.middle[0], y - outline.middle[1]) <= outline.diameter / 2 + ROUNDING;
  }
  let odd = false;
  const { corners } = outline;
  for (const [n, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(n + 1) % corners.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) odd = !odd;
  }
  return odd;
}

const around = (outline: Outline): Point[] =>
  outline.kind === 'polygon'
    ? [...outline.corners]
    : Array.from({ length: 16 }, (_, n) => {
        const angle = (n * Math.PI) / 8;
        return [
          outline.middle[0] + (outline.diameter / 2) * Math.cos(angle),
          outline.middle[1] + (outline.diameter / 2) * Math.sin(angle),
        ];
      });

/** Which way up a box is a plate: its shortest edge is the thickness. */
function onItsBack(flat: CutPrism): CutPrism | null {
  const { width, height } = extentOf(flat.prism.outline);
  const { height: thick } = flat.prism;
  if (thick < Math.min(width, height)) return flat;
  return width < height ? lyingOn(flat, 'x') : lyingOn(flat, 'y');
}

/** A cutter that stands upright: what it takes, from what height to what height. */
function upright({ prism, at }: StandingPrism): { outline: Outline; from: number; to: number } | null {
  if (Math.abs(Math.abs(at.z[2]) - 1) > ROUNDING || prism.openings.length > 0) return null;
  const [one, other] = [at.origin[2], at.origin[2] + at.z[2] * prism.height];
  return { outline: outlineIn({ prism, at }), from: Math.min(one, other), to: Math.max(one, other) };
}

/** The sheet that a shape is; null: it is not flat, or is cut in a way that no sheet can be. */
export function sheetOf(shape: Piece['shape']): Sheet | null {
  const flat = cutPrismOf(shape);
  const lying = flat && onItsBack(flat);
  if (!lying) return null;
  const { prism, cutters } = lying;
  const { height: thickness, outline } = prism;
  const { width, height } = extentOf(outline);
  if (thickness >= Math.min(width, height)) return null;
  const openings = [...prism.openings];
  const pockets: Sheet['pockets'][number][] = [];
  for (const cutter of cutters) {
    const cut = upright(cutter);
    if (!cut || !around(cut.outline).every((point) => inside(outline, point))) return null;
    const [below, above] = [cut.from <= ROUNDING, cut.to >= thickness - ROUNDING];
    if (cut.to <= ROUNDING || cut.from >= thickness - ROUNDING) continue;
    if (below && above) openings.push(cut.outline);
    else if (above) pockets.push({ curve: curveOf(cut.outline), depth: thickness - cut.from, from: 'above' });
    else if (below) pockets.push({ curve: curveOf(cut.outline), depth: cut.to, from: 'below' });
    else return null;
  }
  return { thickness, outline: curveOf(outline), openings: openings.map(curveOf), pockets };
}

/** Whether a piece is made from a plate: cut on a table, or flat and drilled. What is printed or turned is not. */
export function sheetOfPiece(piece: Piece): Sheet | null {
  const { source, machines } = piece;
  if (source !== 'make' || machines.includes('lathe') || machines.includes('printer3d')) return null;
  const sheet = sheetOf(piece.shape);
  if (!sheet) return null;
  const drilled = sheet.openings.length + sheet.pockets.length > 0;
  return piece.cut === null || drilled || machines.includes('torchTable') ? sheet : null;
}
