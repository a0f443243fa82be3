import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A small but real OpenID Connect provider: authorization code with PKCE (S256), RS256 tokens, JWKS. */
export async function oidcProvider(person: { sub: string; email: string; name: string }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = {
    ...createPublicKey(privateKey).export({ format: 'jwk' }),
    kid: 'k1',
    use: 'sig',
    alg: 'RS256',
  };
  const grants = new Map<string, URLSearchParams>();
  const behaviour = { forgeSignature: false };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') return json(200, configuration());
    if (url.pathname === '/jwks') return json(200, { keys: [jwk] });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      grants.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname !== '/token') return json(404, {});
    const form = new URLSearchParams(await text(request));
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace('Basic ', ''),
      'base64',
    ).toString();
    const secret = form.get('client_secret') ?? basic.split(':')[1];
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || secret !== 'client-secret' || verifier !== grant.get('code_challenge')) {
      return json(400, { error: 'invalid_grant' });
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...person, email_verified: true, nonce: grant.get('nonce') ?? undefined };
    const token = { iss: origin, aud: 'client-id', iat: now, exp: now + 300, ...claims };
    const signed = `${part({ alg: 'RS256', kid: 'k1' })}.${part(token)}`;
    const key = behaviour.forgeSignature
      ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      : privateKey;
    const id_token = `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
    json(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const configuration = () => ({
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  });
  return {
    behaviour,
    settings: {
      id: 'guild',
      name: 'The guild',
      discoveryUrl: `${origin}/.well-known/openid-configuration`,
      clientId: 'client-id',
      clientSecret: 'client-secret',
    },
  };
}
