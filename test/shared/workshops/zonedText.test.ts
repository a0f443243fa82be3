import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zonedText } from '../../../shared/workshops/zonedText.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Mexico_City',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];

const byTemporal = (milliseconds: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });

it('writes what Temporal writes, at any instant and around every change of a zone', () => {
  const zone = fc.constantFrom(...ZONES);
  const anyTime = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
  const nearChange = fc.tuple(zone, anyTime, fc.integer({ min: -2, max: 2 })).map(([timeZone, from, by]) => {
    const then = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
    return [timeZone, (then.getTimeZoneTransition('next')?.epochMilliseconds ?? from) + by] as const;
  });
  fc.assert(
    fc.property(fc.oneof(fc.tuple(zone, anyTime), nearChange), ([timeZone, milliseconds]) => {
      expect(zonedText(milliseconds, timeZone)).toBe(byTemporal(milliseconds, timeZone));
    }),
    { numRuns: 2000, verbose: true },
  );
});

it('tells the doubled hour apart', () => {
  expect(zonedText(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
  expect(zonedText(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin')).toBe('2026-10-25T02:30:00+01:00');
});
