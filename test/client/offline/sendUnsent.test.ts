import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { online } from '../../../client/connection.ts';
import { keepOrSend } from '../../../client/offline/keepOrSend.ts';
import { keepUnsent, type Waiting } from '../../../client/offline/keepUnsent.ts';
import { keptBlob } from '../../../client/offline/keptFiles.ts';
import { labelled } from '../../../client/offline/labelled.ts';
import { dropUnsent } from '../../../client/offline/leaveRow.ts';
import { sendAgain, sendInferring, sendOverNewer } from '../../../client/offline/sendAgain.ts';
import { sendUnsent, somethingWaits } from '../../../client/offline/sendUnsent.ts';
import { unkept } from '../../../client/offline/unkept.ts';
import { rows, unsent } from '../../../client/offline/unsent.ts';
import { dismissToast, toasts } from '../../../client/ui/toasts.ts';
import { FakeDatabase } from './fakeDatabase.ts';

const [CYLINDER, PRESS, MADE] = [1, 2, 3].map((number) => `0190a0a0-0000-7000-8000-00000000000${number}`);
const FITTED = {
  status: 409,
  body: {
    ...{ type: '/problems/refused', title: 'The rules stand against it', status: 409, nearest: null },
    objections: [
      { rule: 'fittedElsewhere', message: 'It is fitted in loader 7.', offer: 'Taken out of loader 7' },
    ],
  },
};
const STALE = {
  status: 412,
  body: { type: '/problems/precondition-failed', title: 'Somebody changed it', status: 412 },
};

interface Given {
  path: string;
  commandId: string | undefined;
  ifMatch: string | undefined;
  body: unknown;
}

/** A server of which the test says what it answers; null: it cannot be reached. */
function serverThat(answer: (given: Given) => { status: number; body: unknown } | number | null) {
  const given: Given[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', headers, body }: RequestInit) => {
    const told = new Headers(headers);
    const asked = {
      path,
      commandId: told.get('idempotency-key') ?? undefined,
      ifMatch: told.get('if-match') ?? undefined,
      body: typeof body === 'string' ? JSON.parse(body) : null,
    };
    const reply = (status: number, said: unknown) => new Response(JSON.stringify(said), { status });
    if (path === '/api/me')
      return reply(401, { type: '/problems/not-signed-in', title: 'Sign in', status: 401 });
    if (path.startsWith('/api/labels/'))
      return path.endsWith('K3F7')
        ? reply(200, { itemId: CYLINDER })
        : reply(404, { type: '/problems/not-found', title: 'Not found', status: 404 });
    if (method === 'GET') return reply(200, { revision: 9 });
    given.push(asked);
    const answered = answer(asked);
    if (answered === null) throw new TypeError('no connection');
    if (typeof answered === 'object') return reply(answered.status, answered.body);
    return reply(200, { id: MADE, revision: answered, position: null, shown: true, undo: null });
  });
  return given;
}

let last = 0;
const keep = (path: string, body: unknown, ifMatch: number | null = null) =>
  keepUnsent(
    { commandId: `command ${++last}`, method: 'post', path, body, ifMatch, what: `What ${path} tells` },
    Date.now(),
  );
const standing = () =>
  unsent.value.map(({ path, refusal, offer }) => [path.split('/').at(-1), refusal, offer]);

const database = new FakeDatabase();
let uninstall = () => {};
beforeEach(() => {
  last = 0;
  rows.value = [];
  database.stores.clear();
  database.full = false;
  uninstall = database.install();
  online.value = true;
  vi.stubGlobal('location', { pathname: '/builds/b', search: '' });
  vi.stubGlobal('navigator', { onLine: false });
});
afterEach(() => {
  for (const { id } of toasts.value) dismissToast(id);
  uninstall();
  rows.value = [];
  online.value = true;
  vi.unstubAllGlobals();
});

