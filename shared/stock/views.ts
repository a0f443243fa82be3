import { z } from 'zod';
import { moment, namedMember, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { price } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import {
  buildId,
  consumptionId,
  entryId,
  labelCode,
  lotId,
  materialId,
  stockReservationId,
  workshopId,
} from '../identifiers.ts';
import { lotSource } from './events.ts';

/**
 * Amounts in all of these are in the base unit of what the material's `unit` measures (`UNITS`): pieces, millimetres,
 * square millimetres, kilograms, litres.
 */
const amount = z.number();

/** A build that something is kept for or went into; its name is null where it is not known. */
const namedBuild = z.strictObject({ buildId, name: z.string().nullable() });

/** What came at once, or lies together. */
export const lotView = z.strictObject({
  lotId,
  /** What is left of it. */
  amount,
  /** Millimetres of each of its pieces; null: one amount. */
  pieceLength: z.number().nullable(),
  /** How many pieces; null where it is one amount. */
  pieces: z.int().nullable(),
  source: lotSource,
  /** For one of the material's unit. Only to insiders. */
  price: price.nullable(),
  /** Only to insiders. */
  supplier: z.string().nullable(),
  since: moment,
});
export type LotView = z.infer<typeof lotView>;

/** So much is kept for a build. */
export const reservedView = z.strictObject({
  stockReservationId,
  build: namedBuild,
  line: entryId.nullable(),
  amount,
});

/** One material or part on the shelves of one workshop. */
export const stockRow = z.strictObject({
  workshopId,
  materialId,
  /** On the label of its bin: `/m/7K3FQ`. */
  code: labelCode,
  name: z.string(),
  specification: z.string(),
  unit: quantityUnit,
  /** Kilograms of one `unit`. */
  massKilograms: z.number().nullable(),
  of: namedRevision.nullable(),
  shelf: z.string().nullable(),
  /** In `unit`, not in the base unit: as it was said. */
  lowBelow: z.number().nullable(),
  low: z.boolean(),
  onHand: amount,
  reserved: amount,
  /** What nobody has reserved; never below 0, though more may be reserved than a count found. */
  free: amount,
  /** Whole lengths and offcuts the longest first, then the oldest first. */
  lots: z.array(lotView),
  reservations: z.array(reservedView),
  /** When it was counted last. */
  countedAt: moment.nullable(),
  revision: z.int(),
});
export type StockRow = z.infer<typeof stockRow>;

/** Answer to `GET /api/workshops/{workshopId}/stock`: shelf by shelf; what has no shelf comes last. */
export const stockList = z.strictObject({
  workshop: namedWorkshop,
  shelves: z.array(z.strictObject({ shelf: z.string().nullable(), stock: z.array(stockRow) })),
  /** Of all pages, as filtered. */
  count: z.int(),
  /** Of the whole workshop. */
  low: z.int(),
  /** The `after` of the next page. */
  next: z.string().nullable(),
  /** `stock.change`. */
  allowedActions: z.array(z.string()),
});
export type StockList = z.infer<typeof stockList>;

/** What was written down of it, the newest first. */
export const stockEntry = z.strictObject({
  kind: z.enum(['received', 'consumed', 'counted', 'sent']),
  at: moment,
  by: namedMember.nullable(),
  amount,
  /** Of a count: what was recorded before. */
  before: amount.nullable(),
  inferred: z.boolean(),
  build: namedBuild.nullable(),
  line: entryId.nullable(),
  /** Where it was sent, or came from. */
  workshop: namedWorkshop.nullable(),
  reason: z.string().nullable(),
  /** Of a consumption: what saw and scrap took, and what was left over. */
  waste: amount,
  offcuts: z.array(z.number()),
  takenBack: z.boolean(),
  /** For taking it back. */
  lotId: lotId.nullable(),
  consumptionId: consumptionId.nullable(),
});
export type StockEntry = z.infer<typeof stockEntry>;

/** Answer to `GET /api/workshops/{workshopId}/stock/{materialId}`. */
export const stockView = z.strictObject({
  workshop: namedWorkshop,
  stock: stockRow,
  /** The last 100. */
  entries: z.array(stockEntry),
  /** The same material elsewhere, the nearest first. */
  elsewhere: z.array(
    z.strictObject({ workshop: namedWorkshop, kilometres: z.number().nullable(), free: amount }),
  ),
  allowedActions: z.array(z.string()),
});
export type StockView = z.infer<typeof stockView>;
