import { describe, expect, test } from 'vitest';
import type { DraftContent } from '../../../../shared/designs/content.ts';
import { PICTURE, recognised } from './scene.ts';

const only = async (files: Record<string, string | Buffer>): Promise<DraftContent> => {
  const [content] = (await recognised(files)).contents;
  if (!content) throw new Error('nothing was recognised');
  return content;
};
const partsIn = async (readme: string) =>
  (await only({ 'README.md': readme })).parts.map(({ name, quantity, unit }) => [quantity, unit, name]);

describe('a README', () => {
  test('with its title in HTML below a picture tells title, story and picture', async () => {
    const content = await only({
      'README.md':
        '<p align="center"><img src="img/loom.png" width="600"/></p>\n\n<h1 align="center">Loom</h1>\n\nA loom for a table, made of four boards.\n',
      'img/loom.png': PICTURE,
    });
    expect(content).toMatchObject({ title: 'Loom', purpose: 'A loom for a table, made of four boards.' });
    expect(content.story).toContain('![](img/loom.png)');
    expect(content.story).not.toContain('Loom\n');
  });

  test.each(['LIESMICH.md', 'LEEME.md', 'README.en.md'])('may be called %s', async (name) => {
    expect(await only({ [name]: '# Loom\n\nMade of four boards and a comb.\n' })).toMatchObject({
      title: 'Loom',
    });
  });

  test('has a subtitle as its purpose where nothing else says it', async () => {
    const content = await only({ 'README.md': '# Loom\n### A loom that folds into a suitcase.\n' });
    expect(content.purpose).toBe('A loom that folds into a suitcase.');
  });
});

describe('parts in a text', () => {
  test('a break within a cell ends no row, and links are kept', async () => {
    const { parts } = await only({
      'README.md':
        '# Loom\n\n## Parts\n\n| Qty | Component | Notes |\n|--|--|--|\n| 2 | Board | pine,<br>planed |\n| 1 | [Comb](https://shop.example/comb) | [here](https://other.example/x) |\n| | **Total** | |\n',
    });
    expect(parts.map(({ name, quantity, note }) => [quantity, name, note])).toEqual([
      [2, 'Board', 'pine, planed'],
      [1, 'Comb', 'https://shop.example/comb'],
    ]);
  });

  test('a table that counts parts is one wherever it stands', async () => {
    expect(
      await partsIn('# Loom\n\n## What I used\n\n||Quantity|Cost|\n|--|--|--|\n|Board|2|$3|\n|Comb|1|$9|\n'),
    ).toEqual([
      [2, 'piece', 'Board'],
      [1, 'piece', 'Comb'],
    ]);
    expect(
      await partsIn('# Loom\n\n## Commands\n\n| Command | Description |\n|--|--|\n| G0 | Move |\n'),
    ).toEqual([]);
  });

  test('lists name lengths, counts and single things', async () => {
    const list = '- 4 x M3x10 screws\n- 1.5 m of ribbon cable\n- Comb (2 pcs)\n- Camera\n- Read the notes:\n';
    expect(await partsIn(`# Loom\n\n## Parts list\n\n${list}`)).toEqual([
      [4, 'piece', 'M3x10 screws'],
      [1.5, 'm', 'ribbon cable'],
      [2, 'piece', 'Comb'],
      [1, 'piece', 'Camera'],
    ]);
  });
});

test('two numbered lines are steps under the heading of making, and nowhere else', async () => {
  const steps = async (heading: string) =>
    (await only({ 'README.md': `# Bench\n\n## ${heading}\n\n1. Cut the legs.\n2. Glue them.\n` })).steps;
  expect((await steps('How to build it')).map(({ title }) => title)).toEqual(['Cut the legs', 'Glue them']);
  expect(await steps('Thanks')).toEqual([]);
});

test('steps are those under the heading of making, not every numbered heading', async () => {
  const { steps } = await only({
    'README.md':
      '# Loom\n\n## Getting one\n\n### 1. Buy it\n\nSoon.\n\n### 2. Borrow it\n\nAsk.\n\n## Build Instructions\n\n### 1. Cut\n\nCut all.\n\n### 2. Glue\n\nGlue all.\n',
  });
  expect(steps.map(({ title }) => title)).toEqual(['Cut', 'Glue']);
  const german = await only({
    'README.md': '# Loom\n\n## Bauanleitung\n\n1. Säge.\n2. Bohre vier Löcher.\n3. Leime.\n',
  });
  expect(german.steps.map(({ title, text }) => [title, text])).toEqual([
    ['Säge', ''],
    ['Bohre vier Löcher', ''],
    ['Leime', ''],
  ]);
});

