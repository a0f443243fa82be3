import { z } from 'zod';
import { pinnedRevision, price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  buildId,
  consumptionId,
  countId,
  entryId,
  itemId,
  labelCode,
  lotId,
  materialId,
  memberId,
  moveId,
  stockReservationId,
  textId,
  workshopId,
} from '../identifiers.ts';
import { contentLine, properName } from '../text.ts';
import { instant } from '../time.ts';

/**
 * In the base unit of what the material's unit measures: pieces, millimetres, square millimetres, kilograms, litres
 * (see `UNITS`).
 */
const amount = z.number().positive().max(1e12);
const ofStock = { workshopId, materialId };
const done = { at: instant, by: memberId };

/** What is kept, and how it is counted. */
export const stockDescription = z.strictObject({
  /** `square tube 4 × 4 × 1/4 in`. */
  name: contentLine(160).min(1),
  specification: contentLine(200),
  /** How people count it here; amounts in events are in its base unit. */
  unit: quantityUnit,
  /** Of one base unit; null where nobody said. */
  massKilograms: z.number().nonnegative().max(1e7).nullable(),
  of: pinnedRevision.nullable(),
  shelf: properName.nullable(),
  /** Below this, base units, it is low; null: nobody minds. */
  lowBelow: z.number().nonnegative().max(1e12).nullable(),
});
export type StockDescription = z.infer<typeof stockDescription>;

/** Where a lot came from. */
export const lotSource = z.enum(['bought', 'made', 'recovered', 'given', 'moved', 'offcut', 'counted']);
export type LotSource = z.infer<typeof lotSource>;

/** What came at once, or lies together. Bars and offcuts are whole pieces of one length; all else is one amount. */
export const stockLot = z.strictObject({
  lotId,
  amount,
  /** Millimetres of each piece, where pieces are cut off it; else null. */
  pieceLength: z.number().positive().max(1e6).nullable(),
  source: lotSource,
  /** For one of the material's unit. */
  price: price.nullable(),
  supplier: contentLine(120),
});
export type StockLot = z.infer<typeof stockLot>;

/** So much of a lot. */
const take = z.strictObject({ lotId, amount });

/** Events of the stream `stock-{workshopId}-{materialId}`: one material or part on the shelves of one workshop. */
export const stockEvents = {
  StockOpened: z.strictObject({ ...ofStock, code: labelCode, description: stockDescription, by: memberId }),
  StockDescribed: z.strictObject({ ...ofStock, description: stockDescription, by: memberId }),
  StockReceived: z.strictObject({
    ...ofStock,
    lot: stockLot,
    /** The build that made or freed it, and the thing that it came out of. */
    buildId: buildId.nullable(),
    outOf: itemId.nullable(),
    /** Sent from there. */
    from: z.strictObject({ workshopId, moveId }).nullable(),
    inferred: z.boolean(),
    ...done,
  }),
  /** It did not come: written down by mistake. */
  ReceiptTakenBack: z.strictObject({ ...ofStock, lotId, by: memberId }),
  StockConsumed: z.strictObject({
    ...ofStock,
    consumptionId,
    amount,
    takes: z.array(take).min(1).max(200),
    /** What was left over of cut pieces, and lies on the shelf again. */
    offcuts: z.array(stockLot).max(200),
    /** What saw and scrap took. */
    waste: z.number().nonnegative().max(1e12),
    buildId: buildId.nullable(),
    line: entryId.nullable(),
    step: entryId.nullable(),
    substitutes: z.boolean(),
    reasonId: textId.nullable(),
    ...done,
  }),
  /** Written down by mistake. What was taken lies there again, unless the shelf has been counted since. */
  ConsumptionTakenBack: z.strictObject({
    ...ofStock,
    consumptionId,
    restored: z.array(stockLot).max(200),
    /** Offcuts that never were. */
    removed: z.array(lotId).max(200),
    by: memberId,
  }),
  /** What really lies there: lots that are not named are gone. */
  StockCounted: z.strictObject({
    ...ofStock,
    countId,
    before: z.number().nonnegative().max(1e12),
    lots: z.array(stockLot).max(500),
    inferred: z.boolean(),
    ...done,
  }),
  /** It is on its way; the other workshop's stream receives it. */
  StockSent: z.strictObject({
    ...ofStock,
    moveId,
    toWorkshopId: workshopId,
    lots: z
      .array(z.strictObject({ from: lotId, lot: stockLot }))
      .min(1)
      .max(200),
    ...done,
  }),
  StockReserved: z.strictObject({
    ...ofStock,
    stockReservationId,
    buildId,
    line: entryId.nullable(),
    amount,
    by: memberId,
  }),
  StockReservationEnded: z.strictObject({
    ...ofStock,
    stockReservationId,
    why: z.enum(['used', 'released', 'buildEnded']),
  }),
};
