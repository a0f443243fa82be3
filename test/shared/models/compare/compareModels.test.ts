import openSolids from 'manifold-3d';
import { beforeAll, expect, it } from 'vitest';
import { compareModels } from '../../../../shared/models/compare/compareModels.ts';
import { buffersOf, type Model, type ModelPart } from '../../../../shared/models/model.ts';
import { moduleById } from '../../../../shared/modules/all.ts';
import type { Solids } from '../../../../shared/modules/module.ts';
import { usualValues } from '../../../../shared/modules/parameters.ts';
import { modelOfPieces } from '../../../../shared/modules/solids/modelOfPieces.ts';
import { bent, node } from '../write/someModel.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

function ofModule(id: string, changed: Record<string, number | string> = {}): Model {
  const module = moduleById(id);
  if (!module) throw new Error(`There is no module ${id}.`);
  return modelOfPieces(module, module.pieces({ ...usualValues(module.parameters), ...changed }), solids);
}

/** Parts at places along x. */
const standing = (...all: [ModelPart, number][]): Model => ({
  parts: all.map(([part]) => part),
  occurrences: all.map(([, x], part) => ({
    part,
    matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, 0, 0, 1],
    node: part + 1,
  })),
  nodes: [node('', 'All', -1), ...all.map(([{ name }], n) => node(`${n}`, name, 0))],
});

it('a longer tube has the added end in steel, and nothing was removed', () => {
  const { added, removed, notSolid, gaveUp } = compareModels(
    ofModule('frame-tube', { faces: 'none', length: 1000 }),
    ofModule('frame-tube', { faces: 'none', length: 1200 }),
    solids,
  );
  const end = (101.6 ** 2 - (101.6 - 12.7) ** 2) * 200;
  expect(added.volume).toBeCloseTo(end, 0);
  expect(added.mass).toBeCloseTo(end * 7.85e-6, 4);
  expect(added.model.parts.map(({ material }) => material)).toEqual(['steel']);
  expect(removed.volume).toBe(0);
  expect({ notSolid, gaveUp }).toEqual({ notSolid: [], gaveUp: null });
});

it('what moved went from one place and came to the other; what stayed is not cut', () => {
  const [leg, top] = [bent('Leg', [10, 10, 10]), bent('Top', [20, 20, 5])];
  const { added, removed, same } = compareModels(
    standing([leg, 0], [top, 100]),
    standing([leg, 5], [top, 100]),
    solids,
  );
  expect(same).toBe(1);
  expect(added.volume).toBeCloseTo(500, 3);
  expect(removed.volume).toBeCloseTo(500, 3);
  expect(added.withoutMaterial).toBeCloseTo(500, 3);
  expect(added.model.nodes.map(({ name }) => name)).toEqual(['added', 'Leg']);
});

it('the same model, anew, has no difference', () => {
  const { added, removed, same } = compareModels(ofModule('wheel-unit'), ofModule('wheel-unit'), solids);
  expect([added.volume, removed.volume]).toEqual([0, 0]);
  expect(same).toBe(ofModule('wheel-unit').occurrences.length);
});

it('what came of one part twice can be handed from thread to thread, and is no part seen from far away', () => {
  const rail = { ...bent('Rail', [10, 10, 10]), coarse: bent('Plain', [10, 10, 10]).mesh };
  const { added } = compareModels(standing(), standing([rail, 0], [rail, 50]), solids);
  expect(added.model.parts.map(({ coarse }) => coarse)).toEqual([undefined, undefined]);
  const twice = standing([rail, 0], [rail, 50]);
  const { parts } = structuredClone(twice, { transfer: buffersOf(twice) });
  expect(parts.map(({ mesh, coarse }) => [mesh.triangles.length, coarse?.triangles.length])).toEqual([
    [36, 36],
    [36, 36],
  ]);
});

it('a part that is not closed is named, and the rest is compared', () => {
  const open = bent('Shell', [10, 10, 10]);
  open.mesh.triangles = open.mesh.triangles.slice(3);
  const { notSolid, added, newBox } = compareModels(
    standing(),
    standing([open, 0], [open, 50], [bent('Cube', [10, 10, 10]), 100]),
    solids,
  );
  expect(notSolid).toEqual([{ name: 'Shell', times: 2, side: 'new' }]);
  expect(added.volume).toBeCloseTo(1000, 3);
  expect(newBox?.most).toEqual([110, 10, 10]);
});

it('stops where there is no time left, and where there is too much', () => {
  const [one, other] = [standing([bent('A', [10, 10, 10]), 0]), standing([bent('B', [12, 10, 10]), 0])];
  expect(compareModels(one, other, solids, { goOn: () => false })).toMatchObject({
    gaveUp: 'outOfTime',
    added: { volume: 0 },
  });
  const many = standing(
    ...Array.from({ length: 3001 }, (_, n): [ModelPart, number] => [bent('A', [1, 1, 1]), n]),
  );
  const { gaveUp, counts } = compareModels(many, other, solids);
  expect({ gaveUp, old: counts.old.occurrences }).toEqual({ gaveUp: 'tooLarge', old: 3001 });
});
