import { z } from 'zod';
import { competenceId, memberId, textId, workshopId } from '../identifiers.ts';
import { membershipKind } from '../roles.ts';
import { instant } from '../time.ts';

/** What a pause may stop. */
export const pausable = z.enum(['bookings', 'loans', 'starts']);
export type Pausable = z.infer<typeof pausable>;

/** Events of the stream `member-{id}`: memberships and competences of one random id. */
export const memberEvents = {
  MembershipRequested: z.strictObject({ memberId, workshopId, messageId: textId.nullable() }),
  MembershipGranted: z.strictObject({
    memberId,
    workshopId,
    kind: membershipKind,
    /** The membership ends here; null while nobody ends it. */
    until: instant.nullable(),
    by: z.enum(['joining', 'invitation', 'steward']),
  }),
  MembershipDeclined: z.strictObject({ memberId, workshopId, reasonId: textId }),
  MembershipEnded: z.strictObject({ memberId, workshopId, reasonId: textId.nullable() }),
  MemberPaused: z.strictObject({
    memberId,
    workshopId,
    until: instant,
    reasonId: textId,
    pausedBy: memberId,
    what: z.array(pausable).min(1),
  }),
  /** A second steward looked at it; one that is not upheld ends at once. */
  PauseReviewed: z.strictObject({ memberId, workshopId, upheld: z.boolean(), reviewedBy: memberId }),
  PauseLifted: z.strictObject({ memberId, workshopId }),
  CompetenceGranted: z.strictObject({
    memberId,
    workshopId,
    competenceId,
    until: instant.nullable(),
    grantedBy: memberId,
  }),
  CompetenceWithdrawn: z.strictObject({ memberId, workshopId, competenceId, reasonId: textId }),
  /** Everything personal is gone; the random id stays in the histories of machines. */
  MemberErased: z.strictObject({ memberId }),
};
