import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { buildView } from '../../shared/builds/views.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { thingView } from '../../shared/items/views.ts';
import { stockView } from '../../shared/stock/views.ts';
import { newDesign } from '../api/designStory.ts';
import { startServerProcess } from '../serverProcess.ts';
import { idIn, startApplication } from './application.ts';
import { type Caller, caller, type Reply } from './caller.ts';
import { startStandInProcess } from './eventstore/standIn/standInProcess.ts';

const HOUR = 3_600_000;
const NOTICED_MILLISECONDS = 1000;

interface Side {
  wanda: Caller;
}

type Closing = (() => Promise<unknown>)[];

/** What else a server process needs to be told, by adapter. */
const adapters: Record<string, (closing: Closing) => Promise<{ EVENTSTORE_URL?: string }>> = {
  'a log in SQLite': async () => ({}),
  'a log on EventStoreDB (its stand-in)': async (closing) => {
    const standIn = await startStandInProcess();
    closing.push(standIn.stop);
    return { EVENTSTORE_URL: standIn.connectionString };
  },
};

/** A workshop with one machine and a member, served by two processes on the same data folder and log. */
async function scene(environment: { EVENTSTORE_URL?: string }, closing: Closing) {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-two-'));
  closing.push(() => rm(dataDir, { recursive: true, force: true }));
  const application = await startApplication({
    dataDir,
    configuration: { eventStoreUrl: environment.EVENTSTORE_URL ?? null },
  });
  const { steward, workshopId } = await application.found();
  const wanda = await application.person('Wanda');
  await application.join(wanda, workshopId);
  const machineId = await application.registerMachine(steward, workshopId);
  const designId = await newDesign(steward);
  await application.close();

  const start = async () => {
    const server = await startServerProcess({ DATA_DIR: dataDir, ...environment });
    closing.push(server.kill);
    const as = (person: Caller) => caller(server.base, server.origin, person.credentials);
    return { server, wanda: as(wanda), steward: as(steward) };
  };
  const [here, there] = await Promise.all([start(), start()]);
  return {
    here,
    there,
    machineId,
    workshopId,
    designId,
    bookingsPath: `/api/machines/${machineId}/bookings`,
  };
}

/** What is asked of both servers by turns and at once, `count` times. */
const byTurns = (
  stage: { here: Side; there: Side },
  count: number,
  ask: (wanda: Caller, n: number) => Promise<Reply>,
) => Promise.all(Array.from({ length: count }, (_, n) => ask((n % 2 ? stage.here : stage.there).wanda, n)));

const slot = (day: number) => {
  const start = Math.ceil(Date.now() / HOUR) * HOUR + day * 24 * HOUR;
  return { start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString() };
};

/** How long it takes, in milliseconds, until `holds`. */
async function howLong(holds: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  await vi.waitFor(async () => expect(await holds()).toBe(true), { timeout: 10_000, interval: 20 });
  return performance.now() - start;
}

