import type { Projection, TableWriters } from '../views/projection.ts';
import { placedProjectionOf } from './projectionParts.ts';
import { standingSerial } from './serials.ts';
import {
  buildChoices,
  buildConsumptions,
  buildHands,
  buildLog,
  buildMeasurements,
  buildMeetings,
  buildParts,
  buildRemarks,
  buildSerials,
  buildSessions,
  buildSteps,
  builds,
  buildTests,
  buildThings,
} from './tables.ts';

interface Written {
  revision: number;
  at: number;
}

/** The build has a new event. */
const touch = (
  tables: TableWriters,
  buildId: string,
  { revision, at }: Written,
  columns: Parameters<ReturnType<TableWriters['of']>['change']>[1] = {},
): void => tables.of(builds).change(buildId, { ...columns, revision, lastAt: at });

const flag = (yes: boolean): 0 | 1 => (yes ? 1 : 0);
const listOf = (text: string | undefined): string[] => JSON.parse(text ?? '[]');

/** What is told of builds; what was fitted, consumed and used comes from the streams of those. */
export const buildsProjection: Projection = {
  name: 'builds',
  source: import.meta.url,
  furtherSources: ['./projectionParts.ts', './serials.ts', './numbered.ts'].map((file) =>
    import.meta.resolve(file),
  ),
  tables: [
    builds,
    buildThings,
    buildSerials,
    buildHands,
    buildSteps,
    buildChoices,
    buildLog,
    buildMeetings,
    buildParts,
    buildConsumptions,
    buildSessions,
    buildMeasurements,
    buildTests,
    buildRemarks,
  ],
  on: {
    ...placedProjectionOf,
    BuildStarted({ data, revision, at }, tables) {
      const { buildId, workshopId, kind, name, of, things, product, subjectId, forBuild, noteId, startedBy } =
        data;
      tables.of(builds).put({
        buildId,
        workshopId,
        kind,
        name,
        designId: of?.designId ?? null,
        designRevision: of?.revision ?? null,
        status: 'open',
        things: JSON.stringify(things),
        product: product && JSON.stringify(product),
        subjectId,
        forBuild: forBuild?.buildId ?? null,
        forLine: forBuild?.line ?? null,
        noteId,
        startedBy,
        startedAt: at,
        lastAt: at,
        endedAt: null,
        reasonId: null,
        produced: null,
        completedRevision: null,
        describedRevision: revision,
        revision,
      });
      for (const [ordinal, itemId] of things.entries()) {
        const designId = of?.designId ?? null;
        const row = { itemId, buildId, ordinal, designId, name: null, serial: null, code: null };
        tables.of(buildThings).put(row);
      }
    },
    BuildDescribed({ data: { buildId, name, noteId, subjectId }, ...written }, tables) {
      touch(tables, buildId, written, { name, noteId, subjectId, describedRevision: written.revision });
    },
    HandJoined({ data: { buildId, memberId }, ...written }, tables) {
      tables.of(buildHands).put({ hand: `${buildId}/${memberId}`, buildId, memberId });
      touch(tables, buildId, written);
    },
    HandLeft({ data: { buildId, memberId }, ...written }, tables) {
      tables.of(buildHands).remove(`${buildId}/${memberId}`);
      touch(tables, buildId, written);
    },
    LineChosen({ data: { buildId, line, choice }, ...written }, tables) {
      const chosen = `${buildId}/${line}`;
      if (choice === null) tables.of(buildChoices).remove(chosen);
      else tables.of(buildChoices).put({ chosen, buildId, line, choice: JSON.stringify(choice) });
      touch(tables, buildId, written);
    },
    LineMet({ data, ...written }, tables) {
      const { workshopId: _, price, substitutes, at, ...met } = data;
      const row = { ...met, price: price && JSON.stringify(price), substitutes: flag(substitutes) };
      tables.of(buildMeetings).put({ ...row, at: Date.parse(at) });
      touch(tables, data.buildId, written);
    },
    LineMeetingTakenBack({ data: { buildId, meetingId }, ...written }, tables) {
      tables.of(buildMeetings).remove(meetingId);
      touch(tables, buildId, written);
    },
    StepDone({ data: { buildId, step, at, by }, ...written }, tables) {
      tables.of(buildSteps).put({ done: `${buildId}/${step}`, buildId, step, at: Date.parse(at), by });
      touch(tables, buildId, written);
    },
    StepUndone({ data: { buildId, step }, ...written }, tables) {
      tables.of(buildSteps).remove(`${buildId}/${step}`);
      touch(tables, buildId, written);
    },
    LogWritten({ data, ...written }, tables) {
      const { buildId, logId, step, photographs, sounds, noteId, at, by } = data;
      const files = { photographs: JSON.stringify(photographs), sounds: JSON.stringify(sounds) };
      tables.of(buildLog).put({ logId, buildId, step, ...files, noteId, at: Date.parse(at), by, removed: 0 });
      touch(tables, buildId, written);
    },
    LogNoted({ data: { buildId, logId, noteId }, ...written }, tables) {
      tables.of(buildLog).change(logId, { noteId });
      touch(tables, buildId, written);
    },
    LogSoundAdded({ data: { buildId, logId, fileId }, ...written }, tables) {
      const table = tables.of(buildLog);
      const sounds = [...new Set([...listOf(table.get(logId)?.sounds), fileId])];
      table.change(logId, { sounds: JSON.stringify(sounds) });
      touch(tables, buildId, written);
    },
    LogMoved({ data: { buildId, logId, step }, ...written }, tables) {
      tables.of(buildLog).change(logId, { step });
      touch(tables, buildId, written);
    },
    LogRemoved({ data: { buildId, logId }, ...written }, tables) {
      tables.of(buildLog).change(logId, { removed: 1 });
      touch(tables, buildId, written);
    },
    LogRestored({ data: { buildId, logId }, ...written }, tables) {
      tables.of(buildLog).change(logId, { removed: 0 });
      touch(tables, buildId, written);
    },
    SessionJoined({ data: { buildId, machineId, bookingId }, ...written }, tables) {
      // Hours are counted once: of two builds that join it at once the earlier in the log has it.
      if (!tables.of(buildSessions).get(bookingId)) {
        const row = { bookingId, buildId, machineId, step: null, begunHere: 0, at: written.at };
        tables.of(buildSessions).put(row);
      }
      touch(tables, buildId, written);
    },
    SessionLeft({ data: { buildId, bookingId }, ...written }, tables) {
      if (tables.of(buildSessions).get(bookingId)?.buildId === buildId) {
        tables.of(buildSessions).remove(bookingId);
      }
      touch(tables, buildId, written);
    },
    MeasurementTaken({ data: { workshopId: _, at, ...taken }, ...written }, tables) {
      tables.of(buildMeasurements).put({ ...taken, at: Date.parse(at) });
      touch(tables, taken.buildId, written);
    },
    MeasurementTakenBack({ data: { buildId, measurementId }, ...written }, tables) {
      tables.of(buildMeasurements).remove(measurementId);
      touch(tables, buildId, written);
    },
    TestRecorded({ data: { workshopId: _, at, ...recorded }, ...written }, tables) {
      tables.of(buildTests).put({ ...recorded, at: Date.parse(at) });
      touch(tables, recorded.buildId, written);
    },
    TestTakenBack({ data: { buildId, testId }, ...written }, tables) {
      tables.of(buildTests).remove(testId);
      touch(tables, buildId, written);
    },
    RemarkMade({ data: { workshopId: _, at, problem, ...made }, ...written }, tables) {
      const raised = { problemDesign: problem?.designId ?? null, problemId: problem?.problemId ?? null };
      tables.of(buildRemarks).put({ ...made, ...raised, at: Date.parse(at) });
      touch(tables, made.buildId, written);
    },
    RemarkTakenBack({ data: { buildId, remarkId }, ...written }, tables) {
      tables.of(buildRemarks).remove(remarkId);
      touch(tables, buildId, written);
    },
    BuildCompleted({ data: { buildId, things, produced, at }, ...written }, tables) {
      for (const { itemId, name, serial, code } of things) {
        const standing = standingSerial(tables, itemId, serial);
        tables.of(buildThings).change(itemId, { name, serial: standing, code });
      }
      touch(tables, buildId, written, {
        status: 'completed',
        produced,
        endedAt: Date.parse(at),
        completedRevision: written.revision,
      });
    },
    BuildReopened({ data: { buildId }, ...written }, tables) {
      touch(tables, buildId, written, { status: 'open', endedAt: null, reasonId: null });
    },
    BuildAbandoned({ data: { buildId, reasonId }, ...written }, tables) {
      touch(tables, buildId, written, { status: 'abandoned', endedAt: written.at, reasonId });
    },
  },
};
