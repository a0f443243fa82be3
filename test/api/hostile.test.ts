import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problem, problemKind } from '../../shared/problem.ts';
import { type Person, type RunningApplication, someMachine, someWorkshop } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { rawHttp, request } from './rawHttp.ts';
import { sharedApplication } from './shared.ts';

const running = sharedApplication();
let app: RunningApplication;
let steward: Person;
let anna: Person;
let workshopId: string;
let machineId: string;
let head: bigint | null;

beforeAll(async () => {
  app = running();
  ({ steward, workshopId } = await app.found());
  anna = await app.person('Anna');
  await app.join(anna, workshopId);
  machineId = await app.registerMachine(steward, workshopId);
});

beforeEach(async () => {
  head = await app.parts.store.head();
});

/** Whatever was sent: nothing of it may stand in the log, and the program goes on. */
afterEach(async () => {
  expect(await app.parts.store.head()).toBe(head);
  expect((await app.nobody.get('/healthz')).status).toBe(200);
});

/** A problem with a known type, without a stack. */
function expectProblem(
  reply: Pick<Reply, 'status' | 'headers' | 'body' | 'text'>,
  kind: string,
  status: number,
) {
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const told = problem.parse(reply.body);
  expect([told.type, reply.status, told.status]).toEqual([`/problems/${kind}`, status, status]);
  expect(problemKind.safeParse(told.type.slice('/problems/'.length)).success).toBe(true);
  expect(reply.text).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|node:internal/);
  return told;
}

const tomorrow = (hours: number) => new Date(Date.now() + (24 + hours) * 3_600_000).toISOString();
const bookings = () => `/api/machines/${machineId}/bookings`;
const book = (body: unknown) => anna.command(bookings(), body);
const key = () => ({ 'idempotency-key': randomUUID() });

