import { parseArgs } from 'node:util';
import { rebuildInWorker } from '../../server/views/rebuildInWorker.ts';

/** A process that rebuilds as the server does, and tells its memory in bytes: at its peak, and at rest afterwards. */
const { values } = parseArgs({ options: { folder: { type: 'string' }, views: { type: 'string' } } });
const log = { dataFolder: values.folder ?? '', eventStoreUrl: null };
await rebuildInWorker({ log, path: values.views ?? '', now: Date.now() });
globalThis.gc?.();
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ peak, rest: process.memoryUsage.rss() }));
