import { z } from 'zod';
import { competenceId, inductionId, machineId, memberId, workshopId } from '../identifiers.ts';
import { freeText, writtenReason } from '../text.ts';
import { instant } from '../time.ts';
import { places } from './events.ts';

/** An induction lasts a day at most. */
const LONGEST_MILLISECONDS = 86_400_000;

/** Body of `POST …/recognitions` and `…/recognitions/recall`: another workshop's competence counts `as` one of ours. */
export const recognition = z.strictObject({ competenceId, as: competenceId });

/** Months that a competence is good for when it is granted; null: for good. */
export const validityMonths = z.int().min(1).max(240).nullable();

/** Body of `PUT /api/workshops/{workshopId}/competences/{competenceId}/validity`. */
export const setValidity = z.strictObject({ months: validityMonths });

/** Body of `POST /api/workshops/{workshopId}/inductions`. */
export const announceInduction = z
  .strictObject({
    competenceId,
    machineId: machineId.nullable(),
    start: instant,
    end: instant,
    places,
    note: freeText.optional(),
  })
  .refine(({ start, end }) => Date.parse(end) - Date.parse(start) <= LONGEST_MILLISECONDS, {
    message: 'lasts longer than a day',
    path: ['end'],
  });

/** Body of `…/take-place` and `…/give-up`: of oneself, unless a trainer names somebody. */
export const inductionPlace = z.strictObject({ memberId: memberId.optional() });

/** Body of `PUT …/places`. */
export const setInductionPlaces = z.strictObject({ places });

/** Body of `…/cancel`. */
export const cancelInduction = z.strictObject({ reason: writtenReason });

/** Body of `…/attend`: those who came and can do it now. */
export const attendInduction = z.strictObject({ memberIds: z.array(memberId).min(1).max(200) });

export const ofInductionParams = z.strictObject({ inductionId });
export const ofCompetenceParams = z.strictObject({ workshopId, competenceId });
