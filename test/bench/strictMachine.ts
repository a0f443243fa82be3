import { type BookingRules, NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';

export const ZONE = 'Europe/Berlin';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A machine that asks for everything that a machine can ask for at once. */
export const RULES: BookingRules = {
  ...NO_BOOKING_RULES,
  horizonDays: 400,
  minimumNoticeMinutes: 120,
  minimumDurationMinutes: 10,
  maximumDurationMinutes: 240,
  maximumPerDay: 2,
  maximumPerDayMinutes: 180,
  maximumOpen: 12,
  maximumOpenMinutes: 600,
  minimumGapMinutes: 60,
  turnaroundMinutes: 5,
  freeTime: [{ weekday: 7, from: '20:00', to: '22:00' }],
  quietHours: everyDay.map((weekday) => ({ weekday, from: '13:00', to: '13:30' })),
  renewals: 1,
};

export const HOURS: OpeningHours = {
  visitor: [],
  member: everyDay.map((weekday) => ({ weekday, opens: '07:00', closes: '23:00' })),
  host: 'always',
  steward: 'always',
  holidays: [{ date: '2026-12-25', name: 'Christmas' }],
};
