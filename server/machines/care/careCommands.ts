import type { FaultSeverity, MaintenancePlan } from '../../../shared/machines/events.ts';

/** Commands about a machine's faults, repairs and maintenance. Instants in UTC milliseconds; free texts by id. */

interface OfMachine {
  machineId: string;
}
export interface ReportFault extends OfMachine {
  type: 'ReportFault';
  faultId: string;
  severity: FaultSeverity;
  textId: string | null;
  photographs: string[];
  /** Null: without a name. */
  reportedBy: string | null;
  /** Whether the machine is out of service with this. */
  locks: boolean;
}
export interface DismissFault extends OfMachine {
  type: 'DismissFault';
  faultId: string;
  reasonId: string | null;
}
export interface LogRepair extends OfMachine {
  type: 'LogRepair';
  repairId: string;
  faultIds: string[];
  noteId: string | null;
  parts: { name: string; quantity: number }[];
  minutes: number;
  returns: boolean;
  repairedBy: string;
}
export interface PlanMaintenance extends OfMachine {
  type: 'PlanMaintenance';
  planId: string;
  plan: MaintenancePlan;
}
export interface DropMaintenance extends OfMachine {
  type: 'DropMaintenance';
  planId: string;
}
export interface RecordMaintenance extends OfMachine {
  type: 'RecordMaintenance';
  planId: string;
  /** Null: now. */
  at: number | null;
  noteId: string | null;
  minutes: number;
  reading: number | null;
  doneBy: string;
}

export type CareCommand =
  | ReportFault
  | DismissFault
  | LogRepair
  | PlanMaintenance
  | DropMaintenance
  | RecordMaintenance;
