import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, occupies } from '../../../server/bookings/agenda.ts';
import { type CalendarState, evolveCalendar } from '../../../server/bookings/calendar.ts';
import type { CalendarCommand } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import { seeded } from './seeded.ts';
import { ANNA, BELA, facts, MACHINE, NOW, place, WORKSHOP } from './someCalendar.ts';

const STEP = 15 * 60_000;
const DAY = 96 * STEP;
const IDS = Array.from(
  { length: 12 },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
);

interface Turn {
  command: CalendarCommand;
  /** Steps that the clock goes on before it. */
  pause: number;
}

const bookingId = fc.constantFrom(...IDS);
/** Steps from the moment of the command. */
const times = fc
  .record({ start: fc.integer({ min: -8, max: 40 }), length: fc.integer({ min: -1, max: 24 }) })
  .map(({ start, length }) => ({ start: start * STEP, end: (start + length) * STEP }));

const series = fc
  .record({ when: times, every: fc.integer({ min: 1, max: 40 }), onlyAllowed: fc.boolean() })
  .map(({ when, every, onlyAllowed }) => ({ ...when, every: every * STEP, onlyAllowed }));

const command: fc.Arbitrary<CalendarCommand> = fc.oneof(
  fc.record({ id: bookingId, wish: series }).map(({ id, wish: { start, end, every, onlyAllowed } }) => ({
    type: 'PlaceSeries' as const,
    seriesId: WORKSHOP,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    memberId: ANNA,
    purposeId: null,
    onlyAllowed,
    occurrences: [0, 1, 2].map((number) => ({
      bookingId: id.replace(/.{4}$/, `f${number}${id.slice(-2)}`),
      start: start + number * every,
      end: end + number * every,
    })),
  })),
  fc
    .record({ id: bookingId, when: times, memberId: fc.constantFrom(ANNA, BELA) })
    .map(({ id, when, memberId }) => place(when.start, when.end, { bookingId: id, memberId })),
  fc
    .record({
      type: fc.constantFrom('MoveBooking' as const, 'ResizeBooking' as const),
      bookingId,
      when: times,
    })
    .map(({ type, bookingId: id, when }) => ({ type, machineId: MACHINE, bookingId: id, ...when })),
  fc
    .record({ type: fc.constantFrom('CancelBooking' as const, 'ReinstateBooking' as const), bookingId })
    .map((known) => ({ ...known, machineId: MACHINE })),
  fc.record({ bookingId, when: times }).map(({ bookingId: id, when }) => ({
    type: 'CorrectBooking' as const,
    machineId: MACHINE,
    bookingId: id,
    start: when.start - 40 * STEP,
    end: when.end - 40 * STEP,
    noteId: null,
  })),
  fc.record({ outageId: bookingId, when: times }).map(({ outageId, when: { start, end } }) => ({
    type: 'DeclareOutage' as const,
    outageId,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    kind: 'outOfOrder' as const,
    start,
    end,
    reasonId: WORKSHOP,
    faultId: null,
    planId: null,
  })),
  bookingId.map((outageId) => ({
    type: 'EndOutage' as const,
    machineId: MACHINE,
    outageId,
    noteId: null,
  })),
  fc.constant({ type: 'ReconsiderBookings' as const, machineId: MACHINE, bookingIds: IDS }),
);
const story = fc.array(
  fc.record({ command, pause: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 600 })) }),
  { minLength: 15, maxLength: 60 },
);

/** Times in the commands count from the moment in which they are given. */
function atMoment(given: CalendarCommand, now: number): CalendarCommand {
  if (given.type === 'PlaceSeries') {
    const occurrences = given.occurrences.map((one) => ({
      ...one,
      start: one.start + now,
      end: one.end + now,
    }));
    return { ...given, occurrences };
  }
  if (!('start' in given) || given.start === null) return given;
  const end = given.end === null ? null : given.end + now;
  return { ...given, start: given.start + now, end } as CalendarCommand;
}

interface Told {
  state: CalendarState;
  events: { event: CalendarEvent; revision: number; at: number }[];
}

function bookingsMadeBy(turn: CalendarCommand): string[] {
  if (turn.type === 'PlaceBooking') return [turn.bookingId];
  return turn.type === 'PlaceSeries' ? turn.occurrences.map((one) => one.bookingId) : [];
}

/** Ids are made anew for each command; here they come from a few, so that commands meet. */
const makesWhatWasMade = (turn: CalendarCommand, { events }: Told): boolean =>
  bookingsMadeBy(turn).some((made) =>
    events.some(({ event }) => event.type === 'BookingPlaced' && event.data.bookingId === made),
  ) ||
  (turn.type === 'DeclareOutage' &&
    events.some(({ event }) => event.type === 'OutageDeclared' && event.data.outageId === turn.outageId));

/** Plays a story; each new booking has an id of its own. `look` sees the state after each accepted command. */
function tell(
  turns: readonly Turn[],
  capacity: number,
  look: (state: CalendarState, now: number) => void,
  rules: BookingRules = NO_BOOKING_RULES,
): Told {
  const told: Told = { state: structuredClone(calendarDecider.initialState), events: [] };
  let now = NOW;
  for (const { command: turn, pause } of turns) {
    now += pause * STEP;
    if (makesWhatWasMade(turn, told)) continue;
    const decision = calendarDecider.decide(
      atMoment(turn, now),
      told.state,
      facts({ now, machine: { capacity, rules } }),
    );
    if (decision.outcome === 'refused') continue;
    for (const event of decision.events) {
      const recorded = { event, revision: told.events.length, at: now };
      told.state = calendarDecider.evolve(told.state, event, recorded);
      told.events.push(recorded);
    }
    look(told.state, now);
  }
  return told;
}

