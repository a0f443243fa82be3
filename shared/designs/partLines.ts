import { z } from 'zod';
import { designId, entryId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { contentLine } from '../text.ts';
import { calendarDate } from '../time.ts';
import { quantityUnit } from './units.ts';

/** Make it here, buy it, or take it out of something that is scrapped. */
export const partSource = z.enum(['make', 'buy', 'recover']);
export type PartSource = z.infer<typeof partSource>;

/** One revision of one design: never another. */
export const revisionNumber = z.int().min(1).max(100_000);
export const pinnedRevision = z.strictObject({ designId, revision: revisionNumber });
export type PinnedRevision = z.infer<typeof pinnedRevision>;

const positive = z.number().positive().max(1e9);
const kilograms = z.number().nonnegative().max(1e7);

/** What one unit of a line costs, by whom, and on which day that was true. */
export const price = z.strictObject({
  amount: z.number().nonnegative().max(1e9),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'),
  on: calendarDate,
  supplier: contentLine(120),
});
export type Price = z.infer<typeof price>;

/** A piece that is cut off a longer one: millimetres. */
export const cutLength = z.strictObject({
  /** What it is cut from: `square tube 4 × 4 × 1/4 in`. */
  stock: contentLine(120).min(1),
  length: z.number().positive().max(100_000),
  /** What the blade takes with each cut. */
  kerf: z.number().nonnegative().max(50),
});

export const alternativePart = z.strictObject({
  name: contentLine(160).min(1),
  specification: contentLine(200),
  of: pinnedRevision.nullable(),
  note: contentLine(300),
});

/** One line of a parts list. What stands in a sub-assembly names that line as its `parent`. */
export const partLine = z.strictObject({
  id: entryId,
  /** The line whose part this one goes into; null: into the whole. */
  parent: entryId.nullable(),
  name: contentLine(160).min(1),
  /** What to order or make it by: `ISO 4017 M8 × 30, 8.8`. */
  specification: contentLine(200),
  material: contentLine(120),
  /** Of this in one of its parent. */
  quantity: positive,
  /** The quantity as its author wrote it, where that says more: `2 1/2`, `1/3`; else empty. */
  written: contentLine(40),
  unit: quantityUnit,
  source: partSource,
  /** Whether each single one becomes a thing with a history, or they are only counted. */
  tracked: z.boolean(),
  /** The revision of another design that this is. */
  of: pinnedRevision.nullable(),
  cut: cutLength.nullable(),
  alternatives: z.array(alternativePart).max(20),
  /** Kilograms of one unit; null where nobody said. */
  mass: kilograms.nullable(),
  price: price.nullable(),
  /** Kinds of machine that make it. */
  machines: z.array(machineKind).max(10),
  /** Paths of the design's files that it is made by. */
  files: z.array(contentLine(400).min(1)).max(50),
  note: contentLine(1000),
});
export type PartLine = z.infer<typeof partLine>;

/** Lines of one parts list, at most. */
export const MOST_LINES = 10_000;

/** A line of which only its name is known: one piece, to be bought. */
export const emptyLine = (id: string, name: string): PartLine => ({
  id,
  parent: null,
  name,
  specification: '',
  material: '',
  quantity: 1,
  written: '',
  unit: 'piece',
  source: 'buy',
  tracked: false,
  of: null,
  cut: null,
  alternatives: [],
  mass: null,
  price: null,
  machines: [],
  files: [],
  note: '',
});
