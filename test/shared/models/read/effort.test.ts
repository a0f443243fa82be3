import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { Shapes } from '../../../../shared/models/read/step/shapes.ts';
import { bytesOf, dxfOf, objBox, svgOfLines } from './fixtures.ts';

/** Of this thread's own work. Each takes a tenth of it, and several times as much where work is done again. */
const MOST_MILLISECONDS = 3000;
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

async function effortOf(work: () => unknown): Promise<number> {
  const began = worked();
  await work();
  return worked() - began;
}

it('refuses a drawing that uses a long path that draws nothing again and again', async () => {
  const nothing = `<defs><path id="n" d="${'M0 0'.repeat(25_000)}"/></defs>`;
  const text = svgOfLines(`${nothing}<path d="M0 0H9V9"/>${'<use href="#n"/>'.repeat(5000)}`);
  const effort = await effortOf(() =>
    expect(readModel(bytesOf(text), 'a.svg')).rejects.toMatchObject({ kind: 'tooManyEntities' }),
  );
  expect(effort).toBeLessThan(MOST_MILLISECONDS);
});

it('parses a path once, however often it is used', async () => {
  const path = `<defs><path id="n" d="M0 0H9${'M0 0'.repeat(12_500)}"/></defs>`;
  const text = svgOfLines(`${path}${'<use href="#n"/>'.repeat(3800)}`);
  let outlines = 0;
  const effort = await effortOf(async () => {
    outlines = (await readModel(bytesOf(text), 'a.svg')).drawing?.outlines.length ?? 0;
  });
  expect(outlines).toBe(3800);
  expect(effort).toBeLessThan(MOST_MILLISECONDS);
});

it('looks through a block that is put in at many cells once, and refuses it where it must look at each', async () => {
  const line = '0 LINE 8 cut 10 0 20 0 11 5 21 5';
  const words = '1 word '.repeat(20_000);
  const put = dxfOf(
    `0 INSERT 2 b ${words} 10 0 20 0 44 1 45 1 70 200 71 200`,
    '',
    `0 BLOCK 2 b ${line} 0 ENDBLK`,
  );
  let outlines = 0;
  const effort = await effortOf(async () => {
    outlines = (await readModel(bytesOf(put), 'a.dxf')).drawing?.outlines.length ?? 0;
  });
  expect(outlines).toBe(40_000);
  const held = dxfOf('0 INSERT 2 b 70 500 71 500', '', `0 BLOCK 2 b 0 MTEXT ${words} 0 ENDBLK`);
  const refusal = await effortOf(() =>
    expect(readModel(bytesOf(held), 'a.dxf')).rejects.toMatchObject({ kind: 'tooManyEntities' }),
  );
  expect(effort).toBeLessThan(MOST_MILLISECONDS);
  expect(refusal).toBeLessThan(MOST_MILLISECONDS);
});

it('finds what came along in an archive without looking at each name for each', async () => {
  const names = Object.fromEntries(
    Array.from({ length: 5000 }, (_, n) => [`a/b/${n}.mtl`, new Uint8Array(0)] as const),
  );
  const wanted = Array.from({ length: 25_000 }, (_, n) => `mtllib C:\\a\\${n % 5000}.mtl`).join('\n');
  const bytes = zipSync({ ...names, 'box.obj': bytesOf(`${wanted}\n${objBox()}`) }, { level: 0 });
  let findings: unknown = null;
  const effort = await effortOf(async () => {
    ({ findings } = await readModel(bytes, 'a.zip'));
  });
  expect(findings).toEqual([]);
  expect(effort).toBeLessThan(MOST_MILLISECONDS);
});

it('follows what is said to be one shape once, however often it is asked and said', async () => {
  const shapes = new Shapes();
  shapes.take("#1=PRODUCT_DEFINITION_SHAPE('','',#2)");
  shapes.take('#3=SHAPE_DEFINITION_REPRESENTATION(#1,#4)');
  for (let n = 0; n < 100_000; n += 1)
    shapes.take(`#${100 + n}=SHAPE_REPRESENTATION_RELATIONSHIP('','',#4,#5)`);
  const effort = await effortOf(() => {
    for (let n = 0; n < 2000; n += 1) shapes.representationsOf('2');
  });
  expect([...shapes.representationsOf('2')]).toEqual(['4', '5']);
  expect(effort).toBeLessThan(MOST_MILLISECONDS);
});
