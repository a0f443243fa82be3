import type { Projection } from '../views/projection.ts';
import { defineTable } from '../views/table.ts';

/**
 * What each kit lacks: said when it came back, or when somebody counted it. Lists are JSON. `bookingId` and `before`
 * remember the last return, which may be taken back.
 */
export const kitStates = defineTable({
  name: 'kitStates',
  columns: { machineId: 'text', missing: 'text', bookingId: 'text?', before: 'text' },
  key: 'machineId',
  indexes: [],
});

const NOTHING = '[]';

export const loansProjection: Projection = {
  name: 'loans',
  source: import.meta.url,
  tables: [kitStates],
  on: {
    UseStopped({ data: { machineId, bookingId, condition, missing } }, tables) {
      // Without a word on its condition nobody has looked into it.
      if (condition === null) return;
      const table = tables.of(kitStates);
      const before = table.get(machineId)?.missing ?? NOTHING;
      if (before === NOTHING && missing.length === 0) return;
      table.put({ machineId, missing: JSON.stringify(missing), bookingId, before });
    },
    UseStarted({ data: { machineId, bookingId } }, tables) {
      const table = tables.of(kitStates);
      const row = table.get(machineId);
      if (row?.bookingId !== bookingId) return;
      table.put({ machineId, missing: row.before, bookingId: null, before: NOTHING });
    },
    KitChecked({ data: { machineId, missing } }, tables) {
      const row = { machineId, missing: JSON.stringify(missing), bookingId: null, before: NOTHING };
      tables.of(kitStates).put(row);
    },
  },
};
