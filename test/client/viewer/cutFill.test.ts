import { expect, it } from 'vitest';
import { filled, turnsRound } from '../../../client/viewer/cutFill.ts';

const PLANE = { normal: [0, 0, 1], at: 5 } as const;
const round = (corners: readonly (readonly [number, number])[]): number[] =>
  corners.flatMap(([x, y], at) => {
    const [nextX = 0, nextY = 0] = corners[(at + 1) % corners.length] ?? [];
    return [x, y, 5, nextX, nextY, 5];
  });
const square = (x: number, y: number, size: number, isHole = false) => {
  const corners = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ] as [number, number][];
  return round(isHole ? corners.reverse() : corners);
};

/** Of all trapezoids together, square millimetres. */
function areaOf(corners: readonly number[] | null): number {
  let area = 0;
  for (let at = 0; corners && at < corners.length; at += 12) {
    const value = (place: number) => corners[at + place] ?? 0;
    area += ((value(3) - value(0) + value(9) - value(6)) / 2) * (value(7) - value(1));
  }
  return area;
}

it('fills a square but not its holes, in the plane', () => {
  const lines = [...square(0, 0, 10), ...square(2, 2, 3, true)];
  const corners = filled(lines, PLANE);
  expect(areaOf(corners)).toBeCloseTo(91);
  expect(corners?.filter((_, at) => at % 3 === 2).every((z) => z === 5)).toBe(true);
});

it('fills once what lies across itself, and what stands within itself', () => {
  expect(areaOf(filled([...square(0, 0, 10), ...square(5, 5, 10)], PLANE))).toBeCloseTo(175);
  expect(areaOf(filled([...square(0, 0, 10), ...square(2, 2, 3)], PLANE))).toBeCloseTo(100);
});

it('fills turned the other way round as well, and slanted sides exactly', () => {
  expect(areaOf(filled(square(0, 0, 10, true), PLANE))).toBeCloseTo(100);
  const circle = Array.from({ length: 64 }, (_, at): [number, number] => {
    const angle = (at * 2 * Math.PI) / 64;
    return [7 * Math.cos(angle), 7 * Math.sin(angle)];
  });
  expect(areaOf(filled(round(circle), PLANE))).toBeCloseTo(32 * 49 * Math.sin((2 * Math.PI) / 64), 6);
});

it('leaves unfilled what does not close', () => {
  expect(filled(square(0, 0, 10).slice(0, 18), PLANE)).toEqual([]);
});

it('tells what is within, also straight through corners', () => {
  const lines = [...square(0, 0, 10), ...square(2, 2, 3, true)];
  const at = (x: number, y: number) => turnsRound(lines, PLANE, [x, y, 5]) !== 0;
  expect([at(1, 1), at(9, 2), at(1, 5), at(1, 10)]).toEqual([true, true, true, false]);
  expect([at(3, 3), at(-1, 0), at(-1, 5), at(11, 2)]).toEqual([false, false, false, false]);
});
