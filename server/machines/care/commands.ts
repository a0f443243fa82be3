import type { ViewsReader } from '../../views/reader.ts';
import { type MachineDefinition, NO_MACHINE_FACTS, plainMachineCommand } from '../commands.ts';
import type { MachineCommand } from '../decide.ts';
import type { MachineState } from '../state.ts';
import type { CareCommand } from './careCommands.ts';
import { careFacts } from './facts.ts';

const careIn = (state: MachineState) => (state.status === 'unregistered' ? undefined : state.care);

/** The commands about faults, repairs and maintenance; their facts come from the views. */
export function careCommands(views: ViewsReader): {
  [Type in CareCommand['type']]: MachineDefinition<Type>;
} {
  const about = <Type extends MachineCommand['type']>(type: Type): MachineDefinition<Type> => ({
    ...plainMachineCommand(type),
    facts: ({ machineId }, { actor, now }) => ({
      ...NO_MACHINE_FACTS,
      care: careFacts(views, machineId, actor, now),
    }),
  });
  const planRevision = (state: MachineState, { planId }: { planId: string }) =>
    careIn(state)?.plans.find((plan) => plan.planId === planId)?.revision;
  return {
    ReportFault: about('ReportFault'),
    DismissFault: {
      ...about('DismissFault'),
      entityRevision: (state, { faultId }) =>
        careIn(state)?.openFaults.find((fault) => fault.faultId === faultId)?.revision,
    },
    LogRepair: about('LogRepair'),
    PlanMaintenance: about('PlanMaintenance'),
    DropMaintenance: { ...about('DropMaintenance'), entityRevision: planRevision },
    RecordMaintenance: { ...about('RecordMaintenance'), entityRevision: planRevision },
  };
}
