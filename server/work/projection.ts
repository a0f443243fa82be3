import type { WorkSubject } from '../../shared/work/events.ts';
import type { Projection } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

/** What people noted that they did, without what they took back. `month` in UTC: `2026-11`. */
export const workDone = defineTable({
  name: 'workDone',
  columns: {
    workId: 'text',
    memberId: 'text',
    kind: 'text',
    minutes: 'integer',
    at: 'integer',
    month: 'text',
    onKind: 'text',
    onId: 'text',
    noteId: 'text?',
  },
  key: 'workId',
  indexes: [
    ['memberId', 'at'],
    ['onId', 'onKind'],
  ],
});
export type WorkDoneRow = RowOf<typeof workDone>;

/** The id of what somebody worked on. */
export function idOfSubject(on: WorkSubject): string {
  switch (on.kind) {
    case 'build':
      return on.buildId;
    case 'design':
      return on.designId;
    case 'machine':
      return on.machineId;
    case 'item':
      return on.itemId;
    case 'workshop':
      return on.workshopId;
  }
}

const MONTH = '2026-11'.length;

/** One's own diary, and who did something on a build or a design. */
export const workProjection: Projection = {
  name: 'work',
  source: import.meta.url,
  tables: [workDone],
  on: {
    WorkNoted({ data: { on, at, ...noted } }, tables) {
      const instant = Date.parse(at);
      const month = new Date(instant).toISOString().slice(0, MONTH);
      tables.of(workDone).put({ ...noted, at: instant, month, onKind: on.kind, onId: idOfSubject(on) });
    },
    WorkTakenBack({ data: { workId } }, tables) {
      tables.of(workDone).remove(workId);
    },
  },
};
