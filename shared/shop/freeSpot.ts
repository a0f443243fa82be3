import type { Point } from '../modules/solids/shapes.ts';
import type { Curve } from './curves.ts';
import type { Sheet } from './sheets.ts';

const AROUND = 32;

/** A curve as corners, close enough to keep letters off it. */
function cornersOf(curve: Curve): Point[] {
  if (curve.kind === 'circle') {
    const { middle, radius } = curve;
    return Array.from({ length: AROUND }, (_, n) => {
      const angle = (2 * Math.PI * n) / AROUND;
      return [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)];
    });
  }
  return curve.corners.flatMap(({ at, bulge }, n): Point[] => {
    const to = curve.corners[(n + 1) % curve.corners.length]?.at ?? at;
    if (bulge === 0) return [at];
    // Points of an arc by shares of its angle, seen from its middle.
    const angle = 4 * Math.atan(bulge);
    const [cx, cy] = [(at[0] + to[0]) / 2, (at[1] + to[1]) / 2];
    const off = (1 / bulge - bulge) / 4;
    const middle: Point = [cx - (to[1] - at[1]) * off, cy + (to[0] - at[0]) * off];
    return Array.from({ length: AROUND / 2 }, (_, step): Point => {
      const turn = (angle * step) / (AROUND / 2);
      const [x, y] = [at[0] - middle[0], at[1] - middle[1]];
      return [
        middle[0] + x * Math.cos(turn) - y * Math.sin(turn),
        middle[1] + x * Math.sin(turn) + y * Math.cos(turn),
      ];
    });
  });
}

function inside(corners: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  for (const [n, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(n + 1) % corners.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) odd = !odd;
  }
  return odd;
}

/** Places that are tried along each side, and points of the block that must lie on the material. */
const TRIED = 24;
const ACROSS = 16;
const UP = 8;

/** The lower left corner of a place on the material, clear of openings, for a block of that size; null: there is none. */
export function freeSpot(sheet: Sheet, width: number, height: number): Point | null {
  const outline = cornersOf(sheet.outline);
  const openings = [...sheet.openings, ...sheet.pockets.map(({ curve }) => curve)].map(cornersOf);
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const [free, up] = [Math.max(...xs) - left - width, Math.max(...ys) - low - height];
  const fits = ([x, y]: Point) => {
    for (let i = 0; i <= ACROSS; i += 1) {
      for (let j = 0; j <= UP; j += 1) {
        const point: Point = [x + (width * i) / ACROSS, y + (height * j) / UP];
        if (!inside(outline, point) || openings.some((opening) => inside(opening, point))) return false;
      }
    }
    return true;
  };
  for (let row = 1; row < TRIED && free > 0 && up > 0; row += 1) {
    for (let column = 1; column < TRIED; column += 1) {
      const spot: Point = [left + (free * column) / TRIED, low + (up * row) / TRIED];
      if (fits(spot)) return spot;
    }
  }
  return null;
}
