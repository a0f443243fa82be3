import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandKey } from '../../../server/commands/identity.ts';
import type { EventStore } from '../../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { openViews, type Views, type ViewsOptions } from '../../../server/views/views.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { wrapped } from '../eventstore/wrapped.ts';
import { defined, put, shelfProjection, shelfRows } from './shelfViews.ts';

function openLog(folder: string): EventStore {
  const store = openSqliteEventStore({ path: join(folder, 'log.db') });
  onTestFinished(() => store.close());
  return store;
}

async function open(folder: string, store: EventStore, options: Partial<ViewsOptions> = {}): Promise<Views> {
  const views = await openViews({
    store,
    folder,
    slot: 0,
    projections: [shelfProjection],
    clock: Date.now,
    ...options,
  });
  onTestFinished(() => views.close());
  return views;
}

const names = (views: Views) => views.reader.all(shelfRows, 'order by name').map((row) => row.name);
const viewFiles = (folder: string) => readdirSync(folder).filter((name) => /^views-.*\.db$/.test(name));

describe('views', () => {
  it('show what was in the log before, and then what comes', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    await put(store, defined(randomUUID(), 'laser'));
    const views = await open(folder, store);
    expect(names(views)).toEqual(['laser']);
    const position = await put(store, defined(randomUUID(), 'kiln'));
    expect(await views.reached(position, 5000)).toBe(true);
    expect(names(views)).toEqual(['kiln', 'laser']);
    expect(views.status()).toEqual({ status: 'live', position });
  });

  it('answer every question anew when something in its table changed, by put, change or removal', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    const views = await open(folder, store);
    const [id, workshopId] = [randomUUID(), randomUUID()];
    const { reader } = views;
    const asked = () => ({
      byKey: reader.byKey(shelfRows, id)?.name,
      first: reader.first(shelfRows, 'where workshopId = ?', workshopId)?.name,
      all: reader.all(shelfRows, 'where workshopId = ?', workshopId).map(({ name }) => name),
    });
    expect(asked()).toEqual({ byKey: undefined, first: undefined, all: [] });
    for (const name of ['laser', 'kiln']) {
      await views.reached(await put(store, defined(id, name, workshopId)), 5000);
      expect(asked()).toEqual({ byKey: name, first: name, all: [name] });
      expect(reader.byKey(shelfRows, id), 'the same row while nothing changes').toBe(
        reader.byKey(shelfRows, id),
      );
    }
    await views.reached(await put(store, defined(id, 'gone', workshopId)), 5000);
    expect(asked()).toEqual({ byKey: undefined, first: undefined, all: [] });
  });

  it('read again from the log what a refused commit took back', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    await (await open(folder, store)).close();
    const [file = ''] = viewFiles(folder);
    const database = new DatabaseSync(join(folder, file), { timeout: 5000 });
    onTestFinished(() => database.close());
    // A row that points nowhere is found when the transaction is committed, not before.
    database.exec(`create table owners (id integer primary key);
      create table owned (owner integer references owners(id) deferrable initially deferred);
      create trigger breaks after insert on shelfRows begin insert into owned values (7); end`);
    const views = await open(folder, store);
    const told: bigint[] = [];
    views.onAdvance(({ position }) => told.push(position));
    const first = await put(store, defined(randomUUID(), 'laser'));
    expect(await views.reached(first, 5000)).toBe(true);
    await expect.poll(() => names(views), { timeout: 5000 }).toEqual([]);
    database.exec('drop trigger breaks');
    const second = await put(store, defined(randomUUID(), 'kiln'));
    expect(await views.reached(second, 5000)).toBe(true);
    expect(names(views)).toEqual(['kiln', 'laser']);
    expect(told, 'nothing is told twice').toEqual([...new Set(told)].sort());
    await views.close();
    const rows = database.prepare('select name from shelfRows order by name').all();
    expect(rows.map(({ name }) => name)).toEqual(['kiln', 'laser']);
  });

  it('do not let one reader change what others read', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    const id = randomUUID();
    await put(store, defined(id, 'laser'));
    const { reader } = await open(folder, store);
    const row = reader.byKey(shelfRows, id);
    expect(() => Object.assign(row ?? {}, { name: 'mine' })).toThrow(TypeError);
    expect(() => reader.all(shelfRows, '').reverse().pop()).toThrow(TypeError);
    expect(reader.byKey(shelfRows, id)?.name).toBe('laser');
  });

  it('go on where they stood after a restart, without a rebuild', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    await put(store, defined(randomUUID(), 'laser'));
    await (await open(folder, store)).close();
    await put(store, defined(randomUUID(), 'kiln'));
    const views = await open(folder, store, { rebuild: () => Promise.reject(new Error('no need')) });
    expect(names(views)).toEqual(['kiln', 'laser']);
  });

  it('are rebuilt where the file is damaged, unfinished, or stands on another log', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    await put(store, defined(randomUUID(), 'laser'));
    await (await open(folder, store)).close();
    const [file] = viewFiles(folder);
    if (!file) throw new Error('no view file');
    const damages = [
      `delete from _views where name = 'finished'`,
      `update _views set eventId = '${randomUUID()}' where name = 'checkpoint'`,
    ];
    for (const damage of damages) {
      const database = new DatabaseSync(join(folder, file));
      database.exec(`${damage}; update shelfRows set name = 'wrong'`);
      database.close();
      const views = await open(folder, store);
      expect(names(views)).toEqual(['laser']);
      await views.close();
    }
  });

  it('of another definition are left to their process and cleared away once the new ones are there', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    await (await open(folder, store)).close();
    const [old] = viewFiles(folder);
    await open(folder, store, { slot: 1 });
    expect(viewFiles(folder)).toContain(old);
    const renamed = { ...shelfProjection, name: 'shelf of the next release' };
    await open(folder, store, { projections: [renamed] });
    expect(viewFiles(folder)).not.toContain(old);
  });

  it('stop at an event that a projection cannot take, name it, and keep what came before', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    const faults: string[] = [];
    const views = await open(folder, store, { onFault: (fault) => faults.push(fault.event.id) });
    const poison = defined(randomUUID(), 'poison');
    const before = defined(randomUUID(), 'laser');
    const position = await put(store, before, poison, defined(randomUUID(), 'kiln'));
    expect(await views.reached(position, 5000)).toBe(false);
    expect(views.status()).toMatchObject({ status: 'stopped', reason: expect.stringContaining(poison.id) });
    expect(names(views)).toEqual(['laser']);
    expect(faults).toEqual([poison.id]);
    const [start] = [performance.now(), await views.reached(position, 5000)];
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('try again when the database itself is in trouble', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    const views = await open(folder, store);
    const [file] = viewFiles(folder);
    const other = new DatabaseSync(join(folder, file ?? ''));
    other.exec('begin immediate');
    const position = await put(store, defined(randomUUID(), 'laser'));
    expect(await views.reached(position, 200)).toBe(false);
    expect(views.status().status).not.toBe('stopped');
    other.exec('rollback');
    other.close();
    expect(await views.reached(position, 5000)).toBe(true);
    expect(names(views)).toEqual(['laser']);
  });

  it('tell their listeners which streams moved', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    const views = await open(folder, store);
    const heard = Promise.withResolvers<string[]>();
    views.onAdvance(({ streams }) => heard.resolve([...streams]));
    await put(store, defined(randomUUID(), 'laser'));
    expect(await heard.promise).toEqual(['workshop-shelf']);
  });

  it('know on which stream a recent command was carried out', async () => {
    const folder = await temporaryFolder();
    const store = openLog(folder);
    const event = defined(randomUUID(), 'laser');
    const old = defined(randomUUID(), 'kiln', randomUUID(), Date.now() - 30 * 24 * 3_600_000);
    await put(store, event, old);
    const views = await open(folder, store);
    expect(views.streamOfCommand(commandKey({ kind: 'operator' }, event.metadata.commandId))).toBe(
      'workshop-shelf',
    );
    expect(views.streamOfCommand(commandKey({ kind: 'operator' }, old.metadata.commandId))).toBeUndefined();
  });

  it('wait out a store that stalls', async () => {
    const folder = await temporaryFolder();
    const real = openLog(folder);
    await put(real, defined(randomUUID(), 'laser'));
    const gate = Promise.withResolvers<void>();
    const stalling = wrapped(real, {
      readAll: async (options) => {
        await gate.promise;
        return real.readAll(options);
      },
    });
    let opened = false;
    const opening = open(folder, stalling).then((views) => {
      opened = true;
      return views;
    });
    await put(real, defined(randomUUID(), 'kiln'));
    expect(opened).toBe(false);
    gate.resolve();
    expect(names(await opening)).toEqual(['kiln', 'laser']);
  });

  it('folded in a rebuild are equal to those applied one by one', async () => {
    const seed = Date.now() % 1_000_000;
    console.info(`seed ${seed}`);
    const ids = Array.from({ length: 5 }, () => randomUUID());
    const step = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('laser', 'kiln', 'gone'));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const folder = await temporaryFolder();
        const store = openLog(folder);
        const live = await open(folder, store, { slot: 0 });
        let position = 0n;
        for (const [id, name] of steps) position = await put(store, defined(id, name));
        if (steps.length > 0) await live.reached(position, 5000);
        const rebuilt = await open(folder, store, { slot: 1 });
        const rows = (views: Views) =>
          views.reader
            .all(shelfRows, 'order by competenceId')
            .map(({ competenceId, name, seen }) => ({ competenceId, name, seen }));
        expect(rows(rebuilt)).toEqual(rows(live));
      }),
      { seed, numRuns: 15 },
    );
  });
});
