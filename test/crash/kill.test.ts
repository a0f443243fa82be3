import { randomInt, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { EventStore, RecordedEvent } from '../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../server/eventstore/sqlite/store.ts';
import { projections } from '../../server/projections.ts';
import { openViewsDatabase } from '../../server/views/database.ts';
import { rebuildViews } from '../../server/views/rebuild.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { chanceFrom } from '../bench/chance.ts';
import { startApplication } from '../server/application.ts';
import { type Caller, caller } from '../server/caller.ts';
import { type ServerProcess, startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const ROUNDS = 50;
const WRITERS = 12;
const MACHINES = 4;
const HOUR = 3_600_000;
const seed = Number(process.env.SEED ?? randomInt(1_000_000_000));
const tomorrow = Math.ceil(Date.now() / HOUR) * HOUR + 24 * HOUR;

interface Sent {
  commandId: string;
  machineId: string;
  /** Hours after tomorrow. */
  hour: number;
}

interface Acknowledged extends Sent {
  bookingId: string;
}

/** Commands that were sent; what became of those without an answer is not known until they are repeated. */
class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly unknown = new Set<Sent>();
  readonly refused: Sent[] = [];
  #hour = 0;

  next(machineIds: readonly string[], chance: () => number): Sent {
    const machineId = machineIds[Math.floor(chance() * machineIds.length)] ?? '';
    // Often the same hour as somebody else's: one of them wins.
    const hour = chance() < 0.2 ? this.#hour : ++this.#hour;
    return { commandId: randomUUID(), machineId, hour };
  }

  async give(member: Caller, sent: Sent): Promise<void> {
    const start = tomorrow + sent.hour * HOUR;
    const body = { start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString() };
    this.unknown.add(sent);
    const path = `/api/machines/${sent.machineId}/bookings`;
    const reply = await member.command(path, body, { commandId: sent.commandId });
    if (reply.status === 409) this.refused.push(sent);
    else this.acknowledged.push({ ...sent, bookingId: commandReply.parse(reply.body).id });
    this.unknown.delete(sent);
  }
}

afterAll(() => console.info(`seed ${seed}: SEED=${seed} runs the same again`));

/** A workshop with machines, and the cookie of a member. */
async function scene(dataDir: string) {
  const application = await startApplication({ dataDir });
  try {
    const { steward, workshopId } = await application.found();
    const member = await application.person('Wanda');
    await application.join(member, workshopId);
    const machineIds: string[] = [];
    for (let n = 0; n < MACHINES; n++)
      machineIds.push(await application.registerMachine(steward, workshopId));
    return { machineIds, credentials: member.credentials };
  } finally {
    await application.close();
  }
}

async function everyEvent(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const last = events.at(-1);
    const page = await store.readAll({ limit: 5000, ...(last ? { after: last.position } : {}) });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** What the log says after a kill, held against everything that was acknowledged so far. */
function checkLog(events: readonly RecordedEvent[], ledger: Ledger): void {
  const placed = events.filter((event) => event.type === 'BookingPlaced');
  const commands = placed.map((event) => event.metadata.commandId);
  expect(new Set(commands).size, 'no command twice').toBe(commands.length);
  const known = new Set(commands);
  const lost = ledger.acknowledged.filter(({ commandId }) => !known.has(commandId));
  expect(lost, 'nothing acknowledged is lost').toEqual([]);
  const written = ledger.refused.filter(({ commandId }) => known.has(commandId));
  expect(written, 'nothing refused is written').toEqual([]);
  const slots = placed.map(({ data }) => `${data.machineId} ${data.start}`);
  expect(new Set(slots).size, 'no slot twice').toBe(slots.length);
  const next = new Map<string, number>();
  for (const { stream, revision } of events) {
    expect(revision, `${stream} has no gap`).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
  }
}

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
  await rebuildViews(store, fresh, projections, Date.now());
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
