import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventStore, RecordedEvent } from './port.ts';

const BATCH = 2000;

/** The digest of an empty log: 32 zero bytes. */
export const EMPTY_DIGEST = Buffer.alloc(32).toString('hex');

/**
 * One link of the chain: `SHA-256(previous ‖ canonical)`, where `previous` are the 32 bytes of the digest before and
 * `canonical` is the RFC 8785 JSON in UTF-8 of `{ data, id, metadata, revision, stream, type }`. The position is left
 * out: it differs between stores that hold the same log.
 * @param previous hex, {@link EMPTY_DIGEST} before the first event. @returns hex.
 */
export function chainDigest(previous: string, event: RecordedEvent): string {
  const { data, id, metadata, revision, stream, type } = event;
  const canonical = canonicalize({ data, id, metadata, revision, stream, type });
  if (canonical === undefined) throw new TypeError(`The event ${id} has no JSON.`);
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(canonical, 'utf8').digest('hex');
}

/**
 * The digest of a whole log in its global order (hex, see {@link chainDigest}): equal for two logs exactly when they
 * hold the same events in the same order. Events written while it runs may or may not be in it.
 * @param onProgress told the number of events taken in, after each batch.
 */
export async function digestLog(store: EventStore, onProgress?: (events: number) => void): Promise<string> {
  let digest = EMPTY_DIGEST;
  let events = 0;
  for (let after: bigint | undefined; ; ) {
    const batch = await store.readAll(after === undefined ? { limit: BATCH } : { limit: BATCH, after });
    const last = batch.at(-1);
    if (last === undefined) return digest;
    for (const event of batch) digest = chainDigest(digest, event);
    events += batch.length;
    after = last.position;
    onProgress?.(events);
  }
}
