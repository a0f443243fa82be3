import { z } from 'zod';
import { designInterface } from '../designs/interfaces.ts';
import { pinnedRevision, price } from '../designs/partLines.ts';
import {
  buildId,
  designId,
  entryId,
  fileId,
  fittingId,
  itemId,
  labelCode,
  loanId,
  memberId,
  problemId,
  repairId,
  textId,
  workshopId,
} from '../identifiers.ts';
import { contentLine, properName } from '../text.ts';
import { instant } from '../time.ts';

/** Sizes by which a part is looked for; millimetres. */
export const sizeName = z.enum(['length', 'width', 'height', 'diameter', 'inner', 'wall', 'bore', 'stroke']);
export type SizeName = z.infer<typeof sizeName>;

const kilograms = z.number().nonnegative().max(1e7);

/** What a thing is. */
export const itemDescription = z.strictObject({
  name: properName,
  /** The revision of a design that it is. */
  of: pinnedRevision.nullable(),
  /** What to order it by: `ISO 4017 M8 × 30`. */
  specification: contentLine(200),
  /** In words: `steel S235`. */
  material: contentLine(120),
  massKilograms: kilograms.nullable(),
  sizes: z.array(z.strictObject({ name: sizeName, millimetres: z.number().positive().max(1e6) })).max(12),
  interfaces: z.array(designInterface).max(20),
});
export type ItemDescription = z.infer<typeof itemDescription>;

/** Whose a thing is, or who has it. */
export const party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workshop'), workshopId }),
  z.strictObject({ kind: z.literal('member'), memberId }),
  /** Somebody whom the program does not know. */
  z.strictObject({ kind: z.literal('outside') }),
]);
export type Party = z.infer<typeof party>;

/** How good a recovered part still is. */
export const grade = z.enum(['asNew', 'good', 'worn', 'needsRepair']);
export type Grade = z.infer<typeof grade>;

/** How a thing came that nobody made here. `recovered`: out of something that was never written down part by part. */
export const receivedHow = z.enum(['bought', 'given', 'found', 'recovered', 'unknown']);
export type ReceivedHow = z.infer<typeof receivedHow>;

/** Why a fitting that was written down does not stand. */
export const fittingRefusal = z.enum(['circular', 'intoGone', 'tooDeep', 'unknownThing']);
export type FittingRefusal = z.infer<typeof fittingRefusal>;

const ofItem = { itemId };
/** When it happened, which may be before it was written down, and who did it. */
const done = { at: instant, by: memberId };
/** Written down by the program because what came next could not have been without it. */
const inferred = z.boolean();
/** What begins a thing. `code` stands on its label, as a machine's does. */
const begun = { ...ofItem, workshopId, code: labelCode, description: itemDescription, owner: party };

/** Events of the stream `item-{id}`: one physical thing. */
export const itemEvents = {
  /** A build was completed, and this came of it. */
  ItemMade: z.strictObject({ ...begun, serial: properName, buildId, ...done }),
  ItemReceived: z.strictObject({
    ...begun,
    serial: properName.nullable(),
    how: receivedHow,
    /**
     * What it came out of, the line that it met there, and the build in which that was taken apart; only where `how` is
     * `recovered`.
     */
    from: z.strictObject({ itemId, line: entryId.nullable(), buildId: buildId.nullable() }).nullable(),
    grade: grade.nullable(),
    shelf: properName.nullable(),
    price: price.nullable(),
    noteId: textId.nullable(),
    inferred,
    ...done,
  }),
  /** It was cut off another thing, whose `ItemSplit` names it. */
  ItemCut: z.strictObject({ ...begun, from: itemId, ...done }),
  ItemSplit: z.strictObject({
    ...ofItem,
    pieces: z
      .array(z.strictObject({ itemId, code: labelCode, description: itemDescription }))
      .min(1)
      .max(100),
    ...done,
  }),
  /** It never was: written down by mistake, and nothing has been done with it. */
  ItemTakenBack: z.strictObject({ ...ofItem, by: memberId }),
  ItemDescribed: z.strictObject({ ...ofItem, description: itemDescription, by: memberId }),
  /** `workshopId`: where it lies, or lay last; its stewards may withdraw the picture. */
  ItemPhotographAdded: z.strictObject({ ...ofItem, fileId, workshopId }),
  ItemPhotographRemoved: z.strictObject({ ...ofItem, fileId }),

  /** It was put into another thing, or into one that a build is making. */
  PartFitted: z.strictObject({
    ...ofItem,
    fittingId,
    into: itemId,
    /** The build in which it was done, and the line of its parts list that it met. */
    buildId: buildId.nullable(),
    line: entryId.nullable(),
    step: entryId.nullable(),
    /** It is something else than what the line asks for. */
    substitutes: z.boolean(),
    reasonId: textId.nullable(),
    inferred,
    ...done,
  }),
  /** It was never there: written down by mistake. */
  FittingTakenBack: z.strictObject({ ...ofItem, fittingId, by: memberId }),
  /** Another fact, earlier in the log, stands against it: it is as if it had not been written down. */
  FittingRefused: z.strictObject({ ...ofItem, fittingId, why: fittingRefusal }),
  /** It came out of what it was in. */
  PartRecovered: z.strictObject({
    ...ofItem,
    fittingId,
    from: itemId,
    /** The taking apart, repair or modification in which it was done. */
    buildId: buildId.nullable(),
    grade: grade.nullable(),
    workshopId,
    shelf: properName.nullable(),
    inferred,
    ...done,
  }),
  RecoveryTakenBack: z.strictObject({ ...ofItem, fittingId, by: memberId }),

  ItemMoved: z.strictObject({ ...ofItem, workshopId, shelf: properName.nullable(), ...done }),
  ItemLent: z.strictObject({ ...ofItem, loanId, to: party, until: instant.nullable(), ...done }),
  ItemReturned: z.strictObject({ ...ofItem, loanId, grade: grade.nullable(), inferred, ...done }),
  /** All rights in it, and it itself. */
  ItemGiven: z.strictObject({ ...ofItem, to: party, ...done }),

  ItemRepaired: z.strictObject({
    ...ofItem,
    repairId,
    buildId: buildId.nullable(),
    noteId: textId.nullable(),
    ...done,
  }),
  /** `of`: the revision that it is from now on; null: of none that is written down. */
  ItemModified: z.strictObject({
    ...ofItem,
    repairId,
    of: pinnedRevision.nullable(),
    buildId: buildId.nullable(),
    noteId: textId.nullable(),
    ...done,
  }),
  /** It was neither repaired nor modified: written down by mistake. */
  ItemRepairTakenBack: z.strictObject({ ...ofItem, repairId, by: memberId }),

  /** Used up: it is nothing any more. */
  ItemConsumed: z.strictObject({
    ...ofItem,
    buildId: buildId.nullable(),
    line: entryId.nullable(),
    ...done,
  }),
  ItemScrapped: z.strictObject({
    ...ofItem,
    buildId: buildId.nullable(),
    massKilograms: kilograms.nullable(),
    material: contentLine(120),
    reasonId: textId.nullable(),
    ...done,
  }),
  /** It was neither used up nor scrapped nor split: written down by mistake. */
  ItemEndTakenBack: z.strictObject({ ...ofItem, inferred, by: memberId }),

  /** What its holders say to a problem of the revision that it is. */
  ItemProblemAnswered: z.strictObject({
    ...ofItem,
    designId,
    problemId,
    answer: z.enum(['fixed', 'exempted']),
    reasonId: textId.nullable(),
    ...done,
  }),
  ItemProblemReopened: z.strictObject({ ...ofItem, designId, problemId, by: memberId }),
};