const NEW = '00000000-0000-4000-8000-0000000000ff';
const underNewId = (asked: CalendarCommand): CalendarCommand => {
  if (asked.type === 'PlaceBooking') return { ...asked, bookingId: NEW };
  if (asked.type === 'PlaceSeries') {
    const occurrences = asked.occurrences.map((one, index) => ({
      ...one,
      bookingId: NEW.replace(/f$/, `${index}`),
    }));
    return { ...asked, occurrences };
  }
  return asked.type === 'DeclareOutage' ? { ...asked, outageId: NEW } : asked;
};

/** Whether the calendar knows the booking or outage that a command changes. */
function remembersWhatItIsAbout(state: CalendarState, asked: CalendarCommand): boolean {
  if (state.status === 'empty') return false;
  if (asked.type === 'PlaceBooking' || asked.type === 'PlaceSeries') return true;
  if (asked.type === 'DeclareOutage') return true;
  if ('outageId' in asked) return state.outages.some(({ outageId }) => outageId === asked.outageId);
  return !('bookingId' in asked) || find(state.agenda, asked.bookingId) !== undefined;
}

/** The most bookings that take the machine at one instant, turnaround included, by counting at every start. */
function mostAtOnce(state: CalendarState, turnaround = 0): number {
  if (state.status === 'empty') return 0;
  const standing = state.agenda.byEnd.filter(occupies);
  return Math.max(
    0,
    ...standing.map(
      (one) =>
        standing.filter((other) => other.start <= one.start && one.start < other.end + turnaround).length,
    ),
  );
}

describe('under any interleaving of commands', () => {
  test('no instant ever has more bookings than places', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 3 }), (turns, capacity) => {
        tell(turns, capacity, (state) => expect(mostAtOnce(state)).toBeLessThanOrEqual(capacity));
      }),
      seeded({ numRuns: 300 }),
    );
  });

  test('no two bookings come closer than the turnaround on any one place', () => {
    const rules = { ...NO_BOOKING_RULES, turnaroundMinutes: 45, approval: true };
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 3 }), (turns, capacity) => {
        // What really happened is written down as it was: it asks for no turnaround.
        const decided = turns.filter(({ command: { type } }) => type !== 'CorrectBooking');
        const look = (state: CalendarState) =>
          expect(mostAtOnce(state, 3 * STEP)).toBeLessThanOrEqual(capacity);
        tell(decided, capacity, look, rules);
      }),
      seeded({ numRuns: 300 }),
    );
  });

  test('no two bookings of all that were ever made run at once', () => {
    fc.assert(
      fc.property(story, (turns) => {
        const { events } = tell(turns, 1, () => {});
        // Without forgetting: everything happens in one moment.
        let everything: CalendarState = { status: 'empty' };
        for (const { event, revision } of events) {
          everything = evolveCalendar(everything, event, { revision, at: 0 });
        }
        expect(mostAtOnce(everything)).toBeLessThanOrEqual(1);
      }),
      seeded({ numRuns: 300 }),
    );
  });

  test('the calendar that forgets decides as one that remembers all', () => {
    fc.assert(
      fc.property(story, story, (turns, further) => {
        const { state, events } = tell(turns, 1, () => {});
        let everything: CalendarState = { status: 'empty' };
        for (const { event, revision } of events) {
          everything = evolveCalendar(everything, event, { revision, at: 0 });
        }
        const now = events.at(-1)?.at ?? NOW;
        for (const { command: turn } of further) {
          const asked = underNewId(atMoment(turn, now));
          // Of what it has forgotten it only says that it is over: see the tests of each command.
          if (!remembersWhatItIsAbout(state, asked)) continue;
          const given = facts({ now });
          expect(calendarDecider.decide(asked, state, given)).toEqual(
            calendarDecider.decide(asked, everything, given),
          );
        }
      }),
      seeded({ numRuns: 200 }),
    );
  });

  test('replayed, or read from a snapshot half-way, the state is the same', () => {
    fc.assert(
      fc.property(story, fc.nat(), (turns, cut) => {
        const { state, events } = tell(turns, 2, () => {});
        const half = events.length === 0 ? 0 : cut % events.length;
        let replayed: CalendarState = structuredClone(calendarDecider.initialState);
        for (const [index, { event, revision, at }] of events.entries()) {
          if (index === half) replayed = JSON.parse(JSON.stringify(replayed));
          replayed = calendarDecider.evolve(replayed, event, { revision, at });
        }
        expect(replayed).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      seeded({ numRuns: 200 }),
    );
  });

  test('deciding changes nothing in the state', () => {
    fc.assert(
      fc.property(story, story, (turns, further) => {
        const { state, events } = tell(turns, 1, () => {});
        const before = JSON.stringify(state);
        const now = (events.at(-1)?.at ?? NOW) + DAY;
        for (const { command: turn } of further)
          calendarDecider.decide(atMoment(turn, now), state, facts({ now }));
        expect(JSON.stringify(state)).toBe(before);
      }),
      seeded({ numRuns: 100 }),
    );
  });
});
