import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { mergeManifest } from '../../../../server/designs/okh/merge.ts';
import { readManifest } from '../../../../server/designs/okh/read.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import { changesBetween } from '../../../../shared/designs/differences.ts';
import { fileReply } from '../../../../shared/files/kinds.ts';
import { sharedApplication } from '../../../api/shared.ts';
import { idIn, type Person } from '../../application.ts';
import { line } from '../library.ts';

const app = sharedApplication();
const base = () => `http://127.0.0.1:${app().port}`;

async function sent(person: Person, text: string) {
  const response = await fetch(`${base()}/api/files?for=design`, {
    method: 'POST',
    headers: { origin: app().url, ...person.credentials },
    body: Buffer.from(text),
  });
  return fileReply.parse(await response.json());
}

async function published(person: Person, content: DraftContent): Promise<string> {
  const draftId = randomUUID();
  await person.post('/api/drafts', { draftId });
  const changes = changesBetween(EMPTY_CONTENT, content);
  const saved = await person.post(`/api/drafts/${draftId}/changes`, { saveId: randomUUID(), changes });
  expect(saved.status, saved.text).toBe(200);
  return idIn(await person.command(`/api/drafts/${draftId}/publish`, { version: 2, workshopId: null }));
}

async function unpacked(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  }
  return entries;
}

const fetched = async (path: string) => {
  const response = await fetch(base() + path);
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

describe('A revision that leaves', () => {
  let content: DraftContent;
  let path: string;
  let person: Person;
  let drawing: string;

  beforeAll(async () => {
    person = await app().person('Ada Stone');
    const [cube, plan] = [
      await sent(person, 'solid cube\nendsolid cube\n'),
      await sent(person, 'a plan of it'),
    ];
    drawing = plan.fileId;
    content = {
      ...EMPTY_CONTENT,
      title: 'Gravel sieve',
      purpose: 'Sorts gravel.',
      story: 'It shakes.',
      licence: 'CERN-OHL-S-2.0',
      parts: [
        line('frame', { name: 'Frame', files: ['out/frame.stl'] }),
        line('bolt', { name: 'Bolt', quantity: 8 }),
      ],
      files: [
        { path: 'out/frame.stl', fileId: cube.fileId, bytes: cube.bytes, role: 'export', words: '' },
        { path: 'README.md', fileId: plan.fileId, bytes: plan.bytes, role: 'other', words: 'its own' },
      ],
      steps: [
        {
          id: 'step1',
          title: 'Weld',
          text: 'Weld **it**.',
          parts: [{ line: 'frame', quantity: null }],
          tools: ['square'],
          machines: ['welder'],
          competences: [],
          minutes: 20,
          pictures: [],
        },
      ],
    };
    path = `/api/designs/${await published(person, content)}/revisions/1`;
  });

  test.each(['okh.yml', 'okh.toml'])('as %s reads back as the design', async (name) => {
    const { status, headers, bytes } = await fetched(`${path}/${name}`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain(name);
    const manifest = readManifest(bytes, name);
    if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
    expect({ ...EMPTY_CONTENT, ...manifest.content, files: content.files }).toEqual(content);
    expect(bytes.toString()).toContain('Ada Stone');
  });

  test('as an archive has everything in it, and comes back the same', async () => {
    const { status, headers, bytes } = await fetched(`${path}/archive.zip`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    const entries = await unpacked(bytes);
    expect([...entries.keys()].toSorted()).toEqual([
      'LICENCES.txt',
      'MANUAL.md',
      'README.md',
      'commonwright-README.md',
      'okh.toml',
      'okh.yml',
      'out/frame.stl',
      'parts.csv',
    ]);
    expect(entries.get('README.md')).toBe('a plan of it');
    expect(entries.get('out/frame.stl')).toContain('endsolid');
    expect(entries.get('MANUAL.md')).toContain('## 1. Weld');
    expect(entries.get('parts.csv')).toContain('Bolt');
    const manifest = readManifest(entries.get('okh.toml') ?? '', 'okh.toml');
    if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
    const known = new Map(content.files.map((file) => [file.path, file]));
    const files = [...entries.keys()].map(
      (each) =>
        known.get(each) ?? {
          path: each,
          fileId: 'f'.repeat(64),
          bytes: 1,
          role: 'other' as const,
          words: '',
        },
    );
    expect(mergeManifest({ ...EMPTY_CONTENT, story: 'guessed', files }, manifest)).toEqual(content);
  });

  test('takes along who built it, without names of people', async () => {
    const { steward, workshopId } = await app().found();
    const [, , , designId] = path.split('/');
    const of = { designId, revision: 1 };
    const buildId = idIn(await steward.command('/api/builds', { workshopId, of, name: 'Press No. 1' }));
    const test = { name: 'Holds 200 bar', outcome: 'passed' };
    idIn(await steward.command(`/api/builds/${buildId}/tests`, test));
    idIn(await steward.command(`/api/builds/${buildId}/complete`, {}));
    const entries = await unpacked((await fetched(`${path}/archive.zip`)).bytes);
    const told = entries.get('REPLICATIONS.md') ?? '';
    expect(told).toContain('## Press No. 1, Riverside Workshop');
    expect(told).toMatch(/Revision 1, completed\n[\s\S]*Test passed: Holds 200 bar/);
    expect(told).not.toContain('Stefania');
  });

  test('names a file that was withdrawn since', async () => {
    const withdrawn = await person.command(`/api/files/${drawing}/withdraw`, {
      reason: 'It shows our yard.',
    });
    expect(withdrawn.status, withdrawn.text).toBeLessThan(300);
    const entries = await unpacked((await fetched(`${path}/archive.zip`)).bytes);
    expect(entries.has('README.md')).toBe(false);
    expect(entries.get('WITHDRAWN.txt')).toContain(`README.md  ${drawing}`);
  });

  test('is not there for a revision that is none', async () => {
    const other = path.replace(/1$/, '2');
    for (const name of ['okh.yml', 'okh.toml', 'archive.zip'])
      expect((await fetched(`${other}/${name}`)).status).toBe(404);
    expect((await fetched('/api/designs/nothing/revisions/x/okh.yml')).status).toBe(404);
  });

  test('is asked for with HEAD as well', async () => {
    const response = await fetch(`${base()}${path}/archive.zip`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
