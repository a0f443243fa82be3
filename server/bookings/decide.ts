import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { type Booking, find } from './agenda.ts';
import { blankCalendar, type Calendar, type CalendarState, evolveCalendar } from './calendar.ts';
import type {
  CalendarCommand,
  CancelBooking,
  ChangeTimes,
  DeclareOutage,
  EndOutage,
  PlaceBooking,
  ReconsiderBookings,
  ReinstateBooking,
} from './calendarCommands.ts';
import { correct } from './correct.ts';
import { nearestAllowed } from './nearest.ts';
import { allAgainst, RULES_RAISED_LATER } from './rulebook.ts';
import type { CalendarFacts, Slot } from './slot.ts';

type CalendarDecision = Decision<CalendarEvent>;

const iso = (instant: number) => new Date(instant).toISOString();

/** Accepts with the event, or refuses with every rule that stands and the nearest slot that all rules allow. */
function ask(
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
  event: () => CalendarEvent,
): CalendarDecision {
  const standing = allAgainst(slot, calendar, facts);
  if (standing.length === 0) return accepted(event());
  const nearest = standing.some(({ whenever }) => whenever) ? null : nearestAllowed(slot, calendar, facts);
  return {
    outcome: 'refused',
    objections: standing.map(({ rule, message }) => ({ rule, message })),
    nearest: nearest && { start: iso(nearest.start), end: iso(nearest.end) },
  };
}

const forgotten = (): CalendarDecision => refused({ rule: 'ended', message: 'This booking is over.' });

const whose = ({ bookingId, workshopId, memberId }: Booking, machineId: string) => ({
  bookingId,
  machineId,
  workshopId,
  memberId,
});

function place(command: PlaceBooking, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const { bookingId, machineId, workshopId, memberId, start, end, purposeId } = command;
  // A repetition so late that nobody remembers the command.
  if (find(calendar.agenda, bookingId)) {
    return refused({ rule: 'alreadyPlaced', message: 'This booking has been placed already.' });
  }
  return ask({ memberId, start, end, change: null }, calendar, facts, () => ({
    type: 'BookingPlaced',
    data: { bookingId, machineId, workshopId, memberId, start: iso(start), end: iso(end), purposeId },
  }));
}

function changeTimes(command: ChangeTimes, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const { bookingId, machineId, start, end } = command;
  const booking = find(calendar.agenda, bookingId);
  if (!booking) return forgotten();
  const { memberId } = booking;
  const slot: Slot = { memberId, start, end, change: { to: 'placed', booking } };
  const decision = ask(slot, calendar, facts, () => ({
    type: command.type === 'MoveBooking' ? 'BookingMoved' : 'BookingResized',
    data: { ...whose(booking, machineId), start: iso(start), end: iso(end) },
  }));
  const staysAsItIs = booking.start === start && booking.end === end;
  return decision.outcome === 'accepted' && staysAsItIs ? accepted() : decision;
}

function cancel({ bookingId, machineId }: CancelBooking, calendar: Calendar, { now }: CalendarFacts) {
  const booking = find(calendar.agenda, bookingId);
  if (!booking || booking.end <= now) return forgotten();
  if (booking.status === 'cancelled') {
    return refused({ rule: 'ended', message: 'This booking has been cancelled already.' });
  }
  return accepted<CalendarEvent>({ type: 'BookingCancelled', data: whose(booking, machineId) });
}

function reinstate(command: ReinstateBooking, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const booking = find(calendar.agenda, command.bookingId);
  if (!booking) return forgotten();
  const { memberId, start, end } = booking;
  return ask({ memberId, start, end, change: { to: 'reinstated', booking } }, calendar, facts, () => ({
    type: 'BookingReinstated',
    data: whose(booking, command.machineId),
  }));
}

/** Marks what later facts stand against, and takes back the marks whose reason is gone. */
function reconsider(command: ReconsiderBookings, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const events: CalendarEvent[] = [];
  for (const bookingId of command.bookingIds) {
    const booking = find(calendar.agenda, bookingId);
    if (booking?.status !== 'placed' || booking.end <= facts.now) continue;
    const { memberId, start, end } = booking;
    const slot: Slot = { memberId, start, end, change: { to: 'placed', booking } };
    for (const { name: rule, against } of RULES_RAISED_LATER) {
      const stands = against(slot, calendar, facts) !== null;
      if (stands === booking.marks.includes(rule)) continue;
      const type = stands ? 'BookingMarked' : 'BookingUnmarked';
      events.push({ type, data: { ...whose(booking, command.machineId), rule } });
    }
  }
  return accepted(...events);
}

function declareOutage(
  command: DeclareOutage,
  { outages }: Calendar,
  { now }: CalendarFacts,
): CalendarDecision {
  const { outageId, machineId, workshopId, end, reasonId } = command;
  const start = command.start ?? now;
  if (outages.some((outage) => outage.outageId === outageId)) {
    return refused({ rule: 'alreadyDeclared', message: 'This outage has been declared already.' });
  }
  if (end !== null && start >= end) {
    return refused({ rule: 'interval', message: 'An outage has to start before it ends.' });
  }
  if (end !== null && end <= now) {
    return refused({ rule: 'past', message: 'It is expected back at a time that is already past.' });
  }
  return accepted<CalendarEvent>({
    type: 'OutageDeclared',
    data: {
      outageId,
      machineId,
      workshopId,
      start: iso(start),
      end: end === null ? null : iso(end),
      reasonId,
    },
  });
}

function endOutage({ outageId, machineId }: EndOutage, { outages }: Calendar, { now }: CalendarFacts) {
  const outage = outages.find((one) => one.outageId === outageId);
  if (outage?.status !== 'declared') {
    return refused({ rule: 'ended', message: 'The machine has been returned to service already.' });
  }
  const { workshopId } = outage;
  return accepted<CalendarEvent>({
    type: 'OutageEnded',
    data: { outageId, machineId, workshopId, end: iso(now) },
  });
}

/** The rulebook of a machine's calendar. Of its state see {@link evolveCalendar}: it is changed in place. */
export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent, CalendarFacts> = {
  category: 'calendar',
  version: 1,
  initialState: { status: 'empty' },
  evolve: evolveCalendar,
  decide(command, state, facts) {
    const calendar = state.status === 'empty' ? blankCalendar() : state;
    switch (command.type) {
      case 'PlaceBooking':
        return place(command, calendar, facts);
      case 'MoveBooking':
      case 'ResizeBooking':
        return changeTimes(command, calendar, facts);
      case 'CancelBooking':
        return cancel(command, calendar, facts);
      case 'ReinstateBooking':
        return reinstate(command, calendar, facts);
      case 'CorrectBooking':
        return correct(command, calendar, facts);
      case 'ReconsiderBookings':
        return reconsider(command, calendar, facts);
      case 'DeclareOutage':
        return declareOutage(command, calendar, facts);
      case 'EndOutage':
        return endOutage(command, calendar, facts);
    }
  },
};
