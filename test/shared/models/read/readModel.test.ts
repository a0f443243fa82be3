import { describe, expect, it } from 'vitest';
import { CannotBeRead } from '../../../../shared/models/read/findings.ts';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { openSides } from '../../../../shared/models/sharpEdges.ts';
import { boundsOf } from './bounds.ts';
import { asciiSolid, bytesOf, glbBox, gltfBox, objBox, plyBox, stlBox, threeMfBox } from './fixtures.ts';
import { openOcct } from './occtInTests.ts';
import { StepFile } from './stepFile.ts';

const stepBox = () => {
  const file = new StepFile();
  file.box('Box');
  return bytesOf(file.text());
};

const boxes: Record<string, () => Uint8Array> = {
  'box.stl': stlBox,
  'words.stl': () => bytesOf(asciiSolid('Box')),
  'box.obj': () => bytesOf(objBox()),
  'words.ply': () => plyBox('ascii'),
  'little.ply': () => plyBox('binary_little_endian'),
  'big.ply': () => plyBox('binary_big_endian'),
  'box.3mf': threeMfBox,
  'box.glb': () => glbBox(),
  'box.gltf': () => {
    const { json, binary } = gltfBox();
    const uri = `data:application/octet-stream;base64,${Buffer.from(binary).toString('base64')}`;
    return bytesOf(JSON.stringify({ ...json, buffers: [{ byteLength: 168, uri }] }));
  },
  'box.step': stepBox,
};

describe('a box of 10 × 20 × 30 mm', () => {
  it.each(Object.entries(boxes))(
    'stands in its right size in %s, closed, with twelve edges',
    async (name, make) => {
      const { model, findings, unit } = await readModel(make(), name, { openOcct });
      expect(findings).toEqual([]);
      expect(unit.guessed).toBe(name === 'box.glb' || name === 'box.gltf' ? 'm' : 'mm');
      if (!model) throw new Error('No model.');
      expect(boundsOf(model)).toEqual({ low: [0, 0, 0], high: [10, 20, 30] });
      const [part] = model.parts;
      expect(part?.mesh.triangles.length).toBe(36);
      expect(part?.mesh.edges?.length).toBe(12 * 6);
      // A corner of a cube belongs to several triangles: merged, or kept apart by their colours alone.
      expect(
        openSides(part?.mesh.triangles ?? new Uint32Array(0), (part?.mesh.positions.length ?? 0) / 3),
      ).toBe(0);
      expect(part?.name).toMatch(/^(Box|box|Shape|little|big|words)$/);
    },
  );

  it.each(Object.entries(boxes))(
    'is known by what stands in %s, whatever it is called',
    async (name, make) => {
      if (name === 'box.obj') return;
      const { format } = await readModel(make(), 'photo.jpeg', { openOcct });
      expect(name).toContain(
        { stl: 'stl', '3mf': '3mf', gltf: '.gl', ply: 'ply', step: 'step' }[format as 'stl'] ?? '-',
      );
    },
  );
});

it('takes the unit that a person gives for files that say none', async () => {
  const { model, unit } = await readModel(stlBox(), 'box.stl', { unit: 'in' });
  expect(unit).toEqual({ guessed: 'in', sure: true, why: 'given' });
  expect(model && boundsOf(model).high).toEqual([254, 508, 762]);
});

it('takes numbers below one for metres, and asks', async () => {
  const small = bytesOf(objBox().replaceAll(/ (\d)0\b/g, ' 0.0$1'));
  const { unit, model } = await readModel(small, 'small.obj');
  expect(unit).toEqual({ guessed: 'm', sure: false, why: 'small' });
  expect(model && boundsOf(model).high).toEqual([10, 20, 30]);
});

const refusal = async (bytes: Uint8Array, name: string, options = {}) => {
  try {
    await readModel(bytes, name, options);
    return 'read';
  } catch (error) {
    return error instanceof CannotBeRead ? error.kind : String(error);
  }
};

it.each([
  ['nothing.stl', new Uint8Array(0), 'empty'],
  ['part.sldprt', bytesOf('anything'), 'otherProgram'],
  ['poem.txt', bytesOf('A rose is a rose.'), 'notRecognised'],
  ['box.step', bytesOf('ISO-10303-21;\nHEADER;'), 'noSolidReader'],
  ['page.html', bytesOf('<html><body>Not found</body></html>'), 'notRecognised'],
  ['page.stl', bytesOf(`<html><body>${'Not found. '.repeat(20)}</body></html>`), 'notRecognised'],
])('says what is wrong with %s', async (name, bytes, kind) => {
  expect(await refusal(bytes, name)).toBe(kind);
});

it('says how large a file may be, before it looks into it', async () => {
  expect(await refusal(stlBox(), 'box.stl', { limits: { bytes: 100 } })).toBe('tooManyBytes');
});

it.each(Object.entries(boxes).filter(([name]) => name !== 'box.step'))(
  'counts the triangles of %s before it makes room for them',
  async (name, make) => {
    expect(await refusal(make(), name, { limits: { triangles: 5 } })).toBe('tooManyTriangles');
  },
);
