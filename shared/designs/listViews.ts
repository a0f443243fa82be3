import { z } from 'zod';
import { namedRevision } from './naming.ts';
import { partSource, pinnedRevision, revisionNumber } from './partLines.ts';
import { quantityUnit } from './units.ts';

/** Sums of money in one currency, with the oldest price among them. */
export const costSum = z.strictObject({ currency: z.string(), amount: z.number(), oldest: z.string() });

export type CostSum = z.infer<typeof costSum>;

/** A parts list through all its levels. */
export const rollUp = z.strictObject({
  /** Kilograms of what has a mass. */
  mass: z.number(),
  /** Share of the pieces (0 to 1) whose mass is known. */
  massKnown: z.number(),
  costs: z.array(costSum),
  /** Share of the bought pieces (0 to 1) whose price is known. */
  costKnown: z.number(),
  /** Pieces at the bottom of all levels; what is counted otherwise counts once. */
  pieces: z.number(),
  /** Different parts. */
  kinds: z.int(),
  /** Levels of sub-assemblies and sub-designs. */
  levels: z.int(),
});

export type RollUp = z.infer<typeof rollUp>;

/** One part through all levels: how many of it in one whole. */
export const component = z.strictObject({
  name: z.string(),
  specification: z.string(),
  material: z.string(),
  quantity: z.number(),
  unit: quantityUnit,
  source: partSource,
  tracked: z.boolean(),
  mass: z.number().nullable(),
  cost: z.strictObject({ currency: z.string(), amount: z.number() }).nullable(),
  /** The design that it is, and in which lists it stands. */
  of: pinnedRevision.nullable(),
  in: z.array(namedRevision),
});

export type Component = z.infer<typeof component>;

/** Pieces of one stock, cut with their kerf. */
export const cutList = z.array(
  z.strictObject({
    stock: z.string(),
    /** Millimetres with kerf. */
    total: z.number(),
    pieces: z.array(
      z.strictObject({ name: z.string(), length: z.number(), kerf: z.number(), count: z.number() }),
    ),
  }),
);

export type CutList = z.infer<typeof cutList>;

/** Answer to `GET /api/designs/{designId}/revisions/{revision}/components`. */
export const componentsView = z.strictObject({
  rollUp,
  components: z.array(component),
  cuts: cutList,
  /** Revisions whose content was withdrawn: what they hold is not counted. */
  missing: z.array(pinnedRevision),
});

export type ComponentsView = z.infer<typeof componentsView>;

/** Answer to `GET /api/designs/{designId}/where-used`: designs that use it, at any level; nearest first. */
export const whereUsedView = z.strictObject({
  uses: z.array(
    z.strictObject({
      by: namedRevision,
      /** Which revision of the asked design. */
      revision: revisionNumber,
      /** How many of it in one of them, through all levels. */
      quantity: z.number(),
      /** 1: named in its own parts list. */
      level: z.int(),
    }),
  ),
  cut: z.boolean(),
});

export type WhereUsedView = z.infer<typeof whereUsedView>;
