import type { PlaceStatus } from '../../shared/competences/views.ts';
import type { InductionEvent } from '../../shared/schemasOfEvents.ts';
import type { Recorded } from '../commands/decider.ts';

export interface PersonInInduction {
  memberId: string;
  status: PlaceStatus;
  /** Of the last event about this person here: what `If-Match` names. */
  revision: number;
}

interface KnownInduction {
  inductionId: string;
  workshopId: string;
  competenceId: string;
  /** UTC milliseconds. */
  start: number;
  end: number;
  places: number;
  announcedBy: string;
  /** In the order in which they came: so the first who waits is the first to move up. */
  people: PersonInInduction[];
  /** Of the last event about the session itself. */
  revision: number;
}
export type AnnouncedInduction = { status: 'announced' } & KnownInduction;
export type InductionState =
  | { status: 'unannounced' }
  | AnnouncedInduction
  | ({ status: 'cancelled' } & KnownInduction);

/** How many places are taken: those who came keep theirs. */
export const placesTaken = ({ people }: KnownInduction): number =>
  people.filter(({ status }) => status !== 'waiting').length;

export function evolveInduction(
  state: InductionState,
  event: InductionEvent,
  { revision }: Recorded,
): InductionState {
  if (event.type === 'InductionAnnounced') {
    const { inductionId, workshopId, competenceId, start, end, places, announcedBy } = event.data;
    const times = { start: Date.parse(start), end: Date.parse(end) };
    const what = { inductionId, workshopId, competenceId, ...times, places, announcedBy };
    return { status: 'announced', ...what, people: [], revision };
  }
  if (state.status === 'unannounced') throw new Error(`${event.type} in an induction never announced`);
  const { people } = state;
  const entered = (memberId: string, status: PlaceStatus): PersonInInduction[] => [
    ...people,
    { memberId, status, revision },
  ];
  const changed = (memberId: string, status: PlaceStatus): PersonInInduction[] =>
    people.map((one) => (one.memberId === memberId ? { memberId, status, revision } : one));
  switch (event.type) {
    case 'InductionPlacesSet':
      return { ...state, places: event.data.places, revision };
    case 'InductionCancelled':
      return { ...state, status: 'cancelled', revision };
    case 'InductionPlaceTaken':
      return { ...state, people: entered(event.data.memberId, 'place') };
    case 'InductionWaitingJoined':
      return { ...state, people: entered(event.data.memberId, 'waiting') };
    case 'InductionMovedUp':
      return { ...state, people: changed(event.data.memberId, 'place') };
    case 'InductionAttended':
      return { ...state, people: changed(event.data.memberId, 'attended'), revision };
    case 'InductionPlaceGivenUp':
    case 'InductionWaitingLeft':
      return { ...state, people: people.filter(({ memberId }) => memberId !== event.data.memberId) };
  }
}