describe.each(Object.entries(adapters))('two server processes on %s', (_name, environment) => {
  const closing: Closing = [];
  let stage: Awaited<ReturnType<typeof scene>>;
  beforeAll(async () => {
    stage = await scene(await environment(closing), closing);
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  it('read their own writes at once and notice the other’s within a second', async () => {
    const { here, there, bookingsPath } = stage;
    for (const [writer, reader, day] of [
      [here, there, 1],
      [there, here, 2],
    ] as const) {
      const reply = commandReply.parse((await writer.wanda.command(bookingsPath, slot(day))).body);
      expect(reply.shown).toBe(true);
      const path = `${bookingsPath}/${reply.id}`;
      expect((await writer.wanda.get(path)).status).toBe(200);
      const noticed = await howLong(async () => (await reader.wanda.get(path)).status === 200);
      expect(noticed).toBeLessThan(NOTICED_MILLISECONDS);
    }
  });

  it('let one of many simultaneous bookings of the same slot win', async () => {
    const { here, there, bookingsPath } = stage;
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, n) => (n % 2 ? here : there).wanda.command(bookingsPath, slot(3))),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    const refused = replies.filter((reply) => reply.status === 409).map((reply) => reply.body);
    expect(refused).toHaveLength(23);
    const kinds = z.array(z.object({ type: z.literal('/problems/refused') })).safeParse(refused);
    expect(kinds.error).toBeUndefined();
  });

  it('carry out a command once that is repeated at the other', async () => {
    const { here, there, bookingsPath } = stage;
    const commandId = randomUUID();
    const first = await here.wanda.command(bookingsPath, slot(4), { commandId });
    const again = await there.wanda.command(bookingsPath, slot(4), { commandId });
    expect(commandReply.parse(again.body)).toEqual(commandReply.parse(first.body));
  });

  it('give no serial twice, whoever completes builds of a design at the same moment', async () => {
    const { here, there, workshopId, designId } = stage;
    const begun = { workshopId, of: { designId, revision: 1 } };
    const builds = (await byTurns(stage, 8, (wanda) => wanda.command('/api/builds', begun))).map(idIn);
    // Each side sees all of them before they are completed.
    for (const { wanda } of [here, there])
      for (const id of builds)
        await howLong(async () => (await wanda.get(`/api/builds/${id}`)).status === 200);
    const replies = await byTurns(stage, 8, (wanda, n) =>
      wanda.command(`/api/builds/${builds[n]}/complete`, {}),
    );
    expect(replies.map(({ status }) => status)).toEqual(builds.map(() => 200));
    const plates = async ({ wanda }: Side) => {
      const shown = builds.map(async (id) => {
        const [made] = buildView.parse((await wanda.get(`/api/builds/${id}`)).body).thingList;
        const thing = await wanda.get(`/api/things/${made?.itemId}`);
        return { onBuild: made?.serial, onThing: thingView.safeParse(thing.body).data?.serial };
      });
      return Promise.all(shown);
    };
    const wanted = builds.map((_, n) => `No. ${n + 1}`);
    for (const side of [here, there]) {
      await expect
        .poll(async () => (await plates(side)).map(({ onBuild }) => onBuild).sort())
        .toEqual(wanted);
      await expect
        .poll(async () => (await plates(side)).map(({ onThing }) => onThing).sort())
        .toEqual(wanted);
    }
    expect(await plates(here)).toEqual(await plates(there));
  });

  it('fit a part into one of two things, and never two things into each other', async () => {
    const { here, there, workshopId } = stage;
    const receive = async (name: string) => {
      const body = { workshopId, description: { name }, how: 'bought' };
      const itemId = idIn(await here.wanda.command('/api/things', body));
      await howLong(async () => (await there.wanda.get(`/api/things/${itemId}`)).status === 200);
      return itemId;
    };
    const [part = '', one = '', two = ''] = [
      await receive('Part'),
      await receive('One'),
      await receive('Two'),
    ];
    const putIn = (wanda: Caller, what: string, into: string) =>
      wanda.command(`/api/things/${what}/fit`, { into });
    const parts = await Promise.all([putIn(here.wanda, part, one), putIn(there.wanda, part, two)]);
    expect(parts.map(({ status }) => status).sort()).toEqual([201, 409]);
    const circle = await Promise.all([putIn(here.wanda, one, two), putIn(there.wanda, two, one)]);
    expect(circle.map(({ status }) => status).sort()).toEqual([201, 409]);
    const inside = async ({ wanda }: Side) =>
      Promise.all(
        [part, one, two].map(async (itemId) => {
          const { place } = thingView.parse((await wanda.get(`/api/things/${itemId}`)).body);
          return place.inside.map(({ itemId }) => itemId);
        }),
      );
    await expect
      .poll(async () => JSON.stringify(await inside(there)))
      .toBe(JSON.stringify(await inside(here)));
  });

  it('hand out what is on a shelf once', async () => {
    const { here, there, workshopId } = stage;
    const path = `/api/workshops/${workshopId}/stock`;
    const metres = (quantity: number) => ({ quantity, unit: 'm' });
    const receive = { amount: metres(5) };
    const body = { description: { name: 'Wire', unit: 'm' }, receive };
    const wire = `${path}/${idIn(await here.steward.command(path, body))}`;
    await howLong(async () => (await there.wanda.get(wire)).status === 200);
    const replies = await byTurns(stage, 12, (wanda) =>
      wanda.command(`${wire}/consume`, { amount: metres(1) }),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(5);
    const left = async () => stockView.parse((await there.wanda.get(wire)).body).stock.onHand;
    await expect.poll(left).toBe(0);
  });

  it('tell an open page at the one of what happens at the other', async () => {
    const { here, there, bookingsPath, machineId } = stage;
    const leaving = new AbortController();
    onTestFinished(() => leaving.abort());
    const live = await fetch(`${there.server.base}/api/live`, {
      headers: there.wanda.credentials,
      signal: leaving.signal,
    });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const listen = async () => {
      while (!heard.includes(`calendar-${machineId}`)) heard += (await reader?.read())?.value ?? '';
    };
    const listening = listen();
    const start = performance.now();
    expect((await here.wanda.command(bookingsPath, slot(5))).status).toBe(201);
    await listening;
    expect(performance.now() - start).toBeLessThan(NOTICED_MILLISECONDS);
  });

  it('sign somebody out everywhere within a second', async () => {
    const { here, there } = stage;
    expect((await there.steward.get('/api/me')).status).toBe(200);
    expect((await here.steward.post('/api/auth/sign-out', {})).status).toBe(200);
    expect(await howLong(async () => (await there.steward.get('/api/me')).status === 401)).toBeLessThan(
      NOTICED_MILLISECONDS,
    );
  });

  it('stay right when one of them is killed', async () => {
    const { here, there, bookingsPath } = stage;
    const reply = commandReply.parse((await here.wanda.command(bookingsPath, slot(6))).body);
    await here.server.kill();
    const path = `${bookingsPath}/${reply.id}`;
    expect(await howLong(async () => (await there.wanda.get(path)).status === 200)).toBeLessThan(
      NOTICED_MILLISECONDS,
    );
    expect((await there.wanda.command(bookingsPath, slot(6))).status).toBe(409);
    expect((await there.wanda.command(bookingsPath, slot(7))).status).toBe(201);
  });
});
