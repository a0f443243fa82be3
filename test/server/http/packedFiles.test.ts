import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedFiles } from '../../../server/http/packedFiles.ts';

const script = `export const words = ${JSON.stringify('a workshop '.repeat(500))};`;
let folder = '';
let port = 0;
let stop = () => {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'page-a1_B2.js'), script);
  await writeFile(join(folder, 'assets', 'built-c3.js'), script);
  await writeFile(join(folder, 'assets', 'built-c3.js.br'), 'as it was built');
  await writeFile(join(folder, 'secret.js'), 'secret');
  const app = express();
  app.use(packedFiles(folder));
  app.use((_request, response) => response.status(404).send('left to the next'));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  stop = () => server.close();
});

afterAll(async () => {
  stop();
  await rm(folder, { recursive: true });
});

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<Answered>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

describe('a hashed file of the built client', () => {
  it('is sent in Brotli where the browser takes it, else in gzip', async () => {
    const best = await ask('/assets/page-a1_B2.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(best.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(best.bytes).toString()).toBe(script);
    expect(best.bytes.length).toBeLessThan(script.length / 10);
    const plainer = await ask('/assets/page-a1_B2.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(plainer.bytes).toString()).toBe(script);
    expect(plainer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
  });

  it('is sent as the build packed it, and packed here where the build did not', async () => {
    const built = await ask('/assets/built-c3.js', { 'accept-encoding': 'br' });
    expect([built.bytes.toString(), built.headers['content-encoding']]).toEqual(['as it was built', 'br']);
    const plainer = await ask('/assets/built-c3.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(plainer.bytes).toString()).toBe(script);
  });

  it('has its length without its bytes for a HEAD', async () => {
    const { headers, bytes } = await ask('/assets/page-a1_B2.js', { 'accept-encoding': 'br' }, 'HEAD');
    expect(Number(headers['content-length'])).toBeGreaterThan(0);
    expect(bytes).toHaveLength(0);
  });

  it('is left to the next handler where it is wanted plain, in parts, or is not there', async () => {
    expect((await ask('/assets/page-a1_B2.js', {})).status).toBe(404);
    expect((await ask('/assets/page-a1_B2.js', { 'accept-encoding': 'br', range: 'bytes=0-9' })).status).toBe(
      404,
    );
    expect((await ask('/assets/other.js', { 'accept-encoding': 'br' })).status).toBe(404);
  });
});

it('no path leads out of the folder of hashed files', async () => {
  for (const path of [
    '/assets/../secret.js',
    '/assets/%2e%2e/secret.js',
    '/assets/..%2fsecret.js',
    '/secret.js',
  ])
    expect((await ask(path, { 'accept-encoding': 'br' })).status, path).toBe(404);
});
