import { z } from 'zod';
import { competenceId, memberId, textId, workshopId } from '../identifiers.ts';
import { membershipKind } from '../roles.ts';
import { instant } from '../time.ts';

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
  }),
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
