import type { Objection } from '../../shared/bookings/rules.ts';
import type { WorkshopEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { type FoundedWorkshop, sameRecognition } from './state.ts';

/** `competenceId` is another workshop's, `as` the own one that it counts as. */
export interface RecognitionCommand {
  type: 'RecogniseCompetence' | 'RecallRecognition';
  workshopId: string;
  competenceId: string;
  as: string;
}

export const NOT_OURS: Objection = {
  rule: 'competence',
  message: 'That competence is not one of this workshop.',
};

/** Trusting another workshop's trainers, and no longer: the other workshop is not asked. */
export function decideRecognition(
  { type, workshopId, competenceId, as }: RecognitionCommand,
  { competences, recognitions }: FoundedWorkshop,
  { isForeignCompetence }: { isForeignCompetence: boolean },
): Decision<WorkshopEvent> {
  const recognition = { workshopId, competenceId, as };
  const stands = recognitions.some((one) => sameRecognition(one, recognition));
  if (type === 'RecallRecognition') {
    if (stands) return accepted({ type: 'RecognitionRecalled', data: recognition });
    return refused({ rule: 'notRecognised', message: 'That competence does not count here.' });
  }
  const objections: Objection[] = [];
  if (!isForeignCompetence) {
    objections.push({ rule: 'foreign', message: 'Only a competence of another workshop can be recognised.' });
  }
  if (!competences.some((one) => one.competenceId === as)) objections.push(NOT_OURS);
  if (stands) {
    objections.push({ rule: 'alreadyRecognised', message: 'That competence counts here already.' });
  }
  if (objections.length > 0) return refused(...objections);
  return accepted({ type: 'CompetenceRecognised', data: recognition });
}
