import { z } from 'zod';
import { type BookingRules, bookingRules } from '../../shared/machines/bookingRules.ts';
import {
  kitPart,
  type MachineDescription,
  type MachineSetting,
  machineDescription,
  machineSetting,
  meter,
  origin,
  tier,
} from '../../shared/machines/events.ts';
import { danger, machineKind, protection } from '../../shared/machines/words.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type MachineRow, type MachineSettingRow, machineSettings, machines } from './projection.ts';

export interface Machine extends MachineDescription {
  machineId: string;
  workshopId: string;
  labelCode: string;
  rules: BookingRules;
  /** By file, the first one shows it. */
  photographs: string[];
  manual: { fileId: string; name: string } | null;
  retired: boolean;
  /** Of the last event that changed what it is, asks for or whether it serves, for `ETag` and `If-Match`. */
  revision: number;
}

/** A note on settings that worked. Instants in UTC milliseconds. */
export interface NotedSetting {
  settingId: string;
  machineId: string;
  setting: MachineSetting;
  noteId: string | null;
  notedBy: string;
  notedAt: number;
  confirmedBy: string[];
}

/** What a machine is, as commands say it. */
export const descriptionOf = (machine: Machine): MachineDescription =>
  z.object(machineDescription.shape).parse(machine);

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

/** Machines where it is noticed whether somebody came. */
export function machinesWithCheckIn(views: ViewsReader): Machine[] {
  return views.all(machines, "where rules ->> 'checkIn' <> 'none'").map(machineOf);
}

/** How many machines of a workshop are in service. */
export function countMachinesOf(views: ViewsReader, workshopId: string): number {
  return views.all(machines, 'where workshopId = ? and retired = 0', workshopId).length;
}

/** Whether a workshop lends anything: a tool or a kit in service. */
export function hasTools(views: ViewsReader, workshopId: string): boolean {
  return (
    views.first(machines, "where workshopId = ? and retired = 0 and kind in ('tool', 'kit')", workshopId) !==
    undefined
  );
}

/** The kits in service that a tool is a piece of. */
export function kitsWith(views: ViewsReader, { machineId, workshopId }: Machine): Machine[] {
  const where = "where workshopId = ? and kind = 'kit' and retired = 0 and instr(contents, ?) > 0";
  return views
    .all(machines, `${where} order by name, machineId`, workshopId, machineId)
    .map(machineOf)
    .filter(({ contents }) => contents.some(({ toolId }) => toolId === machineId));
}

/** Every tool and kit, of one workshop or of all, by name; those at home too, which are retired. */
export function toolsOf(views: ViewsReader, workshopId: string | null): Machine[] {
  const lent = "kind in ('tool', 'kit')";
  const rows =
    workshopId === null
      ? views.all(machines, `where ${lent} order by name, machineId`)
      : views.all(machines, `where workshopId = ? and ${lent} order by name, machineId`, workshopId);
  return rows.map(machineOf);
}

/** The machine that carries this code on its label, retired or not. */
export function machineByLabel(views: ViewsReader, labelCode: string): Machine | null {
  const row = views.first(machines, 'where labelCode = ?', labelCode);
  return row ? machineOf(row) : null;
}

/** The machines of the same workshop that do not run without this one, directly or through others. */
export function machinesDependingOn(views: ViewsReader, machineId: string): Machine[] {
  const machine = machineById(views, machineId);
  if (!machine) return [];
  const all = machinesOf(views, machine.workshopId);
  const reached = new Set([machineId]);
  for (const needed of reached) {
    for (const { machineId: id, dependsOn } of all) if (dependsOn.includes(needed)) reached.add(id);
  }
  reached.delete(machineId);
  return all.filter(({ machineId: id }) => reached.has(id));
}

/** What a machine does not run without, directly or through others, nearest first; never itself. */
export function dependenciesOf(views: ViewsReader, machineId: string): Machine[] {
  const reached = new Set([machineId]);
  const found: Machine[] = [];
  for (const id of reached) {
    const machine = machineById(views, id);
    if (!machine) continue;
    if (id !== machineId) found.push(machine);
    for (const needed of machine.dependsOn) reached.add(needed);
  }
  return found;
}

/** Notes on a machine's settings, oldest first. */
export function settingsOf(views: ViewsReader, machineId: string): NotedSetting[] {
  return views
    .all(machineSettings, 'where machineId = ? order by notedAt, settingId', machineId)
    .map(settingOf);
}

export function settingById(views: ViewsReader, settingId: string): NotedSetting | null {
  const row = views.byKey(machineSettings, settingId);
  return row ? settingOf(row) : null;
}

const settingOf = (row: MachineSettingRow): NotedSetting => ({
  ...row,
  setting: machineSetting.parse(JSON.parse(row.setting)),
  confirmedBy: texts.parse(JSON.parse(row.confirmedBy)),
});

const texts = z.array(z.string());
const columns = z.object({
  kind: machineKind,
  tier,
  origin,
  dangers: z.array(danger),
  protection: z.array(protection),
  requiredCompetences: texts,
  dependsOn: texts,
  meters: z.array(meter),
  contents: z.array(kitPart),
  rules: bookingRules,
  photographs: texts,
  manual: z.object({ fileId: z.string(), name: z.string() }).nullable(),
});

/** By the row they came from, which stays the same while nothing changes: every command about a machine asks. */
const parsed = new WeakMap<MachineRow, Machine>();

function machineOf(row: MachineRow): Machine {
  const known = parsed.get(row);
  if (known) return known;
  const machine: Machine = {
    ...row,
    ...columns.parse({
      kind: row.kind,
      tier: row.tier,
      origin: row.origin,
      dangers: JSON.parse(row.dangers),
      protection: JSON.parse(row.protection),
      requiredCompetences: JSON.parse(row.requiredCompetences),
      dependsOn: JSON.parse(row.dependsOn),
      meters: JSON.parse(row.meters),
      contents: JSON.parse(row.contents),
      rules: JSON.parse(row.rules),
      photographs: JSON.parse(row.photographs),
      manual: JSON.parse(row.manual),
    }),
    mayRunUnattended: row.mayRunUnattended === 1,
    retired: row.retired === 1,
  };
  parsed.set(row, machine);
  return machine;
}
