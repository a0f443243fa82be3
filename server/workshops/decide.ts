import type { Objection } from '../../shared/bookings/rules.ts';
import type { Joining } from '../../shared/roles.ts';
import type { WorkshopEvent } from '../../shared/schemasOfEvents.ts';
import type { Place } from '../../shared/workshops/events.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { decideRecognition, NOT_OURS, type RecognitionCommand } from './decideRecognition.ts';
import {
  evolveWorkshop,
  type FoundedWorkshop,
  type Office,
  sameOffice,
  type WorkshopState,
} from './state.ts';

export interface FoundWorkshop {
  type: 'FoundWorkshop';
  workshopId: string;
  foundedBy: string;
  name: string;
  place: Place;
  timeZone: string;
  openingHours: OpeningHours;
  joining: Joining;
}

export type WorkshopCommand =
  | FoundWorkshop
  | { type: 'DescribeWorkshop'; workshopId: string; name: string; place: Place }
  | { type: 'SetOpeningHours'; workshopId: string; openingHours: OpeningHours }
  | { type: 'SetJoining'; workshopId: string; joining: Joining }
  | {
      type: 'DefineCompetence';
      workshopId: string;
      competenceId: string;
      name: string;
      validityMonths: number | null;
    }
  | { type: 'SetValidity'; workshopId: string; competenceId: string; months: number | null }
  | RecognitionCommand
  /** `appointedBy`: a member, or null for the operator and for a reaction. */
  | ({ type: 'AppointRole'; workshopId: string; appointedBy: string | null } & Office)
  | ({ type: 'RecallRole'; workshopId: string } & Office)
  /** Recalls whatever the member holds here: they leave, are let go, or are being erased. */
  | { type: 'ReleaseFromOffices'; workshopId: string; memberId: string; erased: boolean };

/** What a workshop's decisions need to know of its people. Convergent: a later end of a membership may contradict it. */
export interface WorkshopFacts {
  /** Whether the member the command speaks of is a member here (not a visitor), and not erased. */
  isMember: boolean;
  /** Whether anybody else is a member here. */
  othersRemain: boolean;
  /** Whether the competence to recognise is one of another workshop. */
  isForeignCompetence: boolean;
}

/** The rulebook of `workshop-{id}`. Strong: founded once, never without a steward, no office held twice. */
export const workshopDecider: Decider<WorkshopState, WorkshopCommand, WorkshopEvent, WorkshopFacts> = {
  category: 'workshop',
  version: 2,
  initialState: { status: 'unfounded' },
  evolve: evolveWorkshop,
  decide(command, state, facts) {
    if (command.type === 'FoundWorkshop') return found(command, state);
    if (state.status === 'unfounded') {
      return refused({ rule: 'notFounded', message: 'There is no such workshop.' });
    }
    return decideFounded(command, state, facts);
  },
};

function found({ type: _, ...founded }: FoundWorkshop, state: WorkshopState): Decision<WorkshopEvent> {
  if (state.status === 'founded') {
    return refused({ rule: 'alreadyFounded', message: 'This workshop has been founded already.' });
  }
  const { workshopId, foundedBy } = founded;
  return accepted<WorkshopEvent>(
    { type: 'WorkshopFounded', data: founded },
    {
      type: 'RoleAppointed',
      data: { workshopId, memberId: foundedBy, role: 'steward', competenceId: null },
    },
  );
}

