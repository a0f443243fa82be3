import { describe, expect, it } from 'vitest';
import { type InductionFacts, inductionDecider } from '../../../server/competences/decide.ts';
import type { InductionEvent } from '../../../shared/schemasOfEvents.ts';
import { specification } from '../commands/specification.ts';

const START = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (milliseconds: number) => new Date(START + milliseconds).toISOString();
const { given, stateAfter } = specification(inductionDecider, START);

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
const [TRAINER, ANNA, BEN, CLEO, TEXT] = [id('a0'), id('a1'), id('a2'), id('a3'), id('e1')];
const of = { inductionId: id('11'), workshopId: id('01'), competenceId: id('c1') };

const before: InductionFacts = {
  now: START + 12 * HOUR,
  isInWorkshop: true,
  competenceIsTheirs: true,
  machineIsTheirs: true,
  competenceUntil: null,
};
const during: InductionFacts = { ...before, now: START + 4 * DAY + HOUR };
const after: InductionFacts = { ...before, now: START + 5 * DAY };

const session = { ...of, machineId: null, start: at(4 * DAY), end: at(4 * DAY + 2 * HOUR), places: 2 };
const announce = { type: 'AnnounceInduction', ...session, noteId: null, announcedBy: TRAINER } as const;
const announced: InductionEvent = {
  type: 'InductionAnnounced',
  data: { ...session, noteId: null, announcedBy: TRAINER },
};
const take = (memberId: string, forThem = false) =>
  ({ type: 'TakeInductionPlace', inductionId: of.inductionId, memberId, forThem }) as const;
const giveUp = (memberId: string, forThem = false) =>
  ({ type: 'GiveUpInductionPlace', inductionId: of.inductionId, memberId, forThem }) as const;
const attend = (...memberIds: string[]) =>
  ({ type: 'AttendInduction', inductionId: of.inductionId, memberIds, attestedBy: TRAINER }) as const;
const setPlaces = (places: number) =>
  ({ type: 'SetInductionPlaces', inductionId: of.inductionId, places }) as const;
const cancel = { type: 'CancelInduction', inductionId: of.inductionId, reasonId: TEXT } as const;

type OfPerson =
  | 'InductionPlaceTaken'
  | 'InductionPlaceGivenUp'
  | 'InductionWaitingJoined'
  | 'InductionWaitingLeft'
  | 'InductionMovedUp';
const event = (type: OfPerson, memberId: string): InductionEvent => ({ type, data: { ...of, memberId } });
const taken = (memberId: string) => event('InductionPlaceTaken', memberId);
const waits = (memberId: string) => event('InductionWaitingJoined', memberId);
const movedUp = (memberId: string) => event('InductionMovedUp', memberId);
const attended = (memberId: string, until: string | null = null): InductionEvent => ({
  type: 'InductionAttended',
  data: { ...of, memberId, attestedBy: TRAINER, until },
});
const cancelled: InductionEvent = { type: 'InductionCancelled', data: { ...of, reasonId: TEXT } };
const placesSet = (places: number): InductionEvent => ({
  type: 'InductionPlacesSet',
  data: { ...of, places },
});

describe('announcing an induction', () => {
  it('says when, for what and for how many', () => {
    given().when(announce, before).thenRecorded(announced);
    given(announced).when(announce, before).thenRefused('alreadyAnnounced');
  });
  it('tells everything that stands against it at once', () => {
    const wrong = { ...before, competenceIsTheirs: false, machineIsTheirs: false };
    given()
      .when({ ...announce, start: at(HOUR), end: at(HOUR) }, wrong)
      .thenRefused('competence', 'machine', 'interval', 'past');
  });
});

