import type { MembershipKind } from '../../shared/roles.ts';
import type { MemberEvent } from '../../shared/schemasOfEvents.ts';
import type { Recorded } from '../commands/decider.ts';

/** Where somebody stands in one workshop. Instants in UTC milliseconds. */
export type Membership =
  | { status: 'none' }
  | { status: 'in'; kind: MembershipKind; until: number | null }
  /** `byOneself`: they left; else they were let go. What they were is kept, so that it can be given back. */
  | { status: 'ended'; kind: MembershipKind; until: number | null; at: number; byOneself: boolean };

/** `upheld`: a second steward has looked at it. */
export interface Pause {
  until: number;
  pausedBy: string;
  upheld: boolean;
}

/** One person in one workshop. A pause outlives the membership: leaving and coming back does not shake it off. */
export interface PersonHere {
  membership: Membership;
  /** Waiting for approval (a visitor may ask to become a member). */
  requested: boolean;
  pause: Pause | null;
  /** Of the last event about them here: what `If-Match` names. */
  revision: number;
}

export interface KnownMember {
  status: 'known';
  workshops: Record<string, PersonHere>;
  /** Held competences with the instant they run out; null: for good. */
  competences: Record<string, { workshopId: string; until: number | null }>;
}

export type MemberState = KnownMember | { status: 'erased' };

export const NOT_YET_HERE: PersonHere = {
  membership: { status: 'none' },
  requested: false,
  pause: null,
  revision: -1,
};

export function evolveMember(state: MemberState, event: MemberEvent, recorded: Recorded): MemberState {
  if (event.type === 'MemberErased' || state.status === 'erased') return { status: 'erased' };
  const { workshopId } = event.data;
  const before = state.workshops[workshopId] ?? NOT_YET_HERE;
  const here = { ...evolveHere(before, event, recorded), revision: recorded.revision };
  return {
    status: 'known',
    workshops: { ...state.workshops, [workshopId]: here },
    competences: evolveCompetences(state.competences, event),
  };
}

type EventHere = Exclude<MemberEvent, { type: 'MemberErased' }>;

function evolveHere(here: PersonHere, event: EventHere, { at }: Recorded): PersonHere {
  switch (event.type) {
    case 'MembershipRequested':
      return { ...here, requested: true };
    case 'MembershipGranted': {
      const { kind, until } = event.data;
      return { ...here, membership: { status: 'in', kind, until: milliseconds(until) }, requested: false };
    }
    case 'MembershipDeclined':
      return { ...here, requested: false };
    case 'MembershipEnded': {
      const ended: PersonHere = { ...here, requested: false };
      if (here.membership.status !== 'in') return ended;
      const { kind, until } = here.membership;
      const byOneself = event.data.reasonId === null;
      return { ...ended, membership: { status: 'ended', kind, until, at, byOneself } };
    }
    case 'MemberPaused':
      return {
        ...here,
        pause: { until: Date.parse(event.data.until), pausedBy: event.data.pausedBy, upheld: false },
      };
    case 'PauseReviewed':
      return { ...here, pause: event.data.upheld && here.pause ? { ...here.pause, upheld: true } : null };
    case 'PauseLifted':
      return { ...here, pause: null };
    case 'CompetenceGranted':
    case 'CompetenceWithdrawn':
      return here;
  }
}

function evolveCompetences(held: KnownMember['competences'], event: EventHere): KnownMember['competences'] {
  if (event.type === 'CompetenceGranted') {
    const { competenceId, workshopId, until } = event.data;
    return { ...held, [competenceId]: { workshopId, until: milliseconds(until) } };
  }
  if (event.type === 'CompetenceWithdrawn') {
    const { [event.data.competenceId]: _, ...rest } = held;
    return rest;
  }
  return held;
}

const milliseconds = (instant: string | null): number | null =>
  instant === null ? null : Date.parse(instant);
