import { parentPort } from 'node:worker_threads';
import type { ReckoningOrder } from './order.ts';
import { reckoned } from './reckon.ts';

parentPort?.on('message', (order: ReckoningOrder) => {
  parentPort?.postMessage(reckoned(order));
});
