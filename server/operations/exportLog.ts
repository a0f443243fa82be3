import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { chainDigest, EMPTY_DIGEST } from '../eventstore/digest.ts';
import type { EventStore } from '../eventstore/port.ts';
import { toCloudEvent } from './cloudEvents.ts';
import { pagesOf } from './eventsOf.ts';
import type { LogDigest } from './logDigest.ts';
import { type OnProgress, unheard } from './progress.ts';

/**
 * Writes the log as CloudEvents 1.0, one JSON line for each event, in global order; up to where it stood at the
 * beginning. The stream is left open.
 * @throws {RangeError} for an event that is not as this program writes them.
 */
export async function exportLog(
  store: EventStore,
  to: Writable,
  onProgress: OnProgress = unheard,
): Promise<LogDigest> {
  const log: LogDigest = { events: 0, digest: EMPTY_DIGEST };
  const head = await store.head();
  if (head === null) return log;
  for await (const page of pagesOf(store, { through: head })) {
    let lines = '';
    for (const event of page) {
      lines += `${JSON.stringify(toCloudEvent(event, ++log.events))}\n`;
      log.digest = chainDigest(log.digest, event);
    }
    if (!to.write(lines)) await once(to, 'drain');
    onProgress({ what: 'exporting', done: log.events });
  }
  return log;
}
