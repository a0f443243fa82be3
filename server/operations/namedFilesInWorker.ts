import { Worker } from 'node:worker_threads';
import type { LogLocation } from '../eventstore/open.ts';

/** A look through the log that is under way, and how to cut it off. */
export interface RunningLook {
  named: Promise<ReadonlySet<string>>;
  stop(): Promise<void>;
}

/** Those of the files that some event names: the whole log is read, in a worker, for it says so nowhere else. */
export function namedFilesInWorker(location: LogLocation, fileIds: readonly string[]): RunningLook {
  const worker = new Worker(new URL('./namedFilesWorker.ts', import.meta.url), {
    workerData: { location, fileIds },
  });
  const named = new Promise<ReadonlySet<string>>((resolve, reject) => {
    worker.on('message', (found: unknown) => {
      // Under `node --watch` a worker also tells which files it has loaded.
      if (Array.isArray(found)) resolve(new Set(found.map(String)));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the look through the log ended with ${code}`)));
  });
  named.catch(() => {});
  return {
    named,
    stop: async () => {
      await worker.terminate();
    },
  };
}
