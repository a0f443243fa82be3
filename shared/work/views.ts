import { z } from 'zod';
import { moment } from '../designs/naming.ts';
import { workId } from '../identifiers.ts';
import { workKind, workSubject } from './events.ts';

/** Something that one did. */
export const workRow = z.strictObject({
  workId,
  kind: workKind,
  minutes: z.int(),
  at: moment,
  on: workSubject,
  /** What it was done on, by its name today; null where it is not here. */
  onName: z.string().nullable(),
  note: z.string().nullable(),
});
export type WorkRow = z.infer<typeof workRow>;

/** Answer to `GET /api/me/work`: one's own alone, newest first. */
export const myWork = z.strictObject({
  work: z.array(workRow),
  more: z.boolean(),
  /** Minutes of all that was noted. */
  byKind: z.array(z.strictObject({ kind: workKind, minutes: z.int() })),
  /** `2026-11`, newest first. */
  byMonth: z.array(z.strictObject({ month: z.string(), minutes: z.int() })),
});
export type MyWork = z.infer<typeof myWork>;
