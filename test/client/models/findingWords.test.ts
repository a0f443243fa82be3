import { expect, it } from 'vitest';
import { modelReading as english } from '../../../client/catalogue/english/modelReading.ts';
import { modelReading as spanish } from '../../../client/catalogue/spanish/modelReading.ts';

/** Numbers and names for every sentence that there is. */
const SAID = {
  triangles: 2,
  announced: 12,
  found: 3,
  bytes: 2_500_000,
  corners: 1,
  count: 2,
  file: 'a.mtl',
  name: 'Frame',
  objects: 1,
  solids: 3,
  expected: 4,
  elements: 2,
  kinds: 'TEXT',
  extension: 'ipt',
  most: 4_000_000,
  points: 9,
  line: 7,
  text: 'x',
  what: 'node',
  number: 5,
  format: 'STEP',
  version: '1.0',
  beams: 2,
  names: 'lid.stl, foot.stl',
};

it.each([
  ['English', english],
  ['Spanish', spanish],
])(
  'says everything in %s as a whole sentence',
  (_language, { findings, refusals, troubles, units, writtenIn }) => {
    const sentences = [
      ...[...Object.values(findings), ...Object.values(refusals)].map((sentence): string =>
        Reflect.apply(sentence, null, [SAID]),
      ),
      ...Object.values(troubles),
      ...Object.values(units),
      writtenIn('an inch'),
    ];
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      expect(sentence.length).toBeGreaterThan(10);
    }
    expect(Object.keys(findings).toSorted()).toEqual(Object.keys(english.findings).toSorted());
    expect(refusals.tooManyTriangles({ triangles: 10_000_000, most: 4_000_000 })).toMatch(/10.000.000/);
  },
);
