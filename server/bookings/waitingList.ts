import { accepted, refused } from '../commands/decider.ts';
import type { Calendar } from './calendar.ts';
import type { DeclineHold, JoinWaiting, LeaveWaiting } from './calendarCommands.ts';
import { type CalendarDecision, iso } from './decision.ts';
import { firstFulfilling, holdEnded } from './holding.ts';
import { allAgainst } from './rulebook.ts';
import type { CalendarFacts } from './slot.ts';

const MINUTE = 60_000;
/** Wishes of one member in one line. */
const MOST_WISHES = 5;

/** Gets in line, unless no time would do, or the time is free. */
export function joinWaiting(
  { waitId, machineId, workshopId, memberId, from, to, minutes }: JoinWaiting,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const length = minutes * MINUTE;
  const start = Math.max(from, facts.now);
  if (start + length > to) {
    return refused({ rule: 'past', message: 'What is left of this time is shorter than what you wish for.' });
  }
  const mine = calendar.waiting.filter((wait) => wait.memberId === memberId);
  if (mine.some((wait) => wait.waitId === waitId || (wait.from < to && from < wait.to))) {
    return refused({ rule: 'alreadyWaiting', message: 'You are in line for this time already.' });
  }
  if (mine.length >= MOST_WISHES) {
    return refused({ rule: 'alreadyWaiting', message: `You are in line ${MOST_WISHES} times already.` });
  }
  const never = allAgainst({ memberId, start, end: start + length, change: null }, calendar, facts).filter(
    ({ whenever }) => whenever,
  );
  if (never.length > 0) return refused(...never.map(({ rule, message }) => ({ rule, message })));
  const free = firstFulfilling({ memberId, from, to, minutes }, calendar, facts, [{ start, end: to }]);
  if (free) {
    return {
      ...refused({ rule: 'free', message: 'There is no need to wait: it is free.' }),
      nearest: { start: iso(free.start), end: iso(free.end) },
    };
  }
  const wish = { from: iso(from), to: iso(to), minutes };
  return accepted({ type: 'WaitingJoined', data: { waitId, machineId, workshopId, memberId, ...wish } });
}

/** Gives a wish up, and with it what is held for it. */
export function leaveWaiting(
  { waitId, machineId }: LeaveWaiting,
  { waiting, holds }: Calendar,
): CalendarDecision {
  const held = holds.find((hold) => hold.waitId === waitId);
  if (held) return accepted(holdEnded(held, machineId, 'declined'));
  const wait = waiting.find((one) => one.waitId === waitId);
  if (!wait) return refused({ rule: 'ended', message: 'You are not in line any more.' });
  const { workshopId, memberId } = wait;
  return accepted({ type: 'WaitingLeft', data: { waitId, machineId, workshopId, memberId } });
}

/** Does not want what is held: the next in line gets it. */
export function declineHold({ holdId, machineId }: DeclineHold, { holds }: Calendar): CalendarDecision {
  const hold = holds.find((one) => one.holdId === holdId);
  return hold
    ? accepted(holdEnded(hold, machineId, 'declined'))
    : refused({ rule: 'ended', message: 'It is not held for you any more.' });
}
