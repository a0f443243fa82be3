import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  arrowOf,
  draggedAlong,
  draggedAround,
  isDraggable,
  type Project,
} from '../../../client/workbench/gizmo.ts';
import { onGrid } from '../../../client/workbench/push.ts';
import { cross, dot, lengthOf, minus, plus, times, type Vector } from '../../../shared/modules/vectors.ts';

/** An eye at a place that looks at another one, as the viewer's does. */
function eyeAt(place: Vector, target: Vector): Project {
  const towards = minus(place, target);
  const back = times(towards, 1 / lengthOf(towards));
  const aside = cross([0, 0, 1], back);
  const right = times(aside, 1 / lengthOf(aside));
  const up = cross(back, right);
  return (at) => {
    const from = minus(at, place);
    const depth = -dot(from, back);
    if (depth <= 0) return null;
    return { x: 400 + (900 * dot(from, right)) / depth, y: 300 - (900 * dot(from, up)) / depth };
  };
}
const project = eyeAt([3000, -4000, 2000], [0, 0, 0]);

it('what is dragged stays under the hand, whatever the distance', () => {
  const place = fc.integer({ min: -600, max: 600 });
  fc.assert(
    fc.property(
      fc.tuple(place, place, place),
      fc.constantFrom('x', 'y', 'z'),
      fc.integer({ min: -500, max: 500 }),
      (origin, axis, distance) => {
        const way: Vector =
          axis === 'x' ? [distance, 0, 0] : axis === 'y' ? [0, distance, 0] : [0, 0, distance];
        const [from, to] = [project(origin), project(plus(origin, way))];
        if (!from || !to) return;
        const by = { x: to.x - from.x, y: to.y - from.y };
        expect(draggedAlong(project, origin, axis, by, 500)).toBeCloseTo(distance, 2);
      },
    ),
    { numRuns: 60 },
  );
});

it('an arrow that points at the eye cannot be dragged', () => {
  const along = eyeAt([5000, 0, 0.001], [0, 0, 0]);
  const arrow = arrowOf(along, [0, 0, 0], 'x', 500);
  expect(arrow === null || !isDraggable(arrow, 90)).toBe(true);
  const behind: Project = () => null;
  expect(draggedAlong(behind, [0, 0, 0], 'x', { x: 5, y: 5 }, 500)).toBeNull();
});

it('a hand that goes round clockwise turns backwards about an axis that looks at the eye', () => {
  const middle = { x: 0, y: 0 };
  const quarter = [
    { x: 10, y: 0 },
    { x: 0, y: 10 },
  ] as const;
  expect(draggedAround(middle, quarter[0], quarter[1], 'z', [0, 0, 1])).toBeCloseTo(-90);
  expect(draggedAround(middle, quarter[0], quarter[1], 'z', [0, 0, -1])).toBeCloseTo(90);
});

it('dragging keeps to the marks of the rule', () => {
  expect(onGrid(12.4, 1)).toBe(12);
  expect(onGrid(12.4, 25.4 / 16)).toBeCloseTo(12.7);
});
