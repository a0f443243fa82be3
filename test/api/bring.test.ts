import { describe, expect, test } from 'vitest';
import { bringReply } from '../../shared/designs/bringingViews.ts';
import { draftList, draftView } from '../../shared/designs/draftViews.ts';
import { uploadState } from '../../shared/files/uploads.ts';
import { idIn, type Person } from '../server/application.ts';
import { gitServer } from '../server/designs/bringing/gitServer.ts';
import { PICTURE, zipOf } from '../server/designs/bringing/scene.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication({ gitReach: 'anywhere' });

const sent = async (person: Person, bytes: Buffer): Promise<string> => {
  const started = await person.post('/api/uploads', { bytes: bytes.length });
  const { uploadId } = uploadState.parse(started.body);
  const path = `/api/uploads/${uploadId}/chunks?at=0`;
  const response = await fetch(`http://127.0.0.1:${app().port}${path}`, {
    method: 'POST',
    headers: { origin: app().url, ...person.credentials },
    body: new Uint8Array(bytes),
  });
  const { fileId } = uploadState.parse(await response.json());
  if (fileId === null) throw new Error('the file did not arrive whole');
  return fileId;
};
const brought = async (person: Person, body: object) => {
  const reply = await person.post('/api/drafts/bring', body);
  expect(reply.status, reply.text).toBe(201);
  return bringReply.parse(reply.body);
};
const broughtZip = async (person: Person, files: Record<string, string | Buffer>, more: object = {}) =>
  brought(person, { kind: 'zip', name: 'mill.zip', fileId: await sent(person, await zipOf(files)), ...more });
const read = async (person: Person, draftId: string) =>
  draftView.parse((await person.get(`/api/drafts/${draftId}`)).body);
const published = async (person: Person, draftId: string): Promise<string> => {
  const { version } = await read(person, draftId);
  return idIn(await person.command(`/api/drafts/${draftId}/publish`, { version, workshopId: null }));
};

const MILL = {
  'mill/README.md': '# Corn mill\n\nIt grinds twenty kilograms of maize in an hour.\n',
  'mill/LICENSE': 'SPDX-License-Identifier: CERN-OHL-S-2.0\n',
  'mill/bom.csv': 'Part,Qty\nShaft,1\nBearing,2\n',
  'mill/img/mill.png': PICTURE,
};

