import { describe, expect, it } from 'vitest';
import { type WorkshopFacts, workshopDecider } from '../../../server/workshops/decide.ts';
import { specification } from '../commands/specification.ts';
import {
  appointed,
  FOUNDER,
  founded,
  LASER,
  laserDefined,
  MEMBER,
  OTHER,
  recalled,
  someWorkshop,
  WORKSHOP,
} from './someWorkshop.ts';

const { given, stateAfter } = specification(workshopDecider, Date.UTC(2026, 10, 1));
const theyAreMember: WorkshopFacts = { isMember: true, othersRemain: true, isForeignCompetence: false };
const theyAreNot: WorkshopFacts = { isMember: false, othersRemain: true, isForeignCompetence: false };
const alone: WorkshopFacts = { isMember: false, othersRemain: false, isForeignCompetence: false };

const foundIt = { type: 'FoundWorkshop', workshopId: WORKSHOP, foundedBy: FOUNDER, ...someWorkshop } as const;
const appoint = (
  memberId: string,
  role: 'trainer' | 'host' | 'steward',
  competenceId: string | null = null,
  appointedBy: string | null = FOUNDER,
) => ({ type: 'AppointRole', workshopId: WORKSHOP, memberId, role, competenceId, appointedBy }) as const;
const recall = (memberId: string, role: 'host' | 'steward') =>
  ({ type: 'RecallRole', workshopId: WORKSHOP, memberId, role, competenceId: null }) as const;
const release = (memberId: string, erased = false) =>
  ({ type: 'ReleaseFromOffices', workshopId: WORKSHOP, memberId, erased }) as const;
const open = [founded, appointed(FOUNDER, 'steward')] as const;

describe('a workshop', () => {
  it('is founded with its founder as steward', () => {
    given().when(foundIt, theyAreNot).thenRecorded(founded, appointed(FOUNDER, 'steward'));
  });

  it('is founded once', () => {
    given(...open)
      .when(foundIt, theyAreNot)
      .thenRefused('alreadyFounded');
  });

  it('must be founded before anything else', () => {
    given()
      .when({ type: 'SetJoining', workshopId: WORKSHOP, joining: 'open' }, theyAreNot)
      .thenRefused('notFounded');
  });

  it('is described, opened and joined as its stewards say', () => {
    const place = { address: 'Quay 1', latitude: null, longitude: null };
    given(...open)
      .when({ type: 'DescribeWorkshop', workshopId: WORKSHOP, name: 'Quay', place }, theyAreNot)
      .thenRecorded({ type: 'WorkshopDescribed', data: { workshopId: WORKSHOP, name: 'Quay', place } });
    const { openingHours } = someWorkshop;
    given(...open)
      .when({ type: 'SetOpeningHours', workshopId: WORKSHOP, openingHours }, theyAreNot)
      .thenRecorded({ type: 'OpeningHoursSet', data: { workshopId: WORKSHOP, openingHours } });
    given(...open)
      .when({ type: 'SetJoining', workshopId: WORKSHOP, joining: 'open' }, theyAreNot)
      .thenRecorded({ type: 'JoiningSet', data: { workshopId: WORKSHOP, joining: 'open' } });
  });

  it('keeps its own revision while people are appointed', () => {
    expect(stateAfter([...open, laserDefined, appointed(MEMBER, 'host')])).toMatchObject({ revision: 0 });
    const joining = { type: 'JoiningSet', data: { workshopId: WORKSHOP, joining: 'open' } } as const;
    expect(stateAfter([...open, joining])).toMatchObject({ revision: 2 });
  });

  it('defines a competence once, however it is written', () => {
    const define = {
      type: 'DefineCompetence',
      workshopId: WORKSHOP,
      competenceId: LASER,
      name: 'Laser',
      validityMonths: null,
    } as const;
    given(...open)
      .when(define, theyAreNot)
      .thenRecorded(laserDefined);
    given(...open, laserDefined)
      .when({ ...define, competenceId: OTHER, name: 'LASER' }, theyAreNot)
      .thenRefused('alreadyDefined');
  });
});

describe('appointing', () => {
  it('makes a member host, steward, or trainer of a competence', () => {
    given(...open)
      .when(appoint(MEMBER, 'host'), theyAreMember)
      .thenRecorded(appointed(MEMBER, 'host'));
    given(...open)
      .when(appoint(MEMBER, 'steward'), theyAreMember)
      .thenRecorded(appointed(MEMBER, 'steward'));
    given(...open, laserDefined)
      .when(appoint(MEMBER, 'trainer', LASER), theyAreMember)
      .thenRecorded(appointed(MEMBER, 'trainer', LASER));
  });

  it('is for members only', () => {
    given(...open)
      .when(appoint(MEMBER, 'host'), theyAreNot)
      .thenRefused('membership');
  });

  it('tells every reason at once', () => {
    given(...open)
      .when(appoint(FOUNDER, 'steward', LASER), theyAreNot)
      .thenRefused('membership', 'competence');
  });

  it('does not happen twice', () => {
    given(...open, appointed(MEMBER, 'host'))
      .when(appoint(MEMBER, 'host'), theyAreMember)
      .thenRefused('alreadyAppointed');
  });

  it('names the competence of a trainer, one of this workshop, and of nobody else', () => {
    given(...open, laserDefined)
      .when(appoint(MEMBER, 'trainer'), theyAreMember)
      .thenRefused('competence');
    given(...open, laserDefined)
      .when(appoint(MEMBER, 'trainer', OTHER), theyAreMember)
      .thenRefused('competence');
    given(...open, laserDefined)
      .when(appoint(MEMBER, 'host', LASER), theyAreMember)
      .thenRefused('competence');
  });

  it('lets only the founder appoint themselves as trainer', () => {
    const two = [...open, laserDefined, appointed(OTHER, 'steward')] as const;
    given(...two)
      .when(appoint(OTHER, 'trainer', LASER, OTHER), theyAreMember)
      .thenRefused('notOneself');
    given(...two)
      .when(appoint(FOUNDER, 'trainer', LASER, FOUNDER), theyAreMember)
      .thenRecorded(appointed(FOUNDER, 'trainer', LASER));
    given(...two)
      .when(appoint(OTHER, 'host', null, OTHER), theyAreMember)
      .thenRecorded(appointed(OTHER, 'host'));
  });
});

