import { describe, expect, test } from 'vitest';
import type { ReadManifest } from '../../../../server/designs/okh/manifest.ts';
import { readManifest } from '../../../../server/designs/okh/read.ts';

function read(text: string | Uint8Array, name: string): ReadManifest {
  const manifest = readManifest(text, name);
  if (manifest.kind === 'unreadable') throw new Error(manifest.sentence);
  return manifest;
}
const toldOf = ({ remarks }: ReadManifest, kind: string) =>
  remarks.filter((each) => each.kind === kind).map(({ at }) => at);

const SIEVE = `okhv = "OKH-LOSHv1.0"
name = "Gravel sieve"
repo = "https://git.example/gravel/sieve"
version = 1.10
license = "CERN OHL"
licensor = "Ada Stone <ada@stone.example>"
organization = "Gravel Works"
function = "Sorts gravel into three sizes."
readme = "/README.md"
image = "/pictures/whole.jpg"
documentation-language = "EN-UK"
technology-readiness-level = "OTLR-5"
documentation-readiness-level = "ODRL-3*"
bom = "/bom.csv"
tsdc = ["MEC", "WEL"]
source = ["/cad/sieve.FCStd", "https://cad.example/sieve"]
mass = "12 kg"
outer-dimensions = "cube(size = [800,600,900]"
mesh-count = 3

[[part]]
name = "Frame"
tsdc = "WEL"
material = "steel"
source = "/cad/frame.FCStd"
export = ["/out/frame.dxf"]
mass = 4500
drum-speed = 40

[part.outer-dimensions]
widht = "800"
depth = 600
height = 40
`;

describe('A manifest of the second family', () => {
  const manifest = read(SIEVE, 'okh.toml');

  test('becomes the draft of a design', () => {
    expect(manifest.content).toMatchObject({
      title: 'Gravel sieve',
      purpose: 'Sorts gravel into three sizes.',
      version: '1.10',
      licence: 'CERN-OHL-S-2.0',
      language: 'en-GB',
      technologyReadiness: 'OTRL-5',
      documentationReadiness: 'ODRL-3*',
      attributions: [
        { name: 'Ada Stone', role: 'licensor', organization: 'Gravel Works', contact: 'ada@stone.example' },
      ],
      links: { repository: 'https://git.example/gravel/sieve' },
    });
    expect(manifest.content.parameters?.map(({ name, value, unit }) => `${name} ${value} ${unit}`)).toEqual([
      'Mass 12000 g',
      'Width 800 mm',
      'Depth 600 mm',
      'Height 900 mm',
    ]);
  });

  test('gives each part a line with its files, machines and mass', () => {
    expect(manifest.content.parts).toMatchObject([
      {
        name: 'Frame',
        material: 'steel',
        mass: 4.5,
        machines: ['welder'],
        files: ['cad/frame.FCStd', 'out/frame.dxf'],
      },
    ]);
  });

  test('names its files with what they are', () => {
    expect(manifest.files.map(({ path, role }) => `${role} ${path}`)).toEqual([
      'partsList bom.csv',
      'source cad/sieve.FCStd',
      'other README.md',
      'picture pictures/whole.jpg',
      'source cad/frame.FCStd',
      'export out/frame.dxf',
    ]);
  });

  test('keeps what has no place, to give it back', () => {
    expect(manifest.content.exchange).toMatchObject({
      family: 'okh-losh',
      fields: { 'mesh-count': 3, tsdc: ['MEC', 'WEL'], source: 'https://cad.example/sieve' },
    });
    expect(JSON.stringify(manifest.content.exchange)).toContain('drum-speed');
  });

  test('tells what was repaired and kept', () => {
    expect(toldOf(manifest, 'repaired')).toEqual(
      expect.arrayContaining([
        'license',
        'documentation-language',
        'technology-readiness-level',
        'outer-dimensions',
        'part[0].outer-dimensions',
      ]),
    );
    expect(toldOf(manifest, 'kept')).toEqual(['source', 'mesh-count']);
  });

  test('read again has the same ids', () => {
    expect(read(SIEVE, 'okh.toml').content.parts).toEqual(manifest.content.parts);
  });
});

