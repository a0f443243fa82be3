import { existsSync } from 'node:fs';
import { type LogLocation, logFile, openLog } from '../eventstore/open.ts';
import type { EventStore, RecordedEvent } from '../eventstore/port.ts';
import { Refusal } from './refusal.ts';

const PAGE = 2000;

/** The log's events in global order, page by page: from after a position, up to and with another. */
export async function* pagesOf(
  store: EventStore,
  { after, through }: { after?: bigint | undefined; through?: bigint | undefined } = {},
): AsyncGenerator<RecordedEvent[]> {
  for (let from = after; ; ) {
    const page = await store.readAll(from === undefined ? { limit: PAGE } : { limit: PAGE, after: from });
    const last = page.at(-1);
    if (last === undefined) return;
    if (through !== undefined && last.position >= through) {
      yield page.filter(({ position }) => position <= through);
      return;
    }
    yield page;
    from = last.position;
  }
}

export async function* eventsOf(
  store: EventStore,
  range: { after?: bigint | undefined; through?: bigint | undefined } = {},
): AsyncGenerator<RecordedEvent> {
  for await (const page of pagesOf(store, range)) yield* page;
}

/**
 * Opens a log that is there; it does not begin one, as the server would.
 * @throws {Refusal} where the data folder holds none.
 */
export function openExistingLog(location: LogLocation): EventStore {
  if (location.eventStoreUrl === null && !existsSync(logFile(location.dataFolder))) {
    throw new Refusal(`There is no log in ${location.dataFolder}: check DATA_DIR.`);
  }
  return openLog(location);
}
