import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceBooking } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import { seeded } from './seeded.ts';
import {
  at,
  FIRST,
  facts,
  hours,
  iso,
  LASER,
  MACHINE,
  monday,
  NOW,
  outage,
  place,
  placed,
  stateAfter,
  THIRD,
} from './someCalendar.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

function nearest(events: CalendarEvent[], command: PlaceBooking, given: CalendarFacts) {
  const decision = calendarDecider.decide(command, stateAfter(events), given);
  if (decision.outcome !== 'refused') throw new Error('it was accepted');
  return decision.nearest;
}
const slot = (start: number, end: number) => ({ start: iso(start), end: iso(end) });

describe('the nearest allowed slot', () => {
  const ten = monday('10:00');
  const noon = monday('12:00');

  test('is the gap after, or before, whichever is nearer', () => {
    const booked = [placed(FIRST, ten, noon)];
    const late = place(monday('11:30'), monday('12:30'));
    expect(nearest(booked, late, facts())).toEqual(slot(noon, monday('13:00')));
    const early = place(monday('09:15'), monday('10:15'));
    expect(nearest(booked, early, facts())).toEqual(slot(monday('09:00'), ten));
  });
  test('of two equally near it is the later', () => {
    const booked = [placed(FIRST, ten, monday('11:00'))];
    expect(nearest(booked, place(ten, monday('11:00')), facts())).toEqual(slot(monday('11:00'), noon));
  });
  test('passes over gaps that are too short', () => {
    const booked = [placed(FIRST, NOW, noon), placed(THIRD, monday('12:30'), monday('14:00'))];
    expect(nearest(booked, place(ten, monday('11:00')), facts())).toEqual(
      slot(monday('14:00'), monday('15:00')),
    );
  });
  test('satisfies all rules at once: free, open, in order again, before the competence expires', () => {
    const given = facts({
      openingHours: hours,
      machine: { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] },
      holder: { competences: { [LASER]: at('2026-11-25 13:00') } },
    });
    const story = [placed(FIRST, monday('09:00'), monday('21:00')), outage(NOW, at('2026-11-25 11:00'))];
    expect(nearest(story, place(ten, noon), given)).toEqual(
      slot(at('2026-11-25 11:00'), at('2026-11-25 13:00')),
    );
    expect(nearest(story, place(ten, monday('12:01')), given)).toBeNull();
  });
  test('of something past is from now on, at full five minutes', () => {
    const given = facts({ now: monday('10:01') });
    expect(nearest([], place(NOW, NOW + 30 * MINUTE), given)).toEqual(slot(monday('10:05'), monday('10:35')));
  });
  test('is none where no time would help', () => {
    expect(nearest([], place(ten, noon), facts({ holder: { membership: null } }))).toBeNull();
    expect(nearest([], place(ten, noon), facts({ machine: { inService: false } }))).toBeNull();
    expect(nearest([], place(noon, ten), facts())).toBeNull();
    expect(nearest([outage(NOW, null)], place(ten, noon), facts())).toBeNull();
  });
  test('is looked for 30 days around, not further', () => {
    const until = (day: string) => [outage(NOW, at(day))];
    expect(nearest(until('2026-12-23 10:00'), place(ten, noon), facts())).toEqual(
      slot(at('2026-12-23 10:00'), at('2026-12-23 12:00')),
    );
    expect(nearest(until('2026-12-23 10:01'), place(ten, noon), facts())).toBeNull();
  });
  test('a moved booking keeps its length and does not stand in its own way', () => {
    const decision = calendarDecider.decide(
      {
        type: 'MoveBooking',
        machineId: MACHINE,
        bookingId: FIRST,
        start: monday('13:30'),
        end: monday('15:30'),
      },
      stateAfter([placed(FIRST, ten, noon), placed(THIRD, monday('14:00'), monday('20:00'))]),
      facts(),
    );
    expect(decision).toMatchObject({ nearest: slot(noon, monday('14:00')) });
  });
});

describe('any calendar', () => {
  const minutes = (from: number, to: number) => fc.integer({ min: from, max: to });
  /** Five-minute steps from now, over nine days. */
  const bookings = fc.array(fc.record({ start: minutes(0, 2_600), length: minutes(1, 100) }), {
    maxLength: 25,
  });
  const wish = fc.record({ start: minutes(-20, 2_600), length: minutes(1, 150) });
  const circumstances = fc.record({
    capacity: minutes(1, 2),
    closed: fc.boolean(),
    out: fc.option(fc.record({ start: minutes(0, 1_000), length: minutes(1, 1_500) }), { nil: undefined }),
    paused: fc.option(minutes(0, 2_000), { nil: undefined }),
    until: fc.option(minutes(0, 5_000), { nil: undefined }),
  });
  const step = 5 * MINUTE;
  const later = (steps: number) => NOW + steps * step;

  test('a slot that is offered is accepted; where none is offered, no full five minutes would be', () => {
    fc.assert(
      fc.property(bookings, wish, circumstances, (booked, { start, length }, given) => {
        const events = booked.map((one, index) =>
          placed(`booking-${index}`, later(one.start), later(one.start + one.length)),
        );
        if (given.out) events.push(outage(later(given.out.start), later(given.out.start + given.out.length)));
        const situation = facts({
          machine: { capacity: given.capacity },
          holder: {
            pausedUntil: given.paused === undefined ? null : later(given.paused),
            membership: { until: given.until === undefined ? null : later(given.until) },
          },
          ...(given.closed ? { openingHours: hours } : {}),
        });
        const state = stateAfter(events);
        const wanted = place(later(start), later(start + length));
        const decision = calendarDecider.decide(wanted, state, situation);
        if (decision.outcome === 'accepted') return;
        const accepts = (from: number) =>
          calendarDecider.decide(place(from, from + length * step), state, situation).outcome === 'accepted';
        if (decision.nearest) {
          const offered = Date.parse(decision.nearest.start);
          expect(Date.parse(decision.nearest.end) - offered).toBe(length * step);
          expect(accepts(offered)).toBe(true);
          const anchor = Math.max(later(start), NOW);
          for (let from = NOW; from < anchor + DAY; from += step) {
            if (Math.abs(from - anchor) < Math.abs(offered - anchor)) expect(accepts(from)).toBe(false);
          }
          return;
        }
        for (let from = NOW; from <= NOW + 30 * DAY; from += 12 * step) expect(accepts(from)).toBe(false);
      }),
      seeded({ numRuns: 60 }),
    );
  });
});
