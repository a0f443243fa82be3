import { describe, expect, it } from 'vitest';
import {
  ADDED,
  changedParts,
  differenceModel,
  REMOVED,
  STAYED,
} from '../../../../client/designs/compare/modelDifference.ts';
import type { OneSide } from '../../../../shared/models/compare/compareModels.ts';
import type { Model } from '../../../../shared/models/model.ts';
import { DENSITIES, type Material } from '../../../../shared/modules/materials.ts';

const mesh = {
  positions: new Float32Array(9),
  triangles: new Uint32Array([0, 1, 2]),
  normals: null,
  colours: null,
  edges: null,
};

/** Pieces below one whole, each with its volume. */
function modelWith(...pieces: readonly { name: string; volume: number; material: Material | null }[]): Model {
  const above = { instance: null, line: null, step: null };
  return {
    parts: pieces.map(({ name, volume, material }, index) => ({
      key: `${name} ${index}`,
      name,
      mesh,
      colour: null,
      material,
      module: null,
      piece: null,
      licence: null,
      closed: true,
      volume,
    })),
    occurrences: pieces.map((_, index) => ({
      part: index,
      matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      node: index + 1,
    })),
    nodes: [
      { ...above, id: '', name: 'whole', parent: -1 },
      ...pieces.map(({ name }, index) => ({ ...above, id: String(index), name, parent: 0 })),
    ],
  };
}

const sideOf = (model: Model): OneSide => ({ model, volume: 0, mass: 0, withoutMaterial: 0 });
const steel = (name: string, volume: number) => ({ name, volume, material: 'steel' as const });

describe('What is different between two models, to be looked at', () => {
  it('stands in one model: what stayed, what came and what went, each below a node of its own', () => {
    const after = modelWith(steel('Tube', 100), steel('Plate', 50));
    const whole = differenceModel(
      after,
      {
        added: sideOf(modelWith(steel('Plate', 50))),
        removed: sideOf(modelWith(steel('Angle', 20), steel('Bolt', 1))),
        same: 1,
        notSolid: [],
        gaveUp: null,
        oldBox: null,
        newBox: null,
        counts: {
          old: { parts: 0, occurrences: 0, triangles: 0 },
          new: { parts: 0, occurrences: 0, triangles: 0 },
        },
      },
      'Bench',
    );
    const top = whole.nodes.filter(({ parent }) => parent === 0).map(({ id }) => id);
    expect(top).toEqual([STAYED, 'added', 'removed']);
    expect(new Set(whole.nodes.map(({ id }) => id)).size).toBe(whole.nodes.length);
    expect(whole.nodes.every(({ parent }, index) => parent < index)).toBe(true);
    const seen = whole.occurrences.map(({ part, node }) => {
      const up = whole.nodes[node];
      return [whole.nodes[up?.parent ?? 0]?.id, whole.parts[part]?.name, whole.parts[part]?.colour];
    });
    expect(seen).toEqual([
      [STAYED, 'Tube', null],
      [STAYED, 'Plate', null],
      ['added', 'Plate', ADDED],
      ['removed', 'Angle', REMOVED],
      ['removed', 'Bolt', REMOVED],
    ]);
  });

  it('names parts once, the most first, and no mass where a material is unknown', () => {
    const side = sideOf(
      modelWith(steel('Bolt', 10), steel('Bolt', 15), steel('Tube', 900), {
        name: 'Cover',
        volume: 5,
        material: null,
      }),
    );
    expect(changedParts(side)).toEqual([
      { name: 'Tube', times: 1, volume: 900, mass: 900 * DENSITIES.steel },
      { name: 'Bolt', times: 2, volume: 25, mass: expect.closeTo(25 * DENSITIES.steel, 12) },
      { name: 'Cover', times: 1, volume: 5, mass: null },
    ]);
  });
});
