import { z } from 'zod';

/** What a member may be in a workshop. A trainer is appointed for one competence. */
export const role = z.enum(['visitor', 'member', 'trainer', 'host', 'steward']);
export type Role = z.infer<typeof role>;

/** The roles that a steward appoints and recalls; visitor and member are kinds of membership. */
export const appointedRole = z.enum(['trainer', 'host', 'steward']);
export type AppointedRole = z.infer<typeof appointedRole>;

export const membershipKind = z.enum(['visitor', 'member']);
export type MembershipKind = z.infer<typeof membershipKind>;

/** How one gets in: by oneself, with an invitation, or when a steward approves. */
export const joining = z.enum(['open', 'invitation', 'approval']);
export type Joining = z.infer<typeof joining>;
