import { parentPort, workerData } from 'node:worker_threads';
import { openLogForReplay } from '../eventstore/open.ts';
import { contentsIn } from '../files/contents.ts';
import { projections } from '../projections.ts';
import { rebuildViews } from './rebuild.ts';
import type { RebuildOrder } from './rebuildInWorker.ts';

const order: RebuildOrder = workerData;
const store = openLogForReplay(order.log);
try {
  await rebuildViews(
    store,
    order.path,
    projections,
    contentsIn(order.log.dataFolder),
    order.now,
    (progress) => parentPort?.postMessage(progress),
  );
} finally {
  await store.close();
}
