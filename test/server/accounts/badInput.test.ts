import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTH_ROUTES } from '../../../server/accounts/authRoutes.ts';
import { listeningAccounts, signUp } from './testAccounts.ts';

const account = { email: 'a@example.org', name: 'Ada', password: 'long enough' };

test.each([
  ['malformed JSON', '{"email": ', 400, 'malformed-request'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 400, 'malformed-request'],
  ['a null character', JSON.stringify({ ...account, name: 'A\0da' }), 400, 'malformed-request'],
  [
    'half a surrogate pair',
    '{"email":"a@example.org","name":"\\ud800","password":"long enough"}',
    400,
    'malformed-request',
  ],
  ['10 MB', JSON.stringify({ ...account, name: 'x'.repeat(10_000_000) }), 413, 'too-large'],
  [
    'a name of 10,000 characters',
    JSON.stringify({ ...account, name: 'x'.repeat(10_000) }),
    400,
    'invalid-request',
  ],
  ['a name of blanks', JSON.stringify({ ...account, name: '   ' }), 400, 'invalid-request'],
  ['an unknown field', JSON.stringify({ ...account, image: 'http://x' }), 400, 'invalid-request'],
  ['wrong types', JSON.stringify({ ...account, password: ['long', 'enough'] }), 400, 'invalid-request'],
  ['a list', '[]', 400, 'invalid-request'],
  ['null', 'null', 400, 'invalid-request'],
  ['nothing', '', 400, 'invalid-request'],
  ['a short password', JSON.stringify({ ...account, password: 'short' }), 400, 'invalid-request'],
])('signing up with %s is refused with a stable type, and nobody is made', async (_, body, status, type) => {
  const { accounts, visitor } = await listeningAccounts();
  const headers = { 'content-type': 'application/json' };
  const answer = await visitor().send('/api/auth/sign-up/email', { method: 'POST', headers, body });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ type: `/problems/${type}`, status });
  expect(await accounts.members.byEmail('a@example.org')).toBeNull();
});

test('names in any script, with emoji, or that look like code, are kept as they are', async () => {
  const { accounts, visitor } = await listeningAccounts();
  const names = [
    'Žofie 👩🏽‍🔧',
    'أحمد',
    "Robert'); drop table user;--",
    '<script>alert(1)</script>',
    '../../etc/passwd',
  ];
  for (const [index, name] of names.entries()) {
    const person = visitor();
    expect((await signUp(person, `${index}@example.org`, name)).status).toBe(200);
    const id = (await accounts.sessions.sessionOf({ cookie: person.cookie() }))?.memberId ?? '';
    expect((await accounts.members.names([id])).get(id)).toBe(name);
  }
});

test.each([
  ['GET', '/api/auth/nothing', 404],
  ['GET', '/api/auth/delete-user', 404],
  ['POST', '/api/auth/update-user', 404],
  ['GET', '/api/auth/sign-up/email', 405],
  ['DELETE', '/api/auth/get-session', 405],
  ['GET', '/api/auth/reset-password/%00', 404],
  ['GET', '/api/auth/callback/%zz', 404],
  ['GET', '/api/auth/../../secret', 404],
  ['GET', `/api/auth/get-session?x=${'y'.repeat(5_000)}`, 414],
  ['GET', '/api/auth/list-sessions', 401],
])('%s %s is answered %s', async (method, path, status) => {
  const { server } = await listeningAccounts();
  const answer = await raw(
    (server.address() as AddressInfo).port,
    `${method} ${path} HTTP/1.1\r\nhost: h\r\n\r\n`,
  );
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(answer).toContain('application/problem+json');
});

/** Sends bytes as they are, which a well-behaved client would not. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(request));
    let answer = '';
    socket.setEncoding('latin1').on('data', (data) => {
      answer += data;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

test('no door answers 500, whatever is sent', { timeout: 60_000 }, async () => {
  const { accounts, visitor } = await listeningAccounts({ trustedProxies: ['127.0.0.1'] });
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const cookie = ada.cookie();
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  console.log(`seed ${seed}`);
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.jsonValue(),
    fc.constant('a@example.org'),
  );
  const known = [
    'email',
    'password',
    'name',
    'token',
    'newPassword',
    'provider',
    'callbackURL',
    'redirectTo',
    'id',
  ];
  const base64url = fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  const passkey = fc.record({
    id: base64url,
    rawId: base64url,
    type: fc.constant('public-key'),
    response: fc.dictionary(
      fc.constantFrom('clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'),
      base64url,
    ),
  });
  const body = fc.oneof(
    fc.dictionary(fc.constantFrom(...known), value),
    fc.record({ response: passkey }),
    fc.jsonValue(),
  );
  let address = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...AUTH_ROUTES),
      body,
      fc.array(fc.tuple(fc.constantFrom('code', 'state', 'error', 'callbackURL', 'token'), fc.string()), {
        maxLength: 3,
      }),
      fc.boolean(),
      async (route, content, query, signedIn) => {
        const path = route.path.replace(/:\w+/, 'somebody');
        const answer = await visitor().send(`/api/auth${path}?${new URLSearchParams(query)}`, {
          method: route.method,
          // Each request from its own address, so that the limits do not hide what lies behind them.
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': `10.${(address++ >> 8) & 255}.${address & 255}.1`,
            ...(signedIn ? { cookie } : {}),
          },
          ...(route.method === 'POST' ? { body: JSON.stringify(content) } : {}),
        });
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400)
          expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      },
    ),
    { seed, numRuns: 400 },
  );
  expect(await accounts.members.byEmail('a@example.org')).not.toBeNull();
});
