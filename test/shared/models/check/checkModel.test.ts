import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModel, checkPart, isSound } from '../../../../shared/models/check/checkModel.ts';
import { type Repair, repairModel, repairsFor } from '../../../../shared/models/check/repairModel.ts';
import type { Mesh, Model, ModelPart } from '../../../../shared/models/model.ts';
import { modules } from '../../../../shared/modules/all.ts';
import type { Solids } from '../../../../shared/modules/module.ts';
import { usualValues } from '../../../../shared/modules/parameters.ts';
import { modelOfPieces } from '../../../../shared/modules/solids/modelOfPieces.ts';
import type { Vector } from '../../../../shared/modules/vectors.ts';
import { bent, node } from '../write/someModel.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const modelOf = (part: ModelPart, matrix: readonly number[] = IDENTITY): Model => ({
  parts: [part],
  occurrences: [{ part: 0, matrix, node: 0 }],
  nodes: [node('', part.name, -1)],
});

/** A cube of 10 mm whose mesh was changed. */
function cube(change: (mesh: Mesh) => Partial<Mesh>): ModelPart {
  const part = bent('Cube', [10, 10, 10]);
  return { ...part, mesh: { ...part.mesh, ...change(part.mesh) } };
}

/** Several boxes as one mesh. */
function boxes(...of: { size: Vector; at: Vector; inwards?: boolean }[]): ModelPart {
  const positions: number[] = [];
  const triangles: number[] = [];
  for (const { size, at, inwards = false } of of) {
    const first = positions.length / 3;
    const { mesh } = bent('Box', size);
    for (const [n, value] of mesh.positions.entries()) positions.push(value + (at[n % 3] ?? 0));
    for (let n = 0; n < mesh.triangles.length; n += 3) {
      const [a = 0, b = 0, c = 0] = mesh.triangles.subarray(n, n + 3);
      triangles.push(...(inwards ? [a, c, b] : [a, b, c]).map((corner) => corner + first));
    }
  }
  return cube(() => ({ positions: Float32Array.from(positions), triangles: Uint32Array.from(triangles) }));
}

/** Each triangle with corners of its own, as STL has them, moved by a little. */
function soup({ positions, triangles }: Mesh, apart = 0): Partial<Mesh> {
  const own = Float32Array.from(triangles, () => 0);
  const all = new Float32Array(own.length * 3);
  triangles.forEach((corner, n) => {
    for (let axis = 0; axis < 3; axis += 1)
      all[n * 3 + axis] = (positions[corner * 3 + axis] ?? 0) + apart * ((n % 7) / 7);
  });
  return { positions: all, triangles: Uint32Array.from(triangles, (_, n) => n) };
}

const checked = (part: ModelPart) => checkPart(part, solids);
const repaired = (part: ModelPart, ...repairs: Repair[]) => repairModel(modelOf(part), repairs, solids);

describe('a check', () => {
  it('finds nothing wrong with modules, and the volume that its maker gives', () => {
    for (const module of modules.slice(0, 9)) {
      const model = modelOfPieces(module, module.pieces(usualValues(module.parameters)), solids);
      const { parts, sound } = checkModel(model, solids);
      expect(sound, module.id).toBe(true);
      for (const { part, volume, name } of parts) {
        expect((volume ?? 0) / (model.parts[part]?.volume ?? 1), name).toBeCloseTo(1, 4);
      }
    }
  });

  it('takes corners at the same place for one, as STL needs it', () => {
    const check = checked(cube((mesh) => soup(mesh)));
    expect(check).toMatchObject({
      closed: true,
      solid: true,
      corners: 8,
      triangles: 12,
      shells: 1,
      openEdges: 0,
    });
    expect(check.volume).toBeCloseTo(1000, 3);
  });

  it.each([
    [
      'open',
      (mesh: Mesh) => ({ triangles: mesh.triangles.slice(0, 30) }),
      { closed: false, volume: null, openEdges: 4 },
    ],
    [
      'inside out',
      (mesh: Mesh) => ({ triangles: mesh.triangles.toReversed() }),
      { closed: true, invertedShells: 1 },
    ],
    [
      'with a triangle turned',
      (mesh: Mesh) => ({
        triangles: mesh.triangles.map((corner, n, all) =>
          n === 0 ? (all[1] ?? 0) : n === 1 ? (all[0] ?? 0) : corner,
        ),
      }),
      { closed: false, againstEdges: 3 },
    ],
    [
      'with one twice',
      (mesh: Mesh) => ({ triangles: Uint32Array.from([...mesh.triangles, ...mesh.triangles.slice(0, 3)]) }),
      { repeated: 1, crowdedEdges: 3 },
    ],
    [
      'with one that is a line',
      (mesh: Mesh) => ({ triangles: Uint32Array.from([...mesh.triangles, 0, 0, 1]) }),
      { withoutArea: 1, closed: true },
    ],
    [
      'of numbers that are none',
      (mesh: Mesh) => ({ positions: mesh.positions.map(() => Number.NaN) }),
      { closed: false, solid: false, volume: null },
    ],
    ['of nothing', () => ({ triangles: new Uint32Array() }), { closed: false, shells: 0, volume: null }],
  ] as const)('says what is wrong with a cube that is %s', (_, change, expected) => {
    expect(checked(cube(change))).toMatchObject(expected);
  });

  it('tells a cavity from a body that is inside out', () => {
    const cavity = boxes(
      { size: [10, 10, 10], at: [0, 0, 0] },
      { size: [4, 4, 4], at: [3, 3, 3], inwards: true },
    );
    expect(checked(cavity)).toMatchObject({ shells: 2, invertedShells: 0 });
    expect(checked(cavity).volume).toBeCloseTo(1000 - 64, 3);
    const beside = boxes(
      { size: [10, 10, 10], at: [0, 0, 0] },
      { size: [4, 4, 4], at: [20, 3, 3], inwards: true },
    );
    expect(checked(beside)).toMatchObject({ shells: 2, invertedShells: 1 });
  });

  it('finds where a surface runs through itself, and not where bodies only touch', () => {
    const through = boxes({ size: [10, 10, 10], at: [0, 0, 0] }, { size: [4, 4, 40], at: [3, 2, -10] });
    expect(checked(through).selfIntersections).toMatchObject({ all: true });
    expect(checked(through).selfIntersections.pairs).toBeGreaterThan(3);
    const touching = boxes({ size: [10, 10, 10], at: [0, 0, 0] }, { size: [10, 10, 10], at: [10, 0, 0] });
    expect(checked(touching).selfIntersections.pairs).toBe(0);
  });

  it('reckons mass by material where a file stretches what it places', () => {
    const steel: ModelPart = { ...bent('Cube', [10, 10, 10]), material: 'steel' };
    const doubled = IDENTITY.map((value, n) => (n < 12 ? value * 2 : value));
    const { masses, parts, box } = checkModel(modelOf(steel, doubled), solids);
    expect(masses.steel?.mass).toBeCloseTo(8000 * 7.85e-6, 6);
    expect(parts[0]?.mass).toBeCloseTo(8000 * 7.85e-6, 6);
    expect(box?.most).toEqual([20, 20, 20]);
  });
});

