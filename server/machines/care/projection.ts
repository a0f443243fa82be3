import type { Projection, TableWriters } from '../../views/projection.ts';
import { defineTable, type RowOf } from '../../views/table.ts';

/** One report of a fault. `photographs` is JSON; `reportedBy` null: without a name. */
export const faults = defineTable({
  name: 'faults',
  columns: {
    faultId: 'text',
    machineId: 'text',
    workshopId: 'text',
    severity: 'text',
    textId: 'text?',
    photographs: 'text',
    reportedBy: 'text?',
    locks: 'integer',
    reportedAt: 'integer',
    /** `open`, `repaired`, `dismissed`. */
    status: 'text',
    closedAt: 'integer?',
    revision: 'integer',
  },
  key: 'faultId',
  indexes: [['machineId', 'status', 'reportedAt']],
});
export type FaultRow = RowOf<typeof faults>;

/** One repair. `faultIds` and `parts` are JSON. */
export const repairs = defineTable({
  name: 'repairs',
  columns: {
    repairId: 'text',
    machineId: 'text',
    faultIds: 'text',
    noteId: 'text?',
    parts: 'text',
    minutes: 'integer',
    returns: 'integer',
    repairedBy: 'text',
    loggedAt: 'integer',
  },
  key: 'repairId',
  indexes: [['machineId', 'loggedAt']],
});
export type RepairRow = RowOf<typeof repairs>;

/** One standing maintenance plan; dropped ones are gone. `interval` is JSON. */
export const maintenancePlans = defineTable({
  name: 'maintenancePlans',
  columns: {
    planId: 'text',
    machineId: 'text',
    workshopId: 'text',
    name: 'text',
    interval: 'text',
    durationMinutes: 'integer',
    plannedAt: 'integer',
    lastDoneAt: 'integer?',
    /** Of its meter when it was last done, or when it was planned; null where nobody had read it by then. */
    baseReading: 'real?',
    revision: 'integer',
  },
  key: 'planId',
  indexes: [['machineId', 'name'], ['workshopId']],
});
export type PlanRow = RowOf<typeof maintenancePlans>;

/** The first and the highest reading of each meter, by machine and name. */
export const meterReadings = defineTable({
  name: 'meterReadings',
  columns: { meterId: 'text', machineId: 'text', name: 'text', first: 'real', last: 'real' },
  key: 'meterId',
  indexes: [['machineId']],
});

export const meterKey = (machineId: string, name: string): string => `${machineId} ${name}`;

export const careProjection: Projection = {
  name: 'care',
  source: import.meta.url,
  tables: [faults, repairs, maintenancePlans, meterReadings],
  on: {
    FaultReported({ data, at, revision }, tables) {
      const { photographs, locks, ...fault } = data;
      tables.of(faults).put({
        ...fault,
        photographs: JSON.stringify(photographs),
        locks: locks ? 1 : 0,
        reportedAt: at,
        status: 'open',
        closedAt: null,
        revision,
      });
    },
    FaultDismissed({ data: { faultId }, at, revision }, tables) {
      tables.of(faults).change(faultId, { status: 'dismissed', closedAt: at, revision });
    },
    RepairLogged({ data, at, revision }, tables) {
      const { workshopId: _, faultIds, parts, returns, ...repair } = data;
      const lists = { faultIds: JSON.stringify(faultIds), parts: JSON.stringify(parts) };
      tables.of(repairs).put({ ...repair, ...lists, returns: returns ? 1 : 0, loggedAt: at });
      if (!returns) return;
      for (const faultId of faultIds) {
        tables.of(faults).change(faultId, { status: 'repaired', closedAt: at, revision });
      }
    },
    MaintenancePlanned({ data: { machineId, workshopId, planId, plan }, at, revision }, tables) {
      const { name, interval, durationMinutes } = plan;
      const meter =
        interval.by === 'meter'
          ? tables.of(meterReadings).get(meterKey(machineId, interval.meter))
          : undefined;
      tables.of(maintenancePlans).put({
        planId,
        machineId,
        workshopId,
        name,
        interval: JSON.stringify(interval),
        durationMinutes,
        plannedAt: at,
        lastDoneAt: null,
        baseReading: meter?.last ?? null,
        revision,
      });
    },
    MaintenancePlanDropped({ data: { planId } }, tables) {
      tables.of(maintenancePlans).remove(planId);
    },
    MaintenanceDone({ data: { planId, machineId, at, reading }, revision }, tables) {
      const table = tables.of(maintenancePlans);
      table.change(planId, { lastDoneAt: Date.parse(at), baseReading: reading, revision });
      const row = table.get(planId);
      if (!row || reading === null) return;
      const interval: { meter?: string } = JSON.parse(row.interval);
      if (interval.meter !== undefined) read(tables, machineId, interval.meter, reading);
    },
    UseStopped({ data: { machineId, readings } }, tables) {
      for (const { name, value } of readings) read(tables, machineId, name, value);
    },
  },
};

/** Meters only rise: a lower reading is a mistake, or came late. */
function read(tables: TableWriters, machineId: string, name: string, value: number): void {
  const table = tables.of(meterReadings);
  const meterId = meterKey(machineId, name);
  const before = table.get(meterId);
  const last = Math.max(before?.last ?? value, value);
  table.put({ meterId, machineId, name, first: before?.first ?? value, last });
}
