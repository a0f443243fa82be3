import { isCompetentOn } from '../../../shared/machines/unlocking.ts';
import { standingOutagesOf } from '../../bookings/outages/queries.ts';
import type { Actor } from '../../commands/definition.ts';
import { competencesHeldIn } from '../../competences/queries.ts';
import { standingOf } from '../../members/queries.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { machineById } from '../queries.ts';
import type { CareFacts } from './decide.ts';
import { readingsOf } from './queries.ts';

/** What deciding about a machine's care needs from elsewhere, as it is known now. */
export function careFacts(views: ViewsReader, machineId: string, actor: Actor, now: number): CareFacts {
  const readings = Object.entries(readingsOf(views, machineId));
  return {
    now,
    standing: standingOutagesOf(views, machineId).filter(({ start }) => start <= now),
    // What the server does by itself follows from what somebody competent did.
    mayUnlock:
      actor.kind === 'member' ? isCompetent(views, actor.memberId, machineId, now) : actor.kind !== 'nobody',
    readings: Object.fromEntries(readings.map(([name, { last }]) => [name, last])),
  };
}

/** Whether a member may say that this machine is safe again. */
export function isCompetent(views: ViewsReader, memberId: string, machineId: string, now: number): boolean {
  const machine = machineById(views, machineId);
  if (!machine) return false;
  const { workshopId, requiredCompetences: required } = machine;
  const { appointments } = standingOf(views, memberId, workshopId);
  const held = competencesHeldIn(views, memberId, workshopId);
  return isCompetentOn({
    required,
    holds: (competenceId) => {
      const until = held.get(competenceId);
      return until !== undefined && (until === null || until > now);
    },
    teaches: appointments.flatMap(({ role, competenceId }) =>
      role === 'trainer' && competenceId !== null ? [competenceId] : [],
    ),
    isSteward: appointments.some(({ role }) => role === 'steward'),
  });
}
