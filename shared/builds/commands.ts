import { z } from 'zod';
import { pinnedRevision, price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  bookingId,
  buildId,
  entryId,
  fileId,
  itemId,
  machineId,
  memberId,
  workshopId,
} from '../identifiers.ts';
import { contentLine, freeText, properName, writtenReason } from '../text.ts';
import { instant } from '../time.ts';
import { buildKind, lineChoice } from './events.ts';

/** Things that one build may make, at most. */
export const MOST_THINGS = 200;

const quantity = z.number().positive().max(1e9);
/** When it happened; left out: now. At most a year back, and five minutes ahead (clocks differ). */
const at = instant.optional();
const step = entryId.nullable().optional();
const line = entryId.nullable().optional();

/**
 * Body of `POST /api/builds`. `buildId`: chosen by the client, so that what follows can be written down without a
 * signal. `name` left out: as the design. `things`: how many are made that become things of their own; left out: one,
 * where something is made to be followed.
 */
export const startBuild = z.strictObject({
  buildId: buildId.optional(),
  workshopId,
  kind: buildKind.default('make'),
  name: properName.optional(),
  of: pinnedRevision.nullable().default(null),
  things: z.int().min(0).max(MOST_THINGS).optional(),
  /** What is made to be counted, and goes on the shelf. */
  product: z
    .strictObject({
      name: contentLine(80).min(1),
      specification: contentLine(200).default(''),
      quantity,
      unit: quantityUnit,
    })
    .nullable()
    .default(null),
  /** The thing that is mended, changed or taken apart. */
  subjectId: itemId.nullable().default(null),
  forBuild: z.strictObject({ buildId, line: entryId }).nullable().default(null),
  note: freeText.default(''),
});
export type StartBuildBody = z.input<typeof startBuild>;

/** Body of `PUT /api/builds/{buildId}`. */
export const describeBuild = z.strictObject({
  name: properName,
  note: freeText.default(''),
  /** Left out: as it was. */
  subjectId: itemId.nullable().optional(),
});

/** Body of `…/steps/{step}/done`. */
export const stepDone = z.strictObject({ at });
/** Body of commands that need none. */
export const noBody = z.strictObject({});

/** Body of `POST …/log`: photographs, sounds, words; at least one of them. `logId` is its commandId's. */
export const writeLog = z
  .strictObject({
    at,
    step,
    photographs: z.array(fileId).max(50).default([]),
    sounds: z.array(fileId).max(10).default([]),
    note: freeText.default(''),
  })
  .refine(({ photographs, sounds, note }) => photographs.length + sounds.length > 0 || note !== '', {
    message: 'needs a photograph, a sound or words',
  });
/** Body of `…/log/{logId}/note`: words that came later; they take the place of earlier ones. */
export const noteLog = z.strictObject({ note: writtenReason });
/** Body of `…/log/{logId}/sound`. */
export const addSound = z.strictObject({ fileId });
/** Body of `…/log/{logId}/move`; null: to no step. */
export const moveLog = z.strictObject({ step: entryId.nullable() });

/** Body of `…/lines/{line}/choose`; null: left open again. */
export const chooseLine = z.strictObject({ choice: lineChoice.nullable() });

/**
 * Body of `POST …/meetings`: a line (or, without one, the build) met by what does not become a thing and was on no
 * shelf. Name and unit left out: the line's; quantity left out: all that is missing.
 */
export const meetLine = z.strictObject({
  line,
  step,
  name: contentLine(160).min(1).optional(),
  how: z.enum(['new', 'unknown']).default('new'),
  quantity: quantity.optional(),
  unit: quantityUnit.optional(),
  massKilograms: z.number().nonnegative().max(1e7).nullable().default(null),
  price: price.nullable().default(null),
  substitutes: z.boolean().default(false),
  reason: freeText.default(''),
  at,
});

/** Body of `POST …/use`: starts the session of a machine for this build. As `startUse`, with the step. */
export const useMachine = z.strictObject({
  machineId,
  bookingId: bookingId.optional(),
  until: instant.optional(),
  accompanied: z.boolean().optional(),
  supervisorId: memberId.optional(),
  step,
});

/** Body of `POST …/sessions`: a session that began elsewhere belongs to this build. */
export const joinSession = z.strictObject({ machineId, bookingId });

/** Body of `POST …/measurements`. */
export const takeMeasurement = z.strictObject({
  name: contentLine(120).min(1),
  value: z.number().min(-1e12).max(1e12),
  unit: contentLine(20).default(''),
  least: z.number().min(-1e12).max(1e12).nullable().default(null),
  most: z.number().min(-1e12).max(1e12).nullable().default(null),
  step,
  line,
  at,
});

/** Body of `POST …/tests`. */
export const recordTest = z.strictObject({
  name: contentLine(120).min(1),
  outcome: z.enum(['passed', 'failed']),
  note: freeText.default(''),
  at,
});

/** Body of `POST …/remarks`. `raise`: on the design as well, as a problem of its revision. */
export const makeRemark = z.strictObject({
  kind: z.enum(['deviation', 'problem']),
  text: writtenReason,
  step,
  line,
  raise: z.boolean().default(false),
  safety: z.boolean().default(false),
  at,
});

/** Body of `…/hands/leave`: oneself, or somebody else by who may end the build. */
export const leaveBuild = z.strictObject({ memberId: memberId.optional() });

/** Body of `…/complete`: all of it may be left out. A thing that is not named gets the next number of its design. */
export const completeBuild = z.strictObject({
  things: z
    .array(z.strictObject({ itemId, name: properName.optional(), serial: properName.optional() }))
    .max(MOST_THINGS)
    .default([]),
  /** How much really came of it, where it is counted; left out: as planned. */
  produced: quantity.optional(),
  at,
});
export type CompleteBuildBody = z.input<typeof completeBuild>;

/** Body of `…/abandon`. */
export const abandonBuild = z.strictObject({ reason: freeText.default('') });