const PRESS = `
date-created: 2021-03-04
title: Apple press
description: |
  Presses twenty kilograms of apples.

  It was built by four neighbours.
keywords: [apples, juice]
project-link: https://press.example
image: https://press.example/press.jpg
version: 2.10
made: yes
license:
  documentation: CC-BY-SA 4.0
licensor:
  name: Ben Wood
  affiliation: Orchard club
  email: ben@orchard.example
contributors:
  - name: Cleo Reed
manifest-author:
  name: Dan Field
  email: dan@field.example
health-safety-notice: Keep your fingers out.
bom: /bom.csv
design-files:
  - path: cad/press.scad
    title: The press
making-instructions:
  - path: https://press.example/how
sub:
  - title: Car jack
    web: https://jack.example
colour: red
`;

describe('A manifest of the first family', () => {
  const manifest = read(PRESS, 'okh.yml');

  test('becomes the draft of a design', () => {
    expect(manifest.content).toMatchObject({
      title: 'Apple press',
      purpose: 'Presses twenty kilograms of apples.',
      story: 'Presses twenty kilograms of apples.\n\nIt was built by four neighbours.',
      tags: ['apples', 'juice'],
      version: '2.10',
      licence: 'CC-BY-SA-4.0',
      safety: 'Keep your fingers out.',
      links: { project: 'https://press.example' },
      parts: [{ name: 'Car jack', note: 'https://jack.example' }],
    });
    expect(manifest.files.map(({ path, role }) => `${role} ${path}`)).toEqual([
      'source cad/press.scad',
      'partsList bom.csv',
    ]);
  });

  test('names people in the attributions alone', () => {
    expect(manifest.content.attributions?.map(({ role, name, contact }) => [role, name, contact])).toEqual([
      ['licensor', 'Ben Wood', 'ben@orchard.example'],
      ['contributor', 'Cleo Reed', ''],
      ['manifestAuthor', 'Dan Field', 'dan@field.example'],
    ]);
    expect(JSON.stringify(manifest.content.exchange)).not.toContain('@');
  });

  test('keeps what has no place', () => {
    expect(manifest.content.exchange?.fields).toMatchObject({
      made: true,
      colour: 'red',
      'date-created': '2021-03-04',
      'making-instructions': [{ path: 'https://press.example/how' }],
    });
  });
});

describe('However it is written', () => {
  test('a byte order mark, Latin-1 and the wrong ending are read', () => {
    expect(read('\uFEFFtitle: Krug\nversion: 1', 'okh.yml').content.title).toBe('Krug');
    const latin = Buffer.from('title: Mühle\nversion: 1\n', 'latin1');
    expect(read(latin, 'okh.yml').content.title).toBe('Mühle');
    const swapped = read('okhv = "2.0"\nname = "Mill"\n', 'okh.yml');
    expect(swapped.family).toBe('okh-losh');
    expect(toldOf(swapped, 'repaired')).toContain('okh.yml');
  });

  test('tabs, a directive of its own and reserved signs do not stop it', () => {
    const text =
      '%Open Know-How Manifest 1.0\n---\ntitle: Mill\nlicense: MIT\ncontact:\n\tname: Eve\n\tsocial: @eve\n';
    expect(read(text, 'okh.yml').content).toMatchObject({ title: 'Mill', licence: 'MIT' });
  });

  test('TOML without quotes, and with a field twice, is read', () => {
    const manifest = read(
      'okhv = "2.0"\nname = "Mill"\nversion = 1.0.2\nimage = "a.jpg"\nimage = "b.jpg"\n',
      'okh.toml',
    );
    expect(manifest.content).toMatchObject({ title: 'Mill', version: '1.0.2' });
    expect(manifest.files.map(({ path }) => path)).toEqual(['a.jpg', 'b.jpg']);
    expect(toldOf(manifest, 'repaired')).toEqual(['okh.toml:3', 'okh.toml:5']);
    expect(toldOf(manifest, 'lost')).toEqual([]);
  });

  test.each([
    ['cylinder(h=30, r=28)', ['56', '56', '30']],
    ['275 x 125 x 105', ['275', '125', '105']],
  ])('outer dimensions as “%s” are read', (drawn, sides) => {
    const { content } = read(`okhv = "2.0"\nname = "Mill"\nouter-dimension = "${drawn}"\n`, 'okh.toml');
    expect(content.parameters?.map(({ value }) => value)).toEqual(sides);
  });

  test('dimensions of nothing are left out, and told', () => {
    const text =
      'okhv = "2.0"\nname = "Mill"\nmass = 0\n[outer-dimensions]\nwidth = 0\ndepth = 0\nheight = 0\n';
    expect(toldOf(read(text, 'okh.toml'), 'lost')).toEqual(['outer-dimensions', 'mass']);
  });
});
