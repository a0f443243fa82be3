import { parentPort, workerData } from 'node:worker_threads';
import type { LogLocation } from '../eventstore/open.ts';
import { eventsOf, openExistingLog } from './eventsOf.ts';
import { possibleFilesIn } from './namedFiles.ts';

const { location, fileIds }: { location: LogLocation; fileIds: readonly string[] } = workerData;
const asked = new Set(fileIds);
const named = new Set<string>();
const store = openExistingLog(location);
try {
  for await (const event of eventsOf(store)) {
    for (const id of possibleFilesIn(event)) if (asked.has(id)) named.add(id);
  }
} finally {
  await store.close();
}
parentPort?.postMessage([...named]);
