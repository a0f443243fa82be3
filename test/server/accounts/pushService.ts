import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type PushMessage, pushMessage } from '../../../shared/notices/push.ts';

interface Arrived {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Plays a push service and its browsers. `behaviour.status` is answered to the next pushes. */
export async function pushService() {
  const behaviour = { status: 201 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (behaviour.status < 300) arrived.get(request.url ?? '')?.push({ headers: request.headers, body });
      response.statusCode = behaviour.status;
      response.end();
    });
  });
  const arrived = new Map<string, Arrived[]>();
  const seen = { connections: 0 };
  server.on('connection', () => void seen.connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** A browser that has subscribed: it alone can read what is sent to it. */
  const browser = () => {
    const keys = createECDH('prime256v1');
    keys.generateKeys();
    const secret = randomBytes(16);
    const path = `/push/${randomBytes(12).toString('base64url')}`;
    const taken: Arrived[] = [];
    arrived.set(path, taken);
    return {
      subscription: {
        endpoint: `${origin}${path}`,
        expirationTime: null,
        keys: { p256dh: keys.getPublicKey('base64url'), auth: secret.toString('base64url') },
      },
      taken,
      messages: (): PushMessage[] =>
        taken.map(({ body }) => pushMessage.parse(JSON.parse(decrypted(body, keys, secret)))),
    };
  };
  return { origin, behaviour, seen, browser };
}

/** RFC 8291 and RFC 8188, read independently of the library that encrypts. */
function decrypted(body: Buffer, keys: ReturnType<typeof createECDH>, authSecret: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const serverKey = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), serverKey]);
  const key = Buffer.from(hkdfSync('sha256', keys.computeSecret(serverKey), authSecret, info, 32));
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, `Content-Encoding: ${name}\0`, length));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** The claims of a `vapid` authorization, after its signature was checked (RFC 8292). */
export function vapidClaims(authorization: string, publicKey: string): Record<string, unknown> {
  const { t = '', k = '' } = Object.fromEntries(
    authorization
      .replace(/^vapid /i, '')
      .split(',')
      .map((part) => part.trim().split(/=(.*)/s).slice(0, 2)),
  );
  if (k !== publicKey) throw new Error('another key');
  const [header = '', payload = '', signature = ''] = t.split('.');
  const point = Buffer.from(k, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  const verifying = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, verifying, Buffer.from(signature, 'base64url')))
    throw new Error('not signed');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
