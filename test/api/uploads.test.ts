import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DAILY_ALLOWANCE } from '../../server/accounts/uploads.ts';
import { pathOf } from '../../server/files/places.ts';
import { sweepPieces } from '../../server/files/sweepPieces.ts';
import { filesBelow } from '../../server/operations/durable.ts';
import { uploadState } from '../../shared/files/uploads.ts';
import { problem } from '../../shared/problem.ts';
import { type Person, startApplication } from '../server/application.ts';
import { LOCATION, plainJpeg, telephoneJpeg } from '../server/files/photographs.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { sharedApplication } from './shared.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a file that comes in pieces', () => {
  const app = sharedApplication();
  let anna: Person;
  let other: Person;

  beforeAll(async () => {
    [anna, other] = await Promise.all([app().person('Anna'), app().person('Otto')]);
  });

  const base = () => `http://127.0.0.1:${app().port}`;
  const start = async (body: object, who = anna) => {
    const reply = await who.post('/api/uploads', body);
    expect(reply.status, reply.text).toBe(201);
    return uploadState.parse(JSON.parse(reply.text));
  };
  const piece = async (uploadId: string, at: number, bytes: Buffer, who = anna) => {
    const response = await fetch(`${base()}/api/uploads/${uploadId}/chunks?at=${at}`, {
      method: 'POST',
      headers: { origin: app().url, ...who.credentials },
      body: bytes,
    });
    return { status: response.status, body: await response.json() };
  };
  const state = async (uploadId: string, who = anna) => {
    const reply = await who.get(`/api/uploads/${uploadId}`);
    return {
      status: reply.status,
      state: reply.status === 200 ? uploadState.parse(JSON.parse(reply.text)) : null,
    };
  };
  const stored = (fileId: string) => readFile(join(app().dataDir, 'files', pathOf(fileId)));
  const pieces = () => filesBelow(join(app().dataDir, 'incoming', 'pieces'));

  it('is a file when the last one is there', async () => {
    const whole = randomBytes(100_000);
    const { uploadId } = await start({ bytes: whole.length, sha256: sha256(whole) });
    const first = uploadState.parse((await piece(uploadId, 0, whole.subarray(0, 60_000))).body);
    expect([first.offset, first.fileId]).toEqual([60_000, null]);
    const last = uploadState.parse((await piece(uploadId, 60_000, whole.subarray(60_000))).body);
    expect(last).toMatchObject({ offset: 100_000, fileId: sha256(whole), type: 'application/octet-stream' });
    expect(await stored(sha256(whole))).toEqual(whole);
    expect((await state(uploadId)).state).toEqual(last);
    expect((await piece(uploadId, 60_000, whole.subarray(60_000))).body).toEqual(last);
    expect(await pieces()).toEqual([]);
  });

  it('arrives whole though its line breaks at every tenth byte', { timeout: 20_000 }, async () => {
    const whole = Buffer.concat([Buffer.from([0, 1]), randomBytes(98)]);
    const { uploadId } = await start({ bytes: whole.length });
    for (let broken = 0; ; broken++) {
      const now = await state(uploadId);
      if (now.state === null) throw new Error(`gone: ${now.status}`);
      if (now.state.fileId !== null) {
        expect([now.state.fileId, broken]).toEqual([sha256(whole), 10]);
        break;
      }
      const { offset } = now.state;
      expect(offset).toBe(broken * 10);
      const socket = connect({ port: app().port, host: '127.0.0.1' });
      socket.write(
        [
          `POST /api/uploads/${uploadId}/chunks?at=${offset} HTTP/1.1`,
          `Host: localhost:${app().port}`,
          `Cookie: ${anna.credentials.cookie}`,
          `Content-Length: ${whole.length - offset}`,
          '',
          '',
        ].join('\r\n'),
      );
      socket.write(whole.subarray(offset, offset + 10));
      const beside = join(app().dataDir, 'incoming', 'pieces', uploadId);
      if (offset + 10 < whole.length) {
        // It hangs up once the server has them.
        await expect.poll(async () => (await readFile(beside).catch(() => '')).length).toBe(offset + 10);
        socket.destroy();
        await expect.poll(async () => (await state(uploadId)).state?.offset).toBe(offset + 10);
      } else {
        await new Promise((resolve) => socket.once('data', resolve));
        socket.destroy();
      }
    }
    expect(await stored(sha256(whole))).toEqual(whole);
  });

  it('is told where to go on', async () => {
    const whole = randomBytes(1000);
    const { uploadId } = await start({ bytes: whole.length });
    await piece(uploadId, 0, whole.subarray(0, 400));
    for (const at of [0, 399, 401, 1000, 5000]) {
      const reply = await piece(uploadId, at, whole.subarray(0, 10));
      const told = problem.parse(reply.body);
      expect([at, reply.status, told.type, told.offset]).toEqual([at, 409, '/problems/upload-offset', 400]);
    }
    expect(
      (
        await fetch(`${base()}/api/uploads/${uploadId}/chunks?at=-1`, {
          method: 'POST',
          headers: { origin: app().url, ...anna.credentials },
        })
      ).status,
    ).toBe(400);
  });

  it('takes one of two pieces that come at once', async () => {
    const whole = randomBytes(400_000);
    const { uploadId } = await start({ bytes: whole.length });
    const replies = await Promise.all([1, 2, 3].map(() => piece(uploadId, 0, whole.subarray(0, 300_000))));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const last = await piece(uploadId, 300_000, whole.subarray(300_000));
    expect(uploadState.parse(last.body).fileId).toBe(sha256(whole));
  });

  it('that is other, or longer, than announced is thrown away with a sentence', async () => {
    const whole = randomBytes(100);
    const wrong = await start({ bytes: 100, sha256: sha256(randomBytes(5)) });
    const long = await start({ bytes: 50 });
    for (const [{ uploadId }, word] of [
      [wrong, 'not what'],
      [long, 'More came'],
    ] as const) {
      const reply = await piece(uploadId, 0, whole);
      expect([reply.status, problem.parse(reply.body).detail]).toEqual([422, expect.stringContaining(word)]);
      expect((await state(uploadId)).status).toBe(404);
    }
    expect(await pieces()).not.toContain(wrong.uploadId);
    const large = await anna.post('/api/uploads', { bytes: 500_000_001 });
    expect([large.status, large.text]).toEqual([413, expect.stringContaining('500 MB')]);
    expect((await anna.post('/api/uploads', { bytes: 0 })).status).toBe(400);
  });

  it('is nobody else’s', async () => {
    const { uploadId } = await start({ bytes: 100 });
    expect((await state(uploadId, other)).status).toBe(404);
    expect((await piece(uploadId, 0, Buffer.alloc(10), other)).status).toBe(404);
    expect((await other.send(`/api/uploads/${uploadId}`, { method: 'DELETE' })).status).toBe(404);
    expect((await app().nobody.post('/api/uploads', { bytes: 1 })).status).toBe(401);
    expect((await anna.send(`/api/uploads/${uploadId}`, { method: 'DELETE' })).status).toBe(200);
    expect((await state(uploadId)).status).toBe(404);
  });

  it('need not come again to whom it is known, and tells nobody else that it is here', async () => {
    const whole = randomBytes(500);
    const { uploadId } = await start({ bytes: whole.length });
    await piece(uploadId, 0, whole);
    const again = { bytes: whole.length, sha256: sha256(whole) };
    expect(await start(again)).toMatchObject({ offset: 500, fileId: sha256(whole) });
    expect(await start(again, other)).toMatchObject({ offset: 0, fileId: null });
    expect(await start({ ...again, bytes: 400 })).toMatchObject({ offset: 0, fileId: null });
  });

  it('is cleaned where it is a photograph', async () => {
    const { uploadId } = await start({ bytes: telephoneJpeg().length });
    const { fileId, type } = uploadState.parse((await piece(uploadId, 0, telephoneJpeg())).body);
    expect(type).toBe('image/jpeg');
    expect((await stored(fileId ?? '')).includes(LOCATION)).toBe(false);
    expect(await pieces()).not.toContain(uploadId);
  });

  it('is not taken again once it was withdrawn', async () => {
    const whole = plainJpeg(90);
    const one = await start({ bytes: whole.length });
    const { fileId } = uploadState.parse((await piece(one.uploadId, 0, whole)).body);
    const withdrawn = await anna.command(`/api/files/${fileId}/withdraw`, { reason: 'Not mine to give.' });
    expect(withdrawn.status, withdrawn.text).toBe(200);
    const two = await start({ bytes: whole.length });
    const reply = await piece(two.uploadId, 0, whole);
    expect([reply.status, problem.parse(reply.body).type]).toEqual([409, '/problems/file-withdrawn']);
    expect((await state(two.uploadId)).status).toBe(404);
  });

  it('that never becomes whole goes after two days, and so do pieces that nobody knows of', async () => {
    const { uploadId } = await start({ bytes: 100 });
    await piece(uploadId, 0, Buffer.alloc(10));
    const sweep = (now: number) => sweepPieces(app().dataDir, app().accounts.incomingFiles, now);
    await sweep(Date.now() + 47 * 3_600_000);
    expect((await state(uploadId)).state?.offset).toBe(10);
    expect(await sweep(Date.now() + 49 * 3_600_000)).toBeGreaterThan(0);
    expect((await state(uploadId)).status).toBe(404);
    expect(await pieces()).toEqual([]);
  });

  it('counts towards what a member may send in a day from when it is announced', async () => {
    const ben = await app().person('Ben');
    for (let sent = 0; sent < DAILY_ALLOWANCE.bytes; sent += 500_000_000)
      await start({ bytes: 500_000_000 }, ben);
    const reply = await ben.post('/api/uploads', { bytes: 1 });
    expect([reply.status, Number(reply.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect((await ben.get('/api/me/data')).text).toContain('filesComing');
  });
});

it('a sender whose line has gone silent gives way to the one who comes back', async () => {
  let ahead = 0;
  const app = await startApplication({ dataDir: await temporaryFolder(), clock: () => Date.now() + ahead });
  onTestFinished(() => app.close());
  const anna = await app.person('Anna');
  const whole = randomBytes(1000);
  const began = await anna.post('/api/uploads', { bytes: whole.length });
  const { uploadId } = uploadState.parse(JSON.parse(began.text));
  const silent = connect({ port: app.port, host: '127.0.0.1' });
  onTestFinished(() => void silent.destroy());
  const path = `/api/uploads/${uploadId}/chunks`;
  silent.write(
    `POST ${path}?at=0 HTTP/1.1\r\nHost: localhost:${app.port}\r\nCookie: ${anna.credentials.cookie}\r\nContent-Length: 1000\r\n\r\n`,
  );
  silent.write(whole.subarray(0, 300));
  const beside = join(app.dataDir, 'incoming', 'pieces', uploadId);
  await expect.poll(async () => (await readFile(beside).catch(() => '')).length).toBe(300);
  const send = async (at: number) => {
    const headers = { origin: app.url, ...anna.credentials };
    const url = `http://127.0.0.1:${app.port}${path}?at=${at}`;
    const response = await fetch(url, { method: 'POST', headers, body: whole.subarray(at) });
    return { status: response.status, body: await response.json() };
  };
  expect((await send(0)).status).toBe(409);
  ahead = 2500;
  // What the silent one had brought is kept.
  expect(problem.parse((await send(0)).body).offset).toBe(300);
  expect(uploadState.parse((await send(300)).body).fileId).toBe(sha256(whole));
});
