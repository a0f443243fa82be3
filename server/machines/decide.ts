import type { Objection } from '../../shared/bookings/rules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';

export interface RegisterMachine {
  type: 'RegisterMachine';
  machineId: string;
  workshopId: string;
  description: MachineDescription;
}
export interface DescribeMachine {
  type: 'DescribeMachine';
  machineId: string;
  description: MachineDescription;
}
export interface RetireMachine {
  type: 'RetireMachine';
  machineId: string;
  reasonId: string | null;
}
export interface ReinstateMachine {
  type: 'ReinstateMachine';
  machineId: string;
}
export type MachineCommand = RegisterMachine | DescribeMachine | RetireMachine | ReinstateMachine;

interface KnownMachine {
  workshopId: string;
  description: MachineDescription;
  revision: number;
}
export type MachineState =
  | { status: 'unregistered' }
  | ({ status: 'inService' } & KnownMachine)
  | ({ status: 'retired' } & KnownMachine);

export interface MachineFacts {
  /** Eight characters of Crockford base 32, derived from the machine's id: its label takes as few as are free. */
  labelSource: string;
  /** Beginnings of `labelSource` that other machines carry. Convergent. */
  takenLabels: readonly string[];
  /** Required competences that the workshop has not defined. Convergent. */
  unknownCompetences: readonly string[];
}

const SHORTEST_LABEL = 4;

function labelFor({ labelSource, takenLabels }: MachineFacts): string {
  for (let length = SHORTEST_LABEL; length < labelSource.length; length++) {
    const code = labelSource.slice(0, length);
    if (!takenLabels.includes(code)) return code;
  }
  return labelSource;
}

const unknownCompetence: Objection = {
  rule: 'unknownCompetence',
  message: 'The workshop has not defined one of these competences.',
};

const isSame = (one: MachineDescription, other: MachineDescription): boolean =>
  one.name === other.name &&
  one.kind === other.kind &&
  one.maker === other.maker &&
  one.model === other.model &&
  one.capacity === other.capacity &&
  one.mayRunUnattended === other.mayRunUnattended &&
  one.dangers.join() === other.dangers.join() &&
  one.requiredCompetences.join() === other.requiredCompetences.join();

function register(
  { machineId, workshopId, description }: RegisterMachine,
  state: MachineState,
  facts: MachineFacts,
): Decision<MachineEvent> {
  if (state.status !== 'unregistered') {
    return refused({ rule: 'alreadyRegistered', message: 'This machine has been registered already.' });
  }
  if (facts.unknownCompetences.length > 0) return refused(unknownCompetence);
  return accepted({
    type: 'MachineRegistered',
    data: { machineId, workshopId, labelCode: labelFor(facts), description },
  });
}

/** The rulebook of `machine-{id}`: what it is, and whether it is in service. */
export const machineDecider: Decider<MachineState, MachineCommand, MachineEvent, MachineFacts> = {
  category: 'machine',
  version: 1,
  initialState: { status: 'unregistered' },
  evolve(state, event, { revision }) {
    if (event.type === 'MachineRegistered') {
      const { workshopId, description } = event.data;
      return { status: 'inService', workshopId, description, revision };
    }
    if (state.status === 'unregistered') return state;
    switch (event.type) {
      case 'MachineDescribed':
        return { ...state, description: event.data.description, revision };
      case 'MachineRetired':
        return { ...state, status: 'retired', revision };
      case 'MachineReinstated':
        return { ...state, status: 'inService', revision };
    }
  },
  decide(command, state, facts) {
    if (command.type === 'RegisterMachine') return register(command, state, facts);
    if (state.status === 'unregistered') {
      return refused({ rule: 'notRegistered', message: 'There is no such machine.' });
    }
    const { machineId } = command;
    const { workshopId } = state;
    const isRetired = state.status === 'retired';
    switch (command.type) {
      case 'DescribeMachine': {
        const { description } = command;
        if (facts.unknownCompetences.length > 0) return refused(unknownCompetence);
        if (isSame(description, state.description)) return accepted();
        return accepted({ type: 'MachineDescribed', data: { machineId, workshopId, description } });
      }
      case 'RetireMachine':
        return isRetired
          ? refused({ rule: 'retired', message: 'This machine is retired already.' })
          : accepted({
              type: 'MachineRetired',
              data: { machineId, workshopId, reasonId: command.reasonId },
            });
      case 'ReinstateMachine':
        return isRetired
          ? accepted({ type: 'MachineReinstated', data: { machineId, workshopId } })
          : refused({ rule: 'notRetired', message: 'This machine is in service.' });
    }
  },
};
