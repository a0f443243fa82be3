import { expect, test } from 'vitest';
import { changesBetween } from '../../../../shared/designs/differences.ts';
import { PICTURE, recognised } from './scene.ts';

const README = `# Corn mill

![build](https://img.example.org/badge.svg)

A hand-driven mill that grinds 20 kg of maize an hour. It is made for the kitchen of a village.

<p align="center"><img src="./img/front view.png" alt="The mill from the front"></p>

See [the frame](cad/frame.FCStd) and ![gears](img/gears.png).
`;
const BUILD = `# Building it

## Step 1: Weld the frame

Cut and weld. ![frame](../img/gears.png)

## Step 2: Fit the gears

Press them on.
`;
const FOLDER = {
  'README.md': README,
  LICENSE: 'SPDX-License-Identifier: CERN-OHL-S-2.0\n',
  'docs/assembly_guide.md': BUILD,
  'bom.csv': 'Part,Qty,Unit,Material\nframe,1,piece,steel\nGear 20T,2,,PLA\nBolt M8,12,,\n',
  'cad/frame.FCStd': 'a model',
  'stl/gear 20t.stl': `solid gear\n${'facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n'.repeat(3)}endsolid gear\n`,
  'img/front view.png': PICTURE,
  'img/gears.png': PICTURE,
};

test('a folder becomes a draft with story, licence, parts, steps, pictures and files', async () => {
  const { contents, told } = await recognised(FOLDER);
  const [content] = contents;
  expect(contents).toHaveLength(1);
  expect(content).toMatchObject({
    title: 'Corn mill',
    purpose:
      'A hand-driven mill that grinds 20 kg of maize an hour. It is made for the kitchen of a village.',
    licence: 'CERN-OHL-S-2.0',
    language: 'en',
  });
  expect(content?.story).toContain('![The mill from the front](img/front%20view.png)');
  expect(content?.story).toContain('[the frame](cad/frame.FCStd)');
  expect(content?.story).toContain('https://img.example.org/badge.svg');
  expect(content?.story).not.toContain('# Corn mill');
  expect(content?.parts.map(({ name, quantity, files }) => [name, quantity, files])).toEqual([
    ['frame', 1, ['cad/frame.FCStd']],
    ['Gear 20T', 2, ['stl/gear 20t.stl']],
    ['Bolt M8', 12, []],
  ]);
  expect(content?.steps.map(({ title, text, pictures }) => [title, text, pictures])).toEqual([
    ['Weld the frame', 'Cut and weld.', ['img/gears.png']],
    ['Fit the gears', 'Press them on.', []],
  ]);
  expect(content?.files.map(({ path, role, words }) => [path, role, words])).toEqual([
    ['LICENSE', 'licence', ''],
    ['README.md', 'instructions', ''],
    ['bom.csv', 'partsList', ''],
    ['cad/frame.FCStd', 'source', ''],
    ['docs/assembly_guide.md', 'instructions', ''],
    ['img/front view.png', 'picture', 'The mill from the front'],
    ['img/gears.png', 'picture', 'gears'],
    ['stl/gear 20t.stl', 'export', ''],
  ]);
  expect(told).toContain('recognised bom.csv: A parts list with 3 lines.');
});

test('the same folder again is the same draft, and a changed one differs by its changes alone', async () => {
  const [first] = (await recognised(FOLDER)).contents;
  const [same] = (await recognised(FOLDER)).contents;
  expect(same).toEqual(first);
  if (!first) throw new Error('nothing was recognised');
  const published = {
    ...first,
    tags: ['milling'],
    parts: first.parts.map((line) => ({ ...line, note: 'mine' })),
  };
  const { contents, told } = await recognised(
    {
      ...FOLDER,
      'bom.csv': 'Part,Qty,Unit,Material\nframe,1,piece,steel\nGear 20T,3,,PLA\nBolt M8,12,,\nNut M8,12,,\n',
      'docs/assembly_guide.md': BUILD.replace('Press them on.', 'Press them on, with care.'),
    },
    published,
  );
  const [next] = contents;
  if (!next) throw new Error('nothing was recognised');
  const changes = changesBetween(published, next).map((change) =>
    change.kind === 'set'
      ? change.at.filter((_part, index) => index !== 1).join(' ')
      : `${change.kind} ${change.list}`,
  );
  expect(changes.sort()).toEqual([
    'add parts',
    'files bytes',
    'files bytes',
    'files fileId',
    'files fileId',
    'parts quantity',
    'steps text',
  ]);
  expect(told).toContain('recognised parts: Changed since the newest revision: 1 line.');
});

