import type { Objection } from '../../shared/bookings/rules.ts';
import type { InductionEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { type AnnouncedInduction, evolveInduction, type InductionState, placesTaken } from './state.ts';

interface OfInduction {
  inductionId: string;
}
interface OfPerson extends OfInduction {
  memberId: string;
  /** Done by its trainer (or by a reaction) for somebody: also while it runs. */
  forThem: boolean;
}

/** Instants are ISO 8601 texts, UTC. That the giver trains the competence is authorised before. */
export interface AnnounceInduction extends OfInduction {
  type: 'AnnounceInduction';
  workshopId: string;
  competenceId: string;
  machineId: string | null;
  start: string;
  end: string;
  places: number;
  noteId: string | null;
  announcedBy: string;
}
export type InductionCommand =
  | AnnounceInduction
  | ({ type: 'SetInductionPlaces'; places: number } & OfInduction)
  | ({ type: 'CancelInduction'; reasonId: string } & OfInduction)
  | ({ type: 'TakeInductionPlace' } & OfPerson)
  | ({ type: 'GiveUpInductionPlace' } & OfPerson)
  | ({ type: 'AttendInduction'; memberIds: string[]; attestedBy: string } & OfInduction);

/** What other contexts say; convergent. */
export interface InductionFacts {
  /** UTC milliseconds. */
  now: number;
  /** Of the member whom the command names: whether they are in the workshop. */
  isInWorkshop: boolean;
  competenceIsTheirs: boolean;
  /** Whether the machine is one of the workshop, in service; true where none is named. */
  machineIsTheirs: boolean;
  /** When the competence runs out that this session gives; null: never. */
  competenceUntil: string | null;
}

/** The rulebook of `induction-{id}`. Strong: never more people with a place than there are places, first come first. */
export const inductionDecider: Decider<InductionState, InductionCommand, InductionEvent, InductionFacts> = {
  category: 'induction',
  version: 1,
  initialState: { status: 'unannounced' },
  evolve: evolveInduction,
  decide(command, state, facts) {
    if (command.type === 'AnnounceInduction') return announce(command, state, facts);
    if (state.status === 'unannounced') {
      return refused({ rule: 'notAnnounced', message: 'There is no such induction.' });
    }
    if (state.status === 'cancelled') {
      return refused({ rule: 'cancelled', message: 'This induction has been cancelled.' });
    }
    switch (command.type) {
      case 'SetInductionPlaces':
        return setPlaces(command.places, state, facts);
      case 'CancelInduction':
        return cancel(command.reasonId, state, facts);
      case 'TakeInductionPlace':
        return takePlace(command, state, facts);
      case 'GiveUpInductionPlace':
        return giveUp(command, state, facts);
      case 'AttendInduction':
        return attend(command, state, facts);
    }
  },
};

type InductionDecision = Decision<InductionEvent>;

const BEGUN: Objection = { rule: 'begun', message: 'This induction has begun already.' };
const OVER: Objection = { rule: 'over', message: 'This induction is over.' };

const idsOf = ({ inductionId, workshopId, competenceId }: AnnouncedInduction) => ({
  inductionId,
  workshopId,
  competenceId,
});

function announce(
  command: AnnounceInduction,
  state: InductionState,
  facts: InductionFacts,
): InductionDecision {
  if (state.status !== 'unannounced') {
    return refused({ rule: 'alreadyAnnounced', message: 'This induction has been announced already.' });
  }
  const { type: _, ...announced } = command;
  const objections: Objection[] = [];
  if (!facts.competenceIsTheirs) {
    objections.push({ rule: 'competence', message: 'That competence is not one of this workshop.' });
  }
  if (!facts.machineIsTheirs) {
    objections.push({ rule: 'machine', message: 'That machine is not in service in this workshop.' });
  }
  if (Date.parse(command.start) >= Date.parse(command.end)) {
    objections.push({ rule: 'interval', message: 'An induction has to start before it ends.' });
  }
  if (Date.parse(command.start) <= facts.now) {
    objections.push({ rule: 'past', message: 'This time is already past.' });
  }
  if (objections.length > 0) return refused(...objections);
  return accepted({ type: 'InductionAnnounced', data: announced });
}

function setPlaces(places: number, state: AnnouncedInduction, { now }: InductionFacts): InductionDecision {
  if (now >= state.end) return refused(OVER);
  const taken = placesTaken(state);
  if (places < taken) {
    return refused({ rule: 'places', message: `There are ${taken} people with a place already.` });
  }
  if (places === state.places) return accepted();
  return accepted<InductionEvent>(
    { type: 'InductionPlacesSet', data: { ...idsOf(state), places } },
    ...movingUp(state, places - taken, now),
  );
}

function cancel(reasonId: string, state: AnnouncedInduction, { now }: InductionFacts): InductionDecision {
  if (now >= state.end) return refused(OVER);
  if (state.people.some(({ status }) => status === 'attended')) {
    return refused({ rule: 'attended', message: 'Somebody has attended this induction already.' });
  }
  return accepted({ type: 'InductionCancelled', data: { ...idsOf(state), reasonId } });
}

function takePlace(
  { memberId, forThem }: Extract<InductionCommand, { type: 'TakeInductionPlace' }>,
  state: AnnouncedInduction,
  { now, isInWorkshop }: InductionFacts,
): InductionDecision {
  const objections: Objection[] = [];
  if (now >= state.end) objections.push(OVER);
  else if (now >= state.start && !forThem) objections.push(BEGUN);
  if (!isInWorkshop) {
    objections.push({ rule: 'membership', message: 'Only people of this workshop take part here.' });
  }
  if (state.announcedBy === memberId) {
    objections.push({ rule: 'trainer', message: 'Whoever gives the induction needs no place in it.' });
  }
  if (state.people.some((one) => one.memberId === memberId)) {
    objections.push({ rule: 'alreadyIn', message: 'A place, or the waiting for one, is there already.' });
  }
  if (objections.length > 0) return refused(...objections);
  const type = placesTaken(state) < state.places ? 'InductionPlaceTaken' : 'InductionWaitingJoined';
  return accepted({ type, data: { ...idsOf(state), memberId } });
}

function giveUp(
  { memberId, forThem }: Extract<InductionCommand, { type: 'GiveUpInductionPlace' }>,
  state: AnnouncedInduction,
  { now }: InductionFacts,
): InductionDecision {
  const person = state.people.find((one) => one.memberId === memberId);
  if (!person) return refused({ rule: 'noPlace', message: 'There is no place to give up.' });
  if (person.status === 'attended') {
    return refused({ rule: 'attended', message: 'Who has attended keeps that.' });
  }
  if (now >= state.end) return refused(OVER);
  if (now >= state.start && !forThem) return refused(BEGUN);
  const data = { ...idsOf(state), memberId };
  if (person.status === 'waiting') return accepted({ type: 'InductionWaitingLeft', data });
  return accepted<InductionEvent>(
    { type: 'InductionPlaceGivenUp', data },
    ...movingUp(state, state.places - placesTaken(state) + 1, now),
  );
}

/** Those who waited longest, as many as there are free places. Once it has begun nobody is called in any more. */
function movingUp(state: AnnouncedInduction, free: number, now: number): InductionEvent[] {
  if (now >= state.start) return [];
  return state.people
    .filter(({ status }) => status === 'waiting')
    .slice(0, Math.max(0, free))
    .map(({ memberId }) => ({ type: 'InductionMovedUp', data: { ...idsOf(state), memberId } }));
}

function attend(
  { memberIds, attestedBy }: Extract<InductionCommand, { type: 'AttendInduction' }>,
  state: AnnouncedInduction,
  { now, competenceUntil: until }: InductionFacts,
): InductionDecision {
  if (now < state.start) {
    return refused({ rule: 'notBegun', message: 'This induction has not begun yet.' });
  }
  const statusOf = new Map(state.people.map(({ memberId, status }) => [memberId, status]));
  const objections: Objection[] = [];
  if (memberIds.includes(attestedBy)) {
    objections.push({ rule: 'notOneself', message: 'Another trainer has to confirm what you can do.' });
  }
  if (memberIds.some((memberId) => (statusOf.get(memberId) ?? 'waiting') === 'waiting')) {
    objections.push({ rule: 'noPlace', message: 'Only somebody with a place can have attended.' });
  }
  if (objections.length > 0) return refused(...objections);
  const coming = [...new Set(memberIds)].filter((memberId) => statusOf.get(memberId) === 'place');
  return accepted(
    ...coming.map(
      (memberId): InductionEvent => ({
        type: 'InductionAttended',
        data: { ...idsOf(state), memberId, attestedBy, until },
      }),
    ),
  );
}
