import { join } from 'node:path';
import type { LogLocation } from '../eventstore/open.ts';
import { contentsIn } from '../files/contents.ts';
import { projections } from '../projections.ts';
import { definitionHash } from '../views/definition.ts';
import { rebuildViews } from '../views/rebuild.ts';
import { claimSlot } from '../views/slot.ts';
import { openExistingLog } from './eventsOf.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';

/**
 * Builds the views of the first server process anew, so that it finds them ready when it starts.
 * @param now UTC milliseconds. @returns path of the file, and how many events went into it.
 * @throws {Refusal} while a server uses that file.
 */
export async function rebuildOffline(
  location: LogLocation,
  now: number,
  onProgress: OnProgress = unheard,
): Promise<{ path: string; events: number }> {
  const store = openExistingLog(location);
  try {
    const slot = claimSlot(location.dataFolder);
    try {
      if (slot.number !== 0)
        throw new Refusal(`A server runs on ${location.dataFolder} and uses these views: stop it first.`);
      const path = join(location.dataFolder, `views-${definitionHash(projections)}-0.db`);
      const { events } = await rebuildViews(
        store,
        path,
        projections,
        contentsIn(location.dataFolder),
        now,
        (progress) => onProgress({ what: 'rebuilding the views', done: progress.events }),
      );
      return { path, events };
    } finally {
      slot.release();
    }
  } finally {
    await store.close();
  }
}
