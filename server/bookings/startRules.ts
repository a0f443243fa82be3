import type { Override } from '../../shared/bookings/events.ts';
import type { BookingRule, Objection } from '../../shared/bookings/rules.ts';
import { type Booking, runningBookings } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import { RULES } from './rulebook.ts';
import { hotUntil } from './rules/turnaround.ts';
import { type CalendarFacts, holderOf, type Slot } from './slot.ts';
import { inWords } from './wallTime.ts';

/** Rules that are asked about the moment of a start, whenever the booking was made. */
const ASKED_AT_ONCE: readonly BookingRule[] = [
  'retired',
  'outage',
  'reserved',
  'membership',
  'competence',
  'openingHours',
];
/** Rules about time that the booking does not have yet. */
const ASKED_ABOUT_MORE_TIME: readonly BookingRule[] = ['overlap', 'turnaround', 'heldForAnother', 'reserved'];

function standing(
  names: readonly BookingRule[],
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
): Objection[] {
  return RULES.flatMap((rule) => {
    if (!names.includes(rule.name)) return [];
    const found = rule.against(slot, calendar, facts);
    return found ? [{ rule: rule.name, message: found.message() }] : [];
  });
}

/** Who starts, under whose eyes, and what has been set aside for them. */
export interface Starting {
  memberId: string;
  supervisorId: string | null;
  overridden: Override | null;
}

/** What stands against somebody's hands on the machine at this very moment. */
export function againstStartingNow(
  { memberId, supervisorId, overridden }: Starting,
  calendar: Calendar,
  facts: CalendarFacts,
): Objection[] {
  const { now, holders } = facts;
  const slot: Slot = { memberId, supervisorId, start: now, end: now + 1, change: null, walkUp: true };
  const holder = holderOf(slot, facts);
  // Bookings may be paused for them and starts not: what they have booked they may use.
  const asStarter = { ...facts, holders: { ...holders, [memberId]: { ...holder, pausedUntil: null } } };
  const asked = ASKED_AT_ONCE.filter((name) => !overridden?.rules.includes(name));
  const objections = standing(asked, slot, calendar, asStarter);
  const { startsPausedUntil } = holder;
  if (startsPausedUntil !== null && startsPausedUntil > now) {
    const until = inWords(startsPausedUntil, facts.workshop.timeZone);
    objections.push({ rule: 'membership', message: `Starting machines is paused until ${until}.` });
  }
  return objections;
}

/** What stands against a booking having a stretch that it has not, or not any more. */
export const againstMoreTime = (
  booking: Booking,
  { start, end }: { start: number; end: number },
  calendar: Calendar,
  facts: CalendarFacts,
): Objection[] =>
  start < end
    ? standing(
        // What was held for somebody once and given to this booking says nothing of what is held now.
        ASKED_ABOUT_MORE_TIME.filter(
          (name) => name === 'heldForAnother' || !booking.overridden?.rules.includes(name),
        ),
        { memberId: booking.memberId, start, end, change: { to: 'placed', booking } },
        calendar,
        facts,
      )
    : [];

/** That every place of the machine is in use, whether or not it should be by now. */
export function againstInUse({ agenda }: Calendar, { machine, now }: CalendarFacts): Objection[] {
  const running = runningBookings(agenda);
  if (running.length < machine.capacity) return [];
  return running.some(({ end }) => end <= now)
    ? [{ rule: 'overrun', message: 'The session before has run over. Is it over? Then end it first.' }]
    : [{ rule: 'inUse', message: 'It is in use.' }];
}

/** That the session before ran over, and the machine is not cold or clean yet. */
export function againstHeat({ overridden }: Booking, calendar: Calendar, facts: CalendarFacts): Objection[] {
  const until = overridden?.rules.includes('turnaround') ? null : hotUntil(calendar, facts);
  if (until === null) return [];
  const when = inWords(until, facts.workshop.timeZone);
  return [{ rule: 'turnaround', message: `The session before ran over: it is ready again at ${when}.` }];
}

/** That the machine is not for whoever just comes along. */
export function againstWalkUp({ machine }: CalendarFacts): Objection[] {
  const objections: Objection[] = [];
  if (machine.rules.starting === 'bookingOnly') {
    objections.push({ rule: 'bookingOnly', message: 'It is started with a booking only: book it first.' });
  }
  if (machine.rules.approval) {
    objections.push({ rule: 'approval', message: 'A steward confirms each use of it: book it first.' });
  }
  return objections;
}

/** What the machine asks of whoever starts it, besides the rules of booking. */
export function againstWayOfStarting(
  { via, accompanied }: { via: string; accompanied: boolean },
  { machine }: CalendarFacts,
): Objection[] {
  const objections: Objection[] = [];
  if (machine.rules.neverAlone && !accompanied) {
    objections.push({
      rule: 'neverAlone',
      message: 'It is never used alone: somebody else has to be in the room.',
    });
  }
  if (machine.rules.checkIn === 'reader' && via === 'person') {
    objections.push({ rule: 'reader', message: 'It is started with a badge at its reader.' });
  }
  return objections;
}
