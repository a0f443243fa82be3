import { z } from 'zod';
import { namedRevision, namedWorkshop } from '../designs/naming.ts';
import { price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  buildId,
  entryId,
  itemId,
  labelCode,
  lotId,
  materialId,
  stockReservationId,
} from '../identifiers.ts';
import { grade } from '../items/events.ts';

/** Where something is: kilometres over the ground from where it is needed; 0 here, null where one has no place on the map. */
const where = { workshop: namedWorkshop.nullable(), kilometres: z.number().nullable() };
/** In the unit of the line. */
const quantity = z.number();

/**
 * How well something fits a line. `asAsked`: of its material or design, or called the same; `sameSize`: of the same kind
 * and sizes in other words; `alternative`: the design says that it may stand in. A plan takes only these. `partlyKnown`:
 * what is told of its size fits, but not all is told; `unknownSize`: nothing says its size.
 */
export const planFit = z.enum(['asAsked', 'sameSize', 'alternative', 'partlyKnown', 'unknownSize']);
export type PlanFit = z.infer<typeof planFit>;

/** What a recovered part came out of, and where that is now; null where it is gone, or nobody knows. */
const cameOutOf = z.strictObject({ itemId, name: z.string(), workshop: namedWorkshop.nullable() }).nullable();

/** One way to meet a line, or a part of it. */
export const planOption = z.discriminatedUnion('how', [
  /** On a shelf, here or elsewhere. `quantity`: as much of it as nobody has reserved, or as the plan takes. */
  z.strictObject({
    how: z.literal('stock'),
    ...where,
    fits: planFit,
    materialId,
    name: z.string(),
    code: labelCode,
    shelf: z.string().nullable(),
    quantity,
    /** Millimetres of the bars and offcuts that the pieces are cut from; empty where nothing is cut. */
    lengths: z.array(z.number()),
  }),
  /** A thing that lies loose, and fits. */
  z.strictObject({
    how: z.literal('item'),
    ...where,
    fits: planFit,
    itemId,
    name: z.string(),
    code: labelCode.nullable(),
    shelf: z.string().nullable(),
    grade: grade.nullable(),
    cameOutOf,
    quantity,
  }),
  /** Still in something that is scrapped or out of service. */
  z.strictObject({
    how: z.literal('recover'),
    ...where,
    fits: planFit,
    itemId,
    name: z.string(),
    insideOf: z.strictObject({ itemId, name: z.string() }),
    quantity,
  }),
  /** A build makes it. `quantity` is how many. */
  z.strictObject({ how: z.literal('beingMade'), ...where, buildId, name: z.string(), quantity }),
  /** To be made here, in a build of its own; `of` where it is a design. */
  z.strictObject({ how: z.literal('make'), of: namedRevision.nullable(), quantity }),
  z.strictObject({ how: z.literal('atHand'), quantity }),
  z.strictObject({ how: z.literal('buy'), price: price.nullable(), quantity }),
]);
export type PlanOption = z.infer<typeof planOption>;

/** One line of the parts list, for all things that the build makes. */
export const planLine = z.strictObject({
  line: entryId,
  name: z.string(),
  specification: z.string(),
  unit: quantityUnit,
  tracked: z.boolean(),
  /** The shelf on which it would lie. */
  materialId: materialId.nullable(),
  needed: quantity,
  /** What has met it already. */
  met: quantity,
  missing: quantity,
  /** Each piece, where pieces are cut: millimetres. */
  cut: z.strictObject({ stock: z.string(), length: z.number(), kerf: z.number() }).nullable(),
  /** How somebody chose to meet it, as `LineChosen` has it; null: the plan proposes. */
  chosen: z.enum(['new', 'made', 'stock', 'item', 'atHand']).nullable(),
  /** Of what is missing, so much is kept on shelves for this build. */
  kept: quantity,
  /** That, in the units in which the shelves count. */
  reserved: z.array(
    z.strictObject({
      stockReservationId,
      workshop: namedWorkshop.nullable(),
      shelf: z.string().nullable(),
      materialId,
      name: z.string(),
      quantity,
      unit: quantityUnit,
    }),
  ),
  /** What has met it, in order of time; at most five. */
  metBy: z.array(
    z.strictObject({
      name: z.string(),
      itemId: itemId.nullable(),
      /** It is something else than the line asks for. */
      substitutes: z.boolean(),
      cameOutOf,
    }),
  ),
  /** What the plan proposes for what is missing: here before nearby, used before new. */
  plan: z.array(planOption),
  /** Other ways, the nearest first, at most eight. Two lines may name the same thing here, never in `plan`. */
  else: z.array(planOption),
});
export type PlanLine = z.infer<typeof planLine>;

/** What is cut from which bar or offcut of one material. Millimetres. */
export const cutList = z.strictObject({
  materialId,
  name: z.string(),
  bars: z.array(
    z.strictObject({
      ...where,
      lotId,
      length: z.number(),
      pieces: z.array(z.strictObject({ line: entryId, length: z.number() })),
      /** What stays after the last cut. */
      left: z.number(),
    }),
  ),
  /** Pieces that no bar is left for, the longest first, and how much bar they ask for with their cuts. */
  lacking: z.array(z.strictObject({ line: entryId, length: z.number() })),
  lackingMillimetres: z.number(),
});
export type CutList = z.infer<typeof cutList>;

/** Answer to `GET /api/builds/{buildId}/plan` and `GET /api/designs/{designId}/revisions/{revision}/plan?workshop=&things=`. */
export const planView = z.strictObject({
  buildId: buildId.nullable(),
  of: namedRevision.nullable(),
  workshop: namedWorkshop.nullable(),
  /** How many it is reckoned for. */
  things: z.number(),
  /** Those that are not met first, where these are not all. */
  lines: z.array(planLine),
  /** How many lines the plan has, told or not, and of these to be done in which way. */
  all: z.int(),
  counts: z.strictObject({ here: z.int(), fetch: z.int(), make: z.int(), buy: z.int(), met: z.int() }),
  cuts: z.array(cutList),
  /** Lines that nothing but buying meets. */
  toBuy: z.int(),
  /** What buying costs, per currency, and how many of the lines to buy have a price. */
  costs: z.strictObject({
    sums: z.array(z.strictObject({ currency: z.string(), amount: z.number() })),
    priced: z.int(),
    all: z.int(),
  }),
  /** What to watch: when one of these changes, ask again. */
  topics: z.array(z.string()),
});
export type PlanView = z.infer<typeof planView>;
