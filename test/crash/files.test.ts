import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pathOf } from '../../server/files/places.ts';
import { filesBelow } from '../../server/operations/durable.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { uploadState } from '../../shared/files/uploads.ts';
import { idIn, PASSWORD, someWorkshop } from '../server/application.ts';
import { caller } from '../server/caller.ts';
import { pdf, plainJpeg } from '../server/files/photographs.ts';
import { type ServerProcess, startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;
const EMAIL = 'stefania@example.org';

/** Founds a workshop, and answers the cookie of its steward. */
async function founded(server: ServerProcess): Promise<string> {
  const nobody = caller(server.base, server.origin);
  const account = { name: 'Stefania', email: EMAIL, password: PASSWORD };
  const body = { code: server.foundingCode, account, workshop: someWorkshop };
  idIn(await nobody.command('/api/founding', body));
  return cookieOf(server);
}

async function cookieOf(server: ServerProcess): Promise<string> {
  const nobody = caller(server.base, server.origin);
  const reply = await nobody.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const send = async (server: ServerProcess, cookie: string, bytes: Buffer) => {
  const headers = { origin: server.origin, cookie };
  const response = await fetch(`${server.base}/api/files`, { method: 'POST', headers, body: bytes });
  return { status: response.status, text: await response.text() };
};

it('a server that is killed while a file comes in leaves no half of it, and what it had taken stays', async () => {
  const dataDir = await temporaryFolder();
  const first = await startServerProcess({ DATA_DIR: dataDir });
  onTestFinished(() => first.kill());
  const cookie = await founded(first);
  const taken = fileReply.parse(JSON.parse((await send(first, cookie, plainJpeg())).text));
  const socket = connect({ port: Number(new URL(first.base).port), host: '127.0.0.1' });
  socket.on('error', () => {});
  const head = `POST /api/files HTTP/1.1\r\nHost: ${new URL(first.origin).host}\r\nCookie: ${cookie}\r\n`;
  socket.write(`${head}Content-Length: 1000000\r\n\r\n`);
  socket.write(pdf('cut', 60_000));
  const coming = () => filesBelow(join(dataDir, 'incoming'));
  await expect.poll(async () => (await coming()).length).toBe(1);
  await first.kill();
  expect(await coming()).toHaveLength(1);

  const second = await startServerProcess({ DATA_DIR: dataDir });
  onTestFinished(() => second.kill());
  expect(await coming()).toEqual([]);
  expect(await filesBelow(join(dataDir, 'files'))).toEqual([pathOf(taken.fileId)]);
  expect((await fetch(`${second.base}/api/files/${taken.fileId}`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
});

/** What the server knows of an upload, or answers to it. */
async function upload(server: ServerProcess, cookie: string, path: string, body?: string | Buffer) {
  const headers = { origin: server.origin, cookie, 'content-type': 'application/json' };
  const method = body === undefined ? 'GET' : 'POST';
  const reply = await fetch(`${server.base}/api/uploads${path}`, {
    method,
    headers,
    ...(body ? { body } : {}),
  });
  return { status: reply.status, state: reply.ok ? uploadState.parse(await reply.json()) : null };
}

it('a file in pieces goes on after the server was killed, and in another process of the same folder', async () => {
  const dataDir = await temporaryFolder();
  const whole = randomBytes(300_000);
  const [one, two, three] = [0, 1, 2].map((part) => whole.subarray(part * 100_000, (part + 1) * 100_000));
  const first = await startServerProcess({ DATA_DIR: dataDir });
  onTestFinished(() => first.kill());
  const cookie = await founded(first);
  const began = await upload(first, cookie, '', JSON.stringify({ bytes: whole.length }));
  const id = began.state?.uploadId;
  expect((await upload(first, cookie, `/${id}/chunks?at=0`, one)).state?.offset).toBe(100_000);
  const socket = connect({ port: Number(new URL(first.base).port), host: '127.0.0.1' });
  socket.on('error', () => {});
  const head = `POST /api/uploads/${id}/chunks?at=100000 HTTP/1.1\r\nHost: ${new URL(first.origin).host}\r\n`;
  socket.write(`${head}Cookie: ${cookie}\r\nContent-Length: 200000\r\n\r\n`);
  socket.write(randomBytes(50_000));
  const piece = join(dataDir, 'incoming', 'pieces', String(id));
  await expect.poll(async () => (await stat(piece)).size).toBe(150_000);
  await first.kill();

  const [second, other] = await Promise.all([1, 2].map(() => startServerProcess({ DATA_DIR: dataDir })));
  if (!second || !other) throw new Error('not started');
  onTestFinished(async () => {
    await Promise.all([second.kill(), other.kill()]);
  });
  // What was half written when it fell counts for nothing, and nobody still holds the file.
  const now = await upload(second, cookie, `/${id}`);
  expect(now.state?.offset).toBe(100_000);
  await expect
    .poll(async () => (await upload(second, cookie, `/${id}/chunks?at=100000`, two)).status, {
      timeout: 25_000,
    })
    .toBe(200);
  const last = await upload(other, cookie, `/${id}/chunks?at=200000`, three);
  expect(last.state?.fileId).toBe(createHash('sha256').update(whole).digest('hex'));
  expect((await upload(second, cookie, `/${id}`)).state?.fileId).toBe(last.state?.fileId);
});

describe.runIf(mayMount)('where files come in', () => {
  /** The program with another disk, made by `mount`, where files come in. */
  async function onDisk(options: string) {
    const dataDir = await temporaryFolder();
    const server = await startServerProcess({ DATA_DIR: dataDir }, (command) => [
      'unshare',
      '-rm',
      'sh',
      '-c',
      `mkdir -p "$0/incoming" && mount -t tmpfs -o ${options} tmpfs "$0/incoming" && exec "$@"`,
      dataDir,
      ...command,
    ]);
    onTestFinished(() => server.kill());
    const below = (folder: string) =>
      readdirSync(join(`/proc/${server.child.pid}/root`, dataDir, folder), { recursive: true }).map(String);
    return { server, below };
  }

  it('a full disk is told as that, and nothing stays', async () => {
    const { server, below } = await onDisk('size=1m');
    const cookie = await founded(server);
    const reply = await send(server, cookie, pdf('large', 3_000_000));
    expect([reply.status, reply.text]).toEqual([507, expect.stringContaining('/problems/storage-full')]);
    expect(below('incoming')).toEqual(['0']);
    expect(below('.')).not.toContain('files');
    expect(await server.stop()).toBe(0);
  });

  it('a full disk is told as that, and what had come of a file in pieces stays', async () => {
    const { server, below } = await onDisk('size=1m');
    const cookie = await founded(server);
    const began = await upload(server, cookie, '', JSON.stringify({ bytes: 3_000_000 }));
    const id = began.state?.uploadId;
    await upload(server, cookie, `/${id}/chunks?at=0`, randomBytes(600_000));
    const full = await upload(server, cookie, `/${id}/chunks?at=600000`, randomBytes(2_400_000));
    expect(full.status).toBe(507);
    const { state } = await upload(server, cookie, `/${id}`);
    expect(state?.offset).toBeGreaterThanOrEqual(600_000);
    expect(state?.offset).toBeLessThan(1_100_000);
    expect(below('incoming')).toContain(`pieces/${id}`);
    expect(await server.stop()).toBe(0);
  });

  it('a disk that may only be read is told as that', async () => {
    const { server, below } = await onDisk('ro,size=1m');
    const cookie = await founded(server);
    const reply = await send(server, cookie, pdf());
    expect([reply.status, reply.text]).toEqual([503, expect.stringContaining('/problems/storage-read-only')]);
    expect(below('incoming')).toEqual([]);
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});
