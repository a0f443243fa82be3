import { z } from 'zod';
import { recognition, validityMonths } from '../competences/commands.ts';
import { competenceId, memberId, workshopId } from '../identifiers.ts';
import { appointedRole, joining } from '../roles.ts';
import { properName } from '../text.ts';
import { timeZone } from '../time.ts';
import { openingHours } from './openingHours.ts';

/** Where a workshop is. The address line is public; coordinates in degrees (WGS 84). */
export const place = z.strictObject({
  address: properName,
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
});
export type Place = z.infer<typeof place>;

const appointment = {
  memberId,
  role: appointedRole,
  /** The competence that a trainer teaches; null for host and steward. */
  competenceId: competenceId.nullable(),
};

/** Events of the stream `workshop-{id}`: what it is, when it is open, who holds which role. */
export const workshopEvents = {
  WorkshopFounded: z.strictObject({
    workshopId,
    name: properName,
    place,
    timeZone,
    openingHours,
    joining,
    foundedBy: memberId,
  }),
  WorkshopDescribed: z.strictObject({ workshopId, name: properName, place }),
  OpeningHoursSet: z.strictObject({ workshopId, openingHours }),
  JoiningSet: z.strictObject({ workshopId, joining }),
  RoleAppointed: z.strictObject({ workshopId, ...appointment }),
  RoleRecalled: z.strictObject({ workshopId, ...appointment }),
  CompetenceDefined: z.strictObject({ workshopId, competenceId, name: properName }),
  /** How long the competence is good for when it is granted from now on; null: for good. */
  CompetenceValiditySet: z.strictObject({ workshopId, competenceId, months: validityMonths }),
  /** Whoever has that competence of another workshop counts here as having ours. By one's own decision alone. */
  CompetenceRecognised: z.strictObject({ workshopId, ...recognition.shape }),
  RecognitionRecalled: z.strictObject({ workshopId, ...recognition.shape }),
};
