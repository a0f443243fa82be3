import { expect, test } from 'vitest';
import { distinctManifests, manifestsIn } from '../../../../server/designs/okh/find.ts';
import { mergeManifest } from '../../../../server/designs/okh/merge.ts';
import { readManifest } from '../../../../server/designs/okh/read.ts';
import { writeManifestLosh } from '../../../../server/designs/okh/write.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import { leavingWith } from './arbitrary.ts';

const file = (path: string): DraftContent['files'][number] => ({
  path,
  fileId: 'a'.repeat(64),
  bytes: 1,
  role: 'other',
  words: '',
});

function read(text: string) {
  const manifest = readManifest(text, 'okh.toml');
  if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
  return manifest;
}

test('Manifests are found by their names, the outermost first', () => {
  const paths = [
    'docs/okh.yml',
    'okh.yml',
    'okh.toml',
    'parts/okh-frame.toml',
    'loom.okh.yaml',
    'bokh.yml',
    'okh.txt',
    'many/okh/bench.yml',
  ];
  expect(manifestsIn(paths)).toEqual([
    'okh.toml',
    'loom.okh.yaml',
    'okh.yml',
    'parts/okh-frame.toml',
    'docs/okh.yml',
    'many/okh/bench.yml',
  ]);
  expect(distinctManifests(paths)).toEqual([
    'okh.toml',
    'loom.okh.yaml',
    'parts/okh-frame.toml',
    'docs/okh.yml',
    'many/okh/bench.yml',
  ]);
});

test('What a manifest says comes before what was guessed, and a README before its paragraph', () => {
  const guessed = {
    ...EMPTY_CONTENT,
    title: 'folder-3',
    story: 'Read me.',
    tags: ['wood'],
    files: [file('a.stl'), file('b.stl')],
  };
  const manifest = read(
    'okhv = "2.0"\nname = "Loom"\nfunction = "Weaves"\nlicense = "MIT"\nkeywords = ["cloth"]\nexport = "a.stl"\n',
  );
  expect(mergeManifest(guessed, manifest)).toMatchObject({
    title: 'Loom',
    purpose: 'Weaves',
    licence: 'MIT',
    story: 'Read me.',
    tags: ['wood', 'cloth'],
    files: [
      { path: 'a.stl', role: 'export' },
      { path: 'b.stl', role: 'other' },
    ],
  });
});

test('What a manifest leaves open stays as it was found', () => {
  const guessed = { ...EMPTY_CONTENT, purpose: 'Weaves.', licence: 'MIT', version: '3', language: 'de' };
  const manifest = read('okhv = "2.0"\nname = "Loom"\n');
  expect(mergeManifest(guessed, manifest)).toMatchObject({ ...guessed, title: 'Loom' });
});

test('A design of ours comes back whole, without the files that only retell it', () => {
  const content: DraftContent = {
    ...EMPTY_CONTENT,
    title: 'Loom',
    licence: 'MIT',
    story: 'Long ago.',
    files: [file('b.stl'), file('a.stl')],
  };
  const text = writeManifestLosh({
    ...leavingWith({ ...content, format: 1 }),
    beside: { readme: 'README.md', others: ['okh.toml'] },
  });
  const brought = {
    ...EMPTY_CONTENT,
    title: 'loom-1',
    story: 'guessed',
    files: ['okh.toml', 'README.md', 'a.stl', 'b.stl'].map(file),
  };
  expect(mergeManifest(brought, read(text))).toEqual(content);
});
