import { z } from 'zod';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { Projection } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

/** One machine as its newest events describe it. Lists are JSON text. */
export const machines = defineTable({
  name: 'machines',
  columns: {
    machineId: 'text',
    workshopId: 'text',
    labelCode: 'text',
    name: 'text',
    kind: 'text',
    maker: 'text?',
    model: 'text?',
    tier: 'text',
    lentBy: 'text?',
    origin: 'text',
    area: 'text?',
    dangers: 'text',
    protection: 'text',
    emergencyStop: 'text?',
    capacity: 'integer',
    requiredCompetences: 'text',
    dependsOn: 'text',
    meters: 'text',
    contents: 'text',
    mayRunUnattended: 'integer',
    rules: 'text',
    photographs: 'text',
    manual: 'text',
    retired: 'integer',
    revision: 'integer',
  },
  key: 'machineId',
  indexes: [['workshopId', 'name'], ['labelCode']],
});
export type MachineRow = RowOf<typeof machines>;

/** Notes on settings that worked, without the withdrawn ones. `setting` and `confirmedBy` are JSON text. */
export const machineSettings = defineTable({
  name: 'machineSettings',
  columns: {
    settingId: 'text',
    machineId: 'text',
    setting: 'text',
    noteId: 'text?',
    notedBy: 'text',
    notedAt: 'integer',
    confirmedBy: 'text',
  },
  key: 'settingId',
  indexes: [['machineId']],
});
export type MachineSettingRow = RowOf<typeof machineSettings>;

const described = (description: MachineDescription) => ({
  ...description,
  dangers: JSON.stringify(description.dangers),
  protection: JSON.stringify(description.protection),
  requiredCompetences: JSON.stringify(description.requiredCompetences),
  dependsOn: JSON.stringify(description.dependsOn),
  meters: JSON.stringify(description.meters),
  contents: JSON.stringify(description.contents),
  mayRunUnattended: description.mayRunUnattended ? 1 : 0,
});

const ruled = (rules: BookingRules) => ({ rules: JSON.stringify(rules) });

/** A list of texts in a column, changed. */
const relist = (json: string | undefined, change: (list: string[]) => string[]): string =>
  JSON.stringify(change(z.array(z.string()).parse(JSON.parse(json ?? '[]'))));
const without = (one: string) => (list: string[]) => list.filter((other) => other !== one);
const including = (one: string) => (list: string[]) => [...list, one];

export const machinesProjection: Projection = {
  name: 'machines',
  source: import.meta.url,
  tables: [machines, machineSettings],
  on: {
    MachineRegistered({ data: { machineId, workshopId, labelCode, description, rules }, revision }, tables) {
      const row = {
        machineId,
        workshopId,
        labelCode,
        photographs: '[]',
        manual: 'null',
        retired: 0,
        revision,
      };
      tables.of(machines).put({ ...row, ...described(description), ...ruled(rules) });
    },
    MachineDescribed({ data: { machineId, description }, revision }, tables) {
      tables.of(machines).change(machineId, { ...described(description), revision });
    },
    BookingRulesSet({ data: { machineId, rules }, revision }, tables) {
      tables.of(machines).change(machineId, { ...ruled(rules), revision });
    },
    MachineRetired({ data: { machineId }, revision }, tables) {
      tables.of(machines).change(machineId, { retired: 1, revision });
    },
    MachineReinstated({ data: { machineId, workshopId }, revision }, tables) {
      tables.of(machines).change(machineId, { retired: 0, workshopId, revision });
    },
    PhotographAdded({ data: { machineId, fileId } }, tables) {
      const table = tables.of(machines);
      table.change(machineId, { photographs: relist(table.get(machineId)?.photographs, including(fileId)) });
    },
    PhotographRemoved({ data: { machineId, fileId } }, tables) {
      const table = tables.of(machines);
      table.change(machineId, { photographs: relist(table.get(machineId)?.photographs, without(fileId)) });
    },
    ManualAttached({ data: { machineId, fileId, name } }, tables) {
      tables.of(machines).change(machineId, { manual: JSON.stringify({ fileId, name }) });
    },
    ManualRemoved({ data: { machineId } }, tables) {
      tables.of(machines).change(machineId, { manual: 'null' });
    },
    SettingNoted({ data: { settingId, machineId, setting, noteId, notedBy }, at }, tables) {
      const row = { settingId, machineId, setting: JSON.stringify(setting), noteId, notedBy, notedAt: at };
      tables.of(machineSettings).put({ ...row, confirmedBy: '[]' });
    },
    SettingConfirmed({ data: { settingId, confirmedBy } }, tables) {
      const table = tables.of(machineSettings);
      table.change(settingId, {
        confirmedBy: relist(table.get(settingId)?.confirmedBy, including(confirmedBy)),
      });
    },
    SettingConfirmationTakenBack({ data: { settingId, confirmedBy } }, tables) {
      const table = tables.of(machineSettings);
      table.change(settingId, {
        confirmedBy: relist(table.get(settingId)?.confirmedBy, without(confirmedBy)),
      });
    },
    SettingWithdrawn({ data: { settingId } }, tables) {
      tables.of(machineSettings).remove(settingId);
    },
  },
};
