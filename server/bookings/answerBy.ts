import type { Awaited } from '../../shared/bookings/events.ts';
import type { Booking } from './agenda.ts';
import { needsSupervision } from './rules/competence.ts';
import { type CalendarFacts, onlyShrinks, type Slot } from './slot.ts';

const HOUR = 3_600_000;

/** Whose word a booking waits for, and until when; nobody's: `answerBy` is null. UTC milliseconds. */
export interface Pending {
  awaits: Awaited[];
  answerBy: number | null;
}

const NOBODY: Pending = { awaits: [], answerBy: null };

/**
 * Within 48 hours, and 2 hours before the start. What is booked at shorter notice can be answered for an hour at
 * least, as long as there is anything of it left.
 */
export const answerBy = ({ start, end }: { start: number; end: number }, now: number): number =>
  Math.max(Math.min(now + 48 * HOUR, start - 2 * HOUR), Math.min(now + HOUR, end));

/**
 * Whose word a slot needs before it stands: a steward's where the machine asks for one (not where a steward books for
 * somebody else, or there is no other), the supervisor's where the holder may not work alone. What is in use runs on,
 * and what only gets shorter waits for no more than it did.
 */
export function pendingFor(slot: Slot, facts: CalendarFacts): Pending {
  const before: Booking | null = slot.change?.booking ?? null;
  if (before?.status === 'started') return NOBODY;
  if (before && onlyShrinks(slot)) {
    return before.status === 'pending' ? { awaits: before.awaits, answerBy: before.answerBy } : NOBODY;
  }
  const { giver, machine, now } = facts;
  const isApproved = giver?.isSteward && (giver.memberId !== slot.memberId || giver.isOnlySteward);
  const awaits: Awaited[] = [];
  if (machine.rules.approval && !isApproved) awaits.push('approval');
  if (needsSupervision(slot, facts) && giver?.memberId !== slot.supervisorId) awaits.push('supervision');
  return awaits.length === 0 ? NOBODY : { awaits, answerBy: answerBy(slot, now) };
}
