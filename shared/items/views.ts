import { z } from 'zod';
import { interfaceKinds } from '../designs/interfaces.ts';
import { moment, namedMember, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  buildId,
  designId,
  entryId,
  fileId,
  fittingId,
  itemId,
  labelCode,
  loanId,
  machineId,
  materialId,
  problemId,
  repairId,
} from '../identifiers.ts';
import { grade, itemDescription, receivedHow } from './events.ts';

/**
 * What became of a thing. `beingMade`: a build has begun it. `unfinished`: that build was abandoned; what was fitted
 * into it is still there. `neverWas`: written down by mistake.
 */
export const thingStatus = z.enum([
  'beingMade',
  'unfinished',
  'loose',
  'fitted',
  'consumed',
  'scrapped',
  'split',
  'neverWas',
]);
export type ThingStatus = z.infer<typeof thingStatus>;

/** Where a thing came from, for colours and signs: bought or given new, made in the network, out of something else. */
export const provenance = z.enum(['new', 'made', 'recovered', 'unknown']);
export type Provenance = z.infer<typeof provenance>;

/** A party by name; a member's name is told within the workshop only. */
export const namedParty = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workshop'), workshop: namedWorkshop }),
  z.strictObject({ kind: z.literal('member'), member: namedMember.nullable() }),
  z.strictObject({ kind: z.literal('outside') }),
]);
export type NamedParty = z.infer<typeof namedParty>;

/** A thing by its name, for links. */
export const namedThing = z.strictObject({ itemId, name: z.string(), code: labelCode.nullable() });
export type NamedThing = z.infer<typeof namedThing>;

/** A thing in a list. */
export const thingRow = z.strictObject({
  ...namedThing.shape,
  serial: z.string().nullable(),
  status: thingStatus,
  of: namedRevision.nullable(),
  specification: z.string(),
  material: z.string(),
  massKilograms: z.number().nullable(),
  sizes: itemDescription.shape.sizes,
  provenance,
  /** Times that it was fitted, also before it was written down. */
  lives: z.int(),
  grade: grade.nullable(),
  /** Where it is, through whatever it is inside of. */
  workshop: namedWorkshop.nullable(),
  shelf: z.string().nullable(),
  /** What it is directly inside of. */
  inside: namedThing.nullable(),
  lent: z.boolean(),
  isMachine: z.boolean(),
  photograph: fileId.nullable(),
});
export type ThingRow = z.infer<typeof thingRow>;

/** Answer to `GET /api/things`; `next` is the `after` of the next page. */
export const thingList = z.strictObject({ things: z.array(thingRow), next: z.string().nullable() });
export type ThingList = z.infer<typeof thingList>;

/** Something inside of a thing, in the order of a tree: what is inside of it comes right after it. */
export const insidePart = z.strictObject({
  ...namedThing.shape,
  /** What it is directly inside of. */
  parent: itemId,
  /** 1: directly inside of the thing that was asked for. */
  depth: z.int(),
  status: thingStatus,
  fittingId: fittingId.nullable(),
  since: moment,
  buildId: buildId.nullable(),
  line: entryId.nullable(),
  step: entryId.nullable(),
  substitutes: z.boolean(),
  provenance,
  lives: z.int(),
  grade: grade.nullable(),
  of: namedRevision.nullable(),
  material: z.string(),
  massKilograms: z.number().nullable(),
});
export type InsidePart = z.infer<typeof insidePart>;

/** A thing that it was fitted into, or out of. */
export const lifeOfThing = z.strictObject({
  /** Null: before it was written down, of a thing that has none. */
  fittingId: fittingId.nullable(),
  into: namedThing,
  from: moment.nullable(),
  /** Null: still there. */
  until: moment.nullable(),
  buildId: buildId.nullable(),
  line: entryId.nullable(),
  grade: grade.nullable(),
  inferred: z.boolean(),
});

/** One entry of a thing's story, newest first. */
export const storyEntry = z.strictObject({
  /** Of the event: `PartFitted`. */
  type: z.string(),
  at: moment,
  /** Later than `at`, where it was written down afterwards. */
  writtenAt: moment,
  by: namedMember.nullable(),
  inferred: z.boolean(),
  /** What it went into, came out of, was cut from. */
  other: namedThing.nullable(),
  workshop: namedWorkshop.nullable(),
  shelf: z.string().nullable(),
  to: namedParty.nullable(),
  until: moment.nullable(),
  buildId: buildId.nullable(),
  line: entryId.nullable(),
  grade: grade.nullable(),
  how: receivedHow.nullable(),
  of: namedRevision.nullable(),
  massKilograms: z.number().nullable(),
  material: z.string().nullable(),
  text: z.string().nullable(),
  /** Taken back afterwards, or refused because of what else was known. */
  stands: z.boolean(),
  fittingId: fittingId.nullable(),
  repairId: repairId.nullable(),
});
export type StoryEntry = z.infer<typeof storyEntry>;