function decideFounded(
  command: Exclude<WorkshopCommand, FoundWorkshop>,
  state: FoundedWorkshop,
  facts: WorkshopFacts,
): Decision<WorkshopEvent> {
  const { workshopId } = command;
  switch (command.type) {
    case 'DescribeWorkshop': {
      const { name, place } = command;
      return accepted({ type: 'WorkshopDescribed', data: { workshopId, name, place } });
    }
    case 'SetOpeningHours':
      return accepted({
        type: 'OpeningHoursSet',
        data: { workshopId, openingHours: command.openingHours },
      });
    case 'SetJoining':
      return accepted({ type: 'JoiningSet', data: { workshopId, joining: command.joining } });
    case 'DefineCompetence': {
      const { competenceId, name, validityMonths: months } = command;
      const alike = state.competences.some((known) => folded(known.name) === folded(name));
      if (alike) return refused({ rule: 'alreadyDefined', message: `${name} is defined here already.` });
      return accepted<WorkshopEvent>(
        { type: 'CompetenceDefined', data: { workshopId, competenceId, name } },
        ...(months === null ? [] : [validitySet(workshopId, competenceId, months)]),
      );
    }
    case 'SetValidity': {
      const { competenceId, months } = command;
      const known = state.competences.find((one) => one.competenceId === competenceId);
      if (!known) return refused(NOT_OURS);
      if (known.validityMonths === months) return accepted();
      return accepted(validitySet(workshopId, competenceId, months));
    }
    case 'RecogniseCompetence':
    case 'RecallRecognition':
      return decideRecognition(command, state, facts);
    case 'AppointRole': {
      const objections = objectionsToAppointing(command, state, facts);
      if (objections.length > 0) return refused(...objections);
      const { memberId, role, competenceId } = command;
      return accepted({ type: 'RoleAppointed', data: { workshopId, memberId, role, competenceId } });
    }
    case 'RecallRole': {
      const { memberId, role, competenceId } = command;
      if (!state.offices.some((office) => sameOffice(office, command))) {
        return refused({ rule: 'notAppointed', message: 'They do not hold that office.' });
      }
      if (role === 'steward' && isLastSteward(memberId, state)) return refused(LAST_STEWARD);
      return accepted({ type: 'RoleRecalled', data: { workshopId, memberId, role, competenceId } });
    }
    case 'ReleaseFromOffices': {
      const held = state.offices.filter(({ memberId }) => memberId === command.memberId);
      // Nobody is kept from erasing themselves where there is nobody left who could take over.
      const mayGo = command.erased && !facts.othersRemain;
      if (isLastSteward(command.memberId, state) && !mayGo) return refused(LAST_STEWARD);
      return accepted(
        ...held.map((office): WorkshopEvent => ({ type: 'RoleRecalled', data: { workshopId, ...office } })),
      );
    }
  }
}

const validitySet = (workshopId: string, competenceId: string, months: number | null): WorkshopEvent => ({
  type: 'CompetenceValiditySet',
  data: { workshopId, competenceId, months },
});

type Appointing = Extract<WorkshopCommand, { type: 'AppointRole' }>;

/** Rules of appointing, each with its name; all that stand are told at once. */
const appointingRules: ((
  command: Appointing,
  state: FoundedWorkshop,
  facts: WorkshopFacts,
) => Objection | null)[] = [
  function alreadyAppointed(command, { offices }) {
    const standing = offices.some((office) => sameOffice(office, command));
    return standing ? { rule: 'alreadyAppointed', message: 'They hold that office already.' } : null;
  },
  function membership(_command, _state, { isMember }) {
    return isMember ? null : { rule: 'membership', message: 'Only members of this workshop are appointed.' };
  },
  function competence({ role, competenceId }, { competences }) {
    if (role !== 'trainer') {
      if (competenceId === null) return null;
      return { rule: 'competence', message: 'Only a trainer is appointed for a competence.' };
    }
    if (competences.some((known) => known.competenceId === competenceId)) return null;
    return { rule: 'competence', message: 'A trainer is appointed for a competence of this workshop.' };
  },
  // A trainer has what they train: appointing oneself would be granting oneself a competence.
  function notOneself({ role, memberId, appointedBy }, { foundedBy }) {
    if (role !== 'trainer' || memberId !== appointedBy || memberId === foundedBy) return null;
    return { rule: 'notOneself', message: 'Another steward has to appoint you as a trainer.' };
  },
];

const objectionsToAppointing = (command: Appointing, state: FoundedWorkshop, facts: WorkshopFacts) =>
  appointingRules.flatMap((rule) => rule(command, state, facts) ?? []);

const LAST_STEWARD: Objection = {
  rule: 'lastSteward',
  message: 'A workshop needs a steward: appoint another one first.',
};

function isLastSteward(memberId: string, { offices }: FoundedWorkshop): boolean {
  const stewards = offices.filter(({ role }) => role === 'steward');
  return stewards.length > 0 && stewards.every((office) => office.memberId === memberId);
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase();
