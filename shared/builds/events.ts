import { z } from 'zod';
import { pinnedRevision, price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  bookingId,
  buildId,
  designId,
  entryId,
  fileId,
  itemId,
  labelCode,
  logId,
  machineId,
  materialId,
  measurementId,
  meetingId,
  memberId,
  problemId,
  remarkId,
  testId,
  textId,
  workshopId,
} from '../identifiers.ts';
import { contentLine, properName } from '../text.ts';
import { instant } from '../time.ts';

/** What is done: a thing or several made, a spare part, one mended, changed, or taken apart. */
export const buildKind = z.enum(['make', 'spare', 'repair', 'modify', 'takeApart']);
export type BuildKind = z.infer<typeof buildKind>;

const quantity = z.number().positive().max(1e9);

/** How a line of the parts list is to be met. */
export const lineChoice = z.discriminatedUnion('how', [
  /** To be bought. */
  z.strictObject({ how: z.literal('new') }),
  /** Made in a build of its own. */
  z.strictObject({ how: z.literal('made'), buildId }),
  /** From a shelf, here or elsewhere. */
  z.strictObject({ how: z.literal('stock'), workshopId, materialId }),
  /** This very thing: from a shelf, or still in something that is scrapped. */
  z.strictObject({ how: z.literal('item'), itemId }),
  /** It is there, and nobody wrote down whence. */
  z.strictObject({ how: z.literal('atHand') }),
]);
export type LineChoice = z.infer<typeof lineChoice>;

const ofBuild = { buildId, workshopId };
const done = { at: instant, by: memberId };
/** Where in the build it belongs. */
const place = { step: entryId.nullable(), line: entryId.nullable() };

/**
 * Events of the stream `build-{id}`: one making. What is fitted, taken off the shelf and done with machines stands in
 * the streams of those (`PartFitted`, `StockConsumed`, `UseStarted`), each naming the build.
 */
export const buildEvents = {
  BuildStarted: z.strictObject({
    ...ofBuild,
    kind: buildKind,
    name: properName,
    /** Null: from a note alone. */
    of: pinnedRevision.nullable(),
    /** Things that are being made; parts are fitted into them from now on. */
    things: z.array(itemId).max(200),
    /** What is made to be counted, not followed: it goes on the shelf. */
    product: z
      .strictObject({
        materialId,
        name: properName,
        specification: contentLine(200),
        quantity,
        unit: quantityUnit,
      })
      .nullable(),
    /** The thing that is mended, changed or taken apart. */
    subjectId: itemId.nullable(),
    /** The build and the line for which this part is made. */
    forBuild: z.strictObject({ buildId, line: entryId }).nullable(),
    noteId: textId.nullable(),
    startedBy: memberId,
  }),
  BuildDescribed: z.strictObject({
    ...ofBuild,
    name: properName,
    noteId: textId.nullable(),
    /** What is mended or changed, where that was named later. */
    subjectId: itemId.nullable(),
  }),
  HandJoined: z.strictObject({ ...ofBuild, memberId }),
  HandLeft: z.strictObject({ ...ofBuild, memberId }),

  /** Null: left open again. */
  LineChosen: z.strictObject({ ...ofBuild, line: entryId, choice: lineChoice.nullable(), by: memberId }),
  /** A line met by what does not become a thing and was on no shelf. */
  LineMet: z.strictObject({
    ...ofBuild,
    meetingId,
    line: entryId.nullable(),
    step: entryId.nullable(),
    name: contentLine(160).min(1),
    how: z.enum(['new', 'unknown']),
    quantity,
    unit: quantityUnit,
    massKilograms: z.number().nonnegative().max(1e7).nullable(),
    price: price.nullable(),
    substitutes: z.boolean(),
    reasonId: textId.nullable(),
    ...done,
  }),
  LineMeetingTakenBack: z.strictObject({ ...ofBuild, meetingId }),

  StepDone: z.strictObject({ ...ofBuild, step: entryId, ...done }),
  StepUndone: z.strictObject({ ...ofBuild, step: entryId, by: memberId }),

  /** Photographs, sounds and words, at the time at which they were taken. */
  LogWritten: z.strictObject({
    ...ofBuild,
    logId,
    step: entryId.nullable(),
    photographs: z.array(fileId).max(50),
    sounds: z.array(fileId).max(10),
    noteId: textId.nullable(),
    ...done,
  }),
  LogNoted: z.strictObject({ ...ofBuild, logId, noteId: textId, by: memberId }),
  LogSoundAdded: z.strictObject({ ...ofBuild, logId, fileId, by: memberId }),
  LogMoved: z.strictObject({ ...ofBuild, logId, step: entryId.nullable(), by: memberId }),
  LogRemoved: z.strictObject({ ...ofBuild, logId, by: memberId }),
  LogRestored: z.strictObject({ ...ofBuild, logId, by: memberId }),

  /** A session of a machine that began outside of the build, and belongs to it. */
  SessionJoined: z.strictObject({ ...ofBuild, machineId, bookingId, by: memberId }),
  /** It was for something else. */
  SessionLeft: z.strictObject({ ...ofBuild, machineId, bookingId, by: memberId }),

  MeasurementTaken: z.strictObject({
    ...ofBuild,
    measurementId,
    ...place,
    name: contentLine(120).min(1),
    value: z.number(),
    unit: contentLine(20),
    /** What it should be between; null: open. */
    least: z.number().nullable(),
    most: z.number().nullable(),
    ...done,
  }),
  MeasurementTakenBack: z.strictObject({ ...ofBuild, measurementId }),
  TestRecorded: z.strictObject({
    ...ofBuild,
    testId,
    name: contentLine(120).min(1),
    outcome: z.enum(['passed', 'failed']),
    noteId: textId.nullable(),
    ...done,
  }),
  TestTakenBack: z.strictObject({ ...ofBuild, testId }),
  /** Something was done otherwise than the design says, or went wrong; `problem`: raised on the design as well. */
  RemarkMade: z.strictObject({
    ...ofBuild,
    remarkId,
    kind: z.enum(['deviation', 'problem']),
    ...place,
    textId,
    problem: z.strictObject({ designId, problemId, safety: z.boolean() }).nullable(),
    ...done,
  }),
  RemarkTakenBack: z.strictObject({ ...ofBuild, remarkId }),

  BuildCompleted: z.strictObject({
    ...ofBuild,
    /** Each thing with what stands on its plate and its label. */
    things: z
      .array(z.strictObject({ itemId, name: properName, serial: properName, code: labelCode }))
      .max(200),
    /** How much really came of it, where it is counted. */
    produced: quantity.nullable(),
    ...done,
  }),
  BuildReopened: z.strictObject({ ...ofBuild, by: memberId }),
  BuildAbandoned: z.strictObject({ ...ofBuild, reasonId: textId.nullable(), by: memberId }),
};
