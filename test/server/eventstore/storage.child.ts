/**
 * Fills a small disk with a log until it refuses, gives it room again, and goes on: all with one open store.
 * Argument: a folder on a disk of a few megabytes. Tells what happened as one line of JSON.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppendRefused } from '../../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { someEvent } from './someEvent.ts';

const [folder = ''] = process.argv.slice(2);
const path = join(folder, 'log.db');
const ballast = join(folder, 'ballast');
await writeFile(ballast, Buffer.alloc(3_000_000));
const store = openSqliteEventStore({ path });
const acknowledged: string[] = [];
const refusals: string[] = [];
let live = 0;
const subscription = store.subscribe({}, async (events) => {
  live += events.length;
});

async function appendTwo(): Promise<void> {
  const events = [0, 1].map(() => someEvent({ data: { text: 'x'.repeat(10_000) } }));
  try {
    const outcome = await store.append('item-1', events, 'any');
    if (outcome.outcome === 'appended') acknowledged.push(...events.map((event) => event.id));
  } catch (error) {
    refusals.push(error instanceof AppendRefused ? error.reason : String(error));
  }
}

while (refusals.length === 0) await Promise.all([appendTwo(), appendTwo(), appendTwo()]);
for (let again = 0; again < 20; again++) await appendTwo();
const whileFull = await store.read('item-1', { limit: 10_000 });
const refusedWhileFull = refusals.length;
await rm(ballast);
for (let again = 0; again < 20; again++) await appendTwo();
const atLast = await store.read('item-1', { limit: 10_000 });
while (live < atLast.length) await new Promise((resolve) => setTimeout(resolve, 5));
await subscription.close();
await store.close();
const reopened = openSqliteEventStore({ path });
const afterwards = await reopened.read('item-1', { limit: 10_000 });
await reopened.close();

console.log(
  JSON.stringify({
    refusals: [...new Set(refusals)],
    refusedAfterRoom: refusals.length - refusedWhileFull,
    acknowledged,
    whileFull: whileFull.length,
    live,
    atLast: atLast.map((event) => event.id),
    afterwards: afterwards.map((event) => event.id),
    revisions: afterwards.every((event, index) => event.revision === index),
  }),
);
