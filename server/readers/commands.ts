import type { ReaderEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { machineById } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type ReaderCommand, type ReaderFacts, type ReaderState, readerDecider } from './decide.ts';

type Of<Type extends ReaderCommand['type']> = Extract<ReaderCommand, { type: Type }>;
type Definition<Type extends ReaderCommand['type']> = CommandDefinition<
  Of<Type>,
  ReaderState,
  ReaderEvent,
  ReaderFacts
>;

/** The commands of a reader; their facts come from the views. */
export function readerCommands(views: ViewsReader): { [Type in ReaderCommand['type']]: Definition<Type> } {
  const foreign = (machineIds: readonly string[], workshopId: string) =>
    machineIds.filter((machineId) => {
      const machine = machineById(views, machineId);
      return machine?.workshopId !== workshopId || machine.retired;
    });
  const define = <Type extends ReaderCommand['type']>(
    type: Type,
    facts: Definition<Type>['facts'],
  ): Definition<Type> => ({
    type,
    decider: readerDecider,
    stream: ({ readerId }) => `reader-${readerId}`,
    facts,
    entityRevision: (state) => (state.status === 'unknown' ? undefined : state.revision),
  });
  return {
    AddReader: define('AddReader', ({ machineIds, workshopId }) => ({
      foreignMachines: foreign(machineIds, workshopId),
    })),
    ChangeReaderMachines: define('ChangeReaderMachines', ({ machineIds }, _occasion, state) => ({
      foreignMachines: state.status === 'inUse' ? foreign(machineIds, state.workshopId) : [],
    })),
    RemoveReader: define('RemoveReader', () => ({ foreignMachines: [] })),
  };
}
