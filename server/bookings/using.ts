import type { Objection } from '../../shared/bookings/rules.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, refused } from '../commands/decider.ts';
import { find, type StartedBooking } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import type { HandOverUse, StopUse } from './calendarCommands.ts';
import { type CalendarDecision, iso, whose } from './decision.ts';
import { loans } from './rules/lending.ts';
import type { CalendarFacts, Slot } from './slot.ts';
import { againstStartingNow } from './startRules.ts';

/** How long after its start a use can be taken back as if it had never begun. Milliseconds. */
const TAKEN_BACK_WITHIN = 60_000;

const notInUse = (): CalendarDecision => refused({ rule: 'ended', message: 'It is not in use any more.' });

/**
 * Ends a session: now, or at the earlier time at which it really ended. Its planned end once passed, whoever may use
 * the machine next may end it too; then nobody knows when it ended, and the planned end is the best guess. The rest of
 * the slot is free again. A start by mistake is taken back within a minute: the booking stands as before.
 */
export function stopUse(command: StopUse, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const booking = find(calendar.agenda, command.bookingId);
  if (booking?.status !== 'started') return notInUse();
  const { now } = facts;
  const foreign = isForeign(booking, facts);
  const { startedByMistake } = command;
  const at = startedByMistake
    ? booking.startedAt
    : (command.at ?? (foreign ? Math.min(now, booking.end) : now));
  const objections: Objection[] = [
    ...(foreign ? againstEndingForAnother(booking, at, calendar, facts) : []),
    ...againstTime(at, booking, now),
    ...againstReadings(command, calendar, facts),
    ...(startedByMistake && now - booking.startedAt > TAKEN_BACK_WITHIN
      ? [{ rule: 'tooLate', message: 'It has been in use for more than a minute: stop it instead.' }]
      : []),
  ];
  if (objections.length > 0) return refused(...objections);
  const { machineId, via, readings, noteId, condition, missing, photographs } = command;
  const stopped: CalendarEvent = {
    type: 'UseStopped',
    data: {
      ...whose(booking, machineId),
      at: iso(at),
      via,
      replayed: false,
      estimated: foreign,
      readings,
      noteId,
      condition,
      missing,
      photographs,
    },
  };
  if (!startedByMistake) return accepted(stopped);
  const asBefore: CalendarEvent = { type: 'BookingReinstated', data: whose(booking, machineId) };
  return accepted<CalendarEvent>(stopped, asBefore);
}

/** Whether somebody ends it whose session it is not, and who has no office that lets them. */
function isForeign({ memberId, supervisorId }: StartedBooking, { giver }: CalendarFacts): boolean {
  if (giver === null || giver.isSteward || giver.isHost) return false;
  return giver.memberId !== memberId && giver.memberId !== supervisorId;
}

function againstEndingForAnother(
  booking: StartedBooking,
  at: number,
  calendar: Calendar,
  facts: CalendarFacts,
): Objection[] {
  const { now, giver } = facts;
  if (booking.end > Math.min(now, at) || giver === null) {
    return [{ rule: 'notYours', message: 'Somebody else uses it, and their time is not over.' }];
  }
  return againstStartingNow(
    { memberId: giver.memberId, supervisorId: null, overridden: null },
    calendar,
    facts,
  );
}

function againstTime(at: number, { startedAt }: StartedBooking, now: number): Objection[] {
  if (at > now) return [{ rule: 'future', message: 'What has not happened yet cannot be written down.' }];
  if (at < startedAt) return [{ rule: 'interval', message: 'It cannot have ended before it began.' }];
  return [];
}

/** A meter only counts up; where it was exchanged or set back, somebody has to say so. */
function againstReadings(
  { readings, meterReset }: StopUse,
  { meters }: Calendar,
  { machine }: CalendarFacts,
): Objection[] {
  return readings.flatMap(({ name, value }) => {
    if (!machine.meters.includes(name)) {
      return [{ rule: 'reading', message: `It has no meter “${name}”.` }];
    }
    const last = Object.hasOwn(meters, name) ? meters[name] : undefined;
    if (meterReset || last === undefined || value >= last) return [];
    const message = `The meter “${name}” stood at ${last} before: say so if it was exchanged or set back.`;
    return [{ rule: 'reading', message }];
  });
}

function againstOneMoreLoan(slot: Slot, calendar: Calendar, facts: CalendarFacts): Objection[] {
  const found = loans.against(slot, calendar, facts);
  return found ? [{ rule: loans.name, message: found.message() }] : [];
}

/** The machine runs on under the hands of somebody who might have started it. */
export function handOverUse(
  { bookingId, machineId, toMemberId }: HandOverUse,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const booking = find(calendar.agenda, bookingId);
  if (booking?.status !== 'started') return notInUse();
  if (booking.memberId === toMemberId) {
    return refused({ rule: 'notYours', message: 'They use it already.' });
  }
  const { supervisorId } = booking;
  const { start, end } = booking;
  const objections = [
    ...againstStartingNow({ memberId: toMemberId, supervisorId, overridden: null }, calendar, facts),
    ...againstOneMoreLoan({ memberId: toMemberId, start, end, change: null }, calendar, facts),
  ];
  if (objections.length > 0) return refused(...objections);
  const data = { ...whose(booking, machineId), toMemberId, at: iso(facts.now) };
  return accepted({ type: 'UseHandedOver', data });
}
