import { expect, test } from 'vitest';
import { linesOfTree } from '../../../../server/designs/bringing/assembly.ts';
import { productTreeOf, StepRefused, wordsIn } from '../../../../server/designs/bringing/productTree.ts';

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
