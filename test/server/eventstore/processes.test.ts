import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EventStore, RecordedEvent } from '../../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';

const script = join(import.meta.dirname, 'writer.child.ts');

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonwright-processes-'));
  path = join(folder, 'log.db');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function startWriter(name: string, milliseconds: number, size = 1) {
  const child = spawn(process.execPath, [script, path, name, String(milliseconds), String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, output: text(child.stdout), ended: once(child, 'exit') };
}

interface Acknowledged {
  stream: string;
  revision: number;
  ids: string[];
}

/** Whole lines only: a killed process may have written half of one. */
function acknowledgedIn(output: string): Acknowledged[] {
  const lines = output.slice(0, output.lastIndexOf('\n')).split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('waits '))
    .map((line) => {
      const [stream = '', revision, ...ids] = line.split(' ');
      return { stream, revision: Number(revision), ids };
    });
}

async function wholeLog(store: EventStore): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (;;) {
    const after = all.at(-1)?.position;
    const batch = await store.readAll(after === undefined ? { limit: 2000 } : { limit: 2000, after });
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

/** Every acknowledged append lies in the log as it was answered, once, and every append whole. */
function expectAcknowledged(
  log: readonly RecordedEvent[],
  acknowledged: readonly Acknowledged[],
  size: number,
): void {
  const streams = Map.groupBy(log, (event) => event.stream);
  for (const { stream, revision, ids } of acknowledged) {
    const written = streams.get(stream)?.slice(revision - ids.length + 1, revision + 1);
    expect(written?.map((event) => event.id)).toEqual(ids);
  }
  for (const events of streams.values()) {
    expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index));
    expect(events.length % size).toBe(0);
  }
  expect(new Set(log.map((event) => event.id)).size).toBe(log.length);
}

describe('two busy processes on one log', () => {
  test('each wait less than a second, lose nothing, and a reader never sees a smaller position later', async () => {
    const writers = [startWriter('one', 3000), startWriter('other', 3000)];
    const store = openSqliteEventStore({ path });
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe({}, async (events) => {
      seen.push(...events);
    });
    const tailed: RecordedEvent[] = [];
    let running = true;
    const tail = (async () => {
      while (running) {
        const after = tailed.at(-1)?.position;
        tailed.push(...(await store.readAll(after === undefined ? { limit: 500 } : { limit: 500, after })));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();

    for (const { ended } of writers) expect((await ended)[0]).toBe(0);
    const outputs = await Promise.all(writers.map(({ output }) => output));
    running = false;
    await tail;
    const log = await wholeLog(store);
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(log.length);
    await subscription.close();
    await store.close();

    for (const output of outputs) {
      const waits = /^waits (.*)$/m.exec(output)?.[1] ?? '{}';
      console.log(`waits of a busy process beside another, in ms: ${waits}`);
      expect(JSON.parse(waits).appends).toBeGreaterThan(100);
      expect(JSON.parse(waits).p99).toBeLessThan(1000);
    }
    const acknowledged = outputs.flatMap(acknowledgedIn);
    expect(log).toHaveLength(acknowledged.length);
    expectAcknowledged(log, acknowledged, 1);
    expect(seen).toEqual(log);
    expect(tailed).toEqual(log.slice(0, tailed.length));
    expect(new Set(log.map((event) => event.position)).size).toBe(log.length);
  });

  test('that are killed at random moments lose nothing that was acknowledged, and leave no half append', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`killed at random, seed ${seed}`);
    let drawn = 0;
    const chance = () => createHash('sha256').update(`${seed}:${drawn++}`).digest().readUInt32BE() / 2 ** 32;
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < 6; round++) {
      const writers = [startWriter(`one-${round}`, 20_000, 3), startWriter(`other-${round}`, 20_000, 3)];
      await Promise.all(writers.map(({ child }) => killedAfter(child, 1 + Math.floor(chance() * 60))));
      for (const { output, ended } of writers) {
        await ended;
        acknowledged.push(...acknowledgedIn(await output));
      }
      const store = openSqliteEventStore({ path });
      expectAcknowledged(await wholeLog(store), acknowledged, 3);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(6);
  });
});

/** Kills the process when it has been heard so many times: under load, at a moment that only chance knows. */
async function killedAfter(child: ChildProcess, times: number): Promise<void> {
  await new Promise<void>((resolve) => {
    let heard = 0;
    child.stdout?.on('data', () => {
      if (++heard === times) resolve();
    });
    child.on('exit', () => resolve());
  });
  child.kill('SIGKILL');
}
