import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { ReadManifest } from '../../../../server/designs/okh/manifest.ts';
import { readManifest } from '../../../../server/designs/okh/read.ts';
import { validateLosh, validateV1 } from '../../../../server/designs/okh/validate.ts';
import { writeManifestLosh, writeManifestV1 } from '../../../../server/designs/okh/write.ts';
import { EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import { leavingWith } from './arbitrary.ts';

// What people, and the programs that write manifests for them, really do.

function read(text: string, name = 'okh.yml'): ReadManifest {
  const manifest = readManifest(text, name);
  if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
  return manifest;
}
const toldOf = ({ remarks }: ReadManifest) => remarks.map(({ kind, at }) => `${kind} ${at}`);
const leaving = ({ content }: ReadManifest) =>
  leavingWith({ ...EMPTY_CONTENT, ...content, licence: content.licence || 'MIT' });

describe('YAML that is none', () => {
  test('a colon or an at sign in words is mended, and all that follows is read', () => {
    const manifest = read(
      'title: Drying rack\ndescription: Dries herbs: quickly,\n  and quietly  # they say\nlicense: MIT\ncontact:\n  name: @herbs\nkeywords: [sun]\n',
    );
    expect(manifest.content).toMatchObject({
      title: 'Drying rack',
      purpose: expect.stringMatching(/^Dries herbs: quickly, and quietly/),
      licence: 'MIT',
      tags: ['sun'],
      attributions: [{ name: '@herbs', role: 'author' }],
    });
  });

  test('lines that belong below another one need no indent', () => {
    const manifest = read(
      'manifest-author:\nname: Rack robot\naffiliation: Herb wiki\nemail: robot@herbs.example\ntitle: Rack\nkeywords:\n- herbs\n  -sun\ncontact:\nname: Ida\nsocial:\n- platform: Wiki\nuser-handle: ida7\nlocation: Peru\n\nlicense:\ndocumentation: MIT\nlicensor:\nname: Uwe\ncontact: https://herbs.example/uwe\n',
    );
    expect(manifest.content).toMatchObject({
      title: 'Rack',
      tags: ['herbs', 'sun'],
      licence: 'MIT',
      attributions: [
        { name: 'Uwe', role: 'licensor' },
        { name: 'Ida', role: 'author', contact: 'Wiki: ida7' },
        { name: 'Rack robot', role: 'manifestAuthor', contact: 'robot@herbs.example' },
      ],
      exchange: { fields: { location: 'Peru' } },
    });
    expect(toldOf(manifest)).toContain('repaired okh.yml');
  });

  test('a field that is said twice says both', () => {
    const text = 'title: Rack\nproject-link: https://one.example\nproject-link: https://two.example\n';
    expect(read(text).content).toMatchObject({
      links: { project: 'https://one.example' },
      exchange: { fields: { 'further-project-link': ['https://two.example'] } },
    });
  });

  test('the page that follows is left out, and told', () => {
    const manifest = read('---\ntitle: Rack\nlicense: MIT\n---\n# Rack\n\nA page: of words.\n');
    expect(manifest.content.title).toBe('Rack');
    expect(toldOf(manifest)).toContain('lost okh.yml');
  });
});

describe('Fields of the first family', () => {
  test('a list of parts in words becomes parts, and tools in words stay words', () => {
    const manifest = read(
      'title: Stool\nlicense: MIT\nbom: 3 legs, a seat (oak, oiled), glue\ntool-list: [saw, drill]\n',
    );
    expect(manifest.content.parts?.map(({ name, quantity }) => [quantity, name])).toEqual([
      [3, 'legs'],
      [1, 'a seat (oak, oiled)'],
      [1, 'glue'],
    ]);
    expect(manifest.files).toEqual([]);
    expect(manifest.content.exchange?.fields).toMatchObject({ 'tool-list': ['saw', 'drill'] });
  });

  test('a sentence about parts is no list of them', () => {
    const manifest = read(
      'title: Stool\nbom: One board (oak/ash) of good length, and whatever you find in the yard\n',
    );
    expect(manifest.content.parts).toBeUndefined();
    expect(manifest.files).toEqual([]);
    expect(toldOf(manifest)).toContain('kept bom');
  });

  test('the titles of documents say what their files are', () => {
    const text =
      'title: Stool\nmaking-instructions:\n- path: \\docs\\Build it.md\n  title: How to build it\n';
    const manifest = read(text);
    expect(manifest.files).toEqual([
      { path: 'docs/Build it.md', role: 'instructions', words: 'How to build it' },
    ]);
  });

  test('what it is meant for stands in the story, and leaves in its own field', () => {
    const manifest = read('title: Stool\nlicense: MIT\ndescription: To sit on.\nintended-use: Milking.\n');
    expect(manifest.content).toMatchObject({
      purpose: 'To sit on.',
      story: '## Intended use\n\nMilking.',
    });
    expect(parseYaml(writeManifestV1(leaving(manifest)))).toMatchObject({
      description: 'To sit on.',
      'intended-use': 'Milking.',
    });
  });

  test.each([
    ['prototype', '', 'OTRL-4', 'prototype'],
    ['product', 'made-independently: true\n', 'OTRL-6', 'product'],
    ['Early-stages', '', 'OTRL-1', 'Early-stages'],
  ])('“%s” %sis read as %s, and leaves as it came', (stage, made, level, leaves) => {
    const manifest = read(`title: Stool\n${made}development-stage: ${stage}\n`);
    expect(manifest.content.technologyReadiness).toBe(level);
    expect(parseYaml(writeManifestV1(leaving(manifest)))).toMatchObject({ 'development-stage': leaves });
  });

  test('what is known of people beyond their names comes back', () => {
    const person = {
      name: 'Ida',
      email: 'ida@stool.example',
      orcid: '0000-0001',
      social: [{ a: 1 }, { b: 2 }],
    };
    const manifest = read(JSON.stringify({ title: 'Stool', contributors: [person] }));
    expect(manifest.content.attributions).toMatchObject([{ name: 'Ida', contact: 'ida@stool.example' }]);
    expect(parseYaml(writeManifestV1(leaving(manifest)))).toMatchObject({ contributors: [person] });
  });

  test.each(['undefined', 'TBD', 'n/a', '[REQUIRED] An SPDX licence', 'None'])(
    '“%s” is no licence, and told',
    (words) => {
      const manifest = read(`title: Stool\nlicense:\n  hardware: "${words}"\n`);
      expect(manifest.content.licence).toBe('');
      expect(toldOf(manifest)).toContain('lost license.hardware');
    },
  );

  test('addresses in many fields are told of once', () => {
    const manifest = read(
      'title: Stool\nbom: https://x.example/a\nimage: https://x.example/b.jpg\nsoftware:\n- path: https://x.example/c\n',
    );
    expect(toldOf(manifest)).toEqual(['kept bom, software, image']);
  });

  test('leave as strict readers have them', () => {
    const manifest = read(
      'title: Stool\nlicense: MIT\nlicensor: [Ida, Uwe]\nmanifest-author: Ida\nimage: [a.jpg, b.jpg]\nderivative-of: https://old.example\noperating-instructions: use.md\ncontact: https://stool.example\n',
    );
    const written: unknown = parseYaml(writeManifestV1(leaving(manifest)));
    expect(written).toMatchObject({
      licensor: { name: 'Ida, Uwe' },
      'derivative-of': { web: 'https://old.example' },
      'operating-instructions': [{ path: 'use.md' }],
    });
    expect(written).not.toHaveProperty('manifest-author');
    expect(written).not.toHaveProperty('contact');
    expect(validateV1(Object(written))).toEqual([]);
  });
});

describe('Fields of the second family', () => {
  test('its earliest files have a table for the module and one for each part', () => {
    const manifest = read(
      '[MOSH]\nokhv = "2.0"\nname = "Rack"\nspdx-license = "MIT"\ntsdc-id = "ASM-MEC"\n[MOSH.production-metadata]\nouter-dimension = "cube(size = [4,3,2]"\n[POSH1]\nsource = "leg.scad"\n[POSH1.production-metadata]\nmaterial = "oak"\n',
      'okh.toml',
    );
    expect(manifest.content).toMatchObject({
      title: 'Rack',
      licence: 'MIT',
      parts: [{ name: 'POSH1', material: 'oak', files: ['leg.scad'] }],
      parameters: [{ value: '4' }, { value: '3' }, { value: '2' }],
    });
  });

  test('those who mix both families are credited, and tell their story', () => {
    const manifest = read(
      JSON.stringify({
        okhv: '1.0',
        title: 'Rack',
        function: 'Holds herbs.',
        description: 'Made in a long winter.',
        contributors: [{ name: 'Ida' }],
        parts: [
          {
            name: 'Leg',
            outer_dimensions: { width: 1, length: 2, height: 3 },
            image: 'https://x.example/l.jpg',
          },
        ],
      }),
      'okh.json',
    );
    expect(manifest.content).toMatchObject({
      purpose: 'Holds herbs.',
      story: 'Made in a long winter.',
      attributions: [{ name: 'Ida', role: 'contributor' }],
    });
    const leg = manifest.content.parts?.[0]?.id ?? '';
    expect(manifest.content.exchange?.fields['#parts']).toMatchObject({
      [leg]: { 'outer-dimensions': { width: 1, depth: 2, height: 3 }, image: ['https://x.example/l.jpg'] },
    });
    const written = parseToml(writeManifestLosh(leaving(manifest)));
    expect(written).toMatchObject({ contributors: [{ name: 'Ida' }] });
    expect(validateLosh(JSON.parse(JSON.stringify(written)))).toEqual([]);
  });

  test.each([
    ['Ida Stone, Uwe M. Berg', ['Ida Stone', 'Uwe M. Berg']],
    ['Berg, U', ['Berg, U']],
    ['Stone University, Rack Department', ['Stone University, Rack Department']],
  ])('“%s” credits %s', (words, names) => {
    const manifest = read(`okhv = "2.4"\nname = "Rack"\nlicensor = "${words}"\n`, 'okh.toml');
    expect(manifest.content.attributions?.map(({ name }) => name)).toEqual(names);
  });

  test('a level of an older scale is its highest now', () => {
    const manifest = read(
      'okhv = "2.0"\nname = "Rack"\ndocumentation-readiness-level = "ODRL-5"\n',
      'okh.toml',
    );
    expect(manifest.content.documentationReadiness).toBe('ODRL-4');
    expect(toldOf(manifest)).toEqual(['repaired documentation-readiness-level']);
  });
});
