import { expect, test } from 'vitest';
import { linesOfTree } from '../../../../server/designs/bringing/assembly.ts';
import { productTreeOf, StepRefused } from '../../../../shared/models/read/step/productTree.ts';
import { wordsIn } from '../../../../shared/models/read/step/statements.ts';

/** A STEP file of products by name and of links between them, in pieces of some size. */
async function* stepFile(
  names: readonly string[],
  links: readonly [number, number][],
  pieces = 7,
): AsyncGenerator<Buffer> {
  const lines = [
    "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('a ; within'),'2;1');\nENDSEC;\nDATA;",
    "#1=CARTESIAN_POINT('',(0.,1.,2.)); /* it's a ; comment */",
    ...names.flatMap((name, index) => [
      `#${100 + index}=PRODUCT('id${index}','${name}','',(#1));`,
      `#${200 + index}= PRODUCT_DEFINITION_FORMATION_WITH_SPECIFIED_SOURCE('1','',\n #${100 + index},.MADE.);`,
      `#${300 + index}=PRODUCT_DEFINITION('design','',#${200 + index},#1);`,
    ]),
    ...links.map(
      ([whole, part], index) =>
        `#${1000 + index}=NEXT_ASSEMBLY_USAGE_OCCURRENCE('${index}','a,b)','',#${300 + whole},#${300 + part},$);`,
    ),
    'ENDSEC;\nEND-ISO-10303-21;\n',
  ];
  const bytes = Buffer.from(lines.join('\n'), 'latin1');
  for (let from = 0; from < bytes.length; from += pieces) yield bytes.subarray(from, from + pieces);
}

test('a tree of products becomes a list with levels and quantities, however it is cut into pieces', async () => {
  for (const pieces of [1, 7, 100_000]) {
    const tree = await productTreeOf(
      stepFile(
        ['Mill', "Frame ''A''; left", 'Bolt \\X2\\00E4\\X0\\'],
        [
          [0, 1],
          [0, 1],
          [1, 2],
          [1, 2],
          [1, 2],
          [0, 2],
        ],
        pieces,
      ),
    );
    const { title, lines } = linesOfTree(tree);
    expect(title).toBe('Mill');
    expect(
      lines.map(({ name, quantity, parent }) => [
        name,
        quantity,
        lines.find(({ id }) => id === parent)?.name,
      ]),
    ).toEqual([
      ["Frame 'A'; left", 2, undefined],
      ['Bolt ä', 3, "Frame 'A'; left"],
      ['Bolt ä', 1, undefined],
    ]);
  }
});

test('a part that is part of itself is refused with the way round', async () => {
  const tree = await productTreeOf(
    stepFile(
      ['Mill', 'Frame', 'Bolt'],
      [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
    ),
  );
  expect(() => linesOfTree(tree)).toThrow('A part is said to be part of itself: Frame → Bolt → Frame.');
});

test('a list that would unfold without end is cut, and a file that is none is refused', async () => {
  const levels = Array.from({ length: 40 }, (_, index) => index);
  const names = levels.map((level) => `Level ${level}`);
  // Each level holds the next one under two names of its own: 2^40 lines.
  const links = levels.slice(1).flatMap((level): [number, number][] => [[level - 1, level]]);
  const wide = await productTreeOf(
    stepFile(
      [...names, ...names],
      [
        ...links,
        ...links.map(([a, b]): [number, number] => [a, b + 40]),
        ...links.map(([a, b]): [number, number] => [a + 40, b]),
      ],
      1000,
    ),
  );
  const { lines, cut } = linesOfTree(wide);
  expect(cut).toBe(true);
  expect(lines.length).toBeLessThanOrEqual(10_000);
  await expect(productTreeOf(stepOf('solid nothing;'))).rejects.toThrow(StepRefused);
});

async function* stepOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

test('strings are spelt out as the format writes them', () => {
  expect(wordsIn("'caf\\X\\E9'")).toBe('café');
  expect(wordsIn("'\\X2\\4E2D6587\\X0\\'")).toBe('中文');
  expect(wordsIn("'it''s'")).toBe("it's");
  expect(wordsIn(`'${Buffer.from('Größe').toString('latin1')}'`)).toBe('Größe');
  expect(wordsIn('$')).toBe('');
});

/** Statements between the lines that every STEP file has; three products: #3 Rig, #6 Arm, #9 without a name. */
async function* statements(...own: readonly string[]): AsyncGenerator<Buffer> {
  const products = ['Rig', 'Arm', ''].flatMap((name, index) => [
    `#${index * 3 + 1}=PRODUCT('${name}','${name}','',(#90));`,
    `#${index * 3 + 2}=PRODUCT_DEFINITION_FORMATION('','',#${index * 3 + 1});`,
    `#${index * 3 + 3}=PRODUCT_DEFINITION('design','',#${index * 3 + 2},#91);`,
  ]);
  yield Buffer.from(['ISO-10303-21;', 'DATA;', ...products, ...own, 'ENDSEC;'].join('\n'));
}
const held = async (...own: readonly string[]) =>
  linesOfTree(await productTreeOf(statements(...own))).lines.map(({ name, quantity }) => [quantity, name]);

test('a usage may say how many, by itself or as one record of several types', async () => {
  expect(
    await held(
      "#20=QUANTIFIED_ASSEMBLY_COMPONENT_USAGE('q','','',#3,#6,$,#21);",
      "#21=MEASURE_REPRESENTATION_ITEM('',COUNT_MEASURE(12.),#92);",
    ),
  ).toEqual([[12, 'Arm']]);
  expect(
    await held(
      "#20=(ASSEMBLY_COMPONENT_USAGE($)NEXT_ASSEMBLY_USAGE_OCCURRENCE()PRODUCT_DEFINITION_RELATIONSHIP('1','Arm:1','',#3,#6)PRODUCT_DEFINITION_USAGE());",
      "#21=(ASSEMBLY_COMPONENT_USAGE($)NEXT_ASSEMBLY_USAGE_OCCURRENCE()PRODUCT_DEFINITION_RELATIONSHIP('2','','',#3,#6)PRODUCT_DEFINITION_USAGE()QUANTIFIED_ASSEMBLY_COMPONENT_USAGE(#22));",
      '#22=MEASURE_WITH_UNIT(COUNT_MEASURE(3.),#1);',
    ),
  ).toEqual([[4, 'Arm']]);
});

test('a product without a name is called as it is where it stands', async () => {
  const usage = (label: string) => `#20=NEXT_ASSEMBLY_USAGE_OCCURRENCE('1','${label}','',#3,#9,$);`;
  expect(await held(usage('Wheel left:1'))).toEqual([[1, 'Wheel left']]);
  expect(await held(usage('=>[0:1:1:3]'))).toEqual([[1, 'Part 1']]);
  expect(await held(usage('NAUO7'))).toEqual([[1, 'Part 1']]);
});
