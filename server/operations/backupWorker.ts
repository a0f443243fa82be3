import { parentPort, workerData } from 'node:worker_threads';
import { type BackupOrder, backUp } from './backupNow.ts';

const order: BackupOrder = workerData;
const { path } = await backUp(order);
parentPort?.postMessage(path);
