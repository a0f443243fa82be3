import { Worker } from 'node:worker_threads';
import type { BackupOrder } from './backupNow.ts';

/** A backup under way: the path of the finished one, and how to cut it off (the next one clears up after it). */
export interface RunningBackup {
  path: Promise<string>;
  stop(): Promise<void>;
}

/** Makes a backup in a worker of its own: copying and digesting would keep this thread from answering. */
export function backUpInWorker(order: BackupOrder): RunningBackup {
  const worker = new Worker(new URL('./backupWorker.ts', import.meta.url), { workerData: order });
  const path = new Promise<string>((resolve, reject) => {
    // Under `node --watch` a worker also tells which files it has loaded.
    worker.on('message', (made: unknown) => {
      if (typeof made === 'string') resolve(made);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the backup ended with ${code}`)));
  });
  return {
    path,
    stop: async () => {
      await worker.terminate();
    },
  };
}
