import { describe, expect, test } from 'vitest';
import { rowAt, rowsInWindow, topsOf } from '../../../client/timeline/rowWindow.ts';

describe('the window of rows', () => {
  const tops = topsOf([50, 100, 50, 50]);

  test('adds heights up', () => {
    expect([...tops]).toEqual([0, 50, 150, 200, 250]);
  });

  test('finds the row at a height, clamped to the first and last', () => {
    expect([-10, 0, 49, 50, 149, 150, 249, 900].map((y) => rowAt(tops, y))).toEqual([0, 0, 0, 1, 1, 2, 3, 3]);
  });

  test('holds what is seen and a few more', () => {
    expect(rowsInWindow(tops, 60, 80, 0)).toEqual({ first: 1, last: 2 });
    expect(rowsInWindow(tops, 60, 80, 1)).toEqual({ first: 0, last: 3 });
    expect(rowsInWindow(topsOf([]), 0, 500, 3)).toEqual({ first: 0, last: 0 });
  });

  test('stays small among a thousand rows', () => {
    const many = topsOf(new Array<number>(1000).fill(56));
    const { first, last } = rowsInWindow(many, 20_000, 800, 4);
    expect(last - first).toBeLessThanOrEqual(24);
    expect(first * 56).toBeLessThanOrEqual(20_000);
    expect(last * 56).toBeGreaterThanOrEqual(20_800);
  });
});
