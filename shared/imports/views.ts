import { z } from 'zod';
import { importTable } from './commands.ts';

/**
 * What became, or would become, of one row. `would`: of a dry run; `done`: it stands; `known`: it stood before, nothing
 * to do; `mistake`: nothing was written for it; `partly`: it stands, but not all that it asked for.
 */
export const rowOutcome = z.enum(['would', 'done', 'known', 'partly', 'mistake']);
export type RowOutcome = z.infer<typeof rowOutcome>;

export const importedRow = z.strictObject({
  /** Line of the text on which the row begins; the line with the headings is 1. */
  line: z.int().min(1),
  /** What the row is called, as it stands in the table. */
  name: z.string(),
  outcome: rowOutcome,
  /** What it makes, in short pieces: kinds of machines, competences, dates. */
  gives: z.array(z.string()),
  /** Each mistake, or what could not be done, as a sentence. */
  notes: z.array(z.string()),
});
export type ImportedRow = z.infer<typeof importedRow>;

/** Answer to an import and to its dry run. */
export const importReply = z.strictObject({
  table: importTable,
  dryRun: z.boolean(),
  rows: z.array(importedRow),
  /** Headings that were not understood: their columns are passed over. */
  unknownColumns: z.array(z.string()),
  /** How many rows stand or would stand, stood before, and hold mistakes. */
  good: z.int(),
  known: z.int(),
  bad: z.int(),
});
export type ImportReply = z.infer<typeof importReply>;
