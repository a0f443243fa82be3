import type { MachineEvent } from '../../shared/schemasOfEvents.ts';

import type { CommandDefinition, Occasion } from '../commands/definition.ts';
import { codeOfItem, itemIdByCode } from '../items/codes.ts';
import { whereIs } from '../items/queries.ts';
import { rolesOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import type { AttachmentCommand } from './attachments.ts';
import type { CareCommand } from './care/careCommands.ts';
import { type MachineCommand, type MachineFacts, machineDecider } from './decide.ts';
import { descriptionFacts } from './descriptionFacts.ts';
import { labelSourceOf } from './label.ts';
import { machineById } from './queries.ts';
import type { MachineState } from './state.ts';

type Of<Type extends MachineCommand['type']> = Extract<MachineCommand, { type: Type }>;
export type MachineDefinition<Type extends MachineCommand['type']> = CommandDefinition<
  Of<Type>,
  MachineState,
  MachineEvent,
  MachineFacts
>;

export const machineStream = (machineId: string): string => `machine-${machineId}`;

/** Nothing known from elsewhere, nothing allowed. */
export const NO_MACHINE_FACTS: MachineFacts = {
  labelSource: '',
  takenLabels: [],
  unknownCompetences: [],
  foreignDependencies: [],
  dependencyCycle: null,
  lenderBelongs: true,
  fileFits: false,
  tidiesUp: false,
  standsElsewhere: null,
  care: { now: 0, standing: [], mayUnlock: false, readings: {} },
};

/** A command of a machine that needs to know nothing from elsewhere. */
export const plainMachineCommand = <Type extends MachineCommand['type']>(
  type: Type,
): MachineDefinition<Type> => ({
  type,
  decider: machineDecider,
  stream: ({ machineId }) => machineStream(machineId),
  facts: () => NO_MACHINE_FACTS,
});

const entityRevision = (state: MachineState) =>
  state.status === 'unregistered' ? undefined : state.revision;

const mayTidyUp = (views: ViewsReader, { actor, now }: Occasion, state: MachineState): boolean =>
  actor.kind === 'member' &&
  state.status !== 'unregistered' &&
  rolesOf(views, actor.memberId, state.workshopId, now).includes('steward');

/** Machines of the region go about and serve all the same. */
function standsElsewhere(views: ViewsReader, machineId: string): string | null {
  const machine = machineById(views, machineId);
  const workshopId = whereIs(views, machineId);
  if (!machine || machine.tier === 'region' || workshopId === null || workshopId === machine.workshopId) {
    return null;
  }
  return workshopById(views, workshopId)?.name ?? null;
}

/** The commands about what a machine is and asks for, and the notes on its settings; their facts come from the views. */
export function machineCommands(views: ViewsReader): {
  [Type in Exclude<MachineCommand, CareCommand | AttachmentCommand>['type']]: MachineDefinition<Type>;
} {
  const aboutSetting = <Type extends 'ConfirmSetting' | 'TakeBackConfirmation' | 'WithdrawSetting'>(
    type: Type,
  ): MachineDefinition<Type> => ({
    ...plainMachineCommand(type),
    facts: (_command, occasion, state) => ({
      ...NO_MACHINE_FACTS,
      tidiesUp: mayTidyUp(views, occasion, state),
    }),
  });
  return {
    RegisterMachine: {
      ...plainMachineCommand('RegisterMachine'),
      facts: ({ machineId, workshopId, description }, { now }) => {
        // A thing that is put into service keeps the label that it has.
        const own = codeOfItem(views, machineId);
        const labelSource = own ?? labelSourceOf(machineId);
        const beginnings = [4, 5, 6, 7].map((length) => labelSource.slice(0, length));
        const isOthers = (code: string) => {
          const carrier = itemIdByCode(views, code);
          return own !== null || (carrier !== null && carrier !== machineId);
        };
        return {
          ...NO_MACHINE_FACTS,
          ...descriptionFacts(views, machineId, workshopId, description, now),
          labelSource,
          takenLabels: beginnings.filter(isOthers),
        };
      },
    },
    DescribeMachine: {
      ...plainMachineCommand('DescribeMachine'),
      entityRevision,
      facts: ({ machineId, description }, { now }, state) =>
        state.status === 'unregistered'
          ? NO_MACHINE_FACTS
          : {
              ...NO_MACHINE_FACTS,
              ...descriptionFacts(views, machineId, state.workshopId, description, now),
            },
    },
    SetBookingRules: { ...plainMachineCommand('SetBookingRules'), entityRevision },
    RetireMachine: { ...plainMachineCommand('RetireMachine'), entityRevision },
    ReinstateMachine: {
      ...plainMachineCommand('ReinstateMachine'),
      entityRevision,
      facts: ({ machineId, home }, { now }) => ({
        ...NO_MACHINE_FACTS,
        ...(home && descriptionFacts(views, machineId, home.workshopId, home.description, now)),
        standsElsewhere: standsElsewhere(views, machineId),
      }),
    },
    CheckKit: plainMachineCommand('CheckKit'),
    NoteSetting: plainMachineCommand('NoteSetting'),
    ConfirmSetting: aboutSetting('ConfirmSetting'),
    TakeBackConfirmation: aboutSetting('TakeBackConfirmation'),
    WithdrawSetting: aboutSetting('WithdrawSetting'),
  };
}