describe('a body', () => {
  it.each([
    ['cut off', '{"start": "2026-'],
    ['with a trailing comma', '{"start": 1,}'],
    ['of plain words', 'hello'],
    ['that is one number', '7'],
    ['with single quotes', "{'start': 1}"],
    ['with a NUL character', '{"start": "\0"}'],
    ['with NaN', '{"start": NaN}'],
  ])('of malformed JSON (%s)', async (_, body) => {
    const reply = await anna.send(bookings(), { method: 'POST', body, headers: key() });
    expectProblem(reply, 'malformed-request', 400);
  });

  it.each([
    ['an array', '[]'],
    ['an empty object', '{}'],
    ['a null in place of a text', '{"start":null,"end":null}'],
  ])('that is %s', async (_, body) => {
    const reply = await anna.send(bookings(), { method: 'POST', body, headers: key() });
    const { mistakes } = expectProblem(reply, 'invalid-request', 400);
    expect(mistakes?.length).toBeGreaterThan(0);
  });

  it('that is missing', async () => {
    expectProblem(await anna.send(bookings(), { method: 'POST', headers: key() }), 'invalid-request', 400);
  });

  it('nested a hundred thousand deep', async () => {
    const deep = `{"start":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expectProblem(await book(deep), 'invalid-request', 400);
    const signIn = { method: 'POST', body: `{"email":${'['.repeat(30_000)}${']'.repeat(30_000)}}` };
    expect((await app.nobody.send('/api/auth/sign-in/email', signIn)).status).toBe(400);
  });

  it('with unknown fields, and says which', async () => {
    const reply = await book({ start: tomorrow(0), end: tomorrow(1), price: 0, memberId: steward.memberId });
    const { mistakes } = expectProblem(reply, 'invalid-request', 400);
    expect(JSON.stringify(mistakes)).toContain('price');
  });

  it.each(['__proto__', 'constructor'])('that reaches for %s', async (field) => {
    const body = `{"start":"${tomorrow(0)}","end":"${tomorrow(1)}","${field}":{"isAdmin":true}}`;
    expectProblem(await book(body), 'invalid-request', 400);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it.each([
    [7],
    [true],
    [[]],
    [{}],
    ['tomorrow'],
    ['2026-02-30T10:00:00Z'],
    ['2026-11-22'],
    ['2026-11-22T10:00:00'],
    ['2026-11-22T25:00:00Z'],
    ['0000-01-01T00:00:00Z'],
    ['-000001-01-01T00:00:00Z'],
    ['+275760-09-13T00:00:00Z'],
    ['275760-09-13T00:00:00Z'],
    ['1999-12-31T23:59:59Z'],
    ['2200-01-01T00:00:00Z'],
    ['٢٠٢٦-١١-٢٢T10:00:00Z'],
  ])('with the absurd date %j', async (date) => {
    expectProblem(await book({ start: date, end: tomorrow(1) }), 'invalid-request', 400);
    expectProblem(await book({ start: tomorrow(0), end: date }), 'invalid-request', 400);
  });

  it('of ten megabytes', async () => {
    const reply = await book({ start: tomorrow(0), end: tomorrow(1), purpose: 'x'.repeat(10_000_000) });
    expectProblem(reply, 'too-large', 413);
  });

  it('of ten megabytes, packed into ten kilobytes', async () => {
    const body = gzipSync(JSON.stringify({ start: 'x'.repeat(10_000_000) }));
    const headers = {
      ...anna.credentials,
      ...key(),
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    const response = await fetch(`http://127.0.0.1:${app.port}${bookings()}`, {
      method: 'POST',
      headers,
      body,
    });
    expect(response.status).toBe(413);
  });

  it.each([
    ['text/plain', 'unsupported-media-type', 415],
    ['application/x-www-form-urlencoded', 'unsupported-media-type', 415],
    ['multipart/form-data; boundary=x', 'unsupported-media-type', 415],
    ['application/json; charset=utf-7', 'unsupported-media-type', 415],
    ['application/jsonp', 'unsupported-media-type', 415],
    ['', 'unsupported-media-type', 415],
  ])('of the type "%s"', async (type, kind, status) => {
    const headers = { ...key(), 'content-type': type };
    expectProblem(await anna.send(bookings(), { method: 'POST', body: '{}', headers }), kind, status);
  });

  it('in an unknown encoding, or not in the one it names', async () => {
    const send = (encoding: string) => {
      const headers = { ...key(), 'content-encoding': encoding };
      return anna.send(bookings(), { method: 'POST', body: '{}', headers });
    };
    expectProblem(await send('rot13'), 'unsupported-media-type', 415);
    expectProblem(await send('gzip'), 'malformed-request', 400);
  });

  it('that is not UTF-8', async () => {
    const bytes = Buffer.from('{"name":"\xff\xfe"}', 'latin1');
    const headers = { ...steward.credentials, ...key(), 'content-type': 'application/json' };
    const url = `http://127.0.0.1:${app.port}/api/workshops/${workshopId}/competences`;
    const response = await fetch(url, { method: 'POST', headers, body: bytes });
    expect([response.status, problem.parse(await response.json()).type]).toEqual([
      400,
      '/problems/malformed-request',
    ]);
  });
});

