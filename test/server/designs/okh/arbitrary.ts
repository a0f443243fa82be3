import fc from 'fast-check';
import type { Leaving } from '../../../../server/designs/okh/leaving.ts';
import type { Instance, Mate } from '../../../../shared/assemblies/instances.ts';
import {
  type DesignContent,
  designCategory,
  documentationReadiness,
  EMPTY_CONTENT,
  technologyReadiness,
} from '../../../../shared/designs/content.ts';
import type { PartLine } from '../../../../shared/designs/partLines.ts';
import { machineKind } from '../../../../shared/machines/words.ts';

/** One line of words as a content keeps them. */
const words = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: most / 2 }),
      fc.constantFrom(
        'yes',
        'null',
        '1.10',
        '2026-11-22',
        '- a',
        '# x',
        '"',
        "'",
        ': ',
        'a: b',
        '---',
        '[x]',
        '…',
        '<a@b.c>',
      ),
    )
    .map((text) =>
      text
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, most)
        .toWellFormed(),
    );
const named = (most: number) => words(most).map((text) => text || 'x');
const id = fc.uuid().map((uuid) => uuid.slice(0, 12));
const text = fc
  .string({ unit: 'grapheme', maxLength: 300 })
  .map((each) => each.replaceAll(/(?![\n\t])\p{Cc}/gu, '').toWellFormed());
const path = fc.constantFrom(
  'cad/frame.FCStd',
  'out/frame.stl',
  'docs/build.md',
  'pictures/a b.jpg',
  'readme.md',
  'bom.csv',
  'x/ü.pdf',
);

const line: fc.Arbitrary<PartLine> = fc.record({
  id,
  parent: fc.constant(null),
  name: named(160),
  specification: words(200),
  material: words(120),
  quantity: fc.constantFrom(1, 2, 0.5, 1234.5),
  written: words(40),
  unit: fc.constantFrom('piece' as const, 'mm' as const),
  source: fc.constantFrom('make' as const, 'buy' as const),
  tracked: fc.boolean(),
  of: fc.option(fc.record({ designId: fc.uuid(), revision: fc.integer({ min: 1, max: 9 }) })),
  cut: fc.constant(null),
  alternatives: fc.constant([]),
  mass: fc.constantFrom(null, 0, 0.0123, 12),
  price: fc.constant(null),
  machines: fc.uniqueArray(fc.constantFrom(...machineKind.options), { maxLength: 3 }),
  files: fc.uniqueArray(path, { maxLength: 3 }),
  note: words(100),
});

const place = fc.record({
  origin: fc
    .tuple(fc.integer(), fc.integer(), fc.constant(0.5))
    .map(([x, y, z]): [number, number, number] => [x % 1e6, y % 1e6, z]),
  x: fc.constant<[number, number, number]>([0, 1, 0]),
  z: fc.constant<[number, number, number]>([0, 0, 1]),
});
const instance: fc.Arbitrary<Instance> = fc.record({
  id,
  name: words(120),
  of: fc.oneof(
    fc.record({ kind: fc.constant('module' as const), module: fc.constantFrom('frame-tube', 'bolt') }),
    fc.record({
      kind: fc.constant('design' as const),
      designId: fc.uuid(),
      revision: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({
      kind: fc.constant('file' as const),
      path,
      unit: fc.constantFrom('mm' as const, 'in' as const),
      material: words(40),
    }),
  ),
  parameters: fc.dictionary(
    fc.constantFrom('length', 'wall', 'faces'),
    fc.oneof(fc.integer(), fc.constantFrom('=width - 2 in', 'two')),
    { noNullPrototype: true },
  ),
  at: place,
  mirrored: fc.boolean(),
  step: fc.constant(null),
  alternatives: fc.constant([]),
});
const meeting = fc.record({ instance: id, interface: fc.constantFrom('end-top', 'inner/end-top') });
const mate: fc.Arbitrary<Mate> = fc.record({
  id,
  kind: fc.constantFrom('rigid' as const, 'line' as const),
  one: meeting,
  other: meeting,
  turn: fc.constantFrom(0, 90, -45.5),
  offset: fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.constant('=2 * pitch'), z: fc.constant(0) }),
});

const attribution = fc.record({
  id,
  name: named(100),
  role: fc.constantFrom(
    'licensor' as const,
    'author' as const,
    'contributor' as const,
    'manifestAuthor' as const,
  ),
  organization: words(100),
  contact: fc.oneof(
    words(50),
    fc.emailAddress().filter((each) => each.length < 100),
  ),
});

const unique = <Entry extends { id: string }>(entry: fc.Arbitrary<Entry>, maxLength: number) =>
  fc.uniqueArray(entry, { maxLength, selector: (each) => each.id });

/** Any design that may be published. */
export const anyDesign: fc.Arbitrary<DesignContent> = fc
  .record({
    title: named(120),
    purpose: words(500),
    story: text,
    category: fc.constantFrom(...designCategory.options),
    tags: fc.array(named(40), { maxLength: 4 }),
    language: fc.constantFrom('en', 'de-DE', 'es'),
    version: words(60),
    technologyReadiness: fc.option(fc.constantFrom(...technologyReadiness.options)),
    documentationReadiness: fc.option(fc.constantFrom(...documentationReadiness.options)),
    licence: fc.constantFrom('CERN-OHL-S-2.0', 'MIT OR Apache-2.0', 'LicenseRef-PPL'),
    documentationLicence: fc.constantFrom('', 'CC-BY-SA-4.0', 'CERN-OHL-S-2.0'),
    softwareLicence: fc.constantFrom('', 'GPL-3.0-only'),
    commercialPrice: fc.option(
      fc.record({
        amount: fc.constantFrom(9000, 0.5),
        currency: fc.constantFrom('EUR', 'USD'),
        on: fc.constant('2026-05-03'),
        source: words(100),
      }),
    ),
    safety: text,
    parts: unique(line, 4),
    attributions: unique(attribution, 4),
    instances: unique(instance, 3),
    mates: unique(mate, 3),
    files: fc.uniqueArray(
      fc.record({
        path,
        fileId: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
        bytes: fc.constant(3),
        role: fc.constantFrom(
          'source' as const,
          'export' as const,
          'picture' as const,
          'instructions' as const,
          'partsList' as const,
          'other' as const,
        ),
        words: words(100),
      }),
      { maxLength: 4, selector: (file) => file.path },
    ),
    links: fc.record({
      repository: fc.constantFrom('', 'https://git.example/a/b'),
      documentation: fc.constantFrom('', 'https://docs.example/?q=1'),
      project: words(60),
    }),
    exchange: fc.option(
      fc.record({
        family: fc.constantFrom('okh-v1' as const, 'okh-losh' as const),
        fields: fc.dictionary(
          fc.constantFrom(
            'rpm',
            'made',
            'mass',
            'title',
            'name',
            'image',
            'part',
            'tsdc',
            'release',
            '#parts',
            'okhv',
            'a_b',
            'standard',
          ),
          fc.jsonValue({ maxDepth: 2 }),
          { maxKeys: 4 },
        ),
      }),
    ),
  })
  // As it is written and read: no -0.
  .map((fields) => JSON.parse(JSON.stringify({ ...EMPTY_CONTENT, ...fields, format: 1 })));

export const leavingWith = (content: DesignContent): Leaving => ({
  content,
  revision: 7,
  url: 'https://tools.example/designs/one',
  authors: ['Ada'],
  built: { made: true, independently: true, replications: [{ name: 'Press 1', 'machine-hours': 1.5 }] },
  beside: { others: [] },
});
