import { describe, expect, test } from 'vitest';
import { requestOf } from '../../../client/booking/acts.ts';

const start = Date.parse('2026-11-22T14:00:00+01:00');
const end = Date.parse('2026-11-22T15:30:00+01:00');
const times = { start: '2026-11-22T13:00:00.000Z', end: '2026-11-22T14:30:00.000Z' };
const booking = { bookingId: 'b', machineId: 'm', revision: 7 };

describe('the request of a booking command', () => {
  test('places with instants in UTC, and with a purpose only where there is one', () => {
    const place = { act: 'place', machineId: 'm', start, end } as const;
    expect(requestOf({ ...place, purpose: '  ' })).toEqual({
      path: '/api/machines/m/bookings',
      body: times,
      ifMatch: null,
    });
    expect(requestOf({ ...place, purpose: ' A shelf ' }).body).toEqual({ ...times, purpose: 'A shelf' });
  });

  test('changes an existing one under the revision that was seen', () => {
    for (const act of ['move', 'resize'] as const) {
      expect(requestOf({ act, booking, start, end })).toEqual({
        path: `/api/machines/m/bookings/b/${act}`,
        body: times,
        ifMatch: 7,
      });
    }
    for (const act of ['cancel', 'reinstate'] as const) {
      expect(requestOf({ act, booking })).toMatchObject({ body: {}, ifMatch: 7 });
    }
  });

  test('corrects with a note only where there is one', () => {
    const correct = { act: 'correct', booking, start, end } as const;
    expect(requestOf({ ...correct, note: '' }).body).toEqual(times);
    expect(requestOf({ ...correct, note: 'stopped early' }).body).toEqual({
      ...times,
      note: 'stopped early',
    });
  });
});
