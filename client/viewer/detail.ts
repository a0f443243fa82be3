import { dot, minus, type Vector } from '../../shared/modules/vectors.ts';
import { axesOf, type Eye, FIELD, pixelAt, placeOf } from './eye.ts';
import type { KeptPart } from './partBatch.ts';
import { HIDDEN } from './visibility.ts';

/** Above so many vertices, over all places, what stands far away is drawn without its small holes. */
export const MANY_VERTICES = 1_500_000;
/** Vertices that are drawn with all their holes then, nearest first. */
const FINE_VERTICES = 600_000;
/** What is seen smaller than this has no holes that could be told apart: its half, in pixels. */
const LEAST_SEEN = 60;

/** A model as far as the choice needs it; see `DrawnModel`. */
interface Standing {
  model: { occurrences: readonly { part: number; node: number }[] };
  boxes: Float64Array;
  offsets: Float32Array;
  marks: Uint8Array;
  keptOf(part: number): KeptPart | undefined;
}

/** Occurrences that are seen large enough to be drawn with all that they have, the largest first. */
export function seenLarge(
  { model, boxes, offsets, marks, keptOf }: Standing,
  eye: Eye,
  orthographic: boolean,
  { width, height }: { width: number; height: number },
): number[] {
  const { right, up, back } = axesOf(eye);
  const place = placeOf(eye);
  const found: { occurrence: number; seen: number; vertices: number }[] = [];
  model.occurrences.forEach(({ part, node }, occurrence) => {
    const kept = keptOf(part);
    if (!kept?.coarse || (marks[node] ?? 0) & HIDDEN) return;
    const middle = [0, 1, 2].map(
      (axis) =>
        ((boxes[occurrence * 6 + axis] ?? 0) + (boxes[occurrence * 6 + axis + 3] ?? 0)) / 2 +
        (offsets[occurrence * 3 + axis] ?? 0),
    );
    const from = minus([middle[0] ?? 0, middle[1] ?? 0, middle[2] ?? 0] satisfies Vector, place);
    const depth = -dot(from, back);
    if (!orthographic && depth < -kept.radius) return;
    const span = orthographic
      ? pixelAt(eye, height)
      : (2 * Math.max(depth, kept.radius / 4) * Math.tan(FIELD / 2)) / height;
    const seen = kept.radius / span;
    if (!(seen >= LEAST_SEEN)) return;
    const isAside = (way: Vector, size: number) => Math.abs(dot(from, way)) / span > size / 2 + seen;
    if (isAside(right, width) || isAside(up, height)) return;
    found.push({ occurrence, seen, vertices: kept.packed.positions.length / 3 });
  });
  let left = FINE_VERTICES;
  const chosen: number[] = [];
  for (const { occurrence, vertices } of found.toSorted((one, other) => other.seen - one.seen)) {
    left -= vertices;
    if (left < 0) break;
    chosen.push(occurrence);
  }
  return chosen;
}