describe('bringing a design that stands in a folder already', () => {
  test('a zip archive becomes one draft that can be published as it is, also when it is sent twice', async () => {
    const ada = await app().person('Ada');
    const { drafts } = await broughtZip(ada, MILL);
    const [draft] = drafts;
    expect(draft).toMatchObject({
      title: 'Corn mill',
      designId: null,
      counts: { parts: 2, steps: 0, pictures: 1, files: 4 },
    });
    expect((await broughtZip(ada, MILL)).drafts).toEqual(drafts);
    expect(draftList.parse((await ada.get('/api/drafts')).body).drafts).toHaveLength(1);
    const view = await read(ada, draft?.draftId ?? '');
    expect(view).toMatchObject({
      hindrances: [],
      content: { licence: 'CERN-OHL-S-2.0', title: 'Corn mill' },
    });
    await published(ada, view.draftId);
  });

  test('brought again it is the next revision, in which only what changed is different', async () => {
    const ada = await app().person('Ada');
    const [first] = (await broughtZip(ada, MILL)).drafts;
    const before = await read(ada, first?.draftId ?? '');
    const designId = await published(ada, before.draftId);
    const more = { ...MILL, 'mill/bom.csv': 'Part,Qty\nShaft,1\nBearing,4\n' };
    const [next] = (await broughtZip(ada, more)).drafts;
    expect(next).toMatchObject({ designId });
    expect(next?.remarks).toContainEqual({
      kind: 'recognised',
      at: 'parts',
      sentence: 'Changed since the newest revision: 1 line.',
    });
    const after = await read(ada, next?.draftId ?? '');
    expect(after.base).toMatchObject({ designId, revision: 1 });
    expect(after.content.parts.map(({ id }) => id)).toEqual(before.content.parts.map(({ id }) => id));
    expect(await published(ada, after.draftId)).toBe(designId);
    // The first state once more is another draft of the same design.
    const [again] = (await broughtZip(ada, MILL, { designId })).drafts;
    expect(again).toMatchObject({ designId });
    expect([before.draftId, after.draftId]).not.toContain(again?.draftId);
  });

  test('a folder that was sent file by file, with a tree of products', async () => {
    const ada = await app().person('Ada');
    const names = ['Cart', 'Wheel'];
    const step = `ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\n${names
      .map(
        (name, index) =>
          `#1${index}=PRODUCT('${name}','${name}','',(#1));\n#2${index}=PRODUCT_DEFINITION_FORMATION('','',#1${index});\n#3${index}=PRODUCT_DEFINITION('','',#2${index},#1);\n`,
      )
      .join(
        '',
      )}${[0, 1].map((index) => `#4${index}=NEXT_ASSEMBLY_USAGE_OCCURRENCE('','','',#30,#31,$);\n`).join('')}ENDSEC;\nEND-ISO-10303-21;\n`;
    const files = [
      { path: 'cart/cart.step', fileId: await sent(ada, Buffer.from(step)) },
      { path: 'cart/wheel.jpg', fileId: await sent(ada, PICTURE) },
    ];
    const { drafts } = await brought(ada, { kind: 'folder', name: 'cart', files });
    const { content } = await read(ada, drafts[0]?.draftId ?? '');
    expect(content).toMatchObject({
      title: 'Cart',
      // The file stands in the model, and the tree of its products below its line.
      parts: [
        { id: 'm-model', name: 'cart' },
        { name: 'Wheel', quantity: 2, parent: 'm-model' },
      ],
      instances: [{ id: 'model', of: { kind: 'file', path: 'cart.step' } }],
    });
    const missing = [{ path: 'a.step', fileId: 'f'.repeat(64) }];
    const refused = await ada.post('/api/drafts/bring', { kind: 'folder', name: 'x', files: missing });
    expect(refused).toMatchObject({
      status: 422,
      body: { detail: 'a.step has not arrived here: send it in first.' },
    });
  });

  test('a Git repository, of which the address becomes a link', async () => {
    const ada = await app().person('Ada');
    const url = `${await gitServer({ 'README.md': '# Loom\n\nIt weaves cloth from yarn of any kind.\n' })}/mill.git`;
    const { drafts } = await brought(ada, { kind: 'git', url });
    const { content } = await read(ada, drafts[0]?.draftId ?? '');
    expect(content).toMatchObject({ title: 'Loom', links: { repository: url } });
  });

  test('is refused to strangers, for designs of others, beyond two at a time, and for what was withdrawn', async () => {
    const [ada, bob] = await Promise.all([app().person('Ada'), app().person('Bob')]);
    const [draft] = (await broughtZip(ada, { ...MILL, 'mill/own.txt': 'A secret of Ada' })).drafts;
    const view = await read(ada, draft?.draftId ?? '');
    const designId = await published(ada, view.draftId);
    const fileId = await sent(bob, await zipOf({ 'a.txt': 'x' }));
    const body = { kind: 'zip', name: 'a.zip', fileId };
    expect((await app().nobody.post('/api/drafts/bring', body)).status).toBe(401);
    expect((await bob.post('/api/drafts/bring', { ...body, designId })).status).toBe(403);
    const many = await Promise.all([1, 2, 3, 4, 5].map(() => bob.post('/api/drafts/bring', body)));
    expect(many.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429]);
    const own = view.content.files.find(({ path }) => path === 'own.txt')?.fileId;
    const withdrawn = await ada.command(`/api/files/${own}/withdraw`, { reason: 'It was a secret' });
    expect(withdrawn.status, withdrawn.text).toBe(200);
    const again = await bob.post('/api/drafts/bring', {
      ...body,
      fileId: await sent(bob, await zipOf({ 'own.txt': 'A secret of Ada' })),
    });
    expect(again.status, again.text).toBe(422);
  });
});
