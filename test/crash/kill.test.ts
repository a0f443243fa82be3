import { randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { EventStore } from '../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../server/eventstore/sqlite/store.ts';
import { contentsIn } from '../../server/files/contents.ts';
import { projections } from '../../server/projections.ts';
import { openViewsDatabase } from '../../server/views/database.ts';
import { rebuildViews } from '../../server/views/rebuild.ts';
import { chanceFrom } from '../bench/chance.ts';
import { type Caller, caller } from '../server/caller.ts';
import { type ServerProcess, startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { checkLog, everyEvent, Ledger, scene } from './ledger.ts';

const ROUNDS = 50;
const WRITERS = 12;
const seed = Number(process.env.SEED ?? randomInt(1_000_000_000));

afterAll(() => console.info(`seed ${seed}: SEED=${seed} runs the same again`));

async function underLoadUntilKilled(
  server: ServerProcess,
  member: Caller,
  machineIds: string[],
  ledger: Ledger,
  chance: () => number,
) {
  let killed = false;
  const writer = async () => {
    while (!killed) {
      try {
        await ledger.give(member, ledger.next(machineIds, chance));
      } catch (error) {
        if (!killed) throw error;
      }
    }
  };
  const writers = Array.from({ length: WRITERS }, writer);
  // The random moment is the point of the test: nothing is waited for here.
  await pause(5 + chance() * 150);
  killed = true;
  await server.kill();
  await Promise.all(writers);
}

describe('a server that is killed under load', () => {
  it(`loses nothing acknowledged and does nothing twice, ${ROUNDS} times`, { timeout: 400_000 }, async () => {
    const dataDir = await temporaryFolder();
    const chance = chanceFrom(seed);
    const { machineIds, credentials } = await scene(dataDir);
    const ledger = new Ledger();
    const store = openSqliteEventStore({ path: join(dataDir, 'log.db') });
    let repeats = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServerProcess({ DATA_DIR: dataDir });
      const member = caller(server.base, server.origin, credentials);
      // Those without an answer are repeated under their own ids: whatever became of them, they stand once.
      const open = [...ledger.unknown];
      repeats += open.length;
      await Promise.all(open.map((sent) => ledger.give(member, sent)));
      await underLoadUntilKilled(server, member, machineIds, ledger, chance);
      checkLog(await everyEvent(store), ledger);
    }
    const server = await startServerProcess({ DATA_DIR: dataDir });
    const member = caller(server.base, server.origin, credentials);
    await Promise.all([...ledger.unknown].map((sent) => ledger.give(member, sent)));
    for (const { machineId, bookingId } of ledger.acknowledged.slice(-20)) {
      expect((await member.get(`/api/machines/${machineId}/bookings/${bookingId}`)).status).toBe(200);
    }
    expect(await server.stop()).toBe(0);

    const events = await everyEvent(store);
    checkLog(events, ledger);
    expect(ledger.unknown.size).toBe(0);
    expect(ledger.acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(repeats, 'some kills hit commands under way').toBeGreaterThan(0);
    await viewsAgree(dataDir, store);
    await store.close();
    console.info(
      `${ledger.acknowledged.length} acknowledged, ${ledger.refused.length} refused, ${repeats} repeated`,
    );
  });
});

/** The views that lived through all kills, against a fresh rebuild from the log. */
async function viewsAgree(dataDir: string, store: EventStore): Promise<void> {
  const [file] = readdirSync(dataDir).filter((name) => /^views-.*-0\.db$/.test(name));
  const tables = projections.flatMap((projection) => projection.tables);
  const fresh = join(dataDir, 'fresh.db');
  await rebuildViews(store, fresh, projections, contentsIn(dataDir), Date.now());
  const [lived, rebuilt] = [join(dataDir, file ?? ''), fresh].map((path) => {
    const views = openViewsDatabase(path, tables);
    const rows = tables.map((table) => [
      table.name,
      views.database.prepare(`select * from "${table.name}" order by "${table.key}"`).all(),
    ]);
    views.close();
    return rows;
  });
  expect(lived).toEqual(rebuilt);
}
