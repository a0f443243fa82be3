import { z } from 'zod';

/** How to take a command back: a compensating command, offered for ten seconds and still allowed later. */
export const undo = z.strictObject({
  method: z.enum(['post', 'put', 'delete']),
  path: z.string(),
  body: z.record(z.string(), z.unknown()).nullable(),
  ifMatch: z.string().nullable(),
});
export type Undo = z.infer<typeof undo>;

/** Answer to an accepted command. `position` is opaque: hand it to `/api/live` or compare it there. */
export const commandReply = z.strictObject({
  /** The id of what the command made or changed. */
  id: z.uuid(),
  revision: z.int().nullable(),
  position: z.string().nullable(),
  /** False with status 202: it is in the log for good, the pages will show it in a moment. */
  shown: z.boolean(),
  undo: undo.nullable(),
});
export type CommandReply = z.infer<typeof commandReply>;

/** Answer to `?dryRun=true` where nothing stands against the command. */
export const dryRunReply = z.strictObject({ wouldBeAccepted: z.literal(true) });
