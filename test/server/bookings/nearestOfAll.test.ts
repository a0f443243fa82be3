import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import { isAllowed } from '../../../server/bookings/rulebook.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import { seeded } from './seeded.ts';
import {
  ANNA,
  BELA,
  BERLIN,
  facts,
  hours,
  iso,
  MACHINE,
  NOW,
  outage,
  place,
  placed,
  stateAfter,
  WORKSHOP,
} from './someCalendar.ts';

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

const sometimes = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null, freq: 3 });
const quarters = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => number * 15);
const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
const windows = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, to: clock }), {
  maxLength: 4,
});
const someRules: fc.Arbitrary<Partial<BookingRules>> = fc.record({
  horizonDays: sometimes(fc.integer({ min: 2, max: 40 })),
  minimumNoticeMinutes: sometimes(quarters(1, 200)),
  maximumDurationMinutes: sometimes(quarters(8, 60)),
  maximumPerDay: sometimes(fc.integer({ min: 1, max: 3 })),
  maximumPerDayMinutes: sometimes(quarters(4, 30)),
  maximumOpen: sometimes(fc.integer({ min: 3, max: 9 })),
  maximumOpenMinutes: sometimes(quarters(20, 200)),
  minimumGapMinutes: sometimes(quarters(1, 30)),
  turnaroundMinutes: sometimes(quarters(1, 6)),
  freeTime: windows,
  quietHours: windows,
  byTheDay: fc.boolean(),
});
const span = fc.record({ start: fc.integer({ min: 1, max: 900 }), length: fc.integer({ min: 1, max: 30 }) });
const scene = fc.record({
  rules: someRules,
  bookings: fc.array(fc.record({ ...{ span }, mine: fc.boolean() }), { maxLength: 12 }),
  held: fc.array(span, { maxLength: 2 }),
  reserved: fc.array(span, { maxLength: 2 }),
  out: sometimes(span),
  needed: sometimes(span),
  open: fc.boolean(),
  capacity: fc.integer({ min: 1, max: 2 }),
  wish: span,
  /** In the weeks in which the clock of Berlin changes, too. */
  weeks: fc.constantFrom(0, 17, 48),
});

test('the nearest slot satisfies every rule at once, and no nearer quarter of an hour does', () => {
  let [offered, none] = [0, 0];
  fc.assert(
    fc.property(scene, (given) => {
      const now = NOW + given.weeks * 7 * DAY;
      const times = ({ start, length }: { start: number; length: number }) => ({
        start: now + start * QUARTER,
        end: now + (start + length) * QUARTER,
      });
      const ofMachine = { machineId: MACHINE, workshopId: WORKSHOP };
      const events: CalendarEvent[] = given.bookings.map(({ span: one, mine }, index) => {
        const { start, end } = times(one);
        return placed(`booking-${index}`, start, end, mine ? ANNA : BELA);
      });
      for (const [index, one] of given.held.entries()) {
        const { start, end } = times(one);
        const whose = { holdId: `hold-${index}`, waitId: `wait-${index}`, memberId: BELA };
        const about = { ...ofMachine, ...whose, until: iso(now + DAY) };
        events.push({ type: 'SlotHeld', data: { ...about, start: iso(start), end: iso(end) } });
      }
      for (const [index, one] of given.reserved.entries()) {
        const { start, end } = times(one);
        const about = { ...ofMachine, reservationId: `r-${index}`, purposeId: MACHINE, reservedBy: BELA };
        events.push({ type: 'TimeReserved', data: { ...about, start: iso(start), end: iso(end) } });
      }
      if (given.out) {
        const { start, end } = times(given.out);
        events.push(outage(start, end));
      }
      const needed = given.needed && times(given.needed);
      const situation: CalendarFacts = {
        ...facts({
          now,
          timeZone: BERLIN,
          machine: { capacity: given.capacity, rules: { ...NO_BOOKING_RULES, ...given.rules } },
          ...(given.open ? {} : { openingHours: hours }),
        }),
        dependenciesOut: needed ? [{ name: 'Extraction', from: needed.start, until: needed.end }] : [],
      };
      const state = stateAfter(events);
      const wish = times(given.wish);
      const length = wish.end - wish.start;
      if (state.status === 'empty') return;
      const slot = { memberId: ANNA, change: null };
      const accepts = (start: number) => isAllowed({ ...slot, start, end: start + length }, state, situation);
      const decision = calendarDecider.decide(place(wish.start, wish.end), state, situation);
      if (decision.outcome === 'accepted') return;
      const { nearest } = decision;
      if (nearest) {
        offered++;
        expect(Date.parse(nearest.end) - Date.parse(nearest.start)).toBe(length);
        expect(accepts(Date.parse(nearest.start))).toBe(true);
      } else none++;
      const distance = nearest ? Math.abs(Date.parse(nearest.start) - wish.start) : 30 * DAY + 1;
      const step = nearest ? QUARTER : HOUR;
      for (let away = 0; away < distance; away += step) {
        for (const from of [wish.start - away, wish.start + away]) {
          if (from >= now && accepts(from)) expect.fail(`${iso(from)} is nearer than ${nearest?.start}`);
        }
      }
    }),
    seeded({ numRuns: 400 }),
  );
  console.info(`${offered} were offered another time, ${none} none`);
  expect(offered).toBeGreaterThan(20);
}, 60_000);
