import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  AT_ORIGIN,
  cross,
  inverse,
  lengthOf,
  minus,
  type Placement,
  pointAt,
  times,
  turned,
  type Vector,
  within,
} from '../../../shared/modules/vectors.ts';

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate);
const placement: fc.Arbitrary<Placement> = fc
  .tuple(point, point, point)
  .filter(([, a, b]) => lengthOf(cross(a, b)) > 1)
  .map(([origin, a, b]) => {
    const z: Vector = times(a, 1 / lengthOf(a));
    const side = cross(a, b);
    return { origin, z, x: times(side, 1 / lengthOf(side)) };
  });
const near = (a: Vector, b: Vector) => expect(lengthOf(minus(a, b))).toBeLessThan(1e-6);

it('a placement and its inverse take each other back', () => {
  fc.assert(
    fc.property(placement, point, (place, at) => {
      near(pointAt(inverse(place), pointAt(place, at)), at);
      near(pointAt(within(place, inverse(place)), at), at);
    }),
  );
});

it('what stands within something that stands somewhere, stands where both lead', () => {
  fc.assert(
    fc.property(placement, placement, point, (outer, inner, at) => {
      near(pointAt(within(outer, inner), at), pointAt(outer, pointAt(inner, at)));
    }),
  );
});

it('a quarter turn about z leads x to y', () => {
  near(turned(AT_ORIGIN, 90).x, [0, 1, 0]);
});
