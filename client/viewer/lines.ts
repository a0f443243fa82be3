import { minus, plus, times, type Vector } from '../../shared/modules/vectors.ts';
import type { Annotation } from './annotations.ts';
import { type Box, isEmpty, radiusOf, sizeOf } from './bounds.ts';
import type { Feature } from './features.ts';
import { angleInWords, lengthInBoth } from './lengthWords.ts';
import { measureBetween } from './measure.ts';

/** Width, depth and height of a box, on the edges that face the eye. @param back towards the eye. */
export function dimensionsOf(box: Box, back: Vector): Annotation[] {
  if (isEmpty(box)) return [];
  const side = (axis: number, towards: number) => (towards >= 0 ? (box[axis + 3] ?? 0) : (box[axis] ?? 0));
  const gap = radiusOf(box) * 0.05;
  const out = (towards: number) => (towards >= 0 ? gap : -gap);
  const [x, y] = [side(0, back[0]), side(1, back[1])];
  const z = (box[2] ?? 0) - gap;
  const [width, depth, height] = sizeOf(box);
  const line = (from: Vector, to: Vector, length: number): Annotation => ({
    from,
    to,
    text: lengthInBoth(length),
    tone: 'dimension',
  });
  const front = y + out(back[1]);
  const aside = x + out(back[0]);
  // The upright one at the outline, where nothing stands before it.
  const far = side(0, -back[0]) + out(-back[0]);
  return [
    line([box[0] ?? 0, front, z], [box[3] ?? 0, front, z], width),
    line([aside, box[1] ?? 0, z], [aside, box[4] ?? 0, z], depth),
    line([far, y, box[2] ?? 0], [far, y, box[5] ?? 0], height),
  ];
}

/** What was measured, where it is: features by themselves, then the distance between two. */
export function measuredLines(features: readonly Feature[]): Annotation[] {
  const own = features.flatMap(linesOf);
  const [one, other] = features;
  if (!one || !other) return own;
  const { from, to, distance, angle } = measureBetween(one, other);
  const text = [lengthInBoth(distance), angle === null ? '' : angleInWords(angle)]
    .filter(Boolean)
    .join(' · ');
  return [...own.map((line) => ({ ...line, text: '' })), { from, to, text, tone: 'measure' }];
}

function linesOf(feature: Feature): Annotation[] {
  const tone = 'measure';
  if (feature.kind === 'edge') {
    const { from, to } = feature;
    return [{ from, to, text: lengthInBoth(Math.hypot(...minus(to, from))), tone }];
  }
  if (feature.kind === 'circle') {
    const { at, normal, diameter } = feature;
    // Any direction across the circle; its ends are on the rim.
    const flat: Vector = Math.abs(normal[2]) < 0.9 ? [-normal[1], normal[0], 0] : [0, -normal[2], normal[1]];
    const half = times(flat, diameter / 2 / (Math.hypot(...flat) || 1));
    return [
      { from: minus(at, half), to: plus(at, half), text: `⌀ ${lengthInBoth(diameter)}`, tone },
      { from: at, to: at, text: '', tone },
    ];
  }
  return [{ from: feature.at, to: feature.at, text: '', tone }];
}
