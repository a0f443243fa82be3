import fc from 'fast-check';
import type { Model, ModelPart } from '../../../../shared/models/model.ts';
import type { Vector } from '../../../../shared/modules/vectors.ts';

/** A box with its corners moved about, closed, its corners shared; millimetres. */
export function bent(name: string, size: Vector, corners: readonly Vector[] = []): ModelPart {
  const positions = new Float32Array(24);
  for (let corner = 0; corner < 8; corner += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      const far = (corner >> axis) & 1;
      positions[corner * 3 + axis] = far * (size[axis] ?? 0) + (corners[corner]?.[axis] ?? 0);
    }
  }
  const faces = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  const triangles = Uint32Array.from(faces.flatMap(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, a, c, d]));
  return {
    key: name,
    name,
    mesh: { positions, triangles, normals: null, colours: null, edges: null },
    colour: null,
    material: null,
    module: null,
    piece: null,
    licence: null,
    closed: true,
    volume: null,
  };
}

export const node = (
  id: string,
  name: string,
  parent: number,
  step: string | null = null,
): Model['nodes'][number] => ({
  id,
  name,
  parent,
  instance: null,
  line: null,
  step,
});

const names = fc.stringMatching(/^[A-Za-z0-9é×"&<>' ]{1,12}$/u).map((name) => `P${name.trim()}`);
const size = fc.tuple(
  fc.integer({ min: 5, max: 300 }),
  fc.integer({ min: 5, max: 300 }),
  fc.integer({ min: 5, max: 300 }),
);
const nudge = fc.double({ min: -1, max: 1, noNaN: true });
const part = fc
  .tuple(names, size, fc.array(fc.tuple(nudge, nudge, nudge), { minLength: 8, maxLength: 8 }))
  .map(([name, extent, corners]) => bent(name, extent, corners));
const colour = fc.constantFrom(null, [1, 0, 0] as const, [0, 0.2, 0.4] as const);
const place = fc.record({
  turn: fc.double({ min: 0, max: 6, noNaN: true }),
  at: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -5000, max: 5000 }))),
  mirrored: fc.boolean(),
});

function matrixOf({
  turn,
  at: [x = 0, y = 0, z = 0],
  mirrored,
}: {
  turn: number;
  at: number[];
  mirrored: boolean;
}) {
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const way = mirrored ? -1 : 1;
  return [way * cosine, way * sine, 0, 0, -sine, cosine, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

/** Models of a few parts in two levels of groups, turned, moved and mirrored. Some leaves are called as their part. */
export const someModel: fc.Arbitrary<Model> = fc
  .record({
    parts: fc.array(fc.tuple(part, colour), { minLength: 1, maxLength: 4 }),
    groups: fc.array(names, { minLength: 1, maxLength: 3 }),
    stand: fc.array(fc.tuple(fc.nat(), fc.nat(), place, fc.option(names)), { minLength: 2, maxLength: 6 }),
  })
  .map(({ parts, groups, stand }) => {
    const model: Model = {
      parts: parts.map(([shape, colour], n) => ({
        ...shape,
        key: `${n}`,
        name: `${shape.name}${n}`,
        colour,
      })),
      occurrences: [],
      nodes: [node('', 'Whole', -1)],
    };
    // A group that holds nothing would not be written.
    const used = [...new Set(stand.map(([, group]) => group % groups.length))];
    const groupAt = new Map(
      used.map(
        (group) => [group, model.nodes.push(node(`g${group}`, `${groups[group]} ${group}`, 0)) - 1] as const,
      ),
    );
    for (const [n, [which, group, at, own]] of stand.entries()) {
      const number = which % model.parts.length;
      const leaf = node(
        `l${n}`,
        own ?? model.parts[number]?.name ?? '',
        groupAt.get(group % groups.length) ?? 0,
      );
      model.occurrences.push({ part: number, matrix: matrixOf(at), node: model.nodes.push(leaf) - 1 });
    }
    return model;
  });