describe('recalling', () => {
  it('ends an office', () => {
    given(...open, appointed(MEMBER, 'host'))
      .when(recall(MEMBER, 'host'), theyAreMember)
      .thenRecorded(recalled(MEMBER, 'host'));
  });

  it('needs an office to end', () => {
    given(...open)
      .when(recall(MEMBER, 'host'), theyAreMember)
      .thenRefused('notAppointed');
    given(...open, appointed(MEMBER, 'host'), recalled(MEMBER, 'host'))
      .when(recall(MEMBER, 'host'), theyAreMember)
      .thenRefused('notAppointed');
  });

  it('never takes the last steward', () => {
    given(...open)
      .when(recall(FOUNDER, 'steward'), theyAreMember)
      .thenRefused('lastSteward');
    given(...open, appointed(OTHER, 'steward'))
      .when(recall(FOUNDER, 'steward'), theyAreMember)
      .thenRecorded(recalled(FOUNDER, 'steward'));
  });

  it('of everything lets somebody go, but not the last steward', () => {
    const held = [
      ...open,
      appointed(MEMBER, 'host'),
      laserDefined,
      appointed(MEMBER, 'trainer', LASER),
    ] as const;
    given(...held)
      .when(release(MEMBER), theyAreMember)
      .thenRecorded(recalled(MEMBER, 'host'), recalled(MEMBER, 'trainer', LASER));
    given(...held)
      .when(release(OTHER), theyAreMember)
      .thenNothing();
    given(...held)
      .when(release(FOUNDER), theyAreMember)
      .thenRefused('lastSteward');
  });

  it('keeps nobody from erasing themselves where nobody is left to take over', () => {
    given(...open)
      .when(release(FOUNDER, true), theyAreMember)
      .thenRefused('lastSteward');
    given(...open)
      .when(release(FOUNDER, true), alone)
      .thenRecorded(recalled(FOUNDER, 'steward'));
    given(...open)
      .when(release(FOUNDER, false), alone)
      .thenRefused('lastSteward');
  });
});

describe('a competence of another workshop', () => {
  const FOREIGN = '00000000-0000-4000-8000-0000000000c9';
  const facts: WorkshopFacts = { ...theyAreNot, isForeignCompetence: true };
  const recognition = { workshopId: WORKSHOP, competenceId: FOREIGN, as: LASER };
  const recognise = { type: 'RecogniseCompetence', ...recognition } as const;
  const recall = { type: 'RecallRecognition', ...recognition } as const;
  const recognised = { type: 'CompetenceRecognised', data: recognition } as const;
  const recalledAgain = { type: 'RecognitionRecalled', data: recognition } as const;

  it('counts as an own one by the workshop’s own decision, and is recalled by it', () => {
    given(...open, laserDefined)
      .when(recognise, facts)
      .thenRecorded(recognised);
    given(...open, laserDefined, recognised)
      .when(recall, facts)
      .thenRecorded(recalledAgain);
    given(...open, laserDefined, recognised)
      .when(recognise, facts)
      .thenRefused('alreadyRecognised');
    given(...open, laserDefined, recognised, recalledAgain)
      .when(recall, facts)
      .thenRefused('notRecognised');
  });

  it('is another’s, and counts as one’s own only', () => {
    given(...open)
      .when(recognise, { ...facts, isForeignCompetence: false })
      .thenRefused('foreign', 'competence');
  });
});

describe('how long a competence is good for', () => {
  const set = (months: number | null) =>
    ({ type: 'SetValidity', workshopId: WORKSHOP, competenceId: LASER, months }) as const;
  const validFor = (months: number | null) =>
    ({
      type: 'CompetenceValiditySet',
      data: { workshopId: WORKSHOP, competenceId: LASER, months },
    }) as const;

  it('is said when it is defined, or later', () => {
    given(...open)
      .when(
        {
          type: 'DefineCompetence',
          workshopId: WORKSHOP,
          competenceId: LASER,
          name: 'Laser',
          validityMonths: 24,
        },
        theyAreNot,
      )
      .thenRecorded(laserDefined, validFor(24));
    given(...open, laserDefined)
      .when(set(12), theyAreNot)
      .thenRecorded(validFor(12));
    given(...open, laserDefined, validFor(12))
      .when(set(12), theyAreNot)
      .thenNothing();
    given(...open)
      .when(set(12), theyAreNot)
      .thenRefused('competence');
  });
});