describe('a name', () => {
  const register = (name: unknown) =>
    steward.command(`/api/workshops/${workshopId}/machines?dryRun=true`, { ...someMachine, name });

  it.each([
    ['10,000 characters', 'x'.repeat(10_000)],
    ['nothing', ''],
    ['blanks', ' \t '],
    ['a NUL character', 'a\u0000b'],
    ['line breaks', 'a\nb'],
    ['an escape sequence', '\u001b[31mred'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('of %s is refused', async (_, name) => {
    expectProblem(await register(name), 'invalid-request', 400);
  });

  it.each([
    ['emoji', '🪚 Säge 👩🏽‍🏭'],
    ['right-to-left text', 'מחרטה'],
    ['right-to-left overrides', 'saw \u202egnp.exe'],
    ['a script tag', '<script>alert(1)</script>'],
    ['SQL', "'; drop table machines; --"],
    ['a path', '../../etc/passwd'],
    ['a template', '{{7*7}}<%= 7*7 %>'],
  ])('of %s is a name like any other', async (_, name) => {
    const reply = await register(name);
    expect([reply.status, reply.body]).toEqual([200, { wouldBeAccepted: true }]);
  });
});

describe('an address', () => {
  it.each([
    '/api/machines/../../etc/passwd',
    '/api/machines/..%2f..%2fetc%2fpasswd',
    '/api/machines/%2e%2e',
    '/api/nothing',
    '/api/',
    '/api//machines',
    '/api/Machines',
    '/api/machines/',
    '/problems/nothing',
    '/.git/config',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/server/main.ts',
    '/%',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await rawHttp(app.port, request(`GET ${path}`, ['Host: localhost']));
    expect([400, 404]).toContain(status);
    expect(body).toContain('"type":"/problems/');
    expect(body).not.toContain('commonwright"');
  });

  it.each(['/api/machines/%', '/api/machines/%zz', '/api/machines/%c3%28'])(
    '%s is not well encoded',
    async (path) => {
      const { status, body } = await rawHttp(app.port, request(`GET ${path}`, ['Host: localhost']));
      expect([status, JSON.parse(body).type]).toEqual([400, '/problems/malformed-request']);
    },
  );

  it.each(['1', 'null', "' or 1=1 --", '%00', 'x'.repeat(5000), '🪚'])(
    'with the id %s is not valid',
    async (id) => {
      expectProblem(await anna.get(`/api/machines/${encodeURIComponent(id)}`), 'invalid-request', 400);
    },
  );

  it('with somebody else’s, another kind’s or nobody’s id finds nothing', async () => {
    for (const id of [randomUUID(), workshopId, anna.memberId]) {
      expectProblem(await anna.get(`/api/machines/${id}`), 'not-found', 404);
      expectProblem(await anna.get(`${bookings()}/${id}`), 'not-found', 404);
    }
  });

  it('with unknown or repeated query parameters is not valid', async () => {
    for (const query of ['?color=red', '?free=now&free=now', '?free=later', '?__proto__=1', '?dryRun=true']) {
      expectProblem(await anna.get(`/api/machines${query}`), 'invalid-request', 400);
    }
    expectProblem(
      await anna.send(`${bookings()}?dryRun=maybe`, { method: 'POST', body: {}, headers: key() }),
      'invalid-request',
      400,
    );
  });

  it('with another method names those that it takes', async () => {
    const reply = await anna.send('/api/machines', { method: 'DELETE' });
    expectProblem(reply, 'method-not-allowed', 405);
    expect(reply.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expectProblem(await anna.send('/machines', { method: 'POST', body: {} }), 'method-not-allowed', 405);
    const options = await anna.send('/api/machines', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it('answers HEAD as GET, without a body', async () => {
    const [got, asked] = await Promise.all([
      anna.get('/api/workshops'),
      anna.send('/api/workshops', { method: 'HEAD' }),
    ]);
    expect([asked.status, asked.text]).toEqual([200, '']);
    expect(asked.headers.get('content-length')).toBe(got.headers.get('content-length'));
  });
});

describe('headers', () => {
  const command = (headers: readonly string[], body = '{}') =>
    rawHttp(
      app.port,
      request(
        `POST ${bookings()}`,
        [
          'Host: localhost',
          `Cookie: ${anna.credentials.cookie}`,
          `Content-Length: ${body.length}`,
          ...headers,
        ],
        body,
      ),
    );
  const json = 'Content-Type: application/json';

  it('without a command’s id', async () => {
    const { status, body } = await command([json]);
    expect([status, JSON.parse(body).type]).toEqual([400, '/problems/command-id-missing']);
  });

  it.each([
    ['Idempotency-Key twice', [json, `Idempotency-Key: ${randomUUID()}`, `Idempotency-Key: ${randomUUID()}`]],
    ['a command’s id that is none', [json, 'Idempotency-Key: 1']],
    ['two types', [json, 'Content-Type: text/plain', `Idempotency-Key: ${randomUUID()}`]],
    ['two hosts', [json, 'Host: elsewhere', `Idempotency-Key: ${randomUUID()}`]],
  ])('with %s', async (_, headers) => {
    const { status, body } = await command(headers);
    expect([status, JSON.parse(body).type]).toEqual([400, '/problems/malformed-request']);
  });

  it('without a Host', async () => {
    const { status, body } = await rawHttp(app.port, request('GET /api/machines', []));
    expect([status, JSON.parse(body).type]).toEqual([400, '/problems/malformed-request']);
  });

  it.each([
    ['nonsense', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      request('POST /api/machines', ['Host: a', 'Content-Length: 1', 'Content-Length: 2'], '{}'),
      400,
    ],
    [
      'length and chunks',
      request(
        'POST /api/machines',
        ['Host: a', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
        '0\r\n\r\n',
      ),
      400,
    ],
    [
      '20 kilobytes of headers',
      request('GET /api/machines', ['Host: a', `X-Long: ${'x'.repeat(20_000)}`]),
      431,
    ],
  ])('that are no HTTP: %s', async (_, bytes, status) => {
    const reply = await rawHttp(app.port, bytes);
    expect(reply.status).toBe(status);
    expect(reply.head).toContain('application/problem+json');
    expect(problemKind.safeParse(JSON.parse(reply.body).type.slice('/problems/'.length)).success).toBe(true);
  });

  it('with If-Match as a list, a star, or missing', async () => {
    const path = `/api/workshops/${workshopId}/joining`;
    const send = (headers: Record<string, string>) =>
      steward.send(path, { method: 'PUT', body: { joining: 'approval' }, headers: { ...key(), ...headers } });
    expectProblem(await send({}), 'precondition-required', 428);
    expectProblem(await send({ 'if-match': '"0", "1"' }), 'malformed-request', 400);
    expectProblem(await send({ 'if-match': '*' }), 'malformed-request', 400);
    expectProblem(await send({ 'if-match': '"999"' }), 'precondition-failed', 412);
    expectProblem(await send({ 'if-match': '"another"' }), 'precondition-failed', 412);
  });

  it('from another site', async () => {
    const send = (headers: Record<string, string>) =>
      anna.send(bookings(), { method: 'POST', body: {}, headers: { ...key(), ...headers } });
    expectProblem(await send({ origin: 'https://evil.example' }), 'wrong-origin', 403);
    expectProblem(await send({ origin: 'null', 'sec-fetch-site': 'cross-site' }), 'wrong-origin', 403);
  });

  it('with two session cookies, one of them planted, are nobody’s', async () => {
    const cookie = `${anna.credentials.cookie}; ${steward.credentials.cookie}`;
    expectProblem(await anna.send('/api/me', { headers: { cookie } }), 'not-signed-in', 401);
  });

  it('with a key that is not known', async () => {
    const reply = await app.nobody.send('/api/me', { headers: { authorization: 'Bearer cw_nothing' } });
    expectProblem(reply, 'not-signed-in', 401);
  });
});

describe('another workshop', () => {
  it('is closed to somebody who is a steward elsewhere', async () => {
    const other = await app.person('Olga');
    const founded = await other.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' });
    expect(founded.status).toBe(201);
    head = await app.parts.store.head();
    const description = { ...someMachine, name: 'Mine now' };
    expectProblem(
      await other.command(`/api/workshops/${workshopId}/machines`, description),
      'forbidden',
      403,
    );
    expectProblem(
      await other.command(`/api/machines/${machineId}/description`, description, {
        method: 'PUT',
        ifMatch: 0,
      }),
      'forbidden',
      403,
    );
    expectProblem(
      await other.command(`/api/machines/${machineId}/outages`, { reason: 'broken' }),
      'forbidden',
      403,
    );
  });
});

describe('security', () => {
  it('keeps foreign and inline code out', async () => {
    const { headers } = await app.nobody.get('/api/machines');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('gives cookies that scripts and other sites cannot use', async () => {
    const reply = await app.nobody.post('/api/auth/sign-in/email', {
      email: anna.email,
      password: anna.password,
    });
    expect(reply.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/i);
  });

  it('logs no addresses, names, cookies, tokens or passwords', async () => {
    await app.nobody.post('/api/auth/sign-in/email', { email: anna.email, password: 'hunter2hunter2' });
    await app.nobody.get('/api/auth/reset-password/SECRETRESETTOKEN?callbackURL=%2F');
    await app.nobody.get(`/invite/${workshopId}/SECRETINVITATION`);
    await anna.get('/api/machines?q=anna%40example.org');
    const logged = app.logged();
    expect(logged).toContain('"requestId"');
    const secret = anna.credentials.cookie?.split('=')[1] ?? 'none';
    for (const word of [anna.email, 'hunter2', 'SECRET', 'anna%40', 'Anna', secret]) {
      expect(logged).not.toContain(word);
    }
  });
});
