import { z } from 'zod';
import {
  type FaultSeverity,
  faultSeverity,
  type MaintenanceInterval,
  maintenanceInterval,
  usedPart,
} from '../../../shared/machines/events.ts';
import type { ViewsReader } from '../../views/reader.ts';
import {
  type FaultRow,
  faults,
  maintenancePlans,
  meterReadings,
  type PlanRow,
  type RepairRow,
  repairs,
} from './projection.ts';

/** A fault as the views have it; instants in UTC milliseconds. */
export interface KnownFault extends Omit<FaultRow, 'severity' | 'photographs' | 'locks' | 'status'> {
  severity: FaultSeverity;
  photographs: string[];
  locks: boolean;
  status: 'open' | 'repaired' | 'dismissed';
}

/** A repair as the views have it. */
export interface KnownRepair extends Omit<RepairRow, 'faultIds' | 'parts' | 'returns'> {
  faultIds: string[];
  parts: z.infer<typeof usedPart>[];
  returns: boolean;
}

/** A maintenance plan as the views have it; instants in UTC milliseconds. */
export interface KnownPlan extends Omit<PlanRow, 'interval'> {
  interval: MaintenanceInterval;
}

const CLOSED_SHOWN = 20;

export function faultById(views: ViewsReader, faultId: string): KnownFault | null {
  const row = views.byKey(faults, faultId);
  return row ? faultOf(row) : null;
}

/** What nobody has mended or dismissed, newest first. */
export function openFaultsOf(views: ViewsReader, machineId: string): KnownFault[] {
  const where = "where machineId = ? and status = 'open' order by reportedAt desc, faultId";
  return views.all(faults, where, machineId).map(faultOf);
}

/** The same of a whole workshop, oldest first. */
export function openFaultsIn(views: ViewsReader, workshopId: string): KnownFault[] {
  // By where the machine serves now: one that came from elsewhere brings its faults along.
  const sql = `select faults.* from machines cross join faults on faults.machineId = machines.machineId
    where machines.workshopId = ? and status = 'open' order by reportedAt, faultId`;
  return views.ask(faults.columns, sql, workshopId).map(faultOf);
}

/** The last that were mended or dismissed, newest first. */
export function closedFaultsOf(views: ViewsReader, machineId: string): KnownFault[] {
  const where = `where machineId = ? and status in ('repaired', 'dismissed') order by closedAt desc, faultId`;
  return views.all(faults, `${where} limit ${CLOSED_SHOWN}`, machineId).map(faultOf);
}

/** The last repairs, newest first. */
export function repairsOf(views: ViewsReader, machineId: string): KnownRepair[] {
  const where = `where machineId = ? order by loggedAt desc, repairId limit ${CLOSED_SHOWN}`;
  return views.all(repairs, where, machineId).map(repairOf);
}

export function planById(views: ViewsReader, planId: string): KnownPlan | null {
  const row = views.byKey(maintenancePlans, planId);
  return row ? planOf(row) : null;
}

export function plansOf(views: ViewsReader, machineId: string): KnownPlan[] {
  return views.all(maintenancePlans, 'where machineId = ? order by name, planId', machineId).map(planOf);
}

/** Every plan of a workshop, or of all. */
export function plansIn(views: ViewsReader, workshopId: string | null): KnownPlan[] {
  const order = 'order by machineId, name, planId';
  const rows =
    workshopId === null
      ? views.all(maintenancePlans, order)
      : views.all(maintenancePlans, `where workshopId = ? ${order}`, workshopId);
  return rows.map(planOf);
}

/** First and highest reading of each meter of a machine, by the meter's name. */
export function readingsOf(
  views: ViewsReader,
  machineId: string,
): Record<string, { first: number; last: number }> {
  return Object.fromEntries(
    views
      .all(meterReadings, 'where machineId = ?', machineId)
      .map(({ name, first, last }) => [name, { first, last }]),
  );
}

const status = z.enum(['open', 'repaired', 'dismissed']);
const ids = z.array(z.string());
const parts = z.array(usedPart);

const faultOf = (row: FaultRow): KnownFault => ({
  ...row,
  severity: faultSeverity.parse(row.severity),
  photographs: ids.parse(JSON.parse(row.photographs)),
  locks: row.locks === 1,
  status: status.parse(row.status),
});

const repairOf = (row: RepairRow): KnownRepair => ({
  ...row,
  faultIds: ids.parse(JSON.parse(row.faultIds)),
  parts: parts.parse(JSON.parse(row.parts)),
  returns: row.returns === 1,
});

const planOf = (row: PlanRow): KnownPlan => ({
  ...row,
  interval: maintenanceInterval.parse(JSON.parse(row.interval)),
});
