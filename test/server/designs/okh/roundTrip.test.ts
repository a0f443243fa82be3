import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { ReadManifest } from '../../../../server/designs/okh/manifest.ts';
import { readManifest } from '../../../../server/designs/okh/read.ts';
import { validateLosh, validateV1 } from '../../../../server/designs/okh/validate.ts';
import { writeManifestLosh, writeManifestV1 } from '../../../../server/designs/okh/write.ts';
import { EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import { anyDesign, leavingWith } from './arbitrary.ts';

const families = [
  ['okh.yml', writeManifestV1, (text: string) => validateV1(parseYaml(text))],
  [
    'okh.toml',
    writeManifestLosh,
    (text: string) => validateLosh(JSON.parse(JSON.stringify(parseToml(text)))),
  ],
] as const;

function read(text: string, name: string): ReadManifest {
  const manifest = readManifest(text, name);
  if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
  return manifest;
}

test.each(families)(
  'Any design that leaves as %s is valid there, and comes back the same',
  (name, write, faultsIn) => {
    fc.assert(
      fc.property(anyDesign, (content) => {
        const text = write(leavingWith(content));
        expect(faultsIn(text)).toEqual([]);
        const back = read(text, name);
        expect(back.complete).toBe(true);
        expect({ ...EMPTY_CONTENT, ...back.content, files: [] }).toEqual({ ...content, files: [] });
        // A manifest may name more than is there.
        expect(back.files.slice(0, content.files.length)).toEqual(
          content.files.map(({ path, role, words }) => ({ path, role, words })),
        );
      }),
      { numRuns: 60 },
    );
  },
);

test.each(families)('What was edited in %s since it left stands, and all else comes back', (name, write) => {
  const content = {
    ...EMPTY_CONTENT,
    title: 'Loom',
    licence: 'MIT',
    purpose: 'Weaves.',
    story: 'Long ago.',
    version: '3',
  };
  const edited = write(leavingWith(content)).replace('Loom', 'Big loom');
  expect(read(edited, name).content).toMatchObject({ title: 'Big loom', story: 'Long ago.', version: '3' });
});

test.each(families)('%s tells a price, and who built it, to whoever reads it', (name, write) => {
  const commercialPrice = { amount: 9000, currency: 'EUR', on: '2026-05-03', source: 'A list' };
  const content = { ...EMPTY_CONTENT, title: 'Press', licence: 'MIT', commercialPrice };
  const text = write(leavingWith(content));
  const table = name === 'okh.yml' ? parseYaml(text) : JSON.parse(JSON.stringify(parseToml(text)));
  expect(table.commonwright).toMatchObject({
    'commercial-price': commercialPrice,
    replications: [{ name: 'Press 1', 'machine-hours': 1.5 }],
  });
  const said = name === 'okh.yml' ? true : undefined;
  expect([table.made, table['made-independently']]).toEqual([said, said]);
  expect(read(text, name).content).toMatchObject({ commercialPrice, technologyReadiness: null });
});

test('A field of ours that was broken is left alone, and told', () => {
  const text = writeManifestV1(
    leavingWith({ ...EMPTY_CONTENT, title: 'Loom', licence: 'MIT', story: 'Long ago.' }),
  );
  const manifest = read(text.replace(/rest: .*/, 'rest: "AAAA"'), 'okh.yml');
  expect(manifest.content.title).toBe('Loom');
  expect(manifest.remarks).toContainEqual(expect.objectContaining({ kind: 'lost', at: 'commonwright' }));
});
