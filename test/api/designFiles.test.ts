import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_CONTENT } from '../../shared/designs/content.ts';
import { designEvents } from '../../shared/designs/events.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import golden from '../golden/DesignPublished.v1.json' with { type: 'json' };
import type { Person } from '../server/application.ts';
import { plainJpeg } from '../server/files/photographs.ts';
import { eventOf } from '../server/operations/region.ts';
import { publish as publishDraft, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const reason = { reason: 'It is not free.' };

describe('a file of a design', () => {
  const app = sharedApplication();
  let steward: Person;
  let author: Person;
  let forker: Person;
  let workshopId: string;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    [author, forker] = await Promise.all([app().person('Anna'), app().person('Fabio')]);
  });

  const base = () => `http://127.0.0.1:${app().port}`;
  const sent = async (bytes: Buffer | string, who = author) => {
    const response = await fetch(`${base()}/api/files?for=design`, {
      method: 'POST',
      headers: { origin: app().url, ...who.credentials },
      body: bytes,
    });
    const text = await response.text();
    expect(response.status, text).toBe(201);
    return fileReply.parse(JSON.parse(text));
  };
  const read = (fileId: string, name = '') =>
    fetch(`${base()}/api/files/${fileId}?name=${encodeURIComponent(name)}`);
  const withdraw = async (who: Person, fileId: string) =>
    (await who.command(`/api/files/${fileId}/withdraw`, reason)).status;
  const publish = async (
    by: Person,
    fileId: string,
    home: string | null,
    contentId = randomBytes(32).toString('hex'),
  ) => {
    const data = designEvents.DesignPublished.parse({
      ...golden.data,
      designId: randomUUID(),
      contentId,
      summary: { ...golden.data.summary, picture: null },
      files: [fileId],
      uses: [],
      forkedFrom: null,
      publishedBy: by.memberId,
      workshopId: home,
    });
    await app().parts.store.append(`design-${data.designId}`, [eventOf('DesignPublished', data)], 'none');
    const asked = () => author.get(`/api/designs/${data.designId}`);
    await expect.poll(async () => (await asked()).status).toBe(200);
  };

  it('may be anything, from anybody who is signed in, and is known by its bytes', async () => {
    expect((await sent('ISO-10303-21;\nHEADER;')).type).toBe('model/step');
    expect((await sent('part,quantity\nbolt,4\n')).type).toBe('text/csv');
    expect((await sent(randomBytes(64).fill(0, 0, 4))).type).toBe('application/octet-stream');
    const nobody = await fetch(`${base()}/api/files?for=design`, { method: 'POST', body: 'a' });
    expect(nobody.status).toBe(401);
  });

  const script = '<script>alert(document.domain)</script>';
  const hostile: [string, string, string, string][] = [
    ['a web page', `<!doctype html>${script}`, 'page.html', 'text/plain; charset=utf-8'],
    [
      'XHTML',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
      'a.xhtml',
      'text/plain; charset=utf-8',
    ],
    [
      'a drawing with a script',
      `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
      'a.svg',
      'image/svg+xml',
    ],
    ['a page that begins as a GIF', `GIF89a/*${script}*/`, 'a.html', 'image/gif'],
    ['a page that begins as an archive', `PK\x03\x04${script}`, 'a.htm', 'application/zip'],
    ['a script', 'alert(1)', 'a.js', 'text/plain; charset=utf-8'],
  ];
  it.each(hostile)('%s runs nowhere', async (_what, bytes, name, type) => {
    const { fileId } = await sent(Buffer.from(bytes, 'latin1'));
    const { headers } = await read(fileId, name);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    );
    const disposition = headers.get('content-disposition') ?? '';
    // Only what a browser draws as dots may be looked at where it is.
    expect(disposition).toMatch(type === 'image/gif' ? /^inline;/ : /^attachment;/);
    expect(disposition).not.toMatch(/filename="[^"]*\.(html?|xhtml|js)"/);
  });

  it('is saved under its own name where its ending may be true', async () => {
    const saved = async (bytes: Buffer | string, name: string) => {
      const { headers } = await read((await sent(bytes)).fileId, name);
      return /filename="([^"]*)"/.exec(headers.get('content-disposition') ?? '')?.[1];
    };
    expect(await saved('PK\x03\x04 Document.xml', 'frame.FCStd')).toBe('frame.FCStd');
    expect(await saved('cube(10);', 'frame.scad')).toBe('frame.scad');
    expect(await saved('ISO-10303-21;', 'frame.STP')).toBe('frame.STP');
    expect(await saved('ISO-10303-21; ', 'frame.exe')).toBe('frame.exe.step');
    expect(await saved('MZ\0\0', 'setup.exe')).toBe('setup.exe.bin');
    expect(await saved('plain', '')).toMatch(/^[0-9a-f]{12}\.txt$/);
  });

  it('shows no machine: only photographs and manuals do', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const { fileId } = await sent('a story', steward);
    const path = `/api/machines/${machineId}`;
    expect((await steward.command(`${path}/photographs`, { fileId })).status).toBe(409);
    const manual = await steward.send(`${path}/manual`, {
      method: 'PUT',
      body: JSON.stringify({ fileId, name: 'Manual' }),
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    });
    expect(manual.status).toBe(409);
    const fault = { severity: 'cosmetic', description: 'Scratched.', photographs: [fileId] };
    expect((await steward.command(`${path}/faults`, fault)).status).toBeGreaterThanOrEqual(400);
  });

  it('is withdrawn by whoever maintains the design that named it first, and by nobody who forked it', async () => {
    const { fileId } = await sent('first');
    await publish(author, fileId, null);
    await publish(forker, fileId, null);
    expect(await withdraw(forker, fileId)).toBe(403);
    const co = await sent('second', forker);
    await publish(author, co.fileId, null);
    expect(await withdraw(author, co.fileId)).toBe(200);
    expect((await read(co.fileId)).status).toBe(410);
  });

  it('is not withdrawn by who sends the same bytes in after it was published, nor is what a revision says', async () => {
    const { fileId } = await sent('for all to read');
    const contentId = await app().parts.designs.write({
      ...EMPTY_CONTENT,
      title: 'Not yours',
      licence: 'CC0-1.0',
    });
    await publish(author, fileId, null, contentId);
    for (const id of [fileId, contentId]) {
      const bytes = Buffer.from(await (await read(id)).arrayBuffer());
      expect((await sent(bytes, forker)).fileId).toBe(id);
      expect(await withdraw(forker, id)).toBe(403);
    }
  });

  it('is published by who sent it in, or works with who did, and not by who only knows its name', async () => {
    const { fileId, bytes } = await sent('not yet told', author);
    const path = 'notes.txt';
    const value = { path, fileId, bytes, role: 'other', words: '' };
    const changes = [
      set(['title'], '', 'Notes'),
      set(['licence'], '', 'CC0-1.0'),
      { kind: 'add', list: 'files', id: path, value, after: null } as const,
    ];
    const refused = await publishDraft(forker, {}, changes);
    expect([refused.status, refused.text.includes('fileNotSent')]).toEqual([409, true]);
    expect((await publishDraft(author, {}, changes)).status).toBe(201);
    expect((await publishDraft(forker, {}, changes)).status).toBe(201);
  });

  it('is withdrawn by a steward of its home, or by any steward where it has none', async () => {
    const elsewhere = randomUUID();
    const [atHome, away, homeless] = await Promise.all(['one', 'two', 'three'].map((text) => sent(text)));
    if (!atHome || !away || !homeless) throw new Error('not sent');
    await publish(author, atHome.fileId, workshopId);
    await publish(author, away.fileId, elsewhere);
    await publish(author, homeless.fileId, null);
    expect(await withdraw(steward, away.fileId)).toBe(403);
    expect(await withdraw(steward, atHome.fileId)).toBe(200);
    expect(await withdraw(steward, homeless.fileId)).toBe(200);
  });

  it('that showed a machine first stays in the hands of its workshop, though a design names it too', async () => {
    const { fileId } = await sent(plainJpeg(400), steward);
    const machineId = await app().registerMachine(steward, workshopId);
    await steward.command(`/api/machines/${machineId}/photographs`, { fileId });
    await publish(forker, fileId, null);
    expect(await withdraw(forker, fileId)).toBe(403);
    expect(await withdraw(steward, fileId)).toBe(200);
  });

  it('that holds what a revision says is gone with its withdrawal, from memory too, and is not written again', async () => {
    const { designs } = app().parts;
    const content = { ...EMPTY_CONTENT, title: 'Not mine', licence: 'CC0-1.0' };
    const contentId = await designs.write(content);
    await publish(author, (await sent('beside it')).fileId, null, contentId);
    expect(designs.read(contentId)?.title).toBe('Not mine');
    expect((await read(contentId)).headers.get('content-type')).toBe('application/json');
    expect(await withdraw(steward, contentId)).toBe(200);
    expect(designs.read(contentId)).toBeNull();
    await expect(designs.write(content)).rejects.toThrow('withdrawn');
  });

  it('that is published already need not come again, whoever sends it', async () => {
    const bytes = Buffer.from('published');
    const { fileId } = await sent(bytes);
    const announced = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    expect((await forker.post('/api/uploads', announced)).text).toContain('"fileId":null');
    await publish(author, fileId, null);
    expect((await forker.post('/api/uploads', announced)).text).toContain(fileId);
  });
});
