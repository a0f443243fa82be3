import { z } from 'zod';
import { pinnedRevision, price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import { buildId, entryId, itemId, lotId, stockReservationId, workshopId } from '../identifiers.ts';
import { contentLine, freeText, properName } from '../text.ts';
import { instant } from '../time.ts';
import { lotSource } from './events.ts';

/** A quantity as it was said: 6 ft of a bar that is kept in millimetres is converted. */
export const saidQuantity = z.strictObject({ quantity: z.number().positive().max(1e9), unit: quantityUnit });
export type SaidQuantity = z.infer<typeof saidQuantity>;

/** When it happened; left out: now. At most a year back. */
const at = instant.optional();
/** Pieces of one length each: `4 × 6 m`. */
const pieces = z.strictObject({ count: z.int().min(1).max(10_000), length: saidQuantity });
const buildOrNone = buildId.nullable().optional();
const lineOrNone = entryId.nullable().optional();

/** What is kept, in words. `lowBelow` is in `unit`. */
export const describedStock = z.strictObject({
  /** `square tube 4 × 4 × 1/4 in`. */
  name: contentLine(160).min(1),
  specification: contentLine(200).default(''),
  unit: quantityUnit,
  /** Kilograms of one `unit`. */
  massKilograms: z.number().nonnegative().max(1e7).nullable().default(null),
  of: pinnedRevision.nullable().default(null),
  shelf: properName.nullable().default(null),
  lowBelow: z.number().nonnegative().max(1e9).nullable().default(null),
});
export type DescribedStock = z.input<typeof describedStock>;

/** What came: an amount, or pieces of one length. `pieces` for lengths only. */
const came = {
  amount: saidQuantity.optional(),
  pieces: pieces.optional(),
  source: lotSource.extract(['bought', 'made', 'recovered', 'given']).default('bought'),
  /** For one of the material's unit. */
  price: price.nullable().default(null),
  supplier: contentLine(120).default(''),
  /** The build that made or freed it, and the thing that it came out of. */
  buildId: buildOrNone,
  outOf: itemId.nullable().optional(),
  at,
};
const saysHowMuch = ({ amount, pieces: of }: { amount?: unknown; pieces?: unknown }) =>
  (amount === undefined) !== (of === undefined);
const HOW_MUCH = 'needs either an amount or pieces';

/** Body of `POST …/stock/{materialId}/receive`. */
export const receiveStock = z.strictObject(came).refine(saysHowMuch, HOW_MUCH);
export type ReceiveStock = z.input<typeof receiveStock>;

/**
 * Body of `POST /api/workshops/{workshopId}/stock`: begins to count a material, with what lies there already. Where
 * it is counted already, it is received there. The id of the material comes from its words.
 */
export const openStock = z.strictObject({
  description: describedStock,
  receive: receiveStock.nullable().default(null),
});

/** Body of `POST …/describe`: other words, shelf or limit; the material stays the same one. */
export const describeStock = describedStock;

/**
 * Body of `POST …/consume`: an amount, or pieces that are cut off lengths (each from the shortest that it fits in).
 * `infer`: what is lacking is written down first as counted, as the refusal `countFirst` offers.
 */
export const consumeStock = z
  .strictObject({
    amount: saidQuantity.optional(),
    pieces: z.array(pieces).min(1).max(200).optional(),
    /** What the blade takes with each cut, millimetres. */
    kerfMillimetres: z.number().nonnegative().max(50).default(0),
    /** From this lot alone. */
    lotId: lotId.optional(),
    buildId: buildOrNone,
    line: lineOrNone,
    step: entryId.nullable().optional(),
    /** It is something else than what the line asks for. */
    substitutes: z.boolean().default(false),
    reason: freeText.optional(),
    infer: z.boolean().default(false),
    at,
  })
  .refine(saysHowMuch, HOW_MUCH);
export type ConsumeStock = z.input<typeof consumeStock>;

/** What lies there of one kind: an amount, or pieces of one length. With `lotId` it is that lot. */
export const countedLot = z
  .strictObject({
    lotId: lotId.optional(),
    amount: saidQuantity.optional(),
    pieces: pieces.optional(),
    /** Said again when a count is taken back; else those of the lot. */
    source: lotSource.optional(),
    price: price.nullable().optional(),
    supplier: contentLine(120).optional(),
  })
  .refine(saysHowMuch, HOW_MUCH);
export type CountedLot = z.input<typeof countedLot>;

/**
 * Body of `POST …/count`: what really lies there; empty: nothing. One single amount without a lot is all of it, and
 * spread over the lots that are known. Counted before later takings were written down, those still count.
 */
export const countStock = z.strictObject({ lots: z.array(countedLot).max(200), at });
export type CountStock = z.input<typeof countStock>;

/** Body of `POST …/send`: to the shelf of another workshop. */
export const sendStock = z
  .strictObject({
    toWorkshopId: workshopId,
    amount: saidQuantity.optional(),
    /** Whole pieces as they lie there: `2 × 6 m`. */
    pieces: pieces.optional(),
    at,
  })
  .refine(saysHowMuch, HOW_MUCH);
export type SendStock = z.input<typeof sendStock>;

/** Body of `POST …/reserve`: for a build that is open. */
export const reserveStock = z.strictObject({ buildId, line: lineOrNone, amount: saidQuantity });
export type ReserveStock = z.input<typeof reserveStock>;

/** Body of `POST …/release`. */
export const releaseStock = z.strictObject({ stockReservationId });
/** Body of `POST …/receipts/{lotId}/take-back` and `…/consumptions/{consumptionId}/take-back`. */
export const takeStockBack = z.strictObject({});
