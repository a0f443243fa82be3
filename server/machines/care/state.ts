import type { FaultSeverity, MaintenancePlan } from '../../../shared/machines/events.ts';
import type { MachineEvent } from '../../../shared/schemasOfEvents.ts';
import type { Recorded } from '../../commands/decider.ts';

/** A fault that nobody has mended or dismissed yet. */
export interface OpenFault {
  faultId: string;
  severity: FaultSeverity;
  /** Null: told without a name. */
  reportedBy: string | null;
  /** Of the fault itself, for `If-Match`. */
  revision: number;
}

export interface StandingPlan {
  planId: string;
  plan: MaintenancePlan;
  /** Of the last event about this plan, for `If-Match`. */
  revision: number;
}

/** What of a machine's story decides about faults, repairs and maintenance. */
export interface CareState {
  /** Oldest first. */
  openFaults: OpenFault[];
  plans: StandingPlan[];
}

export const NO_CARE: CareState = { openFaults: [], plans: [] };

type CareEventType =
  | 'FaultReported'
  | 'FaultDismissed'
  | 'RepairLogged'
  | 'MaintenancePlanned'
  | 'MaintenancePlanDropped'
  | 'MaintenanceDone';
export type CareEvent = Extract<MachineEvent, { type: CareEventType }>;

/** Takes an event of the machine in; the machine's own revision is not concerned. Others than those of care change nothing. */
export function evolveCare(care: CareState, event: MachineEvent, { revision }: Recorded): CareState {
  switch (event.type) {
    case 'FaultReported': {
      const { faultId, severity, reportedBy } = event.data;
      return { ...care, openFaults: [...care.openFaults, { faultId, severity, reportedBy, revision }] };
    }
    case 'FaultDismissed':
      return without(care, [event.data.faultId]);
    case 'RepairLogged':
      return event.data.returns ? without(care, event.data.faultIds) : care;
    case 'MaintenancePlanned': {
      const { planId, plan } = event.data;
      return { ...care, plans: [...care.plans, { planId, plan, revision }] };
    }
    case 'MaintenancePlanDropped':
      return { ...care, plans: care.plans.filter(({ planId }) => planId !== event.data.planId) };
    case 'MaintenanceDone':
      return {
        ...care,
        plans: care.plans.map((plan) => (plan.planId === event.data.planId ? { ...plan, revision } : plan)),
      };
    default:
      return care;
  }
}

const without = (care: CareState, faultIds: readonly string[]): CareState => ({
  ...care,
  openFaults: care.openFaults.filter(({ faultId }) => !faultIds.includes(faultId)),
});
