import { MILLIMETRES, unitNamed } from '../../units.ts';
import { type Attributes, type Flat, numberIn } from './svgShapes.ts';

/** Millimetres of the unit that SVG counts in where it says none (CSS pixels, 96 to an inch). */
const PIXEL = 25.4 / 96;

/** From the numbers of a drawing to millimetres, y upwards, and whether it says its size in a unit of length. */
export function pageOf(attributes: Attributes): { place: Flat; isMeasured: boolean } {
  const { width, height, place } = pageAt(attributes);
  return { place, isMeasured: width?.measured === true || height?.measured === true };
}

function pageAt(attributes: Attributes) {
  const box = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = [lengthIn(attributes.width), lengthIn(attributes.height)];
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box.every(Number.isFinite) ? box : [];
  let [sx, sy] = [PIXEL, PIXEL];
  if (width && boxWidth > 0) sx = width.millimetres / boxWidth;
  if (height && boxHeight > 0) sy = height.millimetres / boxHeight;
  const keeps = attributes.preserveAspectRatio ?? '';
  const fills = /\bslice\b/.test(keeps);
  const scale = width && height ? (fills ? Math.max(sx, sy) : Math.min(sx, sy)) : width ? sx : sy;
  // Drawings may be pulled out of shape where they say so.
  if (width && height && boxWidth > 0 && boxHeight > 0 && /^\s*none\b/.test(keeps))
    return { width, height, place: [sx, 0, 0, -sy, -left * sx, (top + boxHeight) * sy] satisfies Flat };
  // The lower left corner of the page is where both begin.
  const bottom = boxHeight > 0 ? (top + boxHeight) * scale : (height?.millimetres ?? 0);
  return { width, height, place: [scale, 0, 0, -scale, -left * scale, bottom] satisfies Flat };
}

/**
 * Of a drawing within a drawing (or a symbol): from its own numbers to those around it. Lengths in units are told in
 * pixels, which is what the numbers around count.
 */
export function viewOf(
  own: Attributes,
  around: { width?: string | undefined; height?: string | undefined },
): Flat {
  const [x, y] = [numberIn(own.x), numberIn(own.y)];
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = (own.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map((number) => numberIn(number));
  if (!(boxWidth > 0 && boxHeight > 0)) return [1, 0, 0, 1, x, y];
  const pixels = (text: string | undefined, usual: number) =>
    (lengthIn(text)?.millimetres ?? usual * PIXEL) / PIXEL;
  const [width, height] = [pixels(around.width, boxWidth), pixels(around.height, boxHeight)];
  let [sx, sy] = [width / boxWidth, height / boxHeight];
  const keeps = own.preserveAspectRatio ?? '';
  if (/^\s*none\b/.test(keeps)) return [sx, 0, 0, sy, x - left * sx, y - top * sy];
  sx = /\bslice\b/.test(keeps) ? Math.max(sx, sy) : Math.min(sx, sy);
  sy = sx;
  // `xMin`, `xMid`, `xMax`: where what is left over goes.
  const share = (axis: 'x' | 'Y') =>
    new RegExp(`${axis}Min`).test(keeps) ? 0 : new RegExp(`${axis}Max`).test(keeps) ? 1 : 0.5;
  const aside = [(width - boxWidth * sx) * share('x'), (height - boxHeight * sy) * share('Y')] as const;
  return [sx, 0, 0, sy, x - left * sx + aside[0], y - top * sy + aside[1]];
}

const POINT = 25.4 / 72;

function lengthIn(text = ''): { millimetres: number; measured: boolean } | null {
  const [, number = '', word = ''] = /^\s*([-+.\deE]+?)\s*(mm|cm|in|pt|pc|q|px|m)?\s*$/i.exec(text) ?? [];
  const value = numberIn(number, Number.NaN);
  if (!(value > 0 && value < 1e7)) return null;
  const unit = unitNamed(word);
  if (unit) return { millimetres: value * MILLIMETRES[unit], measured: true };
  if (/^pt$/i.test(word)) return { millimetres: value * POINT, measured: true };
  if (/^pc$/i.test(word)) return { millimetres: value * POINT * 12, measured: true };
  if (/^q$/i.test(word)) return { millimetres: value / 4, measured: true };
  return { millimetres: value * PIXEL, measured: false };
}
