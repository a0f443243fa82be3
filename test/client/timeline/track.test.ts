import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticksOfStack, ticksOfStrip } from '../../../client/timeline/ticks.ts';
import {
  axisOf,
  instantOf,
  partsOf,
  stackedTracks,
  stripTrack,
  type Track,
  voidsOf,
} from '../../../client/timeline/track.ts';
import { wallDay } from '../../../client/timeline/wallDay.ts';
import { berlinDay, longDay, ordinaryDay, shortDay } from './days.ts';

const HOUR = 3_600_000;
const SEED = 20261122;

const after = (dates: readonly string[], offset: string) =>
  dates.map((date) => wallDay(berlinDay(date, offset, offset), 'Europe/Berlin'));

const shortWeek = [...after(['2026-03-27', '2026-03-28'], '+01:00'), shortDay];
const longWeek = [longDay, ...after(['2026-10-26', '2026-10-27'], '+01:00')];

const trackOf = (tracks: readonly Track[], index: number): Track => {
  const track = tracks[index];
  if (!track) throw new Error(`no track ${index}`);
  return track;
};

describe('a strip of days', () => {
  test('is as long as the hours that really pass', () => {
    expect(stripTrack([ordinaryDay]).length).toBe(24 * HOUR);
    expect(stripTrack([shortDay]).length).toBe(23 * HOUR);
    expect(stripTrack([longDay]).length).toBe(25 * HOUR);
    expect(stripTrack(shortWeek).length).toBe(71 * HOUR);
  });

  test('labels the skipped and the doubled hour as the wall clock does', () => {
    const labels = (day: typeof longDay) =>
      ticksOfStrip([day], stripTrack([day]))
        .slice(0, 5)
        .map(({ at, time, offset }) => [at / HOUR, time, offset]);
    expect(labels(shortDay)).toEqual([
      [0, '00:00', null],
      [1, '01:00', null],
      [2, '03:00', null],
      [3, '04:00', null],
      [4, '05:00', null],
    ]);
    expect(labels(longDay)).toEqual([
      [0, '00:00', null],
      [1, '01:00', null],
      [2, '02:00', 120],
      [3, '02:00', 60],
      [4, '03:00', null],
    ]);
  });
});

describe('stacked days', () => {
  test('share one clock face of 24 hours in an ordinary week, and where an hour is skipped', () => {
    const tracks = stackedTracks(shortWeek);
    expect(tracks.map(({ length }) => length / HOUR)).toEqual([24, 24, 24]);
    expect(voidsOf(trackOf(tracks, 0))).toEqual([]);
    expect(voidsOf(trackOf(tracks, 2))).toEqual([{ start: 2 * HOUR, end: 3 * HOUR }]);
  });

  test('share one of 25 hours where one is doubled, void on the days that have it once', () => {
    const tracks = stackedTracks(longWeek);
    expect(tracks.map(({ length }) => length / HOUR)).toEqual([25, 25, 25]);
    expect(voidsOf(trackOf(tracks, 0))).toEqual([]);
    expect(voidsOf(trackOf(tracks, 1))).toEqual([{ start: 3 * HOUR, end: 4 * HOUR }]);
  });

  test('put the same wall time in the same place', () => {
    const places = (days: typeof longWeek, time: string) =>
      stackedTracks(days).map((track, index) => {
        const day = days[index];
        const at = Date.parse(`${day?.date}T${time}:00Z`) - (day?.pieces.at(-1)?.offset ?? 0) * 60_000;
        return axisOf(track, at) / HOUR;
      });
    expect(places(longWeek, '09:30')).toEqual([10.5, 10.5, 10.5]);
    expect(places(shortWeek, '09:30')).toEqual([9.5, 9.5, 9.5]);
  });

  test('label the doubled hour twice', () => {
    const labels = ticksOfStack(longWeek, stackedTracks(longWeek)).map(({ at, time }) => [at / HOUR, time]);
    expect(labels.slice(1, 5)).toEqual([
      [1, '01:00'],
      [2, '02:00'],
      [3, '02:00'],
      [4, '03:00'],
    ]);
  });

  test('cut a booking across a void in two, and leave it whole elsewhere', () => {
    const [, plain] = stackedTracks(longWeek);
    if (!plain) throw new Error('no track');
    const start = Date.parse('2026-10-26T02:00:00+01:00');
    expect(partsOf(plain, start, start + 2 * HOUR)).toEqual([
      { start: 2 * HOUR, end: 3 * HOUR },
      { start: 4 * HOUR, end: 5 * HOUR },
    ]);
    expect(partsOf(plain, start + 8 * HOUR, start + 9 * HOUR)).toEqual([
      { start: 11 * HOUR, end: 12 * HOUR },
    ]);
  });
});

describe('instants and places on the axis', () => {
  const tracks: readonly Track[] = [
    stripTrack([ordinaryDay]),
    stripTrack([shortDay]),
    stripTrack([longDay]),
    stripTrack(shortWeek),
    ...stackedTracks(shortWeek),
    ...stackedTracks(longWeek),
  ];
  const anyTrack = fc.constantFrom(...tracks);

  test('an instant of the row comes back from its place', () => {
    const property = fc.property(anyTrack, fc.double({ min: 0, max: 1, noNaN: true }), (track, share) => {
      const from = track.pieces[0]?.from ?? 0;
      const to = track.pieces.at(-1)?.to ?? 0;
      const instant = Math.min(to - 1, Math.floor(from + share * (to - from)));
      expect(instantOf(track, axisOf(track, instant))).toBe(instant);
    });
    fc.assert(property, { seed: SEED });
  });

  test('a place outside the voids comes back from its instant, and never leaves the row', () => {
    const property = fc.property(
      anyTrack,
      fc.double({ min: -0.1, max: 1.1, noNaN: true }),
      (track, share) => {
        const place = Math.round(share * track.length) + 0;
        const instant = instantOf(track, place);
        expect(instant).toBeGreaterThanOrEqual(track.pieces[0]?.from ?? 0);
        expect(instant).toBeLessThanOrEqual(track.pieces.at(-1)?.to ?? 0);
        const outside = place < 0 || place >= track.length;
        const isVoid = voidsOf(track).some(({ start, end }) => place >= start && place < end);
        if (!outside && !isVoid) expect(axisOf(track, instant)).toBe(place);
      },
    );
    fc.assert(property, { seed: SEED });
  });

  test('later is never further left', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const property = fc.property(anyTrack, share, share, (track, one, other) => {
      const [left, right] = [Math.min(one, other) * track.length, Math.max(one, other) * track.length];
      expect(instantOf(track, left)).toBeLessThanOrEqual(instantOf(track, right));
    });
    fc.assert(property, { seed: SEED });
  });
});
