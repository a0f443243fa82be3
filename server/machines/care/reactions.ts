import { calendarCommands, calendarStream } from '../../bookings/commands.ts';
import { outageById } from '../../bookings/outages/queries.ts';
import { isErased } from '../../members/queries.ts';
import type { Consequences, Reaction } from '../../reactions/reaction.ts';
import type { ProjectedEvent } from '../../views/projection.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { appointmentsIn } from '../../workshops/queries.ts';
import { endsOf, lockFor, lockOf, type Return } from './locks.ts';
import { faultById } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Takes the machine out where the server fell between the report and the outage. */
const lockOnFault: Reaction = {
  name: 'lockOnFault',
  on: ['FaultReported'],
  react({ type, data }, { views }) {
    if (type !== 'FaultReported' || !('locks' in data) || !data.locks) return NOTHING;
    const { machineId, faultId } = data;
    if (outageById(views, lockOf(faultId)) || faultById(views, faultId)?.status !== 'open') return NOTHING;
    const command = lockFor(data);
    const { DeclareOutage } = calendarCommands(views);
    const stream = calendarStream(machineId);
    return {
      commands: [{ stream, give: (handler, given) => handler.handle(DeclareOutage, { ...given, command }) }],
      notices: [],
    };
  },
};

/** What an event returns to service. */
function returnedBy(event: ProjectedEvent): Return | null {
  const { data } = event;
  if (event.type === 'RepairLogged' && 'returns' in data) {
    const { machineId, faultIds, noteId, returns } = data;
    return returns ? { by: 'repair', machineId, faultIds, noteId, at: event.at } : null;
  }
  if (event.type === 'FaultDismissed' && 'faultId' in data && 'reasonId' in data) {
    const { machineId, faultId, reasonId } = data;
    return faultId === null ? null : { by: 'dismissal', machineId, faultId, noteId: reasonId };
  }
  if (event.type === 'MaintenanceDone' && 'doneBy' in data) {
    const { machineId, planId, noteId } = data;
    return { by: 'maintenance', machineId, planId, noteId };
  }
  return null;
}

/** Ends the outages that are mended, dismissed or done with, where the server fell before it had done so. */
const returnToService: Reaction = {
  name: 'returnToService',
  on: ['RepairLogged', 'FaultDismissed', 'MaintenanceDone'],
  react(event, { views }) {
    const returned = returnedBy(event);
    if (returned === null) return NOTHING;
    const { EndOutage } = calendarCommands(views);
    return {
      commands: endsOf(views, returned).map((command) => ({
        stream: `${calendarStream(command.machineId)}/${command.outageId}`,
        give: (handler, given) => handler.handle(EndOutage, { ...given, command }),
      })),
      notices: [],
    };
  },
};

/** Hosts and stewards of a workshop, each once. */
export function onDuty(views: ViewsReader, workshopId: string): string[] {
  const held = appointmentsIn(views, workshopId).filter(({ role }) => role === 'host' || role === 'steward');
  return [...new Set(held.map(({ memberId }) => memberId))].filter((memberId) => !isErased(views, memberId));
}

/** Tells hosts and stewards of faults, and of what somebody locked as unsafe without reporting one. */
const tellDesk: Reaction = {
  name: 'tellDesk',
  on: ['FaultReported', 'OutageDeclared'],
  react({ type, data, actor }, { views }) {
    const told = (params: Consequences['notices'][number]['params'], workshopId: string): Consequences => ({
      commands: [],
      notices: onDuty(views, workshopId)
        .filter((memberId) => actor !== `member:${memberId}`)
        .map((memberId) => ({ memberId, kind: type, params })),
    });
    if (type === 'FaultReported' && 'severity' in data) {
      const { machineId, workshopId, faultId, severity, locks } = data;
      return told({ machineId, workshopId, faultId, severity, locks }, workshopId);
    }
    if (type === 'OutageDeclared' && 'outageId' in data && 'kind' in data) {
      const { machineId, workshopId, outageId, kind, faultId } = data;
      if (kind === 'unsafe' && faultId === null) return told({ machineId, workshopId, outageId }, workshopId);
    }
    return NOTHING;
  },
};

/** Tells those who reported a fault that it has been mended. */
const tellReporters: Reaction = {
  name: 'tellReporters',
  on: ['RepairLogged'],
  react({ type, data, actor }, { views }) {
    if (type !== 'RepairLogged' || !('returns' in data) || !data.returns) return NOTHING;
    const { machineId, workshopId, faultIds } = data;
    const reporters = new Set(faultIds.flatMap((faultId) => faultById(views, faultId)?.reportedBy ?? []));
    return {
      commands: [],
      notices: [...reporters]
        .filter((memberId) => actor !== `member:${memberId}` && !isErased(views, memberId))
        .map((memberId) => ({ memberId, kind: type, params: { machineId, workshopId } })),
    };
  },
};

/** What follows for a machine's calendar, and for people, from its faults and their mending. */
export const careReactions: readonly Reaction[] = [lockOnFault, returnToService, tellDesk, tellReporters];