describe('a place', () => {
  it('is had by whoever comes first; who comes when all are taken waits', () => {
    given(announced).when(take(ANNA), before).thenRecorded(taken(ANNA));
    given(announced, taken(ANNA), taken(BEN)).when(take(CLEO), before).thenRecorded(waits(CLEO));
  });
  it('is had once, by people of the workshop, and not by the trainer', () => {
    given(announced, taken(ANNA)).when(take(ANNA), before).thenRefused('alreadyIn');
    given(announced)
      .when(take(ANNA), { ...before, isInWorkshop: false })
      .thenRefused('membership');
    given(announced).when(take(TRAINER), before).thenRefused('trainer');
  });
  it('can be taken in the last second before it begins; then only the trainer lets somebody in', () => {
    const lastSecond = { ...before, now: START + 4 * DAY - 1000 };
    const begins = { ...before, now: START + 4 * DAY };
    given(announced).when(take(ANNA), lastSecond).thenRecorded(taken(ANNA));
    given(announced).when(take(ANNA), begins).thenRefused('begun');
    given(announced).when(take(ANNA, true), begins).thenRecorded(taken(ANNA));
    given(announced).when(take(ANNA, true), after).thenRefused('over');
  });
  it('that is given up goes to the first who waits', () => {
    const full = [announced, taken(ANNA), taken(BEN), waits(CLEO), waits(id('a4'))] as const;
    given(...full)
      .when(giveUp(ANNA), before)
      .thenRecorded(event('InductionPlaceGivenUp', ANNA), movedUp(CLEO));
    given(...full)
      .when(giveUp(CLEO), before)
      .thenRecorded(event('InductionWaitingLeft', CLEO));
    given(announced, taken(ANNA))
      .when(giveUp(ANNA), before)
      .thenRecorded(event('InductionPlaceGivenUp', ANNA));
    given(announced).when(giveUp(ANNA), before).thenRefused('noPlace');
  });
  it('is not called for any more once it has begun', () => {
    const full = [announced, taken(ANNA), taken(BEN), waits(CLEO)] as const;
    given(...full)
      .when(giveUp(ANNA), during)
      .thenRefused('begun');
    given(...full)
      .when(giveUp(ANNA, true), during)
      .thenRecorded(event('InductionPlaceGivenUp', ANNA));
  });
});

describe('another number of places', () => {
  it('lets those move up who wait longest', () => {
    const waiting = [announced, taken(ANNA), taken(BEN), waits(CLEO), waits(id('a4'))] as const;
    given(...waiting)
      .when(setPlaces(3), before)
      .thenRecorded(placesSet(3), movedUp(CLEO));
    given(...waiting)
      .when(setPlaces(9), before)
      .thenRecorded(placesSet(9), movedUp(CLEO), movedUp(id('a4')));
  });
  it('never takes a place away, and is not said twice', () => {
    given(announced, taken(ANNA), taken(BEN)).when(setPlaces(1), before).thenRefused('places');
    given(announced).when(setPlaces(2), before).thenNothing();
    given(announced).when(setPlaces(3), after).thenRefused('over');
  });
});

describe('attending', () => {
  it('is said by the trainer once it has begun, also long after, and lasts as long as the competence is good for', () => {
    given(announced, taken(ANNA)).when(attend(ANNA), before).thenRefused('notBegun');
    given(announced, taken(ANNA)).when(attend(ANNA), during).thenRecorded(attended(ANNA));
    given(announced, taken(ANNA), taken(BEN))
      .when(attend(ANNA, BEN, ANNA), { ...after, competenceUntil: at(700 * DAY) })
      .thenRecorded(attended(ANNA, at(700 * DAY)), attended(BEN, at(700 * DAY)));
  });
  it('is for those with a place, and never said of oneself', () => {
    given(announced, taken(ANNA), taken(BEN), waits(CLEO)).when(attend(CLEO), during).thenRefused('noPlace');
    given(announced, taken(ANNA))
      .when({ ...attend(ANNA), attestedBy: ANNA }, during)
      .thenRefused('notOneself');
  });
  it('is said once', () => {
    given(announced, taken(ANNA), attended(ANNA)).when(attend(ANNA), during).thenNothing();
    given(announced, taken(ANNA), attended(ANNA)).when(giveUp(ANNA, true), during).thenRefused('attended');
  });
});

describe('cancelling', () => {
  it('ends it, unless it is over or somebody has attended', () => {
    given(announced, taken(ANNA)).when(cancel, before).thenRecorded(cancelled);
    given(announced).when(cancel, after).thenRefused('over');
    given(announced, taken(ANNA), attended(ANNA)).when(cancel, during).thenRefused('attended');
    given(announced, cancelled).when(take(ANNA), before).thenRefused('cancelled');
    given().when(cancel, before).thenRefused('notAnnounced');
  });
});

it('keeps the revision of the session while people come and go', () => {
  expect(stateAfter([announced, taken(ANNA), waits(BEN)])).toMatchObject({ revision: 0 });
  expect(stateAfter([announced, taken(ANNA), placesSet(4)])).toMatchObject({ revision: 2 });
});
