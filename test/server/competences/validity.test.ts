import { expect, it } from 'vitest';
import { validUntil } from '../../../server/competences/validity.ts';

const noon = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 12);

it('is good for good where nobody said for how long', () => {
  expect(validUntil(noon(2026, 11, 22), null, 'Europe/Berlin')).toBeNull();
});

it('ends with the same day of the month, on the workshop’s clock', () => {
  expect(validUntil(noon(2026, 11, 22), 24, 'Europe/Berlin')).toBe('2028-11-22T23:00:00.000Z');
  expect(validUntil(noon(2026, 11, 22), 8, 'Europe/Berlin')).toBe('2027-07-22T22:00:00.000Z');
});

it('ends with the last day of a month that has no such day', () => {
  expect(validUntil(noon(2028, 2, 29), 12, 'UTC')).toBe('2029-03-01T00:00:00.000Z');
  expect(validUntil(noon(2026, 8, 31), 1, 'UTC')).toBe('2026-10-01T00:00:00.000Z');
});
