import type { OutageKind } from '../../../shared/bookings/events.ts';
import type { FaultSeverity } from '../../../shared/machines/events.ts';
import type { EndOutage } from '../../bookings/calendarCommands.ts';
import { standingOutagesOf } from '../../bookings/outages/queries.ts';
import { uuidv5 } from '../../commands/identity.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { outagesMendedBy, outagesOfFault } from './addressed.ts';
import { openFaultsOf } from './queries.ts';

/** The outage that a fault leads to: the same whether the report declares it or, after a crash in between, its reaction. */
export const lockOf = (faultId: string): string => uuidv5('outage', faultId);

interface LockingFault {
  machineId: string;
  workshopId: string;
  faultId: string;
  severity: FaultSeverity;
  textId: string | null;
}

/** The command that takes the machine of a fault out of service; what was written about the fault is its reason. */
export function lockFor({ machineId, workshopId, faultId, severity, textId }: LockingFault) {
  const kind: OutageKind = severity === 'unsafe' ? 'unsafe' : 'outOfOrder';
  const outageId = lockOf(faultId);
  const times = { start: null, end: null };
  const why = { reasonId: textId, faultId, planId: null };
  return { type: 'DeclareOutage', outageId, machineId, workshopId, kind, ...times, ...why } as const;
}

/** What returns a machine to service: a logged repair, a dismissed report, maintenance that is done. */
export type Return =
  | { by: 'repair'; machineId: string; faultIds: readonly string[]; noteId: string | null; at: number }
  | { by: 'dismissal'; machineId: string; faultId: string; noteId: string | null }
  | { by: 'maintenance'; machineId: string; planId: string; noteId: string | null };

/** The commands that end what a return ends, by the views: none where that has been done. */
export function endsOf(views: ViewsReader, returned: Return): EndOutage[] {
  const { machineId, noteId } = returned;
  return outagesEndedBy(views, returned).map(({ outageId }) => ({
    type: 'EndOutage',
    machineId,
    outageId,
    noteId,
  }));
}

function outagesEndedBy(views: ViewsReader, returned: Return) {
  const standing = standingOutagesOf(views, returned.machineId);
  switch (returned.by) {
    case 'repair': {
      const stillOpen = openFaultsOf(views, returned.machineId).map(({ faultId }) => faultId);
      // What was declared since, the repair knew nothing of.
      const before = standing.filter(({ start }) => start <= returned.at);
      return outagesMendedBy(before, returned.faultIds, stillOpen);
    }
    case 'dismissal':
      return outagesOfFault(standing, returned.faultId);
    case 'maintenance':
      return standing.filter(({ planId }) => planId === returned.planId);
  }
}