test('each manifest is a design of its own, and the outer one has what lies in no other', async () => {
  const manifest = (title: string) =>
    `title: ${title}\ndescription: It grinds.\nlicense:\n  hardware: CERN-OHL-S-2.0\nproject-link: https://example.org/${title}\n`;
  const { contents } = await recognised({
    'mill/okh.yml': manifest('Mill'),
    'mill/body.stl': 'solid x',
    'sieve/okh.yml': manifest('Sieve'),
    'sieve/net.dxf': '0\nSECTION\n',
    'README.md': '# Two things\n\nBoth of them are described below in detail.',
  });
  expect(
    contents.map(({ title, licence, files }) => [title, licence, files.map(({ path }) => path)]),
  ).toEqual([
    ['Mill', 'CERN-OHL-S-2.0', ['body.stl', 'okh.yml']],
    ['Sieve', 'CERN-OHL-S-2.0', ['net.dxf', 'okh.yml']],
  ]);
});

test('manifests side by side, also under names of their own, share what none of them names', async () => {
  const manifest = (title: string, more: string) =>
    `okhv: '1.0'\ntitle: ${title}\ndescription: It grinds.\nlicense:\n  hardware: MIT\nproject-link: https://example.org\n${more}`;
  const { contents } = await recognised({
    'mill.yml': manifest('Mill', 'design-files:\n  - path: body.stl\n'),
    'sieve.yml': manifest('Sieve', ''),
    'settings.yml': 'title: nothing of the kind\n',
    'body.stl': 'solid x',
    'photo.png': PICTURE,
  });
  expect(contents.map(({ title, files }) => [title, files.map(({ path }) => path)])).toEqual([
    ['Mill', ['body.stl', 'mill.yml', 'photo.png', 'settings.yml']],
    ['Sieve', ['photo.png', 'settings.yml', 'sieve.yml']],
  ]);
});

test('a table in the README is a parts list where no file is one, and numbered lines are steps', async () => {
  const { contents } = await recognised({
    'README.md': `Molino\n======\n\nUn molino de mano para el maíz, que se hace con las herramientas del pueblo y para los vecinos.

## Lista de materiales

| Pieza | Cantidad |
|---|---|
| Tornillo M8 | 4 |
| Eje | 1 |

## Montaje

1. Cortar el eje con la sierra.
2. Montar los rodamientos en el eje.
3. Apretar los tornillos.
`,
  });
  expect(contents[0]).toMatchObject({ title: 'Molino', language: 'es' });
  expect(contents[0]?.parts.map(({ name, quantity }) => [name, quantity])).toEqual([
    ['Tornillo M8', 4],
    ['Eje', 1],
  ]);
  expect(contents[0]?.steps.map(({ title }) => title)).toEqual([
    'Cortar el eje con la sierra',
    'Montar los rodamientos en el eje',
    'Apretar los tornillos',
  ]);
});

test('parts are read below smaller headings, from a page about parts, and from lists with numbers', async () => {
  const table = (name: string) => `| Component | Qty |\n|---|---|\n| ${name} | 2 |\n| Bolt | 4 |\n`;
  const namesIn = async (files: Record<string, string>) =>
    (await recognised(files)).contents[0]?.parts.map(({ name, quantity }) => `${quantity} ${name}`);
  const sections = `# A\n\n## Parts\n\n### Left\n\n${table('Door')}\n### Right\n\n${table('Lid')}\n## Costs\n\n${table('Money')}`;
  expect(await namesIn({ 'README.md': sections })).toEqual(['2 Door', '4 Bolt', '2 Lid', '4 Bolt']);
  expect(await namesIn({ 'README.md': '# A', 'docs/BOM.md': `# What you need\n\n${table('Door')}` })).toEqual(
    ['2 Door', '4 Bolt'],
  );
  const list = '# A\n\n## Materials\n\n- 4 x M8 bolt\n- Fan (2 pcs)\n- glue\n- Bearing 608 x3\n';
  expect(await namesIn({ 'README.md': list })).toEqual(['4 M8 bolt', '2 Fan', '1 glue', '3 Bearing 608']);
});

test('a folder of models alone is named by itself, and what lies about its type is told', async () => {
  const { contents, told } = await recognised({ 'a.stl': 'solid a', 'photo.jpg': 'MZ not a picture' });
  expect(contents[0]).toMatchObject({ title: 'Corn mill', licence: '', parts: [], steps: [] });
  expect(contents[0]?.files.map(({ role }) => role)).toEqual(['export', 'other']);
  expect(told.join('\n')).toContain('photo.jpg: Its name says that it is a picture');
});
