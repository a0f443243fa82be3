import { expect, it } from 'vitest';
import { pathsOfLayers } from '../../../../client/designs/page/flatDrawing.tsx';

it('outlines become one path for each layer, with arcs that turn as they are said to', () => {
  const paths = pathsOfLayers([
    {
      layer: 'CUT',
      start: [0, 0],
      closed: true,
      segments: [
        { kind: 'line', to: [10, 0] },
        // Half a circle to the left, then three quarters of one to the right.
        { kind: 'arc', to: [10, 20], bulge: 1 },
        { kind: 'arc', to: [0, 20], bulge: -(1 + Math.SQRT2) },
      ],
    },
    {
      layer: 'MARK',
      start: [1, 1],
      closed: false,
      segments: [{ kind: 'cubic', one: [2, 2], other: [3, 3], to: [4, 4] }],
    },
    { layer: 'CUT', start: [5, 5], closed: false, segments: [{ kind: 'arc', to: [6, 5], bulge: 0 }] },
  ]);
  expect([...paths.keys()]).toEqual(['CUT', 'MARK']);
  expect(paths.get('MARK')).toBe('M1 1C2 2 3 3 4 4');
  const [half, more] = paths.get('CUT')?.match(/A[^AMZL]+/g) ?? [];
  expect(half).toBe('A10 10 0 0 1 10 20');
  // r = chord / (2 sin of half the angle), here 270 degrees.
  expect(Number(more?.split(' ')[0]?.slice(1))).toBeCloseTo(10 / Math.SQRT2, 9);
  expect(more).toMatch(/ 0 1 0 0 20$/);
  expect(paths.get('CUT')).toMatch(/ZM5 5L6 5$/);
});
