import type { InductionEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { machineById } from '../machines/queries.ts';
import { rolesOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceById, workshopById } from '../workshops/queries.ts';
import { type InductionCommand, type InductionFacts, inductionDecider } from './decide.ts';
import type { InductionState } from './state.ts';
import { validUntil } from './validity.ts';

type Of<Type extends InductionCommand['type']> = Extract<InductionCommand, { type: Type }>;
type Definition<Type extends InductionCommand['type']> = CommandDefinition<
  Of<Type>,
  InductionState,
  InductionEvent,
  InductionFacts
>;

export const inductionStream = (inductionId: string): string => `induction-${inductionId}`;

/** The commands of an induction; their facts come from the views. */
export function inductionCommands(views: ViewsReader): {
  [Type in InductionCommand['type']]: Definition<Type>;
} {
  const define = <Type extends InductionCommand['type']>(
    type: Type,
    factsOf: (command: Of<Type>, state: InductionState, now: number) => Partial<InductionFacts> = () => ({}),
  ): Definition<Type> => ({
    type,
    decider: inductionDecider,
    stream: ({ inductionId }) => inductionStream(inductionId),
    facts: (command, { now }, state) => ({ ...noFacts(now), ...factsOf(command, state, now) }),
  });
  const entityRevision = (state: InductionState) =>
    state.status === 'unannounced' ? undefined : state.revision;
  return {
    AnnounceInduction: define('AnnounceInduction', ({ workshopId, competenceId, machineId }) => {
      const machine = machineId === null ? null : machineById(views, machineId);
      return {
        competenceIsTheirs: competenceById(views, competenceId)?.workshopId === workshopId,
        machineIsTheirs: machineId === null || (machine?.workshopId === workshopId && !machine.retired),
      };
    }),
    SetInductionPlaces: { ...define('SetInductionPlaces'), entityRevision },
    CancelInduction: { ...define('CancelInduction'), entityRevision },
    TakeInductionPlace: define('TakeInductionPlace', ({ memberId }, state, now) => ({
      isInWorkshop:
        state.status !== 'unannounced' && rolesOf(views, memberId, state.workshopId, now).length > 0,
    })),
    GiveUpInductionPlace: {
      ...define('GiveUpInductionPlace'),
      entityRevision: (state, { memberId }) =>
        state.status === 'unannounced'
          ? undefined
          : state.people.find((one) => one.memberId === memberId)?.revision,
    },
    AttendInduction: {
      ...define('AttendInduction', (_command, state) => {
        if (state.status === 'unannounced') return {};
        const months = competenceById(views, state.competenceId)?.validityMonths ?? null;
        const timeZone = workshopById(views, state.workshopId)?.timeZone ?? 'UTC';
        return { competenceUntil: validUntil(state.start, months, timeZone) };
      }),
      entityRevision,
    },
  };
}

const noFacts = (now: number): InductionFacts => ({
  now,
  isInWorkshop: false,
  competenceIsTheirs: false,
  machineIsTheirs: false,
  competenceUntil: null,
});
