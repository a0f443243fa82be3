import { chainDigest, EMPTY_DIGEST } from '../eventstore/digest.ts';
import type { EventStore } from '../eventstore/port.ts';
import { pagesOf } from './eventsOf.ts';
import { type OnProgress, unheard } from './progress.ts';

export interface LogDigest {
  events: number;
  /** See `chainDigest`; hex. */
  digest: string;
}

/**
 * Count and digest of a log, or of its first `most` events. Events appended while it runs are left out.
 */
export async function digestOf(
  store: EventStore,
  { most = Number.POSITIVE_INFINITY, onProgress = unheard }: { most?: number; onProgress?: OnProgress } = {},
): Promise<LogDigest> {
  const result: LogDigest = { events: 0, digest: EMPTY_DIGEST };
  const head = await store.head();
  if (head === null) return result;
  for await (const page of pagesOf(store, { through: head })) {
    for (const event of page) {
      if (result.events === most) return result;
      result.digest = chainDigest(result.digest, event);
      result.events++;
    }
    onProgress({ what: 'computing the digest', done: result.events });
  }
  return result;
}
