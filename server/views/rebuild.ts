import { rmSync } from 'node:fs';
import type { EventStore } from '../eventstore/port.ts';
import { applyEvent, handlersByType } from './apply.ts';
import { openCommandLog, rememberedSince } from './commandLog.ts';
import { openViewsDatabase } from './database.ts';
import type { Contents, Projection } from './projection.ts';
import { foldingWriters } from './writers.ts';

/** Events folded in memory before they are written; a few megabytes of rows. */
const BATCH = 40_000;
const PAGE = 1_000;

export interface Progress {
  /** Events folded so far. */
  events: number;
}

/**
 * Builds the view file at `path` from the whole log: batches folded in memory, indexes last. An unfinished file of an
 * earlier try is thrown away. It ends at what was the head when it got there; the rest comes by subscription.
 */
export async function rebuildViews(
  store: EventStore,
  path: string,
  projections: readonly Projection[],
  contents: Contents,
  now: number,
  onProgress?: (progress: Progress) => void,
): Promise<Progress> {
  removeViewFile(path);
  const tables = projections.flatMap((projection) => projection.tables);
  const views = openViewsDatabase(path, tables);
  try {
    // A crash in here leaves an unfinished file, which the next start throws away.
    views.database.exec('pragma synchronous = off; pragma journal_mode = off');
    const handlers = handlersByType(projections);
    const writers = foldingWriters(views);
    const commands = openCommandLog(views);
    const since = rememberedSince(now);
    const progress: Progress = { events: 0 };
    let after: bigint | undefined;
    for (let more = true; more; ) {
      views.database.exec('begin');
      for (let folded = 0; folded < BATCH; ) {
        const page = await store.readAll({ limit: PAGE, ...(after === undefined ? {} : { after }) });
        for (const event of page) {
          applyEvent(handlers, event, writers, contents);
          commands.note(event, since);
        }
        const last = page.at(-1);
        if (last) {
          after = last.position;
          views.setCheckpoint({
            position: last.position,
            stream: last.stream,
            revision: last.revision,
            eventId: last.id,
          });
        }
        folded += page.length;
        progress.events += page.length;
        if (page.length < PAGE) {
          more = false;
          break;
        }
      }
      writers.flush();
      views.database.exec('commit');
      onProgress?.(progress);
    }
    views.finish();
    views.database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    return progress;
  } finally {
    views.close();
  }
}

export function removeViewFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
