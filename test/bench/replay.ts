import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openLogDatabase } from '../../server/eventstore/sqlite/database.ts';
import { openSqliteEventStore } from '../../server/eventstore/sqlite/store.ts';
import { contentsIn } from '../../server/files/contents.ts';
import { projections } from '../../server/projections.ts';
import { rebuildViews, removeViewFile } from '../../server/views/rebuild.ts';
import { fillWith, history, MIX } from './history.ts';
import { type Bench, interleaved, rounded } from './result.ts';

const EVENTS = 500_000;
const ROUNDS = 2;
const REST_BYTES = 300e6;
const PEAK_BYTES = 450e6;
const memory = z.strictObject({ peak: z.number(), rest: z.number() });

/** Reads and parses every event and inserts it into a table with one index, in the same batches and as carelessly. */
function bareReplay(log: string, path: string): void {
  removeViewFile(path);
  const source = new DatabaseSync(log, { readOnly: true });
  const target = new DatabaseSync(path);
  target.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -32000');
  target.exec(
    'create table rows (id text not null, type text not null, position integer not null, data text not null)',
  );
  target.exec('create index rowsById on rows (id); begin');
  const insert = target.prepare('insert into rows values (?, ?, ?, ?)');
  let count = 0;
  const events = source.prepare(
    'select position, lower(hex(id)) as id, type, data, metadata from events order by position',
  );
  for (const { position, id, type, data, metadata } of events.iterate()) {
    const parsed = { data: JSON.parse(String(data)), metadata: JSON.parse(String(metadata)) };
    insert.run(
      String(id),
      String(type),
      Number(position),
      String(parsed.data.bookingId ?? parsed.metadata.commandId),
    );
    if (++count % 20_000 === 0) target.exec('commit; begin');
  }
  target.exec('commit');
  target.close();
  source.close();
}

async function memoryOfRebuild(folder: string): Promise<z.infer<typeof memory>> {
  const script = join(import.meta.dirname, 'replay.child.ts');
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [
    '--expose-gc',
    script,
    '--folder',
    folder,
    '--views',
    join(folder, 'views.db'),
  ]);
  return memory.parse(JSON.parse(stdout));
}

/**
 * Rebuilding all views from 500,000 events, against reading and parsing them with one insert each into a table with one
 * index. Memory is a rebuilding process's own, in a process of its own.
 */
export const replay: Bench = {
  name: 'replay',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-replay-'));
    try {
      const log = join(folder, 'log.db');
      const filling = openLogDatabase(log);
      fillWith(filling, history(EVENTS));
      filling.close();
      console.error(`${EVENTS} events, per thousand: ${JSON.stringify(MIX)}`);
      const store = openSqliteEventStore({ path: log });
      const [ours = 0, bare = 0] = await interleaved(ROUNDS, [
        {
          run: () =>
            rebuildViews(store, join(folder, 'views.db'), projections, contentsIn(folder), Date.now()).then(
              () => {},
            ),
        },
        { run: () => bareReplay(log, join(folder, 'bare.db')) },
      ]);
      await store.close();
      const { peak, rest } = await memoryOfRebuild(folder);
      const megabytes = (bytes: number) => rounded(bytes / 1e6);
      return {
        bench: 'replay',
        value: rounded(EVENTS / ours),
        unit: 'events/s',
        baseline: rounded(EVENTS / bare),
        ratio: rounded(bare / ours),
        memory: {
          restMegabytes: megabytes(rest),
          peakMegabytes: megabytes(peak),
          limits: [REST_BYTES / 1e6, PEAK_BYTES / 1e6],
        },
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
