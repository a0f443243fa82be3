import { z } from 'zod';

/** A plain JSON object, as it stands in an event. */
export type JsonObject = { [key: string]: JsonValue };
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/**
 * Who did it: a member by random id, somebody without a name (a report from a label, a near miss), the operator on the
 * command line, a reaction by name, or the server's own timer. Never a name or an address: the log holds no personal
 * data.
 */
export const actorName = z
  .string()
  .regex(/^(member:[0-9a-f-]{36}|nobody|operator|reaction:[A-Za-z]+|timer:[A-Za-z]+)$/);

/** What stands beside the data of every event. */
export const eventMetadata = z.strictObject({
  /** When it was decided, UTC, milliseconds. */
  at: z.iso.datetime(),
  actor: actorName,
  commandId: z.uuid(),
  /** SHA-256 (hex) of the command's canonical JSON, free texts left out. */
  commandHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Version of this event type's schema; upcasters lead from older ones to the newest. */
  version: z.int().min(1),
});
export type EventMetadata = z.infer<typeof eventMetadata>;
