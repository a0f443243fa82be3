import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../../../server/eventstore/eventstoredb/openEventStoreDb.ts';
import type { EventStore } from '../../../server/eventstore/port.ts';
import { someEvent } from './someEvent.ts';
import { certificate } from './standIn/certificate.ts';
import type { Member } from './standIn/clusterCalls.ts';
import { type StandIn, type StandInSettings, startStandIn } from './standIn/standIn.ts';
import { startStandInProcess } from './standIn/standInProcess.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(settings: StandInSettings = {}): Promise<StandIn> {
  const standIn = await startStandIn(settings);
  closing.push(() => standIn.close());
  return standIn;
}
function open(connectionString: string, patience = 5000): EventStore {
  const store = openEventStoreDb({ connectionString, deadline: 1000, patience });
  closing.push(() => store.close());
  return store;
}
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-'));
  closing.push(() => rm(folder, { recursive: true }));
  return folder;
}

describe('over TLS', () => {
  const administrator = { username: 'admin', password: 'change@it:now' };

  async function secured(user: string): Promise<string> {
    const caFile = join(await temporaryFolder(), 'ca.crt');
    await writeFile(caFile, certificate);
    const { port } = await start({ administrator });
    return `esdb://${user}localhost:${port}?tls=true&tlsCaFile=${encodeURIComponent(caFile)}`;
  }

  test('writes, reads and subscribes as the user of the connection string', async () => {
    const store = open(await secured('admin:change%40it%3Anow@'));
    const handled = Promise.withResolvers<string[]>();
    store.subscribe({}, async (events) => handled.resolve(events.map((event) => event.id)));
    const event = someEvent();
    expect(await store.append('secured', [event], 'none')).toMatchObject({ outcome: 'appended' });
    expect(await store.readAll({ limit: 10 })).toHaveLength(1);
    expect(await handled.promise).toEqual([event.id]);
  });

  test('a wrong password is told at once, and not shown', async () => {
    const store = open(await secured('admin:secret@'));
    const refusal = store.append('secured', [someEvent()], 'none');
    await expect(refusal).rejects.toThrow('refuses this user');
    await expect(refusal).rejects.not.toThrow('secret');
    await expect(store.head()).rejects.toThrow('refuses this user');
  });

  test('without a user it does not even start', () => {
    expect(() => openEventStoreDb({ connectionString: 'esdb://db1:2113' })).toThrow('names no user');
  });

  test('by an address, which TLS does not take as a name, it does not even start', () => {
    const opening = () => openEventStoreDb({ connectionString: 'esdb://me:secret@db1:2113,10.0.0.7:2113' });
    expect(opening).toThrow('must be called by name, not 10.0.0.7');
  });

  test('what is wrong with a connection string is said without its password', () => {
    const opening = () =>
      openEventStoreDb({ connectionString: 'esdb://me:secret@host?defaultDeadline=secret' });
    expect(opening).toThrow('cannot be used');
    expect(opening).not.toThrow('secret');
  });
});

describe('a cluster', () => {
  test('is asked who leads, and the leader is used', async () => {
    const leader = await start();
    const members: Member[] = [
      { host: '127.0.0.1', port: leader.port, state: 'leader' },
      { host: '127.0.0.1', port: 1, state: 'follower' },
    ];
    const follower = await start({ members });
    const hosts = [`127.0.0.1:${follower.port}`, `127.0.0.1:${leader.port}`];
    for (const seed of [`esdb://${hosts.join(',')}?tls=false`, `esdb+discover://${hosts[0]}?tls=false`]) {
      const store = open(seed);
      expect(await store.append(`seed-${seed}`, [someEvent()], 'none')).toMatchObject({ revision: 0 });
      expect(await store.read(`seed-${seed}`, { limit: 1 })).toHaveLength(1);
    }
    expect(await open(follower.connectionString).head()).toBeNull();
  });

  test('may be named by its newer name', async () => {
    const { connectionString } = await start();
    expect(await open(connectionString.replace('esdb://', 'kurrentdb://')).head()).toBeNull();
  });

  test('whose leader has changed is followed, reading and writing', async () => {
    const [before, after] = [await start(), await start()];
    const store = open(before.connectionString);
    await store.append('mine', [someEvent()], 'none');
    before.faults.leader = { host: '127.0.0.1', port: after.port };
    expect(await store.read('mine', { limit: 1 })).toEqual([]);
    expect(await store.append('mine', [someEvent()], 'none')).toMatchObject({ outcome: 'appended' });
    expect(await open(after.connectionString).read('mine', { limit: 9 })).toHaveLength(1);
  });

  test('is found through the node that is left', async () => {
    const node = await start();
    const store = open(`esdb://127.0.0.1:1,127.0.0.1:${node.port}?tls=false&gossipTimeout=1`);
    expect(await store.append('mine', [someEvent()], 'none')).toMatchObject({ outcome: 'appended' });
  });
});

test('two handles share a store in its own process, and what was answered survives its kill -9', async () => {
  const file = join(await temporaryFolder(), 'log.jsonl');
  const first = await startStandInProcess({ file });
  closing.push(() => first.kill());
  const [one, other] = [open(first.connectionString, 20_000), open(first.connectionString, 20_000)];
  const seen: string[] = [];
  other.subscribe({}, async (events) => void seen.push(...events.map((event) => event.id)));

  const written: string[] = [];
  for (let number = 0; number < 10; number++) {
    const event = someEvent();
    await (number % 2 === 0 ? one : other).append('shared', [event], 'any');
    written.push(event.id);
  }
  const last = someEvent();
  await first.fault({ on: 'append', kind: 'writeThenCrash' });
  const answer = one.append('shared', [last], 9);
  await expect.poll(() => first.ids().catch(() => 'gone'), { timeout: 5000 }).toBe('gone');
  const second = await startStandInProcess({ file, port: first.port });
  closing.push(() => second.stop());

  expect(await answer).toMatchObject({ outcome: 'appended', revision: 10 });
  expect(await second.ids()).toEqual([...written, last.id]);
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual([...written, last.id]);
}, 60_000);
