import { dot, minus, plus, times, type Vector } from '../../shared/modules/vectors.ts';
import { axesOf, type Eye, FIELD, pixelAt, placeOf } from './eye.ts';
import type { Ray } from './picking.ts';

/** How a picture is looked at: from where, and how large it is in pixels of the page. */
export interface Look {
  eye: Eye;
  orthographic: boolean;
  width: number;
  height: number;
}

/** Where a point is seen, in pixels from the upper left; null: it is behind the eye. */
export function projected(look: Look, at: Vector): { x: number; y: number } | null {
  const { right, up, back } = axesOf(look.eye);
  const from = minus(at, placeOf(look.eye));
  if (!look.orthographic && dot(from, back) >= 0) return null;
  const span = spanOfPixel(look, at);
  return { x: look.width / 2 + dot(from, right) / span, y: look.height / 2 - dot(from, up) / span };
}

/** Millimetres that a pixel spans where a point is. */
export function spanOfPixel({ eye, orthographic, height }: Look, at: Vector): number {
  if (orthographic) return pixelAt(eye, height);
  const depth = -dot(minus(at, placeOf(eye)), axesOf(eye).back);
  return (2 * depth * Math.tan(FIELD / 2)) / height;
}

/** What lies behind a pixel. @param radius of the whole, millimetres. */
export function rayThrough(
  { eye, orthographic, width, height }: Look,
  radius: number,
  x: number,
  y: number,
): Ray {
  const { right, up, back } = axesOf(eye);
  const pixel = pixelAt(eye, height);
  const aside = plus(times(right, (x - width / 2) * pixel), times(up, -(y - height / 2) * pixel));
  const place = placeOf(eye);
  if (!orthographic) return { origin: place, direction: plus(aside, times(back, -eye.distance)) };
  // From before everything: the eye itself may stand within.
  return { origin: plus(plus(place, aside), times(back, radius * 4)), direction: times(back, -1) };
}
