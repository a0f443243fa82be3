import { z } from 'zod';
import { moment } from '../designs/naming.ts';
import { revisionNumber } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import { designId, entryId, fittingId, itemId } from '../identifiers.ts';
import { provenance } from '../reuse/provenance.ts';

/** What stood in the thing for some time. `entries` of `momentsView`, named by their place in that list. */
export const momentEntry = z.strictObject({
  name: z.string(),
  /** Null: it is no thing but a material or part that is counted. */
  itemId: itemId.nullable(),
  fittingId: fittingId.nullable(),
  /** The thing that it went into: one that was asked about, or the `itemId` of another entry. */
  into: itemId.nullable(),
  line: entryId.nullable(),
  of: z.strictObject({ designId, revision: revisionNumber }).nullable(),
  provenance,
  /** The life that this was of it (see `livesOf`); 1 for what is counted. */
  lives: z.int(),
  quantity: z.number(),
  unit: quantityUnit,
});
export type MomentEntry = z.infer<typeof momentEntry>;

/** Kinds of moments. */
export const momentKind = z.enum([
  'started',
  'begun',
  'fitted',
  'takenOut',
  'met',
  'stepDone',
  'stepUndone',
  'written',
  'made',
  'reopened',
  'abandoned',
  'measured',
  'tested',
  'machineUsed',
  'repaired',
  'modified',
  'moved',
  'lent',
  'returned',
  'given',
  'cut',
  'consumed',
  'scrapped',
]);
export type MomentKind = z.infer<typeof momentKind>;

export const momentRow = z.strictObject({
  at: moment,
  kind: momentKind,
  step: entryId.nullable(),
  /** What it is about where that is no entry: a machine, a build. */
  about: z.uuid().nullable(),
  /** Entries (their places) that are there from this moment on, and that are not any more. */
  enters: z.array(z.int()),
  leaves: z.array(z.int()),
});
export type MomentRow = z.infer<typeof momentRow>;

/**
 * A history to be run through: the state at moment n is what entered and did not leave in `moments` 0 to n. An entry
 * shows while it is there and what it went into shows (the asked things do always). Answer to
 * `GET /api/builds/{buildId}/moments` and `GET /api/things/{itemId}/moments`.
 */
export const momentsView = z.strictObject({
  /** The things themselves: of a build those that it makes or works on. */
  things: z.array(
    z.strictObject({
      itemId,
      name: z.string(),
      /** What it was from a moment (its place) on: the first from the first one on. `of` null: of no design. */
      revisions: z
        .array(
          z.strictObject({
            from: z.int(),
            of: z.strictObject({ designId, revision: revisionNumber }).nullable(),
          }),
        )
        .min(1),
    }),
  ),
  entries: z.array(momentEntry),
  moments: z.array(momentRow),
  /** The newest are left out: more happened than is told at once. */
  cut: z.boolean(),
});
export type MomentsView = z.infer<typeof momentsView>;
