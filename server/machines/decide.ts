import type { Objection } from '../../shared/bookings/rules.ts';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { type AttachmentCommand, type AttachmentFacts, decideAttachment } from './attachments.ts';
import type { CareCommand } from './care/careCommands.ts';
import { type CareFacts, decideCare } from './care/decide.ts';
import { type CheckKit, checkKit } from './kits.ts';
import { type ReinstateMachine, reinstate } from './reinstating.ts';
import { decideSetting, type SettingCommand, type SettingFacts } from './settings.ts';
import { evolveMachine, type KnownMachine, type MachineState } from './state.ts';

export interface RegisterMachine {
  type: 'RegisterMachine';
  machineId: string;
  workshopId: string;
  description: MachineDescription;
  rules: BookingRules;
}
export interface DescribeMachine {
  type: 'DescribeMachine';
  machineId: string;
  description: MachineDescription;
}
export interface SetBookingRules {
  type: 'SetBookingRules';
  machineId: string;
  rules: BookingRules;
}
export interface RetireMachine {
  type: 'RetireMachine';
  machineId: string;
  reasonId: string | null;
}
export type MachineCommand =
  | RegisterMachine
  | DescribeMachine
  | SetBookingRules
  | RetireMachine
  | ReinstateMachine
  | CheckKit
  | AttachmentCommand
  | SettingCommand
  | CareCommand;

/** What a description names outside of its machine. Convergent. */
export interface DescriptionFacts {
  /** Required competences that the workshop has not defined. */
  unknownCompetences: readonly string[];
  /** Machines it would depend on that the workshop does not have. */
  foreignDependencies: readonly string[];
  /** Names of machines from this one back to itself, if it came to depend on itself; else null. */
  dependencyCycle: readonly string[] | null;
  /** Whether whoever lends it belongs to the workshop; true where nobody lends it. */
  lenderBelongs: boolean;
}

export interface MachineFacts extends DescriptionFacts, AttachmentFacts, SettingFacts {
  /** Eight characters of Crockford base 32, derived from the machine's id: its label takes as few as are free. */
  labelSource: string;
  /** Beginnings of `labelSource` that other machines carry. Convergent. */
  takenLabels: readonly string[];
  /** The workshop where it stands, by name, where that is another than the one it serves; convergent. */
  standsElsewhere: string | null;
  care: CareFacts;
}

const SHORTEST_LABEL = 4;

function labelFor({ labelSource, takenLabels }: MachineFacts): string {
  for (let length = SHORTEST_LABEL; length < labelSource.length; length++) {
    const code = labelSource.slice(0, length);
    if (!takenLabels.includes(code)) return code;
  }
  return labelSource;
}

/** Every rule that stands against what a description says. */
function objectionsTo(facts: DescriptionFacts): Objection[] {
  const objections: Objection[] = [];
  if (facts.unknownCompetences.length > 0) {
    const message = 'The workshop has not defined one of these competences.';
    objections.push({ rule: 'unknownCompetence', message });
  }
  if (facts.foreignDependencies.length > 0) {
    const message = 'A machine depends on machines of its own workshop only.';
    objections.push({ rule: 'foreignDependency', message });
  }
  if (facts.dependencyCycle !== null) {
    const message = `It would depend on itself: ${facts.dependencyCycle.join(' → ')}.`;
    objections.push({ rule: 'dependencyCycle', message });
  }
  if (!facts.lenderBelongs) {
    objections.push({ rule: 'lender', message: 'Whoever lends it is not a member of this workshop.' });
  }
  return objections;
}

/** Rules that no booking could satisfy. */
function contradictionsIn({
  minimumDurationMinutes: least,
  maximumDurationMinutes: most,
}: BookingRules): Objection[] {
  if (least === null || most === null || least <= most) return [];
  return [{ rule: 'contradiction', message: 'The shortest time would be longer than the longest.' }];
}

const sameText = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whatever order their fields stand in: older events say them in another. */
const isSame = <Thing extends object>(one: Thing, other: Thing): boolean => {
  const others = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([field, value]) => sameText(value, others.get(field)));
};

function register(
  { machineId, workshopId, description, rules }: RegisterMachine,
  state: MachineState,
  facts: MachineFacts,
): Decision<MachineEvent> {
  if (state.status !== 'unregistered') {
    return refused({ rule: 'alreadyRegistered', message: 'This machine has been registered already.' });
  }
  const objections = [...objectionsTo(facts), ...contradictionsIn(rules)];
  if (objections.length > 0) return refused(...objections);
  return accepted({
    type: 'MachineRegistered',
    data: { machineId, workshopId, labelCode: labelFor(facts), description, rules },
  });
}

function describe(
  { machineId, description }: DescribeMachine,
  { workshopId, description: before }: KnownMachine,
  facts: MachineFacts,
): Decision<MachineEvent> {
  const objections = objectionsTo(facts);
  if (objections.length > 0) return refused(...objections);
  if (isSame(description, before)) return accepted();
  return accepted({ type: 'MachineDescribed', data: { machineId, workshopId, description } });
}

/** The rulebook of `machine-{id}`: what it is, what it asks for, whether it is in service, and how it is cared for. */
export const machineDecider: Decider<MachineState, MachineCommand, MachineEvent, MachineFacts> = {
  category: 'machine',
  version: 2,
  initialState: { status: 'unregistered' },
  evolve: evolveMachine,
  decide(command, state, facts) {
    if (command.type === 'RegisterMachine') return register(command, state, facts);
    if (state.status === 'unregistered') {
      return refused({ rule: 'notRegistered', message: 'There is no such machine.' });
    }
    const { machineId } = command;
    const { workshopId } = state;
    const isRetired = state.status === 'retired';
    switch (command.type) {
      case 'DescribeMachine':
        return describe(command, state, facts);
      case 'SetBookingRules': {
        const { rules } = command;
        const contradictions = contradictionsIn(rules);
        if (contradictions.length > 0) return refused(...contradictions);
        if (isSame(rules, state.rules)) return accepted();
        return accepted({ type: 'BookingRulesSet', data: { machineId, workshopId, rules } });
      }
      case 'RetireMachine':
        return isRetired
          ? refused({ rule: 'retired', message: 'This machine is retired already.' })
          : accepted({
              type: 'MachineRetired',
              data: { machineId, workshopId, reasonId: command.reasonId },
            });
      case 'ReinstateMachine':
        return reinstate(command, state, facts.standsElsewhere, objectionsTo(facts));
      case 'CheckKit':
        return checkKit(command, state);
      case 'AddPhotograph':
      case 'RemovePhotograph':
      case 'AttachManual':
      case 'RemoveManual':
        return decideAttachment(command, state, facts);
      case 'NoteSetting':
      case 'ConfirmSetting':
      case 'TakeBackConfirmation':
      case 'WithdrawSetting':
        return decideSetting(command, state, facts);
      default:
        return decideCare(command, state, facts.care);
    }
  },
};
