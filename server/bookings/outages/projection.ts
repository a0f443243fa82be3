import type { Projection } from '../../views/projection.ts';
import { defineTable, type RowOf } from '../../views/table.ts';

/** One outage. `expectedEnd` is a hope, `returnedAt` a fact. */
export const outages = defineTable({
  name: 'outages',
  columns: {
    outageId: 'text',
    machineId: 'text',
    workshopId: 'text',
    kind: 'text',
    startsAt: 'integer',
    expectedEnd: 'integer?',
    returnedAt: 'integer?',
    reasonId: 'text?',
    faultId: 'text?',
    planId: 'text?',
    revision: 'integer',
  },
  key: 'outageId',
  indexes: [
    ['machineId', 'startsAt'],
    ['returnedAt', 'expectedEnd'],
  ],
});
export type OutageRow = RowOf<typeof outages>;

export const outagesProjection: Projection = {
  name: 'outages',
  source: import.meta.url,
  tables: [outages],
  on: {
    OutageDeclared({ data, revision }, tables) {
      const { outageId, machineId, workshopId, kind, start, end, reasonId, faultId, planId } = data;
      const startsAt = Date.parse(start);
      const expectedEnd = end === null ? null : Date.parse(end);
      const about = { outageId, machineId, workshopId, kind, reasonId, faultId, planId };
      tables.of(outages).put({ ...about, startsAt, expectedEnd, returnedAt: null, revision });
    },
    OutageEnded({ data: { outageId, end }, revision }, tables) {
      tables.of(outages).change(outageId, { returnedAt: Date.parse(end), revision });
    },
  },
};