describe('what waited', () => {
  it('goes in its order, each once; what is told of a thing waits behind what was refused of it', async () => {
    let isLoader = true;
    const given = serverThat(({ body }) =>
      isLoader && !JSON.stringify(body).includes('infer') ? FITTED : 4,
    );
    await keep(`/api/things/${CYLINDER}/fit`, { into: PRESS });
    await keep(`/api/things/${CYLINDER}/repair`, {});
    // What it looks like rests on nothing that was told before.
    await keep(`/api/things/${CYLINDER}/photographs`, { infer: 'nothing' });
    await sendUnsent();
    expect(standing()).toEqual([
      ['fit', 'It is fitted in loader 7.', 'Taken out of loader 7'],
      ['repair', null, null],
    ]);
    expect([given.length, somethingWaits()]).toEqual([2, false]);

    isLoader = false;
    const [first] = unsent.value;
    if (first) await sendInferring(first);
    expect(given.map(({ commandId, body }) => [commandId, body])).toEqual([
      ['command 1', { into: PRESS }],
      ['command 3', { infer: 'nothing' }],
      ['command 1', { into: PRESS, infer: true }],
      ['command 2', {}],
    ]);
    expect(standing()).toEqual([]);
  });

  it('is not held by what was refused of another thing, and goes on once that is dropped', async () => {
    const given = serverThat(({ path }) => (path.endsWith('/fit') ? FITTED : 4));
    await keep(`/api/things/${CYLINDER}/fit`, { into: PRESS });
    await keep(`/api/things/${PRESS}/repair`, {});
    await keep(`/api/things/${CYLINDER}/repair`, {});
    await sendUnsent();
    expect(given.map(({ commandId }) => commandId)).toEqual(['command 1', 'command 2']);
    await dropUnsent(unsent.value[0]?.place ?? 0);
    await sendUnsent();
    expect([given.at(-1)?.commandId, standing()]).toEqual(['command 3', []]);
  });

  it('stays as it is where the connection is gone again', async () => {
    serverThat(() => null);
    await keep(`/api/things/${CYLINDER}/fit`, { into: PRESS });
    await sendUnsent();
    expect([standing(), somethingWaits()]).toEqual([[['fit', null, null]], true]);
  });

  it('finds by its code what nobody knew by name, or says that there is none', async () => {
    const given = serverThat(() => 4);
    await keep(`/api/things/${labelled('K3F7')}/fit`, { into: labelled('K3F7'), line: 'label:K3F7 too' });
    await keep(`/api/things/${PRESS}/fit`, { into: labelled('ZZZZ') });
    await sendUnsent();
    expect(given.map(({ path, body }) => [path, body])).toEqual([
      [`/api/things/${CYLINDER}/fit`, { into: CYLINDER, line: 'label:K3F7 too' }],
    ]);
    expect(standing()).toEqual([['fit', 'No thing has the code ZZZZ.', null]]);
  });

  it('describes what one has changed oneself meanwhile, and over others only when asked to', async () => {
    let isStale = false;
    const given = serverThat(({ path }) => (path.endsWith('/description') && isStale ? STALE : 6));
    await keep(`/api/things/${CYLINDER}/fit`, { into: PRESS });
    await keep(`/api/things/${CYLINDER}/description`, { name: 'Cylinder' }, 5);
    await sendUnsent();
    expect(given.at(-1)?.ifMatch).toBe('"6"');

    isStale = true;
    await keep(`/api/things/${CYLINDER}/description`, { name: 'Ram' }, 7);
    await sendUnsent();
    const [row] = unsent.value;
    expect([row?.stale, row?.refusal === null]).toEqual([true, false]);
    if (row) await sendAgain(row);
    expect(standing()).toHaveLength(1);
    isStale = false;
    if (row) await sendOverNewer(row);
    expect([given.at(-1)?.ifMatch, standing()]).toEqual(['"9"', []]);
  });
});

describe('a photograph where the disk of the device is full', () => {
  const photograph: Waiting = {
    ...{ commandId: 'picture', method: 'post', path: '/api/builds/b/log', ifMatch: null },
    ...{ body: { photographs: ['key'] }, what: 'Photograph for CEB press' },
    files: [{ key: 'key', kind: 'photograph', blob: new Blob(['picture']) }],
  };
  const held = () => unkept.value.map(({ waiting, why }) => [waiting.files?.[0]?.blob.size, why]);

  it('stays in the page, the person is told at once, and is kept once there is room', async () => {
    const warnings: string[] = [];
    vi.stubGlobal('addEventListener', (type: string) => warnings.push(`on ${type}`));
    vi.stubGlobal('removeEventListener', (type: string) => warnings.push(`off ${type}`));
    vi.stubGlobal('createImageBitmap', async () => Promise.reject(new Error('no picture')));
    serverThat(() => null);
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no connection')));
    database.full = true;
    expect(await keepOrSend(photograph, 'It is in the log.')).toBe(false);
    expect(held()).toEqual([[7, 'full']]);
    expect(toasts.value.map(({ text, tone }) => [text.slice(0, 40), tone])).toEqual([
      ['There is no room left in this browser. S', 'failed'],
    ]);
    expect([standing(), await keptBlob('key')]).toEqual([[], null]);

    // Tried again in vain it is there once still.
    await keepOrSend(photograph, 'It is in the log.');
    expect(held()).toHaveLength(1);
    database.full = false;
    expect(await keepOrSend(photograph, 'It is in the log.')).toBe(true);
    expect([held(), (await keptBlob('key'))?.size, standing()]).toEqual([[], 7, [['log', null, null]]]);
    expect(warnings).toEqual(['on beforeunload', 'on beforeunload', 'off beforeunload']);
  });
});
