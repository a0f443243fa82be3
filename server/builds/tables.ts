import { defineTable, type RowOf } from '../views/table.ts';

/** One build. `things` and `product` are JSON text. `revision` is that of its last event. */
export const builds = defineTable({
  name: 'builds',
  columns: {
    buildId: 'text',
    workshopId: 'text',
    kind: 'text',
    name: 'text',
    designId: 'text?',
    designRevision: 'integer?',
    status: 'text',
    things: 'text',
    product: 'text?',
    subjectId: 'text?',
    forBuild: 'text?',
    forLine: 'text?',
    noteId: 'text?',
    startedBy: 'text',
    startedAt: 'integer',
    /** When something was written last. */
    lastAt: 'integer',
    endedAt: 'integer?',
    reasonId: 'text?',
    produced: 'real?',
    /** Of the event that completed it last; kept when it is opened again. */
    completedRevision: 'integer?',
    describedRevision: 'integer',
    revision: 'integer',
  },
  key: 'buildId',
  indexes: [
    ['status', 'lastAt'],
    ['workshopId', 'status', 'lastAt'],
    ['designId', 'startedAt'],
    ['forBuild'],
    ['subjectId'],
  ],
  words: ['name'],
});
export type BuildRow = RowOf<typeof builds>;

/** Things that builds make; name, serial and code once the build was completed (see `standingSerial`). */
export const buildThings = defineTable({
  name: 'buildThings',
  columns: {
    itemId: 'text',
    buildId: 'text',
    ordinal: 'integer',
    designId: 'text?',
    name: 'text?',
    serial: 'text?',
    code: 'text?',
  },
  key: 'itemId',
  indexes: [['buildId'], ['designId', 'serial']],
});
export type BuildThingRow = RowOf<typeof buildThings>;

/** Which thing of a design has a serial: the one that had it first in the log. */
export const buildSerials = defineTable({
  name: 'buildSerials',
  columns: { plate: 'text', itemId: 'text' },
  key: 'plate',
  indexes: [],
});

/** Who works on it. The key is build and member. */
export const buildHands = defineTable({
  name: 'buildHands',
  columns: { hand: 'text', buildId: 'text', memberId: 'text' },
  key: 'hand',
  indexes: [['buildId'], ['memberId']],
});

/** Steps that are done. The key is build and step. */
export const buildSteps = defineTable({
  name: 'buildSteps',
  columns: { done: 'text', buildId: 'text', step: 'text', at: 'integer', by: 'text' },
  key: 'done',
  indexes: [['buildId']],
});

/** How lines are to be met; `choice` is JSON text. The key is build and line. */
export const buildChoices = defineTable({
  name: 'buildChoices',
  columns: { chosen: 'text', buildId: 'text', line: 'text', choice: 'text' },
  key: 'chosen',
  indexes: [['buildId']],
});

/** Lists are JSON text. */
export const buildLog = defineTable({
  name: 'buildLog',
  columns: {
    logId: 'text',
    buildId: 'text',
    step: 'text?',
    photographs: 'text',
    sounds: 'text',
    noteId: 'text?',
    at: 'integer',
    by: 'text',
    removed: 'integer',
  },
  key: 'logId',
  indexes: [['buildId', 'at'], ['by']],
});

/** What met a line by somebody's word; not what was taken back. `price` is JSON text. */
export const buildMeetings = defineTable({
  name: 'buildMeetings',
  columns: {
    meetingId: 'text',
    buildId: 'text',
    line: 'text?',
    step: 'text?',
    name: 'text',
    how: 'text',
    quantity: 'real',
    unit: 'text',
    massKilograms: 'real?',
    price: 'text?',
    substitutes: 'integer',
    reasonId: 'text?',
    at: 'integer',
    by: 'text',
  },
  key: 'meetingId',
  indexes: [['buildId', 'at'], ['by']],
});

/**
 * Things that went into a build, as their own streams tell: fitted (the key is the fitting), or used up (the key is
 * the thing). Those that do not stand are gone.
 */
export const buildParts = defineTable({
  name: 'buildParts',
  columns: {
    part: 'text',
    buildId: 'text',
    itemId: 'text',
    /** What it was fitted into; null: used up. */
    into: 'text?',
    line: 'text?',
    step: 'text?',
    substitutes: 'integer',
    reasonId: 'text?',
    /** 1: taken out again while the build was open: it was tried and did not fit. */
    tried: 'integer',
    at: 'integer',
    by: 'text',
  },
  key: 'part',
  indexes: [['buildId', 'at'], ['itemId'], ['by']],
});

/** What was taken off shelves for builds; amounts in the material's base unit. `takes` is JSON text. */
export const buildConsumptions = defineTable({
  name: 'buildConsumptions',
  columns: {
    consumptionId: 'text',
    buildId: 'text',
    workshopId: 'text',
    materialId: 'text',
    amount: 'real',
    takes: 'text',
    line: 'text?',
    step: 'text?',
    substitutes: 'integer',
    reasonId: 'text?',
    at: 'integer',
    by: 'text',
  },
  key: 'consumptionId',
  indexes: [['buildId', 'at'], ['by']],
});

/** Sessions of machines that belong to builds; their hours are asked of the bookings. */
export const buildSessions = defineTable({
  name: 'buildSessions',
  columns: {
    bookingId: 'text',
    buildId: 'text',
    machineId: 'text',
    step: 'text?',
    /** Began for this build, rather than having been joined to it. */
    begunHere: 'integer',
    at: 'integer',
  },
  key: 'bookingId',
  indexes: [['buildId', 'at']],
});

export const buildMeasurements = defineTable({
  name: 'buildMeasurements',
  columns: {
    measurementId: 'text',
    buildId: 'text',
    name: 'text',
    value: 'real',
    unit: 'text',
    least: 'real?',
    most: 'real?',
    step: 'text?',
    line: 'text?',
    at: 'integer',
    by: 'text',
  },
  key: 'measurementId',
  indexes: [['buildId', 'at'], ['by']],
});

export const buildTests = defineTable({
  name: 'buildTests',
  columns: {
    testId: 'text',
    buildId: 'text',
    name: 'text',
    outcome: 'text',
    noteId: 'text?',
    at: 'integer',
    by: 'text',
  },
  key: 'testId',
  indexes: [['buildId', 'at'], ['by']],
});

export const buildRemarks = defineTable({
  name: 'buildRemarks',
  columns: {
    remarkId: 'text',
    buildId: 'text',
    kind: 'text',
    textId: 'text',
    step: 'text?',
    line: 'text?',
    problemDesign: 'text?',
    problemId: 'text?',
    at: 'integer',
    by: 'text',
  },
  key: 'remarkId',
  indexes: [['buildId', 'at'], ['by']],
});
