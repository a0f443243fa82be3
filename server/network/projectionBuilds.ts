import type { ProjectedEvent, Projection, TableWriters } from '../views/projection.ts';
import { becomeState, lead, unbecomeState } from './linking.ts';
import { becomeVersion, enterThing, note } from './projectionThings.ts';
import {
  networkBuilds,
  networkMeetings,
  networkMoments,
  networkThings,
  revisionNamed,
  versionOf,
} from './tables.ts';

/** Things that a build was to make are none any more once it is given up, and are again when it goes on. */
function setAbandoned(
  { data: { buildId }, at, position, id }: ProjectedEvent<'BuildAbandoned' | 'BuildReopened'>,
  tables: TableWriters,
  abandoned: 0 | 1,
): void {
  const build = tables.of(networkBuilds).get(buildId);
  if (!build) return;
  tables.of(networkBuilds).change(buildId, { abandoned, completedAt: null });
  const of = abandoned || build.version === null ? null : revisionNamed(build.version);
  const things: string[] = JSON.parse(build.things);
  for (const itemId of things) {
    if (!tables.of(networkThings).get(itemId)?.beingMade) continue;
    becomeVersion(tables, itemId, of, { at, position, why: abandoned ? 'abandoned' : 'begun' });
  }
  note(tables, { id, position }, { subject: buildId, kind: abandoned ? 'abandoned' : 'reopened', at });
}

/** Builds: what they make, and what is written in their logs. */
export const buildHandlers: Projection['on'] = {
  BuildStarted({ data, at, position, id }, tables) {
    const { buildId, workshopId, kind, name, of, things, subjectId } = data;
    const version = of === null ? null : versionOf(of);
    const build = { buildId, workshopId, kind, name, version, things: JSON.stringify(things), subjectId };
    tables.of(networkBuilds).put({ ...build, startedAt: at, completedAt: null, abandoned: 0 });
    for (const itemId of things) {
      const owner = JSON.stringify({ kind: 'workshop', workshopId });
      enterThing(tables, { itemId, name, workshopId, how: 'made', madeBy: buildId, beingMade: 1, owner });
      becomeVersion(tables, itemId, of, { at, position });
      lead(tables, `${buildId}>${itemId}`, 'made', { buildId }, { itemId }, at);
    }
    if (subjectId !== null && (kind === 'repair' || kind === 'modify')) {
      becomeState(tables, subjectId, buildId, 'mended', at);
    } else if (subjectId !== null) {
      lead(tables, `subject/${buildId}`, 'mended', { itemId: subjectId }, { buildId }, at);
    }
    note(tables, { id, position }, { subject: buildId, kind: 'started', at });
  },
  BuildDescribed({ data: { buildId, name, subjectId }, at }, tables) {
    const before = tables.of(networkBuilds).get(buildId)?.subjectId ?? null;
    tables.of(networkBuilds).change(buildId, { name, subjectId });
    if (before === subjectId) return;
    // Only what is mended or changed is named later.
    if (before !== null) unbecomeState(tables, before, buildId);
    if (subjectId !== null) becomeState(tables, subjectId, buildId, 'mended', at);
  },
  BuildCompleted({ data: { buildId, at: when }, position, id }, tables) {
    const at = Date.parse(when);
    tables.of(networkBuilds).change(buildId, { completedAt: at });
    note(tables, { id, position }, { subject: buildId, kind: 'made', at });
  },
  BuildReopened(event, tables) {
    setAbandoned(event, tables, 0);
  },
  BuildAbandoned(event, tables) {
    setAbandoned(event, tables, 1);
  },

  LineMet({ data, position }, tables) {
    const { meetingId, buildId, line, name, how, quantity, unit, massKilograms, price } = data;
    tables.of(networkMeetings).put({
      ...{ meetingId, buildId, line, name, how, quantity, unit, massKilograms },
      price: price?.amount ?? null,
      currency: price?.currency ?? null,
      at: Date.parse(data.at),
      position: Number(position),
    });
  },
  LineMeetingTakenBack({ data: { meetingId } }, tables) {
    tables.of(networkMeetings).remove(meetingId);
  },

  StepDone({ data: { buildId, step, at }, position, id }, tables) {
    note(tables, { id, position }, { subject: buildId, kind: 'stepDone', step, at: Date.parse(at) });
  },
  StepUndone({ data: { buildId, step }, at, position, id }, tables) {
    note(tables, { id, position }, { subject: buildId, kind: 'stepUndone', step, at });
  },
  LogWritten({ data: { buildId, logId, step, at }, position, id }, tables) {
    const moment = { subject: buildId, kind: 'written', step, about: logId, at: Date.parse(at) };
    note(tables, { id, position }, { ...moment, momentId: logId });
  },
  LogRemoved({ data: { logId } }, tables) {
    if (tables.of(networkMoments).get(logId)) tables.of(networkMoments).change(logId, { kind: 'removed' });
  },
  LogRestored({ data: { logId } }, tables) {
    if (tables.of(networkMoments).get(logId)) tables.of(networkMoments).change(logId, { kind: 'written' });
  },
  LogMoved({ data: { logId, step } }, tables) {
    if (tables.of(networkMoments).get(logId)) tables.of(networkMoments).change(logId, { step });
  },
  MeasurementTaken({ data: { buildId, measurementId, step, at }, position, id }, tables) {
    const moment = { subject: buildId, kind: 'measured', step, at: Date.parse(at) };
    note(tables, { id, position }, { ...moment, momentId: measurementId });
  },
  MeasurementTakenBack({ data: { measurementId } }, tables) {
    tables.of(networkMoments).remove(measurementId);
  },
  TestRecorded({ data: { buildId, testId, at }, position, id }, tables) {
    const moment = { subject: buildId, kind: 'tested', at: Date.parse(at) };
    note(tables, { id, position }, { ...moment, momentId: testId });
  },
  TestTakenBack({ data: { testId } }, tables) {
    tables.of(networkMoments).remove(testId);
  },
};
