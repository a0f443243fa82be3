import type { Objection } from '../../shared/bookings/rules.ts';
import type { Pausable } from '../../shared/members/events.ts';
import type { Joining, MembershipKind } from '../../shared/roles.ts';
import type { Membership, PersonHere } from './state.ts';

/** A person in a workshop: what every command but the erasure speaks of. */
export interface Here {
  memberId: string;
  workshopId: string;
}

export interface Invited {
  kind: MembershipKind;
  usedAt: string;
}

/** Instants are ISO 8601 texts, UTC. `invited`: what a proven invitation lets one in as, and when it was first used. */
export type MembershipCommand =
  | ({ type: 'JoinWorkshop'; messageId: string | null; invited: Invited | null } & Here)
  /** Lets somebody in without their asking: the founder. */
  | ({ type: 'GrantMembership'; kind: MembershipKind; until: string | null } & Here)
  | ({ type: 'ApproveMembership'; kind: MembershipKind; until: string | null } & Here)
  | ({ type: 'DeclineMembership'; reasonId: string } & Here)
  | ({ type: 'LeaveWorkshop' } & Here)
  | ({ type: 'EndMembership'; reasonId: string } & Here)
  | ({
      type: 'PauseMember';
      until: string;
      reasonId: string;
      pausedBy: string;
      what: readonly Pausable[];
    } & Here)
  | ({ type: 'ReviewPause'; upheld: boolean; reviewedBy: string } & Here)
  | ({ type: 'LiftPause'; liftedBy: string } & Here);

export type CompetenceCommand =
  /** `until` null: for good; left out: as long as the competence is good for. */
  | ({ type: 'GrantCompetence'; competenceId: string; until?: string | null; grantedBy: string } & Here)
  | ({ type: 'WithdrawCompetence'; competenceId: string; reasonId: string } & Here);

export type MemberCommand = MembershipCommand | CompetenceCommand | { type: 'EraseMember'; memberId: string };

/** What the workshop says; convergent. */
export interface MemberFacts {
  /** UTC milliseconds. */
  now: number;
  joining: Joining;
  /** Holds an office there, which implies membership. */
  appointed: boolean;
  /** Whether the competence is one of that workshop. */
  competenceIsTheirs: boolean;
  /** When it would run out, granted now; null: never. */
  competenceUntil: string | null;
  /** Whether the member founded that workshop. */
  isFounder: boolean;
}

/** Whether somebody counts as one of the workshop's people now. */
export const isInNow = ({ membership }: PersonHere, { appointed, now }: MemberFacts): boolean =>
  appointed || isLasting(membership, now);

type Lasting = Extract<Membership, { status: 'in' }>;

export const isLasting = (membership: Membership, now: number): membership is Lasting =>
  membership.status === 'in' && (membership.until === null || membership.until > now);

export const NOT_MEMBER: Objection = { rule: 'notMember', message: 'They are not in this workshop.' };

export const untilPassed = (what: string): Objection => ({
  rule: 'until',
  message: `The end of the ${what} must lie ahead.`,
});
