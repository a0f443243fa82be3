import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type EventStore, StoreUnavailable } from '../../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { wrapped } from '../eventstore/wrapped.ts';
import { defining } from './shelf.ts';
import { NOON, openWorkbench, someMember } from './workbench.ts';

const define = (workshopId: string, name: string) => ({ workshopId, competenceId: randomUUID(), name });

async function eventsOf(store: EventStore, workshopId: string) {
  return store.read(`workshop-${workshopId}`, { limit: 10_000 });
}

describe('the command handler', () => {
  it('appends what was decided, with actor, time, commandId and hash', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const [workshopId, commandId, actor] = [randomUUID(), randomUUID(), someMember()];
    const command = define(workshopId, 'laser');
    const outcome = await handler.handle(defining(), { command, actor, commandId });
    const [event, ...more] = await eventsOf(store, workshopId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'CompetenceDefined',
      data: command,
      metadata: {
        at: new Date(NOON).toISOString(),
        actor: `member:${actor.memberId}`,
        commandId,
        version: 1,
      },
    });
    expect(outcome).toMatchObject({
      outcome: 'accepted',
      revision: 0,
      position: event?.position,
      eventIds: [event?.id],
      repeated: false,
      seen: true,
    });
  });

  it('answers a refusal with its rules and writes nothing', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const workshopId = randomUUID();
    const outcome = await handler.handle(defining(0), {
      command: define(workshopId, 'laser'),
      actor: someMember(),
      commandId: randomUUID(),
    });
    expect(outcome).toMatchObject({ outcome: 'refused', objections: [{ rule: 'most' }] });
    expect(await store.head()).toBeNull();
  });

  it('carries out a repeated command once and answers as it did the first time', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    const first = await handler.handle(defining(), given);
    const second = await handler.handle(defining(), given);
    expect(second).toEqual({ ...first, repeated: true });
    expect(await eventsOf(store, given.command.workshopId)).toHaveLength(1);
  });

  it('recognises a repetition in another process, and after later commands', async () => {
    const folder = await temporaryFolder();
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    const { handler } = openWorkbench(folder);
    const first = await handler.handle(defining(), given);
    for (let n = 0; n < 150; n++) {
      await handler.handle(defining(), {
        command: define(given.command.workshopId, `saw ${n}`),
        actor: someMember(),
        commandId: randomUUID(),
      });
    }
    expect(await handler.handle(defining(), given)).toEqual({ ...first, repeated: true });
    const other = openWorkbench(folder, { snapshots: 'other.db' });
    expect(await other.handler.handle(defining(), given)).toEqual({ ...first, repeated: true });
    const restarted = openWorkbench(folder);
    expect(await restarted.handler.handle(defining(), given)).toEqual({ ...first, repeated: true });
  });

  it('refuses a commandId that comes with other content, on this stream and on another', async () => {
    const elsewhere = new Map<string, string>();
    const { handler } = openWorkbench(await temporaryFolder(), {
      streamOfCommand: (key) => elsewhere.get(key),
    });
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    await handler.handle(defining(), given);
    const changed = { ...given, command: { ...given.command, name: 'kiln' } };
    expect(await handler.handle(defining(), changed)).toEqual({ outcome: 'commandIdReused' });
    const { commandKey } = await import('../../../server/commands/identity.ts');
    elsewhere.set(commandKey(given.actor, given.commandId), `workshop-${given.command.workshopId}`);
    const moved = { ...given, command: { ...given.command, workshopId: randomUUID() } };
    expect(await handler.handle(defining(), moved)).toEqual({ outcome: 'commandIdReused' });
  });

  it('lets two members use the same commandId without meeting', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const [workshopId, commandId] = [randomUUID(), randomUUID()];
    for (const name of ['laser', 'kiln']) {
      const outcome = await handler.handle(defining(), {
        command: define(workshopId, name),
        actor: someMember(),
        commandId,
      });
      expect(outcome).toMatchObject({ outcome: 'accepted', repeated: false });
    }
    const ids = (await eventsOf(store, workshopId)).map((event) => event.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('does not remember a refusal: a retry decides anew', async () => {
    const { handler } = openWorkbench(await temporaryFolder());
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    expect(await handler.handle(defining(0), given)).toMatchObject({ outcome: 'refused' });
    expect(await handler.handle(defining(1), given)).toMatchObject({ outcome: 'accepted' });
  });

  it('writes nothing in a dry run', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    expect(await handler.handle(defining(), { ...given, dryRun: true })).toEqual({
      outcome: 'wouldBeAccepted',
    });
    expect(await handler.handle(defining(0), { ...given, dryRun: true })).toMatchObject({
      outcome: 'refused',
    });
    expect(await store.head()).toBeNull();
  });

  it('tells a stale If-Match from a current one', async () => {
    const { handler } = openWorkbench(await temporaryFolder());
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    await handler.handle(defining(), given);
    const again = { ...given, commandId: randomUUID() };
    expect(await handler.handle(defining(), { ...again, ifMatch: 7 })).toEqual({
      outcome: 'stale',
      current: 0,
    });
    expect(await handler.handle(defining(), { ...again, ifMatch: 0 })).toMatchObject({ outcome: 'refused' });
  });

  it('lets exactly one of many simultaneous commands win, over two processes', async () => {
    const folder = await temporaryFolder();
    const handlers = [openWorkbench(folder), openWorkbench(folder, { snapshots: 'other.db' })];
    const workshopId = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        handlers[n % 2]?.handler.handle(defining(), {
          command: define(workshopId, 'laser'),
          actor: someMember(),
          commandId: randomUUID(),
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome?.outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.outcome === 'refused')).toHaveLength(39);
  });

  it('rests a refusal on the newest events, not on what it last saw', async () => {
    const folder = await temporaryFolder();
    const [here, there] = [openWorkbench(folder), openWorkbench(folder, { snapshots: 'other.db' })];
    const workshopId = randomUUID();
    const give = (handler: typeof here.handler, name: string) =>
      handler.handle(defining(), {
        command: define(workshopId, name),
        actor: someMember(),
        commandId: randomUUID(),
      });
    await give(here.handler, 'laser');
    await give(there.handler, 'kiln');
    // `here` still believes that only the laser is there; the fuller shelf must show in its answer.
    const outcome = await here.handler.handle(
      {
        ...defining(),
        facts: (_command, _occasion, state) => ({ most: Object.keys(state.names).length === 2 ? 3 : 0 }),
      },
      { command: define(workshopId, 'saw'), actor: someMember(), commandId: randomUUID() },
    );
    expect(outcome).toMatchObject({ outcome: 'accepted' });
  });

  it('keeps the free texts of accepted commands only', async () => {
    const kept: string[] = [];
    const { handler } = openWorkbench(await temporaryFolder(), {
      keepTexts: (texts, author) => kept.push(...texts.map((text) => `${author}: ${text.body}`)),
    });
    const actor = someMember();
    const texts = [{ id: randomUUID(), kind: 'reason', body: 'because' }];
    const command = define(randomUUID(), 'laser');
    await handler.handle(defining(0), { command, actor, commandId: randomUUID(), texts });
    expect(kept).toEqual([]);
    await handler.handle(defining(), { command, actor, commandId: randomUUID(), texts });
    expect(kept).toEqual([`${actor.memberId}: because`]);
  });

  it('accepts a command that changes nothing and writes nothing', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const given = { command: define(randomUUID(), 'nothing'), actor: someMember(), commandId: randomUUID() };
    expect(await handler.handle(defining(), given)).toMatchObject({ outcome: 'accepted', eventIds: [] });
    expect(await store.head()).toBeNull();
  });

  it('writes nothing when a decider makes an event that its schema forbids', async () => {
    const { store, handler } = openWorkbench(await temporaryFolder());
    const command = { workshopId: randomUUID(), competenceId: 'no id', name: 'laser' };
    await expect(
      handler.handle(defining(), { command, actor: someMember(), commandId: randomUUID() }),
    ).rejects.toThrow();
    expect(await store.head()).toBeNull();
  });

  it('after an append of unknown outcome finds out by repeating, and writes once', async () => {
    const folder = await temporaryFolder();
    const real = openSqliteEventStore({ path: join(folder, 'log.db') });
    let trouble = true;
    const store: EventStore = wrapped(real, {
      append: async (...args: Parameters<EventStore['append']>) => {
        const appended = await real.append(...args);
        if (trouble) throw new StoreUnavailable('the answer was lost');
        return appended;
      },
    });
    const { handler } = openWorkbench(folder, { store });
    const given = { command: define(randomUUID(), 'laser'), actor: someMember(), commandId: randomUUID() };
    await expect(handler.handle(defining(), given)).rejects.toThrow(StoreUnavailable);
    trouble = false;
    expect(await handler.handle(defining(), given)).toMatchObject({ outcome: 'accepted', repeated: true });
    expect(await eventsOf(real, given.command.workshopId)).toHaveLength(1);
  });
});

