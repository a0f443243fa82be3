import type { Projection } from '../views/projection.ts';
import { defineTable } from '../views/table.ts';

export const readers = defineTable({
  name: 'readers',
  columns: {
    readerId: 'text',
    workshopId: 'text',
    name: 'text',
    /** JSON array. */
    machineIds: 'text',
    removed: 'integer',
    revision: 'integer',
  },
  key: 'readerId',
  indexes: [['workshopId']],
});

export const readersProjection: Projection = {
  name: 'readers',
  source: import.meta.url,
  tables: [readers],
  on: {
    ReaderAdded: ({ data: { machineIds, ...data }, revision }, tables) =>
      tables.of(readers).put({ ...data, machineIds: JSON.stringify(machineIds), removed: 0, revision }),
    ReaderMachinesChanged: ({ data: { readerId, machineIds }, revision }, tables) =>
      tables.of(readers).change(readerId, { machineIds: JSON.stringify(machineIds), revision }),
    ReaderRemoved: ({ data: { readerId }, revision }, tables) =>
      tables.of(readers).change(readerId, { removed: 1, revision }),
  },
};