describe('licences', () => {
  const licences = async (files: Record<string, string>) => {
    const { licence, documentationLicence, softwareLicence } = await only(files);
    return [licence, documentationLicence, softwareLicence];
  };
  test('are read by what their files are for', async () => {
    expect(
      await licences({
        'LICENSE-DOCS.txt': 'CC BY-SA 4.0',
        'LICENSE-HARDWARE.txt': 'CERN-OHL-S-2.0',
        'firmware/LICENSE': 'MIT License',
      }),
    ).toEqual(['CERN-OHL-S-2.0', 'CC-BY-SA-4.0', 'MIT']);
    expect(await licences({ 'LICENSES/CC0-1.0.txt': '…', 'LICENSES/CERN-OHL-W-2.0.txt': '…' })).toEqual([
      'CERN-OHL-W-2.0',
      '',
      '',
    ]);
    expect(
      await licences({ 'GNU GENERAL PUBLIC LICENSE.txt': 'GNU GENERAL PUBLIC LICENSE\nVersion 3' }),
    ).toEqual(['GPL-3.0-only', '', '']);
  });

  test('are read in the README where no file tells', async () => {
    const readme = (text: string) => ({ 'README.md': `# Loom\n\n${text}` });
    expect(
      await licences(
        readme('## License\nHardware: CERN-OHL-S v2. Software: MIT. Documentation: CC BY 4.0\n'),
      ),
    ).toEqual(['CERN-OHL-S-2.0', 'CC-BY-4.0', 'MIT']);
    expect(await licences(readme('## Lizenz\n\nCERN-OHL-W-2.0\n'))).toEqual(['CERN-OHL-W-2.0', '', '']);
    expect(
      await licences({ 'README.md': '<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->\n# Loom\n' }),
    ).toEqual(['CC-BY-SA-4.0', '', '']);
    expect(await licences(readme('MIT built a loom once.\n'))).toEqual(['', '', '']);
  });
});

test('a second parts list and headings without a place are told', async () => {
  const { told } = await recognised({
    'bom.csv': 'Part,Qty,Colour\nComb,1,red\n',
    'cad/bom.csv': 'Part,Qty\nNut,2\n',
  });
  expect(told).toContain('kept bom.csv: What stands under these headings is in the file alone: Colour.');
  expect(told).toContain(
    'kept cad/bom.csv: This may be a parts list too: bring it to the draft where it belongs there.',
  );
});

test('a README in reStructuredText keeps its tables, lists and pictures', async () => {
  const content = await only({
    'README.rst':
      '====\nLoom\n====\n\n.. image:: img/a.png\n   :alt: the loom\n\nA loom that folds, made in one afternoon.\n\nBill of materials\n=================\n\n+-----+-------+\n| Qty | Part  |\n+=====+=======+\n| 2   | Board |\n+-----+-------+\n\nAssembly\n========\n\n#. Cut it.\n#. Glue it.\n#. Wax it.\n',
    'img/a.png': PICTURE,
  });
  expect(content.title).toBe('Loom');
  expect(content.story).toContain('![the loom](img/a.png)');
  expect(content.parts.map(({ name, quantity }) => [quantity, name])).toEqual([[2, 'Board']]);
  expect(content.steps.map(({ title }) => title)).toEqual(['Cut it', 'Glue it', 'Wax it']);
});

test('steps may be paragraphs, and links in HTML stay links', async () => {
  const content = await only({
    'README.md':
      '# Loom\n\n<p>See <a href="https://loom.example/">the\nsite</a>.</p>\n\n## How to build it\n\n**Step 1.** Cut the boards.\n\nMind the grain.\n\n**Step 2.** Glue them.\n',
  });
  expect(content.story).toContain('See [the site](<https://loom.example/>).');
  expect(content.steps.map(({ title, text }) => [title, text.includes('grain')])).toEqual([
    ['Cut the boards', true],
    ['Glue them', false],
  ]);
});

test('several licences by their names are for what they were written for', async () => {
  const names = ['CC-BY-SA-4.0', 'CC0-1.0', 'CERN-OHL-S-2.0', 'GPL-3.0-or-later'];
  const files = Object.fromEntries(names.map((name) => [`LICENSES/${name}.txt`, `The text of ${name}`]));
  expect(await only(files)).toMatchObject({
    licence: 'CERN-OHL-S-2.0',
    documentationLicence: 'CC-BY-SA-4.0',
    softwareLicence: 'GPL-3.0-or-later',
  });
});
