import { expect, it } from 'vitest';
import { readModel } from '../../../shared/models/read/readModel.ts';
import { shapeKey } from '../../../shared/models/shapeKey.ts';

const mesh = (x: number, red: number | null = null) => ({
  positions: new Float32Array([0, 0, 0, x, 0, 0, 0, 1, 0]),
  triangles: new Uint32Array([0, 1, 2]),
  normals: null,
  colours: red === null ? null : new Uint8Array([red, 0, 0, 0, 0, 0, 0, 0, 0]),
  edges: null,
});

it('is one for one shape, and another for other corners, triangles or colours', () => {
  expect(shapeKey(mesh(1))).toBe(shapeKey(mesh(1)));
  const turned = { ...mesh(1), triangles: new Uint32Array([0, 2, 1]) };
  const keys = [mesh(1), mesh(-1), mesh(1.0001), turned, mesh(1, 1), mesh(1, 2)].map(shapeKey);
  expect(new Set(keys).size).toBe(keys.length);
});

it('tells a file in inches from the same one in millimetres, so that what was drawn of one is not kept', async () => {
  const text =
    'solid s\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 9 0 0\nvertex 0 9 0\nendloop\nendfacet\n';
  const keyIn = async (unit: 'mm' | 'in') => {
    const { model } = await readModel(new TextEncoder().encode(`${text}endsolid s\n`), 's.stl', { unit });
    return model?.parts[0]?.key;
  };
  expect(await keyIn('mm')).toBe(await keyIn('mm'));
  expect(await keyIn('in')).not.toBe(await keyIn('mm'));
});
