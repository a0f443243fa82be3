import { describe, expect, test } from 'vitest';
import { declareOutage, placeBooking } from '../../../shared/bookings/commands.ts';

const booking = { start: '2026-11-23T10:00:00Z', end: '2026-11-23T12:00:00+01:00' };

describe('the body of a booking', () => {
  test('takes instants with any offset, with or without a purpose', () => {
    expect(placeBooking.safeParse(booking).success).toBe(true);
    expect(placeBooking.parse({ ...booking, purpose: ' A sign ' }).purpose).toBe('A sign');
  });
  test.each([
    ['an unknown field', { ...booking, override: true }],
    ['no offset', { ...booking, start: '2026-11-23T10:00:00' }],
    ['the year 0', { ...booking, start: '0000-01-01T00:00:00Z' }],
    ['the end of time', { ...booking, end: '+275760-09-13T00:00:00Z' }],
    ['a number', { ...booking, end: 1 }],
    ['more than 92 days', { start: '2026-11-23T10:00:00Z', end: '2027-02-23T10:00:01Z' }],
    ['a purpose of 10,000 characters', { ...booking, purpose: 'a'.repeat(10_000) }],
  ])('refuses %s', (_what, body) => {
    expect(placeBooking.safeParse(body).success).toBe(false);
  });
  test('leaves it to the rules that an end comes before its start', () => {
    expect(placeBooking.safeParse({ start: booking.end, end: '2026-11-22T10:00:00Z' }).success).toBe(true);
  });
});

describe('the body of an outage', () => {
  test('needs a reason, and no times', () => {
    expect(declareOutage.safeParse({ reason: 'Lens cracked' }).success).toBe(true);
    expect(declareOutage.safeParse({ reason: 'Lens cracked', end: null }).success).toBe(true);
    expect(declareOutage.safeParse({ reason: '  ' }).success).toBe(false);
  });
});
