import type { Projection, TableWriters } from '../views/projection.ts';
import { defineTable } from '../views/table.ts';

/** Files whose bytes are gone for good. */
export const withdrawnFiles = defineTable({
  name: 'withdrawnFiles',
  columns: { fileId: 'text', reasonId: 'text', at: 'integer' },
  key: 'fileId',
  indexes: [],
});

/** Workshops that showed a file, now or once: their stewards may withdraw it. */
export const fileShowings = defineTable({
  name: 'fileShowings',
  columns: { showing: 'text', fileId: 'text', workshopId: 'text' },
  key: 'showing',
  indexes: [['fileId']],
});

function shown(tables: TableWriters, workshopId: string, fileId: string): void {
  tables.of(fileShowings).put({ showing: `${fileId}/${workshopId}`, fileId, workshopId });
}

export const filesProjection: Projection = {
  name: 'files',
  source: import.meta.url,
  tables: [withdrawnFiles, fileShowings],
  on: {
    FileWithdrawn: ({ data: { fileId, reasonId }, at }, tables) =>
      tables.of(withdrawnFiles).put({ fileId, reasonId, at }),
    PhotographAdded: ({ data: { workshopId, fileId } }, tables) => shown(tables, workshopId, fileId),
    ManualAttached: ({ data: { workshopId, fileId } }, tables) => shown(tables, workshopId, fileId),
    FaultReported: ({ data: { workshopId, photographs } }, tables) => {
      for (const fileId of photographs) shown(tables, workshopId, fileId);
    },
    UseStopped: ({ data: { workshopId, photographs } }, tables) => {
      for (const fileId of photographs) shown(tables, workshopId, fileId);
    },
  },
};
