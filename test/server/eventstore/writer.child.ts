/**
 * A process of its own that appends to a log until its time is over or it is killed.
 * Arguments: the log's file, this process's name, milliseconds, events in each append.
 * Tells each acknowledged append as a line "stream last-revision ids…", and at the end the waits as "waits {json}".
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { someEvent } from './someEvent.ts';

const [path = '', name = '', milliseconds = '', size = '1'] = process.argv.slice(2);
const store = openSqliteEventStore({ path });
const end = performance.now() + Number(milliseconds);
const waits: number[] = [];

async function write(writer: number): Promise<void> {
  while (performance.now() < end) {
    const stream = writer === 0 ? 'shared' : `${name}-${writer}`;
    const events = Array.from({ length: Number(size) }, () => someEvent({ id: randomUUID() }));
    const start = performance.now();
    const outcome = await store.append(stream, events, 'any');
    waits.push(performance.now() - start);
    if (outcome.outcome !== 'appended') throw new Error('An append at any revision was refused.');
    writeSync(1, `${stream} ${outcome.revision} ${events.map((event) => event.id).join(' ')}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
await store.close();
const sorted = waits.toSorted((one, other) => one - other);
const quantile = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
writeSync(1, `waits ${JSON.stringify({ appends: waits.length, p50: quantile(0.5), p99: quantile(0.99) })}\n`);
