import type { Objection } from '../../../shared/bookings/rules.ts';
import type { MachineDescription } from '../../../shared/machines/events.ts';
import { againstUnlocking } from '../../../shared/machines/unlocking.ts';
import { accepted, type Decision, refused } from '../../commands/decider.ts';
import { outagesMendedBy, outagesOfFault, type StandingOutage } from './addressed.ts';
import type {
  CareCommand,
  DismissFault,
  LogRepair,
  PlanMaintenance,
  RecordMaintenance,
  ReportFault,
} from './careCommands.ts';
import type { CareEvent, CareState } from './state.ts';

/** What care needs to know of the machine that is cared for. */
export interface CaredFor {
  status: 'inService' | 'retired';
  workshopId: string;
  description: Pick<MachineDescription, 'meters'>;
  care: CareState;
}

/** What comes from elsewhere; all of it convergent: outages stand in the calendar. */
export interface CareFacts {
  now: number;
  standing: readonly StandingOutage[];
  /** Whether the giver is competent to return what was locked as unsafe. */
  mayUnlock: boolean;
  /** Last reading of each meter, by name. */
  readings: Readonly<Record<string, number>>;
}

type CareDecision = Decision<CareEvent>;

const MOST_OPEN_FAULTS = 200;
const MOST_PLANS = 50;

/** Decides about faults, repairs and maintenance of a machine that is registered. */
export function decideCare(command: CareCommand, machine: CaredFor, facts: CareFacts): CareDecision {
  const { machineId } = command;
  const { workshopId } = machine;
  switch (command.type) {
    case 'ReportFault':
      return reportFault(command, machine);
    case 'DismissFault':
      return dismissFault(command, machine, facts);
    case 'LogRepair':
      return logRepair(command, machine, facts);
    case 'PlanMaintenance':
      return planMaintenance(command, machine);
    case 'DropMaintenance':
      return hasPlan(machine, command.planId)
        ? accepted({
            type: 'MaintenancePlanDropped',
            data: { machineId, workshopId, planId: command.planId },
          })
        : refused(NO_PLAN);
    case 'RecordMaintenance':
      return recordMaintenance(command, machine, facts);
  }
}

const NO_FAULT: Objection = { rule: 'closed', message: 'This fault has been dealt with already.' };
const NO_PLAN: Objection = { rule: 'noPlan', message: 'This maintenance is not planned any more.' };

const hasPlan = ({ care }: CaredFor, planId: string) => care.plans.some((plan) => plan.planId === planId);
const isOpen = ({ care }: CaredFor, faultId: string) =>
  care.openFaults.some((fault) => fault.faultId === faultId);

function reportFault(command: ReportFault, { status, workshopId, care }: CaredFor): CareDecision {
  if (status === 'retired') {
    return refused({ rule: 'retired', message: 'This machine is not in service.' });
  }
  if (care.openFaults.length >= MOST_OPEN_FAULTS) {
    return refused({ rule: 'tooMany', message: 'So many faults are open that one more says nothing new.' });
  }
  const { machineId, faultId, severity, textId, photographs, reportedBy, locks } = command;
  const data = { machineId, workshopId, faultId, severity, textId, photographs, reportedBy, locks };
  return accepted({ type: 'FaultReported', data });
}

function dismissFault(
  { machineId, faultId, reasonId }: DismissFault,
  machine: CaredFor,
  { standing, mayUnlock }: CareFacts,
): CareDecision {
  if (!isOpen(machine, faultId)) return refused(NO_FAULT);
  const against = againstUnlocking(outagesOfFault(standing, faultId), reasonId, mayUnlock);
  if (against.length > 0) return refused(...against);
  const { workshopId } = machine;
  return accepted({ type: 'FaultDismissed', data: { machineId, workshopId, faultId, reasonId } });
}

function logRepair(command: LogRepair, machine: CaredFor, facts: CareFacts): CareDecision {
  const { faultIds, noteId, returns } = command;
  if (!faultIds.every((faultId) => isOpen(machine, faultId))) return refused(NO_FAULT);
  if (returns) {
    const stillOpen = machine.care.openFaults.map(({ faultId }) => faultId);
    const ended = outagesMendedBy(facts.standing, faultIds, stillOpen);
    const against = againstUnlocking(ended, noteId, facts.mayUnlock);
    if (against.length > 0) return refused(...against);
  }
  const { machineId, repairId, parts, minutes, repairedBy } = command;
  const { workshopId } = machine;
  const data = { machineId, workshopId, repairId, faultIds, noteId, parts, minutes, returns, repairedBy };
  return accepted({ type: 'RepairLogged', data });
}

function planMaintenance({ machineId, planId, plan }: PlanMaintenance, machine: CaredFor): CareDecision {
  const { workshopId, care, description } = machine;
  const { interval } = plan;
  if (interval.by === 'meter' && !description.meters.some(({ name }) => name === interval.meter)) {
    return refused({ rule: 'unknownMeter', message: `This machine has no meter “${interval.meter}”.` });
  }
  if (care.plans.length >= MOST_PLANS) {
    return refused({ rule: 'tooMany', message: `A machine has at most ${MOST_PLANS} maintenance plans.` });
  }
  return accepted({ type: 'MaintenancePlanned', data: { machineId, workshopId, planId, plan } });
}

function recordMaintenance(
  command: RecordMaintenance,
  { workshopId, care }: CaredFor,
  { now, readings }: CareFacts,
): CareDecision {
  const { machineId, planId, noteId, minutes, doneBy } = command;
  const interval = care.plans.find((plan) => plan.planId === planId)?.plan.interval;
  if (!interval) return refused(NO_PLAN);
  const at = command.at ?? now;
  if (at > now) return refused({ rule: 'future', message: 'It cannot have been done after now.' });
  const reading = interval.by === 'meter' ? command.reading : null;
  if (interval.by === 'meter') {
    if (reading === null) {
      return refused({
        rule: 'reading',
        message: `Read “${interval.meter}” on the machine and write it down.`,
      });
    }
    const last = readings[interval.meter] ?? 0;
    if (reading < last) {
      return refused({
        rule: 'reading',
        message: `“${interval.meter}” stood at ${last} before: it only rises.`,
      });
    }
  }
  const done = { at: new Date(at).toISOString(), noteId, minutes, reading, doneBy };
  return accepted({ type: 'MaintenanceDone', data: { machineId, workshopId, planId, ...done } });
}
