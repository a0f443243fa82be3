import { z } from 'zod';
import { danger, type MachineDescription, machineKind } from '../../shared/machines/events.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type MachineRow, machines } from './projection.ts';

export interface Machine extends MachineDescription {
  machineId: string;
  workshopId: string;
  labelCode: string;
  retired: boolean;
  /** Of the machine's own last event, for `ETag` and `If-Match`. */
  revision: number;
}

export function machineById(views: ViewsReader, machineId: string): Machine | null {
  const row = views.byKey(machines, machineId);
  return row ? machineOf(row) : null;
}

/** A workshop's machines by name, the retired ones too. */
export function machinesOf(views: ViewsReader, workshopId: string): Machine[] {
  return views.all(machines, 'where workshopId = ? order by name, machineId', workshopId).map(machineOf);
}

/** Every machine of every workshop, by workshop and name. */
export function allMachines(views: ViewsReader): Machine[] {
  return views.all(machines, 'order by workshopId, name, machineId').map(machineOf);
}

/** How many machines of a workshop are in service. */
export function countMachinesOf(views: ViewsReader, workshopId: string): number {
  return views.all(machines, 'where workshopId = ? and retired = 0', workshopId).length;
}

/** The machine that carries this code on its label, retired or not. */
export function machineByLabel(views: ViewsReader, labelCode: string): Machine | null {
  const row = views.first(machines, 'where labelCode = ?', labelCode);
  return row ? machineOf(row) : null;
}

const dangers = z.array(danger);
const ids = z.array(z.string());

/** By the row they came from, which stays the same while nothing changes: every command about a machine asks. */
const parsed = new WeakMap<MachineRow, Machine>();

function machineOf(row: MachineRow): Machine {
  const known = parsed.get(row);
  if (known) return known;
  const { kind, retired, mayRunUnattended, ...plain } = row;
  const machine: Machine = {
    ...plain,
    kind: machineKind.parse(kind),
    dangers: dangers.parse(JSON.parse(row.dangers)),
    requiredCompetences: ids.parse(JSON.parse(row.requiredCompetences)),
    mayRunUnattended: mayRunUnattended === 1,
    retired: retired === 1,
  };
  parsed.set(row, machine);
  return machine;
}
