import type { DataOf } from '../../shared/schemasOfEvents.ts';
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

/**
 * Where a file was named first: by a design, or (null) by a machine or fault. Whoever names it later has no say in it: a
 * fork names all files of what it forked.
 */
export const fileOrigins = defineTable({
  name: 'fileOrigins',
  columns: { fileId: 'text', designId: 'text?', inDesign: 'integer' },
  key: 'fileId',
  indexes: [],
});

type Publication = DataOf<'RevisionPublished'>;

function published(tables: TableWriters, { designId, files, contentId }: Publication): void {
  const origins = tables.of(fileOrigins);
  for (const fileId of [contentId, ...files]) {
    const known = origins.get(fileId);
    if (known === undefined) origins.put({ fileId, designId, inDesign: 1 });
    else if (known.inDesign === 0) origins.change(fileId, { inDesign: 1 });
  }
}

function shown(tables: TableWriters, workshopId: string, fileId: string): void {
  if (tables.of(fileOrigins).get(fileId) === undefined) {
    tables.of(fileOrigins).put({ fileId, designId: null, inDesign: 0 });
  }
  tables.of(fileShowings).put({ showing: `${fileId}/${workshopId}`, fileId, workshopId });
}

export const filesProjection: Projection = {
  name: 'files',
  source: import.meta.url,
  tables: [withdrawnFiles, fileShowings, fileOrigins],
  on: {
    FileWithdrawn: ({ data: { fileId, reasonId }, at }, tables) =>
      tables.of(withdrawnFiles).put({ fileId, reasonId, at }),
    DesignPublished: ({ data }, tables) => published(tables, data),
    RevisionPublished: ({ data }, tables) => published(tables, data),
    PhotographAdded: ({ data: { workshopId, fileId } }, tables) => shown(tables, workshopId, fileId),
    ManualAttached: ({ data: { workshopId, fileId } }, tables) => shown(tables, workshopId, fileId),
    LogWritten: ({ data: { workshopId, photographs, sounds } }, tables) => {
      for (const fileId of [...photographs, ...sounds]) shown(tables, workshopId, fileId);
    },
    ItemPhotographAdded: ({ data: { workshopId, fileId } }, tables) => shown(tables, workshopId, fileId),
    LogSoundAdded: ({ data: { workshopId, fileId } }, tables) => shown(tables, workshopId, fileId),
    FaultReported: ({ data: { workshopId, photographs } }, tables) => {
      for (const fileId of photographs) shown(tables, workshopId, fileId);
    },
    UseStopped: ({ data: { workshopId, photographs } }, tables) => {
      for (const fileId of photographs) shown(tables, workshopId, fileId);
    },
  },
};
