import { z } from 'zod';
import { objection } from '../bookings/rules.ts';
import { bookingId, machineId, readerId, workshopId } from '../identifiers.ts';
import { instant } from '../time.ts';

/** A reader as stewards see it. */
export const readerView = z.strictObject({
  readerId,
  name: z.string(),
  machines: z.array(z.strictObject({ machineId, name: z.string() })),
  /** Whether it has a key: without one it cannot ask. */
  hasKey: z.boolean(),
  lastSeenAt: instant.nullable(),
  /** By how much its clock was ahead of the server's then; behind is negative. Null: it never told its time. */
  clockAheadSeconds: z.number().nullable(),
  revision: z.int().min(0),
});
export type ReaderView = z.infer<typeof readerView>;
export const readersView = z.strictObject({ readers: z.array(readerView) });

export const readerKey = z.strictObject({ readerId, key: z.string() });

/** What a badge may do at a machine, now. `initial` is all of a name that a reader shows. */
export const badgeAnswer = z.discriminatedUnion('granted', [
  z.strictObject({
    granted: z.literal(true),
    /** `start` begins; `stop` ends what this badge has running. */
    next: z.enum(['start', 'stop']),
    initial: z.string(),
    until: instant,
    /** Null: they walk up. */
    bookingId: bookingId.nullable(),
  }),
  z.strictObject({ granted: z.literal(false), objections: z.array(objection) }),
]);
export type BadgeAnswer = z.infer<typeof badgeAnswer>;

export const heartbeatReply = z.strictObject({
  now: instant,
  clockAheadSeconds: z.number(),
  machineIds: z.array(machineId),
});

/** What a grant says, signed; see docs/readers.md for how to check one. */
export const grantContent = z.strictObject({
  v: z.literal(1),
  id: z.uuid(),
  reader: readerId,
  machine: machineId,
  member: z.uuid(),
  /** base64url of HMAC-SHA-256 over the badge's number, keyed with the salt of this reader. */
  badge: z.string(),
  /** The booking that it stands for; null: they may walk up. */
  booking: bookingId.nullable(),
  /** They may start within `[from, until)`; no session planned on it lasts beyond `until`. UTC seconds since 1970. */
  from: z.int(),
  until: z.int(),
  /** Not to be believed any more from here on. UTC seconds. */
  exp: z.int(),
});
export type GrantContent = z.infer<typeof grantContent>;

export const publicKeyView = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** JWK `x`: base64url of the 32 bytes. */
  x: z.string(),
});
export const grantsView = z.strictObject({
  readerId,
  workshopId,
  issuedAt: instant,
  /** base64url; keys the HMAC of badges in this reader's grants. */
  salt: z.string(),
  publicKey: publicKeyView,
  grants: z.array(z.string()),
});

/** What became of each entry, in the order in which they came. */
export const replayReply = z.strictObject({
  entries: z.array(
    z.discriminatedUnion('outcome', [
      z.strictObject({
        entryId: z.uuid(),
        outcome: z.literal('recorded'),
        bookingId,
        /** Bookings of others that had the machine then: both stand, flagged. */
        contradicts: z.array(bookingId),
      }),
      /** It had been taken before. */
      z.strictObject({ entryId: z.uuid(), outcome: z.literal('known'), bookingId }),
      z.strictObject({ entryId: z.uuid(), outcome: z.literal('refused'), objections: z.array(objection) }),
    ]),
  ),
});
export type ReplayReply = z.infer<typeof replayReply>;