describe('a repair', () => {
  it.each([
    ['mergeCorners', () => cube((mesh) => soup(mesh, 0.0008)), 8],
    [
      'turnTriangles',
      () =>
        cube(({ triangles }) => ({
          triangles: triangles.map((corner, n, all) =>
            n % 3 === 0 && n > 20 ? (all[n + 1] ?? 0) : n % 3 === 1 && n > 20 ? (all[n - 1] ?? 0) : corner,
          ),
        })),
      8,
    ],
    ['turnTriangles', () => cube((mesh) => ({ triangles: mesh.triangles.toReversed() })), 8],
    ['closeHoles', () => cube((mesh) => ({ triangles: mesh.triangles.slice(0, 30) })), 8],
    [
      'dropTriangles',
      () =>
        cube((mesh) => ({ triangles: Uint32Array.from([...mesh.triangles, ...mesh.triangles.slice(6, 9)]) })),
      8,
    ],
  ] as const)('by %s makes a sound cube of it, and tells how much it changed', (repair, broken, corners) => {
    const before = checked(broken());
    expect(isSound(before) && before.repeated === 0).toBe(false);
    expect(repairsFor(before)).toContain(repair);
    const { done, after, model } = repaired(broken(), repair);
    expect(done.map((each) => each.repair)).toEqual([repair]);
    expect(done[0]?.count).toBeGreaterThan(0);
    expect(after[0]).toMatchObject({ closed: true, solid: true, invertedShells: 0, repeated: 0, corners });
    expect(after[0]?.volume).toBeCloseTo(1000, 0);
    expect(model.parts[0]?.key).not.toBe('Cube');
  });

  it('joins bodies that overlap into one', () => {
    const through = boxes({ size: [10, 10, 10], at: [0, 0, 0] }, { size: [4, 4, 40], at: [3, 2, -10] });
    const { after, done } = repaired(through, ...repairsFor(checked(through)));
    expect(done).toEqual([{ part: 0, repair: 'joinShells', count: 1 }]);
    expect(after[0]).toMatchObject({ shells: 1, selfIntersections: { pairs: 0, all: true } });
    expect(after[0]?.volume).toBeCloseTo(1000 + 16 * 30, 2);
  });

  it('changes nothing where it cannot help, and leaves the model alone that it was given', () => {
    const part = bent('Cube', [10, 10, 10]);
    expect(repairsFor(checked(part))).toEqual([]);
    const { done, model } = repaired(
      part,
      'mergeCorners',
      'closeHoles',
      'turnTriangles',
      'joinShells',
      'dropTriangles',
    );
    expect(done).toEqual([]);
    expect(model.parts[0]).toBe(part);
    // One triangle is no body, however it is turned.
    const flat = cube((mesh) => ({ triangles: mesh.triangles.slice(0, 3) }));
    expect(repaired(flat, 'turnTriangles', 'closeHoles').done).toEqual([]);
  });
});
