import type { Vector } from '../../shared/modules/vectors.ts';
import { type Box, isEmpty } from './bounds.ts';
import type { Plane } from './sight.ts';
import type { Section } from './viewState.ts';

/** Where a section cuts what is seen. @param box of all that is seen. */
export function planeOf(section: Section, box: Box): Plane | null {
  if (isEmpty(box)) return null;
  const axis = { x: 0, y: 1, z: 2 }[section.axis];
  const at = (box[axis] ?? 0) + ((box[axis + 3] ?? 0) - (box[axis] ?? 0)) * section.at;
  const side = section.flipped ? -1 : 1;
  const normal: Vector = [axis === 0 ? side : 0, axis === 1 ? side : 0, axis === 2 ? side : 0];
  return { normal, at: at * side };
}
