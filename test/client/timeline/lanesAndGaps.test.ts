import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf, outsideOf } from '../../../client/timeline/gaps.ts';
import { laneCount, lanesOf } from '../../../client/timeline/lanes.ts';

const SEED = 20261122;
const span = (start: number, end: number) => ({ start, end });
const anySpans = fc.array(
  fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => span(start, start + length)),
  { maxLength: 30 },
);

describe('lanes', () => {
  test('keep bookings back to back in one lane', () => {
    expect(lanesOf([span(0, 10), span(10, 20), span(20, 30)])).toEqual([0, 0, 0]);
  });

  test('put what overlaps side by side, and take the lowest free lane', () => {
    expect(lanesOf([span(0, 30), span(5, 10), span(8, 12), span(10, 20)])).toEqual([0, 1, 2, 1]);
  });

  test('never hold two overlapping spans, and are never more than overlap at one moment', () => {
    const property = fc.property(anySpans, (spans) => {
      const lanes = lanesOf(spans);
      spans.forEach((one, left) => {
        spans.forEach((other, right) => {
          if (left >= right || lanes[left] !== lanes[right]) return;
          expect(one.end <= other.start || other.end <= one.start).toBe(true);
        });
      });
      const together = (at: number) => spans.filter(({ start, end }) => start <= at && at < end).length;
      const most = Math.max(0, ...spans.map(({ start }) => together(start)));
      expect(Math.max(0, ...lanes.map((lane) => lane + 1))).toBe(most);
    });
    fc.assert(property, { seed: SEED });
  });

  test('show one free lane while there is a place left', () => {
    expect(laneCount([], 1)).toBe(1);
    expect(laneCount([0, 1], 6)).toBe(3);
    expect(laneCount([0, 1], 2)).toBe(2);
    expect(laneCount([0, 1, 2], 2)).toBe(3);
  });
});

describe('gaps', () => {
  const open = [span(100, 200)];
  const machine = { capacity: 1, bookings: [], outages: [], open, mayRunUnattended: false };

  test('are the opening hours where nothing is booked', () => {
    expect(gapsOf(machine, 0, 300, 1)).toEqual([{ start: 100, end: 200, places: 1 }]);
  });

  test('end at a booking and begin again after it', () => {
    const gaps = gapsOf({ ...machine, bookings: [span(120, 150), span(150, 160)] }, 0, 300, 1);
    expect(gaps.map(({ start, end }) => [start, end])).toEqual([
      [100, 120],
      [160, 200],
    ]);
  });

  test('leave out outages and what is too short', () => {
    const gaps = gapsOf({ ...machine, bookings: [span(110, 190)], outages: [span(195, 999)] }, 0, 300, 8);
    expect(gaps.map(({ start, end }) => [start, end])).toEqual([[100, 110]]);
  });

  test('reach around the clock where a machine may run unattended', () => {
    expect(gapsOf({ ...machine, mayRunUnattended: true }, 0, 300, 1)).toEqual([
      { start: 0, end: 300, places: 1 },
    ]);
  });

  test('go on beside bookings while a place is left, and tell the fewest places', () => {
    const gaps = gapsOf({ ...machine, capacity: 3, bookings: [span(100, 140), span(120, 140)] }, 0, 300, 1);
    expect(gaps).toEqual([{ start: 100, end: 200, places: 1 }]);
  });

  test('never overlap a full moment and never leave the hours', () => {
    const property = fc.property(anySpans, fc.integer({ min: 1, max: 4 }), (bookings, capacity) => {
      for (const gap of gapsOf({ ...machine, capacity, bookings }, 0, 300, 1)) {
        for (let at = gap.start; at < gap.end; at++) {
          expect(bookings.filter(({ start, end }) => start <= at && at < end).length).toBeLessThan(capacity);
          expect(at >= 100 && at < 200).toBe(true);
        }
      }
    });
    fc.assert(property, { seed: SEED });
  });

  test('leave the rest of a day outside the hours', () => {
    expect(outsideOf([span(150, 200), span(100, 160)], 0, 300)).toEqual([span(0, 100), span(200, 300)]);
    expect(outsideOf([], 0, 10)).toEqual([span(0, 10)]);
  });
});
