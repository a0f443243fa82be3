import type { MemberEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { validUntil } from '../competences/validity.ts';
import type { ViewsReader } from '../views/reader.ts';
import { appointmentsOf, competenceById, workshopById } from '../workshops/queries.ts';
import { memberDecider } from './decide.ts';
import type { MemberState } from './state.ts';
import type { MemberCommand, MemberFacts } from './vocabulary.ts';

type Of<Type extends MemberCommand['type']> = Extract<MemberCommand, { type: Type }>;
type Definition<Type extends MemberCommand['type']> = CommandDefinition<
  Of<Type>,
  MemberState,
  MemberEvent,
  MemberFacts
>;

export const memberStream = (memberId: string): string => `member-${memberId}`;

/** The commands about one member; what the workshop says comes from the views. */
export function memberCommands(views: ViewsReader): { [Type in MemberCommand['type']]: Definition<Type> } {
  const define = <Type extends MemberCommand['type']>(type: Type): Definition<Type> => ({
    type,
    decider: memberDecider,
    stream: ({ memberId }) => memberStream(memberId),
    facts: (command, { now }) => factsOf(views, command, now),
  });
  const ofPerson = <Type extends Exclude<MemberCommand['type'], 'EraseMember'>>(
    type: Type,
  ): Definition<Type> => ({ ...define(type), entityRevision: revisionHere });
  return {
    JoinWorkshop: define('JoinWorkshop'),
    GrantMembership: define('GrantMembership'),
    ApproveMembership: ofPerson('ApproveMembership'),
    DeclineMembership: ofPerson('DeclineMembership'),
    LeaveWorkshop: define('LeaveWorkshop'),
    EndMembership: ofPerson('EndMembership'),
    PauseMember: ofPerson('PauseMember'),
    ReviewPause: ofPerson('ReviewPause'),
    LiftPause: ofPerson('LiftPause'),
    GrantCompetence: define('GrantCompetence'),
    WithdrawCompetence: define('WithdrawCompetence'),
    EraseMember: define('EraseMember'),
  };
}

function revisionHere(state: MemberState, command: { workshopId: string }): number | undefined {
  return state.status === 'known' ? state.workshops[command.workshopId]?.revision : undefined;
}

function factsOf(views: ViewsReader, command: MemberCommand, now: number): MemberFacts {
  const facts = {
    now,
    joining: 'approval',
    appointed: false,
    competenceIsTheirs: false,
    competenceUntil: null,
    isFounder: false,
  } as const;
  if (command.type === 'EraseMember') return facts;
  const { memberId, workshopId } = command;
  const workshop = workshopById(views, workshopId);
  if (!workshop) return facts;
  const competence = 'competenceId' in command ? competenceById(views, command.competenceId) : null;
  return {
    now,
    joining: workshop.joining,
    appointed: appointmentsOf(views, memberId, workshopId).length > 0,
    competenceIsTheirs: competence?.workshopId === workshopId,
    competenceUntil: validUntil(now, competence?.validityMonths ?? null, workshop.timeZone),
    isFounder: workshop.foundedBy === memberId,
  };
}
