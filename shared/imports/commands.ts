import { z } from 'zod';

/** What a table is about. */
export const importTable = z.enum(['members', 'competences', 'machines', 'tools']);
export type ImportTable = z.infer<typeof importTable>;

/** Rows of one table at most; a larger one is sent in parts. */
export const MAXIMUM_ROWS = 1000;

/**
 * Body of `POST /api/workshops/{workshopId}/import`: the whole table as text. Its first line names the columns, in
 * English or Spanish; commas, semicolons or tabs part them.
 */
export const importRows = z.strictObject({
  table: importTable,
  csv: z.string().max(900_000, 'is larger than 900 kB'),
  /** Whether those who come with an e-mail address are written to, so that they can choose a password. */
  invite: z.boolean().default(true),
});
