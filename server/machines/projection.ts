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
    dangers: 'text',
    capacity: 'integer',
    requiredCompetences: 'text',
    mayRunUnattended: 'integer',
    retired: 'integer',
    revision: 'integer',
  },
  key: 'machineId',
  indexes: [['workshopId', 'name'], ['labelCode']],
});
export type MachineRow = RowOf<typeof machines>;

const described = ({ dangers, requiredCompetences, mayRunUnattended, ...plain }: MachineDescription) => ({
  ...plain,
  dangers: JSON.stringify(dangers),
  requiredCompetences: JSON.stringify(requiredCompetences),
  mayRunUnattended: mayRunUnattended ? 1 : 0,
});

export const machinesProjection: Projection = {
  name: 'machines',
  source: import.meta.url,
  tables: [machines],
  on: {
    MachineRegistered({ data: { machineId, workshopId, labelCode, description }, revision }, tables) {
      const row = { machineId, workshopId, labelCode, retired: 0, revision };
      tables.of(machines).put({ ...row, ...described(description) });
    },
    MachineDescribed({ data: { machineId, description }, revision }, tables) {
      tables.of(machines).change(machineId, { ...described(description), revision });
    },
    MachineRetired({ data: { machineId }, revision }, tables) {
      tables.of(machines).change(machineId, { retired: 1, revision });
    },
    MachineReinstated({ data: { machineId }, revision }, tables) {
      tables.of(machines).change(machineId, { retired: 0, revision });
    },
  },
};
