import { Worker } from 'node:worker_threads';
import type { LogLocation } from '../eventstore/open.ts';
import type { Progress } from './rebuild.ts';

/** What the worker is given. */
export interface RebuildOrder {
  log: LogLocation;
  path: string;
  /** UTC milliseconds. */
  now: number;
}

/** Enough for a batch in memory; without a bound the heap grows to hundreds of megabytes before it is swept. */
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

/** Rebuilds the view file at `path` in a worker of its own, so that this thread goes on answering. */
export function rebuildInWorker(
  order: RebuildOrder,
  onProgress?: (progress: Progress) => void,
): Promise<Progress> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./rebuildWorker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: HEAP,
    });
    let latest: Progress = { events: 0 };
    worker.on('message', (progress: Progress) => {
      latest = progress;
      onProgress?.(progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve(latest);
      else reject(new Error(`the rebuild of ${order.path} ended with ${code}`));
    });
  });
}
