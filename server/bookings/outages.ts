import { againstUnlocking, isCompetentOn } from '../../shared/machines/unlocking.ts';
import { accepted, refused } from '../commands/decider.ts';
import type { Calendar } from './calendar.ts';
import type { DeclareOutage, EndOutage } from './calendarCommands.ts';
import { type CalendarDecision, iso } from './decision.ts';
import type { CalendarFacts } from './slot.ts';

/**
 * Takes the machine out of service; an outage stands beside whatever is booked, and marks it. Those that a fault leads
 * to are declared by whoever comes first, the report or its reaction: again there is nothing to do. Several locks stand
 * side by side, and each is taken off for itself.
 */
export function declareOutage(
  command: DeclareOutage,
  { outages }: Calendar,
  { now }: CalendarFacts,
): CalendarDecision {
  const { outageId, machineId, workshopId, kind, end, reasonId, faultId, planId } = command;
  const start = command.start ?? now;
  if (outages.some((outage) => outage.outageId === outageId)) return accepted();
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

/** Returns it. What somebody locked as unsafe is returned by somebody competent, with a note. */
export function endOutage(
  { outageId, machineId, noteId }: EndOutage,
  { outages }: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const outage = outages.find((one) => one.outageId === outageId);
  if (outage?.status !== 'declared') {
    return refused({ rule: 'ended', message: 'The machine has been returned to service already.' });
  }
  // What the server does by itself follows from a repair or a dismissal, which were held to the same.
  const against = facts.giver === null ? [] : againstUnlocking([outage], noteId, isCompetent(facts));
  if (against.length > 0) return refused(...against);
  const { workshopId } = outage;
  return accepted({
    type: 'OutageEnded',
    data: { outageId, machineId, workshopId, end: iso(facts.now), noteId },
  });
}

function isCompetent({ giver, holders, machine, now }: CalendarFacts): boolean {
  if (giver === null) return false;
  const held = holders[giver.memberId]?.competences ?? {};
  return isCompetentOn({
    required: machine.requiredCompetences.map(({ competenceId }) => competenceId),
    holds: (competenceId) => {
      const until = held[competenceId];
      return until !== undefined && (until === null || until > now);
    },
    teaches: giver.teaches,
    isSteward: giver.isSteward,
  });
}
