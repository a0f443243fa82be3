import { expect, it } from 'vitest';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { asciiSolid, binaryStl, boxTriangles, bytesOf } from './fixtures.ts';

const names = async (bytes: Uint8Array) =>
  (await readModel(bytes, 'a.stl')).model?.parts.map(({ name }) => name);
const kinds = async (bytes: Uint8Array) => (await readModel(bytes, 'a.stl')).findings;

it('goes by the size, not by a header that begins with “solid”', async () => {
  const { model } = await readModel(binaryStl(boxTriangles, 'solid facet endsolid'), 'a.stl');
  expect(model?.parts[0]?.mesh.triangles.length).toBe(36);
});

it('reads every solid of a file in words under its name', async () => {
  expect(await names(bytesOf(asciiSolid('lid') + asciiSolid('case two')))).toEqual(['lid', 'case two']);
});

it('minds neither large letters, nor line ends, nor a byte order mark', async () => {
  const text = `\uFEFF${asciiSolid('Lid').toUpperCase().replaceAll('\n', '\r\n')}`;
  expect(await names(bytesOf(text))).toEqual(['LID']);
});

it.each([
  ['carriage returns alone', '\r'],
  ['no line ends at all', ' '],
])('reads %s', async (_, end) => {
  const text = asciiSolid('Lid').replaceAll('\n', end);
  const { model, findings } = await readModel(bytesOf(text), 'a.stl');
  expect(model?.parts.map(({ name, mesh }) => [name, mesh.triangles.length])).toEqual([['Lid', 36]]);
  expect(findings).toEqual([]);
});

it('takes commas for decimal points, and says so', async () => {
  const text = asciiSolid('a').replaceAll(/(\d+) (\d+) (\d+)\n/g, '$1,5 $2,5 $3,5\n');
  const { model, findings } = await readModel(bytesOf(text), 'a.stl');
  expect(findings).toEqual([{ kind: 'commaDecimals', said: {} }]);
  expect(Math.min(...(model?.parts[0]?.mesh.positions ?? []))).toBe(0.5);
});

it('shows what is there of a file that is cut short or lies', async () => {
  const whole = binaryStl(boxTriangles, '', 4_000_000_000);
  expect(await kinds(whole)).toEqual([{ kind: 'cutShort', said: { announced: 4_000_000_000, found: 12 } }]);
  const cut = binaryStl(boxTriangles).subarray(0, 84 + 50 * 3 + 20);
  expect(await kinds(cut)).toEqual([{ kind: 'cutShort', said: { announced: 12, found: 3 } }]);
});

it('says of a file that announces what it has no room for that it is cut short, where nothing is left to show', async () => {
  const lying = binaryStl([boxTriangles[0] ?? []], '', 2_147_483_647).fill(0, 84);
  await expect(readModel(lying, 'a.stl')).rejects.toMatchObject({
    kind: 'cutShort',
    said: { announced: 2_147_483_647, found: 1 },
  });
});

it('reads a file whose count nobody wrote, and tells of bytes behind the last triangle', async () => {
  const { model } = await readModel(binaryStl(boxTriangles, '', 0), 'a.stl');
  expect(model?.parts[0]?.mesh.triangles.length).toBe(36);
  const longer = new Uint8Array([...binaryStl(boxTriangles), 1, 2, 3]);
  expect(await kinds(longer)).toEqual([{ kind: 'leftOver', said: { bytes: 3 } }]);
});

it('leaves out triangles without area or number, and counts them', async () => {
  const bad = [
    [
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 0],
    ],
    [
      [Number.NaN, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
    ],
    [
      [0, 0, 3e38],
      [1, 0, 0],
      [0, 1, 0],
    ],
  ];
  const { model, findings } = await readModel(binaryStl([...boxTriangles, ...bad]), 'a.stl');
  expect(model?.parts[0]?.mesh.triangles.length).toBe(36);
  expect(findings).toEqual([
    { kind: 'notFinite', said: { triangles: 2 } },
    { kind: 'withoutArea', said: { triangles: 1 } },
  ]);
});

it('joins corners that lie a hair apart where that closes the shape', async () => {
  let turn = 0;
  const rough = boxTriangles.map((triangle) =>
    triangle.map(([x = 0, ...rest]) => [x + (turn++ % 2) * 1e-5, ...rest]),
  );
  const { model, findings } = await readModel(binaryStl(rough), 'a.stl');
  expect(model?.parts[0]?.mesh.positions.length).toBe(8 * 3);
  expect(findings.map(({ kind }) => kind)).toEqual(['nearCornersMerged']);
});

it('refuses what has no surface at all', async () => {
  await expect(readModel(bytesOf('solid a\nendsolid a\n'), 'a.stl')).rejects.toMatchObject({
    kind: 'noTriangles',
  });
  await expect(readModel(binaryStl([]), 'a.stl')).rejects.toMatchObject({ kind: 'noTriangles' });
});

it('takes unit and colour from a header that has them', async () => {
  const header = 'COLOR=\x7f\x00\x00\x7f UNITS=inch';
  const { model, unit } = await readModel(binaryStl(boxTriangles, header), 'a.stl');
  expect(unit).toEqual({ guessed: 'in', sure: true, why: 'comment' });
  expect(model?.parts[0]?.colour?.[0]).toBeCloseTo(0.5, 1);
});
