import type { WorkshopEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { isErased, memberIdsIn, standingOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type WorkshopCommand, type WorkshopFacts, workshopDecider } from './decide.ts';
import { competenceById } from './queries.ts';
import type { WorkshopState } from './state.ts';

type Of<Type extends WorkshopCommand['type']> = Extract<WorkshopCommand, { type: Type }>;
type Definition<Type extends WorkshopCommand['type']> = CommandDefinition<
  Of<Type>,
  WorkshopState,
  WorkshopEvent,
  WorkshopFacts
>;

export const workshopStream = (workshopId: string): string => `workshop-${workshopId}`;

const NO_FACTS: WorkshopFacts = { isMember: false, othersRemain: true, isForeignCompetence: false };

/** The commands of a workshop; their facts come from the views. */
export function workshopCommands(views: ViewsReader): {
  [Type in WorkshopCommand['type']]: Definition<Type>;
} {
  const plain = <Type extends WorkshopCommand['type']>(type: Type): Definition<Type> => ({
    type,
    decider: workshopDecider,
    stream: ({ workshopId }) => workshopStream(workshopId),
    facts: () => NO_FACTS,
  });
  const entityRevision = (state: WorkshopState) => (state.status === 'founded' ? state.revision : undefined);
  return {
    FoundWorkshop: plain('FoundWorkshop'),
    DescribeWorkshop: { ...plain('DescribeWorkshop'), entityRevision },
    SetOpeningHours: { ...plain('SetOpeningHours'), entityRevision },
    SetJoining: { ...plain('SetJoining'), entityRevision },
    DefineCompetence: plain('DefineCompetence'),
    SetValidity: {
      ...plain('SetValidity'),
      entityRevision: (state, { competenceId }) =>
        state.status === 'founded'
          ? state.competences.find((one) => one.competenceId === competenceId)?.revision
          : undefined,
    },
    RecogniseCompetence: {
      ...plain('RecogniseCompetence'),
      facts: ({ workshopId, competenceId }) => {
        const competence = competenceById(views, competenceId);
        return {
          ...NO_FACTS,
          isForeignCompetence: competence !== null && competence.workshopId !== workshopId,
        };
      },
    },
    RecallRecognition: plain('RecallRecognition'),
    AppointRole: {
      ...plain('AppointRole'),
      facts: ({ memberId, workshopId }, { now }) => {
        const { membership, appointments } = standingOf(views, memberId, workshopId);
        const lasts = membership?.until === null || (membership?.until ?? 0) > now;
        const isIn = appointments.length > 0 || (membership?.kind === 'member' && lasts);
        return { ...NO_FACTS, isMember: isIn && !isErased(views, memberId) };
      },
    },
    RecallRole: plain('RecallRole'),
    ReleaseFromOffices: {
      ...plain('ReleaseFromOffices'),
      facts: ({ memberId, workshopId }, { now }) => ({
        ...NO_FACTS,
        othersRemain: memberIdsIn(views, workshopId, now).some((one) => one !== memberId),
      }),
    },
  };
}
