import { copyFile, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { EventStore, NewEvent } from '../../server/eventstore/port.ts';
import { openLogDatabase } from '../../server/eventstore/sqlite/database.ts';
import { openSqliteEventStore } from '../../server/eventstore/sqlite/store.ts';
import { type Bench, interleaved, type Measurement, rounded } from './result.ts';
import { BareLog, bookingEvent, fill, type Row, rowOf, streamName } from './rows.ts';

const WRITERS = 64;

/** One log that is written through the store, or bare, each time with events that were made before the clock runs. */
interface Log {
  /** Makes `perStream` events for each of the given streams, to be written in turn. */
  prepare(streams: readonly number[], perStream: number): void;
  write(): void | Promise<void>;
  close(): Promise<void> | void;
}

/** `writers` at once, each with a stream of its own, each waiting for its answer before it goes on. */
function throughStore(store: EventStore, filled: number): Log {
  const heads = new Map<number, number>();
  let work: { stream: number; events: NewEvent[] }[] = [];
  async function writer({ stream, events }: { stream: number; events: NewEvent[] }): Promise<void> {
    let head = heads.get(stream) ?? filled - 1;
    const name = streamName(stream);
    for (const event of events) {
      const outcome = await store.append(name, [event], head === -1 ? 'none' : head);
      if (outcome.outcome !== 'appended')
        throw new Error(`${name} stands at ${outcome.actual}, not at ${head}.`);
      head = outcome.revision;
    }
    heads.set(stream, head);
  }
  return {
    prepare(streams, perStream) {
      work = streams.map((stream) => ({ stream, events: Array.from({ length: perStream }, bookingEvent) }));
    },
    async write() {
      await Promise.all(work.map(writer));
    },
    close: () => store.close(),
  };
}

function bare(database: DatabaseSync, filled: number): Log {
  const log = new BareLog(database);
  const heads = new Map<number, number>();
  let rows: Row[] = [];
  let group = 1;
  return {
    prepare(streams, perStream) {
      group = streams.length;
      rows = [];
      for (let turn = 0; turn < perStream; turn++) {
        for (const stream of streams) {
          const revision = (heads.get(stream) ?? filled - 1) + 1;
          heads.set(stream, revision);
          rows.push(rowOf(bookingEvent(), stream, revision));
        }
      }
    },
    write() {
      if (group === 1) log.insertSingly(rows);
      else log.insert(rows, group);
    },
    close: () => database.close(),
  };
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Seconds per round of each log, medians; every round writes the same number of events into each. */
async function race(
  logs: readonly Log[],
  rounds: number,
  streams: (round: number) => number[],
  perStream: number,
): Promise<number[]> {
  const seconds = await interleaved(
    rounds,
    logs.map((log) => ({
      prepare: (round) => log.prepare(streams(round), perStream),
      run: () => log.write(),
    })),
  );
  for (const log of logs) await log.close();
  return seconds;
}

async function eventsPerSecond(writers: number, rounds: number, perStream: number): Promise<Measurement> {
  return await inFolder(async (folder) => {
    const bareDatabase = openLogDatabase(join(folder, 'bare.db'));
    const logs = [
      throughStore(openSqliteEventStore({ path: join(folder, 'ours.db') }), 0),
      bare(bareDatabase, 0),
    ];
    const streams = Array.from({ length: writers }, (_, index) => index + 1);
    const [ours = 0, base = 0] = await race(logs, rounds, () => streams, perStream);
    const events = writers * perStream;
    return {
      value: rounded(events / ours),
      unit: 'events/s',
      baseline: rounded(events / base),
      ratio: rounded(base / ours),
    };
  });
}

/** Durable appends of 64 concurrent writers, against bare inserts of the same rows in commits of 64. */
export const append: Bench = {
  name: 'append',
  run: async () => ({ bench: 'append', ...(await eventsPerSecond(WRITERS, 21, 100)) }),
};

/** One writer that waits for each answer, against bare durable inserts, one by one. */
export const appendOne: Bench = {
  name: 'append-one',
  run: async () => ({ bench: 'append-one', ...(await eventsPerSecond(1, 21, 1000)) }),
};

const STREAMS = 1000;
const FEW = 10_000;
const MANY = 1_000_000;

/**
 * How much slower 64 writers append at 1,000,000 events than at 10,000, divided by how much slower the bare insert
 * becomes: `value` and `baseline` are the two growths. The bare logs are byte for byte copies of ours.
 */
export async function growthAppend(): Promise<Measurement> {
  return await inFolder(async (folder) => {
    const logs: Log[] = [];
    for (const count of [FEW, MANY]) {
      const path = join(folder, `ours-${count}.db`);
      const copy = join(folder, `bare-${count}.db`);
      const filling = openLogDatabase(path);
      fill(filling, count, STREAMS);
      filling.close();
      await copyFile(path, copy);
      for (const file of [path, copy]) await settle(file);
      logs.push(throughStore(openSqliteEventStore({ path }), count / STREAMS));
      logs.push(bare(openLogDatabase(copy), count / STREAMS));
    }
    const streams = (round: number) =>
      Array.from({ length: WRITERS }, (_, index) => ((round * WRITERS + index) % STREAMS) + 1);
    const [oursFew = 0, bareFew = 0, oursMany = 0, bareMany = 0] = await race(logs, 25, streams, 30);
    const value = oursMany / oursFew;
    const baseline = bareMany / bareFew;
    return {
      value: rounded(value),
      unit: 'times the cost at 10,000 events',
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    };
  });
}

/** Waits until the file is on the disk, so that its writing back does not run under the clock. */
async function settle(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}