/** A problem of the revision that a thing is, or that one holds, which its holders have not answered. */
export const openProblem = z.strictObject({
  designId,
  problemId,
  /** Of the design with the problem, and its revision that the thing is or holds. */
  title: z.string(),
  revision: z.int(),
  /** The fork of that design of which the revision is, by its title: it may have mended the problem. */
  fork: z.string().nullable(),
  safety: z.boolean(),
  text: z.string().nullable(),
  /** The revision in which it is fixed; null: in none yet. */
  fixedIn: z.int().nullable(),
});

/** Where a thing is and whose, at one moment. */
export const placeOfThing = z.strictObject({
  status: thingStatus,
  /** Where it is, through whatever it is inside of; null: nobody knows. */
  workshop: namedWorkshop.nullable(),
  shelf: z.string().nullable(),
  /** What it is inside of: directly, then what that is inside of. */
  inside: z.array(namedThing),
  owner: namedParty,
  /** Who has it, where that is somebody else than its owner. */
  holder: namedParty.nullable(),
  /** Since when all this is so. */
  since: moment,
});
export type PlaceOfThing = z.infer<typeof placeOfThing>;

/** Answer to `GET /api/things/{itemId}/at`; `known` false: nothing is written down of that time. */
export const thingAt = z.strictObject({
  itemId,
  instant: moment,
  known: z.boolean(),
  place: placeOfThing.nullable(),
  of: namedRevision.nullable(),
  contents: z.array(insidePart),
});
export type ThingAt = z.infer<typeof thingAt>;

/** Answer to `GET /api/things/{itemId}`. */
export const thingView = z.strictObject({
  ...namedThing.shape,
  serial: z.string().nullable(),
  status: thingStatus,
  of: namedRevision.nullable(),
  description: itemDescription,
  /** Where it says nothing of its interfaces and sizes: those of its design, or of the line that it met. */
  measures: z.strictObject({
    sizes: itemDescription.shape.sizes,
    interfaces: itemDescription.shape.interfaces,
    from: z.enum(['itself', 'design', 'line']).nullable(),
  }),
  photographs: z.array(fileId),
  timeZone: z.string(),
  place: placeOfThing,
  /** Of a loan that runs. */
  loan: z.strictObject({ loanId, until: moment.nullable(), overdue: z.boolean() }).nullable(),
  provenance,
  how: z.enum(['made', 'cut', ...receivedHow.options]).nullable(),
  /** The build that made it, or is making it. */
  buildId: buildId.nullable(),
  grade: grade.nullable(),
  lives: z.int(),
  livesIn: z.array(lifeOfThing),
  /** Of what is inside, the first 2,000. */
  contents: z.array(insidePart),
  moreInside: z.boolean(),
  pieces: z.array(namedThing),
  story: z.array(storyEntry),
  openProblems: z.array(openProblem),
  /** Parts inside with an open problem by which somebody could be hurt. */
  dangersInside: z.array(z.strictObject({ ...namedThing.shape, text: z.string().nullable() })),
  /** In service, or it was. */
  machine: z.strictObject({ machineId, inService: z.boolean() }).nullable(),
  /** What the viewer may do: `item.change`, `item.give`, `machine.register`. */
  allowedActions: z.array(z.string()),
  revision: z.int(),
});
export type ThingView = z.infer<typeof thingView>;

/** What a thing was made of without becoming a thing itself: it may go to stock, or be registered where `tracked`. */
export const untrackedPart = z.strictObject({
  line: entryId.nullable(),
  name: z.string(),
  specification: z.string(),
  material: z.string(),
  quantity: z.number(),
  unit: quantityUnit,
  /** Kilograms of all of it. */
  massKilograms: z.number().nullable(),
  /** The shelf that it would go on; null: it is counted nowhere. */
  materialId: materialId.nullable(),
  /** The line asks for things with a history, and these were never written down. */
  tracked: z.boolean(),
  of: namedRevision.nullable(),
  /** Whether the build says so, or only the parts list of the design. */
  from: z.enum(['build', 'design']),
});

/** Answer to `GET /api/things/{itemId}/taking-apart`: what is directly inside, to be gone through one by one. */
export const takingApart = z.strictObject({
  ...namedThing.shape,
  status: thingStatus,
  workshop: namedWorkshop.nullable(),
  /** The build that made it; what is put back into stock names it. */
  buildId: buildId.nullable(),
  parts: z.array(z.strictObject({ ...insidePart.shape, partsInside: z.int() })),
  untracked: z.array(untrackedPart),
  /** `item.change`, where the viewer may take it apart. */
  allowedActions: z.array(z.string()),
});
export type TakingApart = z.infer<typeof takingApart>;

/** A thing on a salvage shelf that fits a search. */
export const salvageRow = z.strictObject({
  ...thingRow.shape,
  /** The interface or size that fits, in words of its kind. */
  fits: z
    .strictObject({ kind: z.enum(interfaceKinds).nullable(), millimetres: z.number().nullable() })
    .nullable(),
  lengthMillimetres: z.number().nullable(),
  /** Null: one of the workshops has no place on the map. */
  kilometres: z.number().nullable(),
  /** Still fitted in something that is scrapped: to be taken out first. */
  isFitted: z.boolean(),
});

/** Answer to `GET /api/salvage`: the nearest first. */
export const salvageList = z.strictObject({ things: z.array(salvageRow), more: z.boolean() });
export type SalvageList = z.infer<typeof salvageList>;
