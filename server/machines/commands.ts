import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceById } from '../workshops/queries.ts';
import { type MachineCommand, type MachineFacts, type MachineState, machineDecider } from './decide.ts';
import { labelSourceOf } from './label.ts';
import { machineByLabel } from './queries.ts';

type Of<Type extends MachineCommand['type']> = Extract<MachineCommand, { type: Type }>;
type Definition<Type extends MachineCommand['type']> = CommandDefinition<
  Of<Type>,
  MachineState,
  MachineEvent,
  MachineFacts
>;

export const machineStream = (machineId: string): string => `machine-${machineId}`;

const NO_FACTS: MachineFacts = { labelSource: '', takenLabels: [], unknownCompetences: [] };

/** The commands of a machine; their facts come from the views. */
export function machineCommands(views: ViewsReader): {
  [Type in MachineCommand['type']]: Definition<Type>;
} {
  const plain = <Type extends MachineCommand['type']>(type: Type): Definition<Type> => ({
    type,
    decider: machineDecider,
    stream: ({ machineId }) => machineStream(machineId),
    facts: () => NO_FACTS,
  });
  const entityRevision = (state: MachineState) =>
    state.status === 'unregistered' ? undefined : state.revision;
  const unknownTo = (workshopId: string | undefined, competenceIds: readonly string[]) =>
    competenceIds.filter((competenceId) => competenceById(views, competenceId)?.workshopId !== workshopId);

  return {
    RegisterMachine: {
      ...plain('RegisterMachine'),
      facts: ({ machineId, workshopId, description }) => {
        const labelSource = labelSourceOf(machineId);
        const beginnings = [4, 5, 6, 7].map((length) => labelSource.slice(0, length));
        const isOthers = (code: string) => {
          const carrier = machineByLabel(views, code);
          return carrier !== null && carrier.machineId !== machineId;
        };
        return {
          labelSource,
          takenLabels: beginnings.filter(isOthers),
          unknownCompetences: unknownTo(workshopId, description.requiredCompetences),
        };
      },
    },
    DescribeMachine: {
      ...plain('DescribeMachine'),
      entityRevision,
      facts: ({ description }, _occasion, state) => ({
        ...NO_FACTS,
        unknownCompetences: unknownTo(
          state.status === 'unregistered' ? undefined : state.workshopId,
          description.requiredCompetences,
        ),
      }),
    },
    RetireMachine: { ...plain('RetireMachine'), entityRevision },
    ReinstateMachine: { ...plain('ReinstateMachine'), entityRevision },
  };
}
