import { expect, test } from 'vitest';
import { validateLosh, validateV1 } from '../../../../server/designs/okh/validate.ts';

const losh = {
  okhv: '2.0',
  name: 'Loom',
  repo: 'https://git.example/loom',
  version: '1',
  license: 'MIT',
  licensor: 'Ada',
  function: 'Weaves',
};
const v1 = {
  title: 'Loom',
  description: 'Weaves',
  license: { hardware: 'MIT' },
  'project-link': 'https://loom.example',
};

test('What has all that is required is valid', () => {
  expect(validateLosh(losh)).toEqual([]);
  expect(validateV1(v1)).toEqual([]);
});

test.each(Object.keys(losh))('Without %s a manifest of the second family is not valid', (name) => {
  expect(validateLosh({ ...losh, [name]: null })).not.toEqual([]);
});

test.each(Object.keys(v1))('Without %s a manifest of the first family is not valid', (name) => {
  expect(validateV1({ ...v1, [name]: null })).not.toEqual([]);
});

test.each([
  [{ 'technology-readiness-level': 'OTLR-5' }],
  [{ 'documentation-readiness-level': 'ODRL-5' }],
  [{ tsdc: ['MEC', 'STD'] }],
  [{ license: 'CERN OHL' }],
  [{ bom: '/sBoM.csv' }],
  [{ source: '../loom.scad' }],
  [{ image: '//elsewhere/loom.jpg' }],
  [{ mass: '20 g' }],
  [{ 'outer-dimensions': { width: 1, depth: 2 } }],
  [{ part: [{ name: 'Clamp' }] }],
  [{ part: [{ source: 'clamp.scad' }] }],
])('%j is no part of the second family', (fields) => {
  expect(validateLosh({ ...losh, ...fields })).toHaveLength(1);
});

test.each([
  [{ license: { hardware: 'CC-BY-SA 4.0' } }],
  [{ made: 'yes' }],
  [{ 'date-created': 2020 }],
  [{ bom: '/bom.csv' }],
])('%j is no part of the first family', (fields) => {
  expect(validateV1({ ...v1, ...fields })).toHaveLength(1);
});
