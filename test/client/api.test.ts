import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { command, get, tryOut } from '../../client/api.ts';
import { online } from '../../client/connection.ts';
import { RequestFailed } from '../../client/problem.ts';

const accepted = {
  id: '7d6b7ad8-1a1f-4f3c-8a57-3d1c3f8a5c11',
  revision: 3,
  position: '17',
  shown: true,
  undo: null,
};

type Reply = () => Response | Promise<Response>;
const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const noConnection: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

let sent: { url: string; headers: Headers; body: unknown }[] = [];
let replies: Reply[] = [];

beforeEach(() => {
  sent = [];
  replies = [];
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, headers: new Headers(init.headers), body: init.body });
    const reply = replies.shift();
    if (!reply) throw new Error('An unexpected request');
    return reply();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const keys = () => sent.map(({ headers }) => headers.get('idempotency-key'));
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => {
      if (!(error instanceof RequestFailed)) throw error;
      return error;
    },
  );

describe('a command', () => {
  it('keeps its id over the retries of a lost connection', async () => {
    replies = [noConnection, noConnection, json(accepted, 201)];
    const reply = command('post', '/api/x', { a: 1 });
    await vi.runAllTimersAsync();
    expect(await reply).toEqual(accepted);
    expect(sent).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
  });

  it('keeps its id when the person tries again after all retries failed', async () => {
    replies = [noConnection, noConnection, noConnection, noConnection];
    const first = failureOf(command('post', '/api/y', { a: 1 }));
    await vi.runAllTimersAsync();
    expect((await first).kind).toBe('offline');
    replies = [json(accepted)];
    await command('post', '/api/y', { a: 1 });
    expect(new Set(keys()).size).toBe(1);
  });

  it('gets a new id once the outcome of the first is known, accepted or refused', async () => {
    replies = [
      json(accepted),
      json({ type: '/problems/refused', title: 'Refused', status: 409, objections: [], nearest: null }, 409),
      json(accepted),
    ];
    await command('post', '/api/z', {});
    expect((await failureOf(command('post', '/api/z', {}))).kind).toBe('refused');
    await command('post', '/api/z', {});
    expect(new Set(keys()).size).toBe(3);
  });

  it('pressed twice is sent once', async () => {
    replies = [json(accepted)];
    const [one, two] = await Promise.all([command('post', '/api/d', {}), command('post', '/api/d', {})]);
    expect(one).toEqual(two);
    expect(sent).toHaveLength(1);
  });

  it('with other content is another command', async () => {
    replies = [json(accepted), json(accepted)];
    await Promise.all([command('post', '/api/e', { a: 1 }), command('post', '/api/e', { a: 2 })]);
    expect(new Set(keys()).size).toBe(2);
  });

  it('names the revision that the person looked at, quoted once', async () => {
    replies = [json(accepted), json(accepted)];
    await command('put', '/api/f', {}, { ifMatch: 7 });
    await command('put', '/api/f', {}, { ifMatch: '"8"' });
    expect(sent.map(({ headers }) => headers.get('if-match'))).toEqual(['"7"', '"8"']);
  });

  it('that is refused brings every objection and the nearest slot', async () => {
    const objections = [{ rule: 'overlap', message: 'Somebody has it then.' }];
    const nearest = { start: '2026-11-22T18:00:00+01:00', end: '2026-11-22T20:00:00+01:00' };
    replies = [json({ type: '/problems/refused', title: 'Refused', status: 409, objections, nearest }, 409)];
    const failure = await failureOf(command('post', '/api/g', {}));
    expect(failure).toMatchObject({ kind: 'refused', status: 409, objections, nearest });
  });
});

it('a dry run says so in the address and leaves the command’s id alone', async () => {
  replies = [json({ wouldBeAccepted: true })];
  await tryOut('post', '/api/h', { a: 1 });
  expect(sent[0]?.url).toBe('/api/h?dryRun=true');
});

describe('a view', () => {
  it('that does not have the shape it should asks for a fresh page', async () => {
    replies = [json({ other: 1 })];
    expect((await failureOf(get('/api/v', z.object({ name: z.string() })))).kind).toBe('unreadable');
  });

  it('tells problems by their kind, and anything else by its status', async () => {
    replies = [
      json({ type: '/problems/not-found', title: 'Not found', status: 404 }, 404),
      () => new Response('<html>Bad gateway</html>', { status: 502 }),
    ];
    expect((await failureOf(get('/api/v', z.unknown()))).kind).toBe('not-found');
    expect(await failureOf(get('/api/v', z.unknown()))).toMatchObject({ kind: 'internal', status: 502 });
  });

  it('notices that there is no connection, and that it is back', async () => {
    replies = [noConnection, json({})];
    await failureOf(get('/api/v', z.unknown()));
    expect(online.value).toBe(false);
    await get('/api/v', z.unknown());
    expect(online.value).toBe(true);
  });
});
