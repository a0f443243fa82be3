import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, refused } from '../commands/decider.ts';
import { type Booking, find } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import type { ForBuild, StartUse, WalkUp } from './calendarCommands.ts';
import { type CalendarDecision, forgotten, iso, whose } from './decision.ts';
import { latestEnd, nearestAllowed } from './nearest.ts';
import { allAgainst } from './rulebook.ts';
import type { CalendarFacts, Slot } from './slot.ts';
import {
  againstHeat,
  againstInUse,
  againstMoreTime,
  againstStartingNow,
  againstWalkUp,
  againstWayOfStarting,
} from './startRules.ts';
import { inWords } from './wallTime.ts';

const MINUTE = 60_000;
/** How long before its start a booking may be started, where nobody is before. */
export const EARLY_START = 15 * MINUTE;
/** What is reserved by the day may be collected earlier that day. */
const EARLY_COLLECTION = 12 * 60 * MINUTE;
/** How long a stop can be taken back. */
const RESUMED_WITHIN = MINUTE;
/** Of a walk-up where the machine has no longest booking. */
const USUAL_WALK_UP = 240 * MINUTE;
/** The least that is worth a walk, where the machine has no shortest booking. */
export const SHORTEST_WALK_UP = 5 * MINUTE;

const buildOf = ({ forBuild }: ForBuild) => forBuild ?? { buildId: null, step: null };

const useStarted = (booking: Booking, command: StartUse, at: number): CalendarEvent => ({
  type: 'UseStarted',
  data: {
    ...whose(booking, command.machineId),
    at: iso(at),
    via: command.via,
    replayed: false,
    contradicts: [],
    ...buildOf(command),
  },
});

/**
 * Starts a booking: up to a quarter of an hour early where nobody is before, late as long as the slot is still there,
 * missed as long as nobody has got it. Within a minute it takes back a stop.
 */
export function startUse(command: StartUse, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const booking = find(calendar.agenda, command.bookingId);
  if (!booking) return forgotten();
  switch (booking.status) {
    case 'placed':
      return begin(command, booking, calendar, facts);
    case 'missed':
      return booking.used ? forgotten() : begin(command, booking, calendar, facts);
    case 'completed':
      return booking.stoppedAt + RESUMED_WITHIN > facts.now &&
        (booking.plannedEnd > facts.now || facts.machine.rules.byTheDay)
        ? resume(command, booking, calendar, facts)
        : forgotten();
    case 'pending':
      return refused({ rule: 'pending', message: 'This booking still waits for an answer.' });
    case 'started':
      return refused({ rule: 'inUse', message: 'It is in use already.' });
    default:
      return forgotten();
  }
}

function begin(
  command: StartUse,
  booking: Booking,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const { now, workshop } = facts;
  const { start, end } = booking;
  if (end <= now) return forgotten();
  const isLate = booking.status === 'missed';
  const more = isLate ? { start, end } : { start: now, end: start };
  const hot = start > now ? [] : againstHeat(booking, calendar, facts);
  const objections = [
    ...(start - now > (facts.machine.rules.byTheDay ? EARLY_COLLECTION : EARLY_START)
      ? [{ rule: 'early', message: `It starts at ${inWords(start, workshop.timeZone)}.` }]
      : againstMoreTime(booking, more, calendar, facts)),
    ...hot,
    ...againstStartingNow(booking, calendar, facts),
    ...againstInUse(calendar, facts),
    ...againstWayOfStarting(command, facts),
  ];
  if (objections.length > 0) return refused(...objections);
  const begun = useStarted(booking, command, now);
  if (!isLate) return accepted(begun);
  return accepted({ type: 'BookingReinstated', data: whose(booking, command.machineId) }, begun);
}

function resume(
  command: StartUse,
  booking: Extract<Booking, { status: 'completed' }>,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const more = { start: booking.end, end: booking.plannedEnd };
  const objections = [
    ...againstMoreTime(booking, more, calendar, facts),
    ...againstStartingNow(booking, calendar, facts),
    ...againstInUse(calendar, facts),
  ];
  if (objections.length > 0) return refused(...objections);
  return accepted(
    { type: 'BookingReinstated', data: whose(booking, command.machineId) },
    useStarted(booking, command, booking.startedAt),
  );
}

/** Books from now on and starts, in one append: no booking can come between. */
export function walkUp(command: WalkUp, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const { bookingId, machineId, workshopId, memberId, supervisorId, via } = command;
  const { now, machine } = facts;
  if (find(calendar.agenda, bookingId)) {
    return refused({ rule: 'alreadyPlaced', message: 'This has been started already.' });
  }
  const { minimumDurationMinutes, maximumDurationMinutes } = machine.rules;
  const shortest = minimumDurationMinutes === null ? SHORTEST_WALK_UP : minimumDurationMinutes * MINUTE;
  const longest = maximumDurationMinutes === null ? USUAL_WALK_UP : maximumDurationMinutes * MINUTE;
  const slot: Slot = { memberId, start: now, end: now + shortest, change: null, walkUp: true };
  const end =
    command.end ?? latestEnd(slot, calendar, facts, { after: now, upTo: now + Math.max(shortest, longest) });
  const asked: Slot = { ...slot, end: end ?? slot.end };

  const standing = allAgainst(asked, calendar, facts);
  const objections = [
    ...standing.map(({ rule, message }) => ({ rule: rule as string, message })),
    ...againstWalkUp(facts),
    ...againstInUse(calendar, facts),
    ...againstWayOfStarting(command, facts),
  ];
  const known = new Set(standing.map(({ rule }) => rule as string));
  for (const one of againstStartingNow({ memberId, supervisorId: null, overridden: null }, calendar, facts)) {
    if (!known.has(one.rule)) objections.push(one);
  }
  if (supervisorId !== null) {
    objections.push({
      rule: 'supervision',
      message: 'Whoever supervises has to agree first: book it, and they are asked.',
    });
  }
  if (objections.length > 0) {
    const nearest = standing.some(({ whenever }) => whenever) ? null : nearestAllowed(asked, calendar, facts);
    const at = nearest && { start: iso(nearest.start), end: iso(nearest.end) };
    return { outcome: 'refused', objections, nearest: at };
  }
  const whoseItIs = { bookingId, machineId, workshopId, memberId };
  return accepted(
    {
      type: 'BookingPlaced',
      data: {
        ...whoseItIs,
        start: iso(asked.start),
        end: iso(asked.end),
        purposeId: null,
        supervisorId: null,
        seriesId: null,
        holdId: null,
        walkUp: true,
        awaits: [],
        answerBy: null,
        overridden: null,
      },
    },
    {
      type: 'UseStarted',
      data: { ...whoseItIs, at: iso(now), via, replayed: false, contradicts: [], ...buildOf(command) },
    },
  );
}