describe('snapshots', () => {
  const fill = async (folder: string, workshopId: string, count: number) => {
    const { handler, store } = openWorkbench(folder);
    for (let n = 0; n < count; n++) {
      await handler.handle(defining(), {
        command: define(workshopId, `saw ${n}`),
        actor: someMember(),
        commandId: randomUUID(),
      });
    }
    return store;
  };

  const refusesTheOld = async (folder: string, workshopId: string, name: string) => {
    const { handler } = openWorkbench(folder);
    const given = { command: define(workshopId, name), actor: someMember(), commandId: randomUUID() };
    return (await handler.handle(defining(), given)).outcome;
  };

  it('spare reading the whole stream', async () => {
    const folder = await temporaryFolder();
    const workshopId = randomUUID();
    await fill(folder, workshopId, 250);
    const store = openSqliteEventStore({ path: join(folder, 'log.db') });
    const froms: (number | undefined)[] = [];
    const watched: EventStore = wrapped(store, {
      read: (...args: Parameters<EventStore['read']>) => {
        froms.push(args[1].from);
        return store.read(...args);
      },
    });
    const { handler } = openWorkbench(folder, { store: watched });
    const given = { command: define(workshopId, 'saw 3'), actor: someMember(), commandId: randomUUID() };
    expect(await handler.handle(defining(), given)).toMatchObject({
      outcome: 'refused',
      objections: [{ rule: 'once' }],
    });
    expect(Math.min(...froms.map((from) => from ?? 0))).toBeGreaterThanOrEqual(199);
  });

  it('are disposable: a damaged file is begun anew', async () => {
    const folder = await temporaryFolder();
    const workshopId = randomUUID();
    await fill(folder, workshopId, 120);
    const { writeFileSync, rmSync } = await import('node:fs');
    for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `snapshots.db${suffix}`), { force: true });
    writeFileSync(join(folder, 'snapshots.db'), 'this was a database');
    expect(await refusesTheOld(folder, workshopId, 'saw 3')).toBe('refused');
  });

  it('of another log, or of another decider version, are not believed', async () => {
    const folder = await temporaryFolder();
    const workshopId = randomUUID();
    await fill(folder, workshopId, 120);
    const database = new DatabaseSync(join(folder, 'snapshots.db'));
    database.exec(`update snapshots set state = '{"names":{}}', eventId = '${randomUUID()}'`);
    database.close();
    expect(await refusesTheOld(folder, workshopId, 'saw 3')).toBe('refused');
    const again = new DatabaseSync(join(folder, 'snapshots.db'));
    again.exec(`update snapshots set state = '{"names":{}}', decider = 'workshop:0'`);
    again.close();
    expect(await refusesTheOld(folder, workshopId, 'saw 3')).toBe('refused');
  });
});
