import { accepted, refused } from '../commands/decider.ts';
import type { Calendar } from './calendar.ts';
import type { DeclareOutage, EndOutage } from './calendarCommands.ts';
import { type CalendarDecision, iso } from './decision.ts';
import type { CalendarFacts } from './slot.ts';

/** Takes the machine out of service; an outage stands beside whatever is booked, and marks it. */
export function declareOutage(
  command: DeclareOutage,
  { outages }: Calendar,
  { now }: CalendarFacts,
): CalendarDecision {
  const { outageId, machineId, workshopId, kind, end, reasonId, faultId, planId } = command;
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
  return accepted({
    type: 'OutageDeclared',
    data: {
      outageId,
      machineId,
      workshopId,
      kind,
      start: iso(start),
      end: end === null ? null : iso(end),
      reasonId,
      faultId,
      planId,
    },
  });
}

export function endOutage(
  { outageId, machineId, noteId }: EndOutage,
  { outages }: Calendar,
  { now }: CalendarFacts,
): CalendarDecision {
  const outage = outages.find((one) => one.outageId === outageId);
  if (outage?.status !== 'declared') {
    return refused({ rule: 'ended', message: 'The machine has been returned to service already.' });
  }
  const { workshopId } = outage;
  return accepted({
    type: 'OutageEnded',
    data: { outageId, machineId, workshopId, end: iso(now), noteId },
  });
}
