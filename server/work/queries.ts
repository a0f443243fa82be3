import { type WorkKind, type WorkSubject, workKind } from '../../shared/work/events.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type WorkDoneRow, workDone } from './projection.ts';

/** Something that somebody did; instants in UTC milliseconds. */
export interface Work {
  workId: string;
  memberId: string;
  kind: WorkKind;
  minutes: number;
  at: number;
  on: WorkSubject;
  noteId: string | null;
}

/** A person's own, newest first. */
export function workOf(views: ViewsReader, memberId: string, offset = 0, limit = 100_000): Work[] {
  const page = `limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`;
  const rest = `where memberId = ? order by at desc, workId ${page}`;
  return views.all(workDone, rest, memberId).map(workFrom);
}

/** Minutes of all that a person noted, by what kind it was and by month, newest first. */
export function sumsOf(views: ViewsReader, memberId: string) {
  const sums = (column: 'kind' | 'month') =>
    views.ask(
      { name: 'text', minutes: 'integer' },
      `select ${column} as name, sum(minutes) as minutes from workDone where memberId = ? group by ${column} order by ${column} desc`,
      memberId,
    );
  return {
    byKind: sums('kind').map(({ name, minutes }) => ({ kind: workKind.parse(name), minutes })),
    byMonth: sums('month').map(({ name, minutes }) => ({ month: name, minutes })),
  };
}

/** What was noted on a build, a design, a machine, a thing or a workshop. */
export const workOn = (views: ViewsReader, kind: WorkSubject['kind'], id: string): Work[] =>
  views
    .all(workDone, 'where onId = ? and onKind = ? order by at, workId limit 10000', id, kind)
    .map(workFrom);

/** Who worked on it, each once. */
export const workersOn = (views: ViewsReader, kind: WorkSubject['kind'], id: string): string[] =>
  views
    .ask(
      { memberId: 'text' },
      'select distinct memberId from workDone where onId = ? and onKind = ? order by memberId',
      id,
      kind,
    )
    .map(({ memberId }) => memberId);

const workFrom = ({ kind, onKind, onId, month: _, ...row }: WorkDoneRow): Work => ({
  ...row,
  kind: workKind.parse(kind),
  on: subjectOf(onKind, onId),
});

function subjectOf(kind: string, id: string): WorkSubject {
  switch (kind) {
    case 'build':
      return { kind, buildId: id };
    case 'design':
      return { kind, designId: id };
    case 'machine':
      return { kind, machineId: id };
    case 'item':
      return { kind, itemId: id };
    default:
      return { kind: 'workshop', workshopId: id };
  }
}
