import { z } from 'zod';
import { moment, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { partLine, price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  bookingId,
  buildId,
  designId,
  entryId,
  fileId,
  itemId,
  logId,
  machineId,
  materialId,
  measurementId,
  meetingId,
  memberId,
  problemId,
  remarkId,
  testId,
  workshopId,
} from '../identifiers.ts';
import { provenance } from '../items/views.ts';
import { buildKind, lineChoice } from './events.ts';

export const buildStatus = z.enum(['open', 'completed', 'abandoned']);
export type BuildStatus = z.infer<typeof buildStatus>;

/** Somebody at a build. Both null: not for this viewer; only the name null: a former member. */
export const buildPerson = z.strictObject({ memberId: memberId.nullable(), name: z.string().nullable() });
export type BuildPerson = z.infer<typeof buildPerson>;

/** A figure, and the share of the data on which it rests. */
export const share = z.strictObject({ known: z.number(), all: z.number() });
export type Share = z.infer<typeof share>;

/** One build among others. */
export const buildRow = z.strictObject({
  buildId,
  kind: buildKind,
  name: z.string(),
  status: buildStatus,
  workshop: namedWorkshop.nullable(),
  of: namedRevision.nullable(),
  /** How many things it makes. */
  things: z.int(),
  startedAt: moment,
  /** When something was written last. */
  lastAt: moment,
  endedAt: moment.nullable(),
  stepsDone: z.int(),
  steps: z.int(),
  /** Lines of the parts list that nothing, or too little, has met: what others may bring. */
  linesMissing: z.int(),
  lines: z.int(),
  hands: z.int(),
  /** One's own: the viewer has joined. */
  mine: z.boolean(),
  /** Its newest photograph that was not removed. */
  picture: fileId.nullable(),
});
export type BuildRow = z.infer<typeof buildRow>;

/** Answer to `GET /api/builds`: open ones first, then the newest. */
export const buildList = z.strictObject({ builds: z.array(buildRow), more: z.boolean() });
export type BuildList = z.infer<typeof buildList>;

/** What met a line, or came into the build without one. */
export const meetingView = z.strictObject({
  how: z.enum(['fitted', 'consumed', 'stock', 'word']),
  provenance,
  line: entryId.nullable(),
  step: entryId.nullable(),
  name: z.string(),
  /** In `unit`; null where what was taken is counted in something else than the line. */
  quantity: z.number().nullable(),
  unit: quantityUnit,
  massKilograms: z.number().nullable(),
  /** For one of `unit`; only to insiders. */
  price: price.nullable(),
  substitutes: z.boolean(),
  reason: z.string().nullable(),
  at: moment,
  by: buildPerson,
  /** Where `how` is `fitted` or `consumed`. */
  itemId: itemId.nullable(),
  /** Only where it is fitted: to take it back. */
  fittingId: z.uuid().nullable(),
  into: itemId.nullable(),
  /** Where it came off a shelf: to take it back. */
  stock: z.strictObject({ workshopId, materialId, consumptionId: z.uuid() }).nullable(),
  /** Where it was only said: to take it back. */
  meetingId: meetingId.nullable(),
});
export type MeetingView = z.infer<typeof meetingView>;

/** A line of the revision's parts list, for all things of the build together. */
export const lineView = z.strictObject({
  line: partLine,
  /** In the line's unit, for all things: what its parents multiply is multiplied. */
  needed: z.number(),
  met: z.number(),
  missing: z.number(),
  /** Of what is missing, so much is kept for this line on shelves. */
  kept: z.number(),
  /** Something met it that is counted otherwise, so that nobody can say how much is missing. */
  unclear: z.boolean(),
  state: z.enum(['open', 'partly', 'met']),
  choice: lineChoice.nullable(),
  meetings: z.array(meetingView),
});
export type LineView = z.infer<typeof lineView>;

export const stepView = z.strictObject({
  step: entryId,
  title: z.string(),
  minutes: z.number().nullable(),
  parts: z.array(z.strictObject({ line: entryId, quantity: z.number().nullable() })),
  machines: z.array(z.string()),
  done: z.strictObject({ at: moment, by: buildPerson }).nullable(),
});
export type StepView = z.infer<typeof stepView>;

export const logView = z.strictObject({
  logId,
  at: moment,
  by: buildPerson,
  step: entryId.nullable(),
  photographs: z.array(fileId),
  sounds: z.array(fileId),
  note: z.string().nullable(),
  /** Taken out; only its writer is told, to put it back. */
  removed: z.boolean(),
  mine: z.boolean(),
});
export type LogView = z.infer<typeof logView>;

/** One session of a machine for this build: what the booking knows. */
export const sessionView = z.strictObject({
  machineId,
  machineName: z.string(),
  bookingId,
  by: buildPerson,
  mine: z.boolean(),
  from: moment,
  /** Null: it runs. */
  to: moment.nullable(),
  /** When a running one is planned to end. */
  plannedEnd: moment.nullable(),
  minutes: z.number(),
  step: entryId.nullable(),
  /** Began for this build, rather than having been joined to it. */
  begunHere: z.boolean(),
  /** Of the booking: for If-Match when it is stopped. */
  entityRevision: z.int(),
});
export type SessionView = z.infer<typeof sessionView>;

export const measurementView = z.strictObject({
  measurementId,
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  within: z.boolean().nullable(),
  step: entryId.nullable(),
  line: entryId.nullable(),
  at: moment,
  by: buildPerson,
  mine: z.boolean(),
});
export const testView = z.strictObject({
  testId,
  name: z.string(),
  outcome: z.enum(['passed', 'failed']),
  note: z.string().nullable(),
  at: moment,
  by: buildPerson,
  mine: z.boolean(),
});
export const remarkView = z.strictObject({
  remarkId,
  kind: z.enum(['deviation', 'problem']),
  text: z.string().nullable(),
  step: entryId.nullable(),
  line: entryId.nullable(),
  problem: z.strictObject({ designId, problemId }).nullable(),
  at: moment,
  by: buildPerson,
  mine: z.boolean(),
});
export type MeasurementView = z.infer<typeof measurementView>;

/** A thing that it makes. Serial and code come when it is completed. */
export const buildThingView = z.strictObject({
  itemId,
  name: z.string(),
  serial: z.string().nullable(),
  code: z.string().nullable(),
  /** It is booked as a machine. */
  inService: z.boolean(),
});
export type BuildThingView = z.infer<typeof buildThingView>;

/** Minutes of a build. */
export const buildMinutes = z.strictObject({
  /** Of machines: the sessions as their bookings know them. */
  machines: z.number(),
  /** Of people, as they noted it themselves. */
  noted: z.number(),
  /** Of people beside machines, by the sessions. */
  attended: z.number(),
  /** Of people: for each person and day the longer of the two, so that nothing counts twice. */
  hands: z.number(),
});
export type BuildMinutes = z.infer<typeof buildMinutes>;

/** Answer to `GET /api/builds/{buildId}`. */
export const buildView = buildRow.extend({
  /** For If-Match when it is described otherwise. */
  describedRevision: z.int(),
  timeZone: z.string(),
  note: z.string().nullable(),
  startedBy: buildPerson,
  thingList: z.array(buildThingView),
  product: z
    .strictObject({
      materialId,
      name: z.string(),
      specification: z.string(),
      quantity: z.number(),
      unit: quantityUnit,
    })
    .nullable(),
  produced: z.number().nullable(),
  /** The thing that is mended, changed or taken apart. */
  subject: z.strictObject({ itemId, name: z.string() }).nullable(),
  forBuild: z.strictObject({ buildId, name: z.string(), line: entryId }).nullable(),
  /** Why it was abandoned. */
  reason: z.string().nullable(),
  stepList: z.array(stepView),
  /** The first step that is not done. */
  currentStep: entryId.nullable(),
  lineList: z.array(lineView),
  /** What came in without a line. */
  besides: z.array(meetingView),
  log: z.array(logView),
  sessions: z.array(sessionView),
  measurements: z.array(measurementView),
  tests: z.array(testView),
  remarks: z.array(remarkView),
  handList: z.array(buildPerson),
  /** Whoever did something on it, by name; nobody is ranked. */
  contributors: z.array(buildPerson),
  minutes: buildMinutes,
  coverage: z.strictObject({
    /** Lines of which is known whence all that met them came, of all lines. */
    lines: share,
    /** Kilograms likewise; null where no line says its mass. */
    mass: share.nullable(),
  }),
  allowedActions: z.array(z.string()),
  /** Sees names and prices: is in the workshop, or has joined. */
  insider: z.boolean(),
});
export type BuildView = z.infer<typeof buildView>;
