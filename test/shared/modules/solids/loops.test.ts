import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loopAround } from '../../../../shared/modules/solids/loops.ts';
import type { Outline, Point } from '../../../../shared/modules/solids/shapes.ts';

const cornersOf = (outline: Outline): readonly Point[] => (outline.kind === 'polygon' ? outline.corners : []);
const apart = ([a, b]: Point, [c, d]: Point): number => Math.hypot(a - c, b - d);
const around = (corners: readonly Point[]): number =>
  corners.reduce((sum, corner, n) => sum + apart(corner, corners[(n + 1) % corners.length] ?? corner), 0);

/** Three circles in a triangle, wide apart. */
const circles = fc
  .tuple(
    fc.integer({ min: 20, max: 150 }),
    fc.integer({ min: 20, max: 150 }),
    fc.integer({ min: 20, max: 150 }),
    fc.integer({ min: 400, max: 900 }),
  )
  .map(([left, right, above, height]) => [
    { middle: [-400, 0] as const, radius: left },
    { middle: [400, 0] as const, radius: right },
    { middle: [0, height] as const, radius: above },
  ]);

describe('a loop', () => {
  it('around two pulleys of one size is twice their distance and one turn long', () => {
    const belt = loopAround([
      { middle: [0, 0], radius: 10 },
      { middle: [300, 0], radius: 10 },
    ]);
    expect(belt.length).toBeCloseTo(600 + 20 * Math.PI, 9);
    expect(belt.at(0).point).toEqual([0, -10].map((value) => expect.closeTo(value, 9)));
    expect(belt.at(300).outwards).toEqual([0, -1].map((value) => expect.closeTo(value, 9)));
  });

  it('is as long as the outline drawn along it', () => {
    fc.assert(
      fc.property(circles, (three) => {
        const loop = loopAround(three);
        const drawn = around(cornersOf(loop.outline(0)));
        expect(drawn).toBeLessThan(loop.length + 1e-6);
        expect(drawn).toBeGreaterThan(loop.length * 0.999);
      }),
      { numRuns: 50 },
    );
  });

  it('goes on evenly: so far along it is nearly so far away, with no jump where it closes', () => {
    fc.assert(
      fc.property(circles, fc.double({ min: 0, max: 1, noNaN: true }), (three, share) => {
        const loop = loopAround(three);
        const here = loop.at(share * loop.length);
        const there = loop.at(share * loop.length + 1);
        expect(apart(here.point, there.point)).toBeGreaterThan(0.98);
        expect(apart(here.point, there.point)).toBeLessThan(1 + 1e-9);
        expect(Math.hypot(...here.outwards)).toBeCloseTo(1, 9);
      }),
      { numRuns: 100 },
    );
  });
});
