import { z } from 'zod';
import { competenceId, inductionId, machineId, memberId, textId, workshopId } from '../identifiers.ts';
import { instant } from '../time.ts';

/** As many as one trainer can look after, with room to spare. */
export const places = z.int().min(1).max(200);

const ofInduction = { inductionId, workshopId, competenceId };
const ofPerson = { ...ofInduction, memberId };

/** Events of the stream `induction-{id}`: one session in which a trainer teaches a competence to so many people. */
export const inductionEvents = {
  InductionAnnounced: z.strictObject({
    ...ofInduction,
    /** The machine that is used, and kept free for it; null where none is. */
    machineId: machineId.nullable(),
    start: instant,
    end: instant,
    places,
    noteId: textId.nullable(),
    announcedBy: memberId,
  }),
  InductionPlacesSet: z.strictObject({ ...ofInduction, places }),
  /** Nobody comes; the reason is told to those who had a place or waited. */
  InductionCancelled: z.strictObject({ ...ofInduction, reasonId: textId }),

  InductionPlaceTaken: z.strictObject(ofPerson),
  InductionPlaceGivenUp: z.strictObject(ofPerson),
  InductionWaitingJoined: z.strictObject(ofPerson),
  InductionWaitingLeft: z.strictObject(ofPerson),
  /** The first who waited has a place now. */
  InductionMovedUp: z.strictObject(ofPerson),
  /** Came, and can do it: the competence follows, until then (null: for good). */
  InductionAttended: z.strictObject({ ...ofPerson, attestedBy: memberId, until: instant.nullable() }),
};
