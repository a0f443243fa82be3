import { expect, test } from 'vitest';
import { z } from 'zod';
import { softwareAuthenticator } from './softwareAuthenticator.ts';
import { listeningAccounts, signUp, type Visitor } from './testAccounts.ts';

const challengeOf = async (visitor: Visitor, path: string) => {
  const response = await visitor.get(`/api/auth/passkey/${path}`);
  expect(response.status).toBe(200);
  const { challenge } = z.object({ challenge: z.string() }).parse(await response.json());
  return challenge;
};

test('somebody adds a passkey and signs in with it, elsewhere, without a password', async () => {
  const { accounts, origin, visitor } = await listeningAccounts();
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const memberId = (await accounts.sessions.sessionOf({ cookie: ada.cookie() }))?.memberId;
  const authenticator = softwareAuthenticator('localhost', origin);
  const added = await ada.post('/api/auth/passkey/verify-registration', {
    name: 'my phone',
    response: authenticator.register(await challengeOf(ada, 'generate-register-options')),
  });
  expect(added.status).toBe(200);
  const elsewhere = visitor();
  const signedIn = await elsewhere.post('/api/auth/passkey/verify-authentication', {
    response: authenticator.authenticate(await challengeOf(elsewhere, 'generate-authenticate-options')),
  });
  expect(signedIn.status).toBe(200);
  expect((await accounts.sessions.sessionOf({ cookie: elsewhere.cookie() }))?.memberId).toBe(memberId);
  expect(await accounts.dataOf(memberId ?? '')).toMatchObject({ passkeys: [{ name: 'my phone' }] });
});

test('a passkey made for another place, or an answer given twice, opens nothing', async () => {
  const { origin, visitor } = await listeningAccounts();
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const phishing = softwareAuthenticator('localhost', 'https://elsewhere.example');
  const refused = await ada.post('/api/auth/passkey/verify-registration', {
    response: phishing.register(await challengeOf(ada, 'generate-register-options')),
  });
  expect(refused.status).toBe(400);
  const authenticator = softwareAuthenticator('localhost', origin);
  const answer = { response: authenticator.register(await challengeOf(ada, 'generate-register-options')) };
  expect((await ada.post('/api/auth/passkey/verify-registration', answer)).status).toBe(200);
  expect((await ada.post('/api/auth/passkey/verify-registration', answer)).status).toBe(400);
  const nobody = visitor();
  expect((await nobody.get('/api/auth/passkey/generate-register-options')).status).toBe(401);
});
