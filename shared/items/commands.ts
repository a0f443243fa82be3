import { z } from 'zod';
import { pinnedRevision, price } from '../designs/partLines.ts';
import { buildId, entryId, fileId, itemId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { freeText, properName } from '../text.ts';
import { instant } from '../time.ts';
import { grade, itemDescription, party, receivedHow } from './events.ts';

/**
 * When it happened; left out: now. `infer`: what stands in the way is written down first, as the `offer` of the refusal
 * said, and marked as inferred.
 */
const when = { at: instant.optional(), infer: z.boolean().optional() };
const shelf = properName.nullable().optional();
/** Where in the log of a build it belongs. */
const within = { buildId: buildId.nullable().optional() };
const note = freeText.optional();
const mass = itemDescription.shape.massKilograms;

/** What somebody says of a thing: only its name is needed. */
export const describedThing = z.strictObject({
  name: properName,
  of: pinnedRevision.nullable().default(null),
  specification: itemDescription.shape.specification.default(''),
  material: itemDescription.shape.material.default(''),
  massKilograms: mass.default(null),
  sizes: itemDescription.shape.sizes.default([]),
  interfaces: itemDescription.shape.interfaces.default([]),
});
export type DescribedThing = z.input<typeof describedThing>;

/** Body of `POST /api/things`: a thing that nobody made here. `owner` left out: the workshop's. */
export const receiveThing = z.strictObject({
  workshopId,
  description: describedThing,
  serial: properName.nullable().optional(),
  owner: party.optional(),
  how: receivedHow.exclude(['recovered']),
  grade: grade.nullable().optional(),
  shelf,
  price: price.nullable().optional(),
  note,
  at: instant.optional(),
});

/**
 * Body of `POST /api/things/{itemId}/recover-from`: registers a part that came out of the thing and was never written
 * down. `workshopId` left out: where the thing is. `line`: of the parts list of what it came out of.
 */
export const recoverFrom = z.strictObject({
  description: describedThing,
  line: entryId.nullable().optional(),
  workshopId: workshopId.optional(),
  grade: grade.nullable().optional(),
  shelf,
  note,
  ...within,
  at: instant.optional(),
});

/** Body of `POST …/fit`: puts it into another thing, or into one that a build is making. */
export const fitPart = z.strictObject({
  into: itemId,
  ...within,
  line: entryId.nullable().optional(),
  step: entryId.nullable().optional(),
  /** It is something else than what the line asks for. */
  substitutes: z.boolean().optional(),
  reason: freeText.optional(),
  ...when,
});
export type FitPart = z.input<typeof fitPart>;

/**
 * Body of `POST …/take-out`. `workshopId` left out: where it was. `from`: what it came out of, where nobody wrote down
 * that it was in there; with `infer` that is written down first.
 */
export const takeOut = z.strictObject({
  from: itemId.optional(),
  workshopId: workshopId.optional(),
  grade: grade.nullable().optional(),
  shelf,
  ...within,
  ...when,
});

/** Body of `POST …/move`. */
export const moveThing = z.strictObject({ workshopId, shelf, ...when });
/** Body of `POST …/lend`. */
export const lendThing = z.strictObject({ to: party, until: instant.nullable().optional(), ...when });
/** Body of `POST …/return`. */
export const returnThing = z.strictObject({ grade: grade.nullable().optional(), at: instant.optional() });
/** Body of `POST …/give`. */
export const giveThing = z.strictObject({ to: party, ...when });
/** Body of `POST …/repair`. */
export const repairThing = z.strictObject({ ...within, note, at: instant.optional() });
/** Body of `POST …/modify`. `of`: the revision that it is from now on; null: of none that is written down. */
export const modifyThing = z.strictObject({
  of: pinnedRevision.nullable(),
  ...within,
  note,
  at: instant.optional(),
});
/** Body of `POST …/split`: into these pieces, what is left of it among them. */
export const splitThing = z.strictObject({ pieces: z.array(describedThing).min(1).max(100), ...when });
/** Body of `POST …/scrap`, by weight and material. */
export const scrapThing = z.strictObject({
  massKilograms: mass.optional(),
  material: itemDescription.shape.material.optional(),
  reason: freeText.optional(),
  ...within,
  ...when,
});
/** Body of `POST …/consume`. */
export const consumeThing = z.strictObject({ ...within, line: entryId.nullable().optional(), ...when });
/** Body of `PUT …/description`. */
export const describeThing = itemDescription;
/** Bodies of `POST …/take-back`, `…/end/take-back`, `…/fittings/{fittingId}/take-back` and the like. */
export const takeBackFact = z.strictObject({});
/** Body of `POST …/photographs`. */
export const showThing = z.strictObject({ fileId });

/** Body of `POST …/into-service`: registers it as a machine that can be booked, with the starting rules of its kind. */
export const intoService = z.strictObject({
  kind: machineKind,
  /** Left out: as the thing is called. */
  name: properName.optional(),
  area: properName.optional(),
});
export type IntoService = z.input<typeof intoService>;
