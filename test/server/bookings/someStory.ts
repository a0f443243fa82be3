import fc from 'fast-check';
import { blankCalendar, type Calendar, type CalendarState } from '../../../server/bookings/calendar.ts';
import type { CalendarCommand, OverrideGiven } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import { ANNA, aMember, BELA, FIRST, facts, MACHINE, NOW, place, WORKSHOP } from './someCalendar.ts';
import { CARLA, giver, stop, walkUp } from './someUse.ts';

const STEP = 15 * 60_000;
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const OTHERS = [ANNA, BELA, CARLA];

const KINDS = [
  'place',
  'placeSetAside',
  'move',
  'resize',
  'cancel',
  'reinstate',
  'confirm',
  'decline',
  'pass',
  'start',
  'walkUp',
  'stop',
  'mistake',
  'handOver',
  'join',
  'leave',
  'declineHold',
  'reserve',
  'lift',
  'outage',
  'outageEnd',
  'settle',
  'reconsider',
] as const;

export const someTurns = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    who: fc.constantFrom(...OTHERS),
    other: fc.constantFrom(...OTHERS),
    steward: fc.boolean(),
    which: fc.nat(30),
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 1, max: 12 }),
    /** Seconds that go by before. */
    pause: fc.oneof(fc.constant(20), fc.integer({ min: 0, max: 4 * 900 })),
  }),
  { minLength: 20, maxLength: 60 },
);
type Turn = typeof someTurns extends fc.Arbitrary<(infer Value)[]> ? Value : never;
type SomeMachine = typeof someMachine extends fc.Arbitrary<infer Value> ? Value : never;

export const someMachine = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  approval: fc.boolean(),
  turnaroundMinutes: fc.constantFrom(null, 15, 40),
  checkIn: fc.constantFrom('none' as const, 'person' as const),
});

/** The command of a turn; null where there is nothing that it could be about. */
function commandOf(
  { kind, who, other, which, start, length }: Turn,
  calendar: Calendar,
  now: number,
  number: number,
): CalendarCommand | null {
  const { byEnd } = calendar.agenda;
  const booking = byEnd[which % Math.max(1, byEnd.length)];
  const from = Math.ceil(now / STEP) * STEP + (start - 2) * STEP;
  const times = { start: from, end: from + length * STEP };
  const one = { machineId: MACHINE, bookingId: booking?.bookingId ?? id(0) };
  const here = { machineId: MACHINE, workshopId: WORKSHOP };
  const wait = calendar.waiting[which % Math.max(1, calendar.waiting.length)];
  const hold = calendar.holds[which % Math.max(1, calendar.holds.length)];
  const override: OverrideGiven = { rules: ['heldForAnother', 'turnaround', 'reserved'], reasonId: FIRST };
  switch (kind) {
    case 'place':
      return place(times.start, times.end, { bookingId: id(number), memberId: who });
    case 'placeSetAside':
      return {
        ...place(times.start, times.end, { bookingId: id(number), memberId: other }),
        override: { ...override, rules: ['heldForAnother'] },
      };
    case 'move':
      return { type: 'MoveBooking', ...one, ...times };
    case 'resize':
      return {
        type: 'ResizeBooking',
        ...one,
        start: booking?.start ?? times.start,
        end: (booking?.end ?? now) + (length - 4) * STEP,
      };
    case 'cancel':
      return { type: 'CancelBooking', ...one };
    case 'reinstate':
      return { type: 'ReinstateBooking', ...one };
    case 'confirm':
      return { type: 'ConfirmBooking', ...one, grants: 'approval' };
    case 'decline':
      return { type: 'DeclineBooking', ...one, declines: 'approval', reasonId: null };
    case 'pass':
      return { type: 'PassBooking', ...one, toMemberId: other };
    case 'start':
      return { type: 'StartUse', ...one, via: 'person', accompanied: true };
    case 'walkUp':
      return walkUp(id(number), who);
    case 'stop':
      return stop({ bookingId: one.bookingId, at: which % 3 === 0 ? now - 600_000 : null });
    case 'mistake':
      return stop({ bookingId: one.bookingId, startedByMistake: true });
    case 'handOver':
      return { type: 'HandOverUse', ...one, toMemberId: other };
    case 'join':
      return {
        type: 'JoinWaiting',
        ...here,
        waitId: id(number),
        memberId: who,
        from: times.start,
        to: times.end + 4 * STEP,
        minutes: length * 15,
      };
    case 'leave':
      return wait ? { type: 'LeaveWaiting', machineId: MACHINE, waitId: wait.waitId } : null;
    case 'declineHold':
      return hold ? { type: 'DeclineHold', machineId: MACHINE, holdId: hold.holdId } : null;
    case 'reserve':
      return {
        type: 'ReserveTime',
        ...here,
        reservationId: id(number),
        memberId: who,
        ...times,
        purposeId: FIRST,
      };
    case 'lift': {
      const reservationId = calendar.reservations[0]?.reservationId;
      return reservationId ? { type: 'LiftReservation', machineId: MACHINE, reservationId } : null;
    }
    case 'outage': {
      const why = { kind: 'outOfOrder' as const, reasonId: FIRST, faultId: null, planId: null };
      return { type: 'DeclareOutage', ...here, outageId: id(number), ...times, ...why };
    }
    case 'outageEnd': {
      const outageId = calendar.outages.find(({ status }) => status === 'declared')?.outageId;
      return outageId ? { type: 'EndOutage', machineId: MACHINE, outageId, noteId: null } : null;
    }
    case 'settle':
      return { type: 'SettleDue', machineId: MACHINE, downtime: [] };
    case 'reconsider':
      return {
        type: 'ReconsiderBookings',
        machineId: MACHINE,
        bookingIds: byEnd.map(({ bookingId }) => bookingId),
      };
  }
}

/** What came of one turn: the events, and the calendar after them. */
export interface Moment {
  events: CalendarEvent[];
  /** Of the first of the events. */
  revision: number;
  calendar: Calendar;
  now: number;
}

/** Lets the turns happen one after the other; those that are refused, or are about nothing, leave no trace. */
export function* playedBy({ capacity, ...some }: SomeMachine, turns: readonly Turn[]): Generator<Moment> {
  const rules: BookingRules = { ...NO_BOOKING_RULES, ...some };
  let state: CalendarState = { status: 'empty' };
  let now = NOW;
  let revision = 0;
  for (const [index, next] of turns.entries()) {
    now += next.pause * 1_000;
    const known = {
      ...facts({ now, machine: { rules, capacity } }),
      holders: Object.fromEntries(OTHERS.map((memberId) => [memberId, aMember])),
      giver: giver(next.who, { isSteward: next.steward || next.kind === 'placeSetAside' }),
    };
    const calendar = state.status === 'empty' ? blankCalendar() : state;
    const command = commandOf(next, calendar, now, index + 1);
    const decision = command && calendarDecider.decide(command, state, known);
    if (decision?.outcome !== 'accepted' || decision.events.length === 0) continue;
    const first = revision;
    for (const event of decision.events) {
      state = calendarDecider.evolve(state, event, { revision: revision++, at: now });
    }
    if (state.status !== 'empty') yield { events: decision.events, revision: first, calendar: state, now };
  }
}
