import { createHash, randomUUID } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathOf } from '../../server/files/places.ts';
import { filesBelow } from '../../server/operations/durable.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { idIn, type Person } from '../server/application.ts';
import { LOCATION, pdf, plainJpeg, png, telephoneJpeg } from '../server/files/photographs.ts';
import { sharedApplication } from './shared.ts';

describe('a photograph', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let stranger: Person;
  let workshopId: string;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    [anna, stranger] = await Promise.all([app().person('Anna'), app().person('Stranger')]);
    await app().join(anna, workshopId);
  });

  const base = () => `http://127.0.0.1:${app().port}`;
  const send = async (bytes: Buffer, who: Person | null = anna, headers: Record<string, string> = {}) => {
    const credentials = who?.credentials ?? {};
    const response = await fetch(`${base()}/api/files`, {
      method: 'POST',
      headers: { origin: app().url, ...credentials, ...headers },
      body: bytes,
    });
    return { status: response.status, text: await response.text() };
  };
  const sent = async (bytes: Buffer, who?: Person) => {
    const reply = await send(bytes, who);
    expect(reply.status, reply.text).toBe(201);
    return fileReply.parse(JSON.parse(reply.text));
  };
  const read = (fileId: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${base()}/api/files/${fileId}`, { method, headers });
  const kept = () => filesBelow(join(app().dataDir, 'files'));
  const coming = () => filesBelow(join(app().dataDir, 'incoming'));

  it('is taken in and read by everybody who was told its id, for ever the same', async () => {
    const { fileId, type, bytes } = await sent(telephoneJpeg());
    const response = await read(fileId);
    const content = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect({ type, bytes }).toEqual({ type: 'image/jpeg', bytes: content.length });
    expect(createHash('sha256').update(content).digest('hex')).toBe(fileId);
    expect(content.includes(LOCATION)).toBe(false);
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toBe('image/jpeg');
    expect(header('etag')).toBe(`"${fileId}"`);
    expect(header('cache-control')).toContain('immutable');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-security-policy')).toContain('sandbox');
    expect(header('content-disposition')).toContain(`inline; filename="${fileId.slice(0, 12)}.jpg"`);
    expect((await read(fileId, { 'if-none-match': `"${fileId}"` })).status).toBe(304);
    const head = await read(fileId, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes)]);
    expect((await head.arrayBuffer()).byteLength).toBe(0);
  });

  it('is read in ranges', async () => {
    const { fileId, bytes } = await sent(telephoneJpeg());
    const whole = Buffer.from(await (await read(fileId)).arrayBuffer());
    const cases: [string, number, Buffer][] = [
      ['bytes=0-9', 206, whole.subarray(0, 10)],
      ['bytes=10-', 206, whole.subarray(10)],
      ['bytes=-5', 206, whole.subarray(-5)],
      [`bytes=5-${bytes + 100}`, 206, whole.subarray(5)],
      ['bytes=0-1,4-5', 200, whole],
      ['lines=1-2', 200, whole],
      ['bytes=9-2', 200, whole],
    ];
    for (const [range, status, part] of cases) {
      const response = await read(fileId, { range });
      const got = Buffer.from(await response.arrayBuffer());
      expect([range, response.status, got.equals(part)]).toEqual([range, status, true]);
    }
    const beyond = await read(fileId, { range: `bytes=${bytes}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes}`]);
    const other = await read(fileId, { range: 'bytes=0-9', 'if-range': '"another"' });
    expect(other.status).toBe(200);
  });

  it('a manual is saved under the name that it is asked for, whatever that says', async () => {
    const { fileId } = await sent(pdf());
    const response = await read(`${fileId}?name=${encodeURIComponent('Laser "Größe".exe\u2026')}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="Laser _Gr__e_\.exe_\.pdf"; filename\*=UTF-8''Laser%20/,
    );
    expect(disposition).toMatch(/\.pdf$/);
    expect((await read(`${fileId}?name=a%0d%0ab`)).status).toBe(400);
  });

  it('is taken from the people of a workshop alone', async () => {
    expect((await send(plainJpeg(), null)).status).toBe(401);
    expect((await send(plainJpeg(), stranger)).status).toBe(403);
    expect((await send(plainJpeg(), anna, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('that is none is refused with a sentence, and nothing stays', async () => {
    const before = await kept();
    const cases: [Buffer, number, string][] = [
      [Buffer.alloc(0), 422, 'empty'],
      [Buffer.from('<!doctype html><script>alert(1)</script>'), 422, 'web page'],
      [telephoneJpeg().subarray(0, 200), 422, 'cut off'],
      [png([], { width: 90_000, height: 90_000 }), 413, 'pixels'],
      [Buffer.concat([plainJpeg(), Buffer.alloc(15_000_000)]), 413, '15 MB'],
    ];
    for (const [bytes, status, sentence] of cases) {
      const reply = await send(bytes);
      expect([reply.status, reply.text.includes(sentence)], reply.text).toEqual([status, true]);
    }
    expect((await send(plainJpeg(), anna, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect(await kept()).toEqual(before);
    expect(await coming()).toEqual([]);
  });

  it('whose sender announces too much, or hangs up before the end, leaves nothing', async () => {
    const before = await kept();
    const head = (length: number) =>
      [
        'POST /api/files HTTP/1.1',
        `Host: localhost:${app().port}`,
        `Cookie: ${anna.credentials.cookie}`,
        `Content-Length: ${length}`,
        '',
        '',
      ].join('\r\n');
    const lying = connect({ port: app().port, host: '127.0.0.1' });
    lying.write(head(900_000_000));
    const answer = await new Promise<string>((resolve) =>
      lying.once('data', (data) => resolve(String(data))),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    lying.destroy();
    const short = connect({ port: app().port, host: '127.0.0.1' });
    short.write(Buffer.concat([Buffer.from(head(10_000)), pdf()]));
    await expect.poll(async () => (await coming()).length).toBe(1);
    short.destroy();
    await expect.poll(coming).toEqual([]);
    expect(await kept()).toEqual(before);
    expect(app().logged()).not.toContain('"stack"');
  });

  it('is told of to nobody who asks what else the server knows', async () => {
    expect((await read('0'.repeat(64))).status).toBe(404);
    expect((await read('..%2f..%2faccounts.db')).status).toBe(404);
    expect((await read('x')).status).toBe(404);
  });

  it('is withdrawn by whoever sent it in: the bytes go, the reason stays, and it is not taken again', async () => {
    const picture = plainJpeg(77);
    const { fileId } = await sent(picture);
    const path = `/api/files/${fileId}/withdraw`;
    const body = { reason: 'It shows a child.' };
    expect((await app().nobody.command(path, body)).status).toBe(401);
    expect((await stranger.command(path, body)).status).toBe(403);
    expect((await steward.command(path, body)).status).toBe(403);
    const rehearsed = await anna.command(path, body, { dryRun: true });
    expect([rehearsed.status, (await read(fileId)).status]).toEqual([200, 200]);

    const commandId = randomUUID();
    const first = await anna.command(path, body, { commandId });
    expect(first.status, first.text).toBe(200);
    expect(await kept()).not.toContain(pathOf(fileId));
    expect((await anna.command(path, body, { commandId })).text).toBe(first.text);
    expect((await anna.command(path, body)).status).toBe(409);
    const gone = await read(fileId);
    expect([gone.status, await gone.text()]).toEqual([410, expect.not.stringContaining('child')]);
    expect((await anna.get(`/api/files/${fileId}`)).text).toContain('It shows a child.');
    const again = await send(picture, steward);
    expect([again.status, again.text.includes('/problems/file-withdrawn')]).toEqual([409, true]);
    expect(await coming()).toEqual([]);
    expect((await steward.command(`/api/files/${'0'.repeat(64)}/withdraw`, body)).status).toBe(404);
  });

  it('is withdrawn by a steward of a workshop whose machine shows it', async () => {
    const { fileId } = await sent(plainJpeg(78));
    const machineId = await app().registerMachine(steward, workshopId);
    const shown = await steward.command(`/api/machines/${machineId}/photographs`, { fileId });
    expect(shown.status, shown.text).toBeLessThan(300);
    const reply = await steward.command(`/api/files/${fileId}/withdraw`, { reason: 'Blurred.' });
    expect(reply.status, reply.text).toBe(200);
    expect((await read(fileId)).status).toBe(410);
  });

  it('goes for good also where the server fell right after the event that withdrew it', async () => {
    const { fileId } = await sent(plainJpeg(81));
    const data = { fileId, reasonId: randomUUID(), withdrawnBy: anna.memberId };
    const metadata = {
      at: new Date().toISOString(),
      actor: `member:${anna.memberId}`,
      commandId: randomUUID(),
      commandHash: 'b'.repeat(64),
      version: 1,
    };
    const event = { id: randomUUID(), type: 'FileWithdrawn', data, metadata };
    await app().parts.store.append(`file-${fileId}`, [event], 'none');
    await expect.poll(async () => (await read(fileId)).status, { timeout: 8000 }).toBe(410);
    await expect.poll(kept, { timeout: 8000 }).not.toContain(pathOf(fileId));
  });

  it('is known as one’s own until one is erased', async () => {
    const ben = await app().person('Ben');
    await app().join(ben, workshopId);
    const { fileId } = await sent(plainJpeg(79), ben);
    expect((await ben.get('/api/me/data')).text).toContain(fileId);
    expect(await app().accounts.uploads.isBy(fileId, ben.memberId)).toBe(true);
    idIn(await ben.command('/api/me/erase', { confirm: 'erase' }));
    expect(await app().accounts.uploads.isBy(fileId, ben.memberId)).toBe(false);
    expect((await read(fileId)).status).toBe(200);
  });

  it('is kept for another week when an event is about to name it', async () => {
    const { fileId } = await sent(plainJpeg(80));
    const longAgo = new Date(Date.now() - 30 * 86_400_000);
    await utimes(join(app().dataDir, 'files', pathOf(fileId)), longAgo, longAgo);
    expect(await app().parts.files.claim(fileId)).not.toBeNull();
    expect(await app().files.removeUntouched(fileId, Date.now() - 7 * 86_400_000)).toBe(false);
  });
});
