import { parentPort, workerData } from 'node:worker_threads';
import { cloneInto } from './gitClone.ts';
import { NotReachable } from './gitHttp.ts';

try {
  parentPort?.postMessage({ found: await cloneInto(workerData) });
} catch (error) {
  if (!(error instanceof NotReachable)) throw error;
  parentPort?.postMessage({ refusal: error.message });
}
