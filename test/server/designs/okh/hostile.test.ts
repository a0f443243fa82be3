import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWN_FIELD } from '../../../../server/designs/okh/manifest.ts';
import { readManifest } from '../../../../server/designs/okh/read.ts';
import { draftContent, EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import { processorTime } from '../../../processorTime.ts';

const MOST_MILLISECONDS = 1500;

/** Reads it, however it ends, within the time. */
function read(text: string | Uint8Array, name: string) {
  const begun = processorTime();
  const manifest = readManifest(text, name);
  expect(processorTime() - begun).toBeLessThan(MOST_MILLISECONDS);
  return manifest;
}

const bomb = (): string => {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`,
  );
  return ['title: Bomb', `l0: &l0 [${Array(9).fill('lol').join(', ')}]`, ...levels].join('\n');
};

const contentFaults = (content: object): unknown[] => {
  const parsed = draftContent.safeParse({ ...EMPTY_CONTENT, ...content });
  return parsed.success ? [] : parsed.error.issues;
};

describe('What is meant to break the reader', () => {
  test.each([
    ['a bomb of aliases', 'okh.yml', bomb()],
    ['10 MB of TOML', 'okh.toml', `name = "x"\n${'a = 1\n'.repeat(1_700_000)}`],
    [
      '3 MB of TOML, each line a table',
      'okh.toml',
      `okhv = "2.0"\n${'[[part]]\nname = "x"\n'.repeat(150_000)}`,
    ],
    ['10 MB of YAML', 'okh.yml', `title: x\n${'- a\n'.repeat(2_500_000)}`],
    ['a million of brackets', 'okh.yml', `title: x\ny: ${'[],'.repeat(400_000)}`],
    ['nothing', 'okh.yml', ''],
    ['words without fields', 'okh.yml', 'hello there'],
    ['a table of something else', 'okh.toml', 'a = 1'],
  ])('%s is answered with a sentence', (_, name, text) => {
    const manifest = read(text, name);
    expect(manifest).toMatchObject({ kind: 'unreadable', sentence: expect.stringMatching(/^.{10,400}$/s) });
  });

  test.each([
    [
      'a table within a table, without an end',
      'okh.toml',
      `name = "x"\nrepo = "y"\nx = ${'{a='.repeat(20_000)}`,
    ],
    ['a list within a list, without an end', 'okh.yml', `title: Deep\nx: ${'['.repeat(20_000)}`],
    [
      'Thousands of parts of one name',
      'okh.toml',
      `okhv = "2.0"\n${'[[part]]\nname = "x"\n'.repeat(20_000)}`,
    ],
    [
      'a line that is no YAML, and nearly endless',
      'okh.yml',
      `title: x\ndescription: a: b${' '.repeat(90_000)}x: y\n`,
    ],
    [
      'thousands of lines that are no YAML',
      'okh.yml',
      `title: x\n${Array.from({ length: 2500 }, (_, at) => `k${at}: b: c`).join('\n')}`,
    ],
    [
      'a story of nothing but its headings',
      'okh.yml',
      `title: x\nintended-use: "${' \\n'.repeat(30_000)}"\ndescription: "${'\\n\\n## Intended use\\n\\n '.repeat(8000)}"\n`,
    ],
  ])('%s is read as far as it goes', (_, name, text) => {
    expect(read(text, name).kind).toBe('read');
  });

  test('A circle is cut, and the rest is read', () => {
    const manifest = read('title: Loop\nextra: &a\n  again: *a\n', 'okh.yml');
    expect(manifest).toMatchObject({ kind: 'read', content: { title: 'Loop' } });
    expect(JSON.stringify(manifest).length).toBeLessThan(20_000);
  });

  test('Fields that are no fields change nothing of the program', () => {
    const text = 'title: x\n__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes\n';
    expect(read(text, 'okh.yml').kind).toBe('read');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('A field of ours that unfolds without an end is left alone', () => {
    const text = `title: x\n${OWN_FIELD}:\n  format: 1\n  rest: "${'7cEBAQAAAIKg'.repeat(1000)}"\n`;
    expect(read(text, 'okh.yml')).toMatchObject({ kind: 'read', complete: false });
  });

  test('Paths that lead out of the design are left out, and told', () => {
    const manifest = read(
      'title: x\nbom: ../../etc/passwd\ndesign-files:\n  - path: C:\\secret\\a.stl\n  - /cad/a.stl\n',
      'okh.yml',
    );
    if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
    expect(manifest.files.map(({ path }) => path)).toEqual(['cad/a.stl']);
    expect(manifest.remarks.filter(({ kind }) => kind === 'lost')).toHaveLength(2);
  });

  test('Whatever bytes come, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('okh.yml', 'okh.toml'),
        (bytes, name) => {
          expect(['read', 'unreadable']).toContain(readManifest(bytes, name).kind);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('Whatever a field holds, what is read of it is a content', () => {
    const fields = [
      'title',
      'license',
      'version',
      'keywords',
      'contributors',
      'contact',
      'bom',
      'image',
      'design-files',
      'sub-parts',
      'made',
    ];
    const table = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(table, (values) => {
        const manifest = readManifest(JSON.stringify({ title: 'x', ...values }), 'okh.yml');
        if (manifest.kind === 'read') expect(contentFaults(manifest.content)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('Whatever a field of the second family holds, what is read of it is a content', () => {
    const fields = [
      'name',
      'repo',
      'license',
      'licensor',
      'version',
      'mass',
      'part',
      'outer-dimensions',
      'tsdc',
      'image',
      'source',
      'organization',
    ];
    const table = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(table, (values) => {
        const manifest = readManifest(JSON.stringify({ okhv: '2.0', ...values }), 'okh.yml');
        if (manifest.kind === 'read') expect(contentFaults(manifest.content)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
