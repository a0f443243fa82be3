import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../../../shared/models/model.ts';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { mirrors, movedCorners } from '../../../../shared/models/write/matrices.ts';
import { fileOf, type WrittenFormat, writeModel } from '../../../../shared/models/write/writeModel.ts';
import { bent, node, someModel } from './someModel.ts';

/** Names from the whole down, of everything that stands somewhere. */
function ways(model: Model): string[] {
  return model.occurrences
    .map(({ node: leaf }) => {
      const way: string[] = [];
      for (let n = leaf; n >= 0; n = model.nodes[n]?.parent ?? -1) way.unshift(model.nodes[n]?.name ?? '');
      return way.join(' / ');
    })
    .toSorted();
}

/** All triangles where they stand, as rounded corners, each beginning with its least; sorted. */
function triangles({ parts, occurrences }: Model): number[][] {
  const all: number[][] = [];
  for (const { part, matrix } of occurrences) {
    const mesh = parts[part]?.mesh;
    if (!mesh) continue;
    const moved = movedCorners(mesh.positions, matrix);
    for (let at = 0; at < mesh.triangles.length; at += 3) {
      const order = mirrors(matrix) ? [0, 2, 1] : [0, 1, 2];
      const corners = order.map((n) => [...moved.subarray((mesh.triangles[at + n] ?? 0) * 3).subarray(0, 3)]);
      all.push(corners.flat());
    }
  }
  return all;
}

/** Cubic millimetres. */
const volume = (model: Model): number =>
  triangles(model).reduce((sum, [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0]) => {
    return sum + (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
  }, 0);

const middles = (model: Model): number[][] =>
  triangles(model)
    .map((corners) =>
      [0, 1, 2].map((axis) =>
        Math.round(((corners[axis] ?? 0) + (corners[axis + 3] ?? 0) + (corners[axis + 6] ?? 0)) / 3),
      ),
    )
    .toSorted((one, other) => (String(one) < String(other) ? -1 : 1));

async function readBack(model: Model, format: WrittenFormat): Promise<Model> {
  const { model: read, unit } = await readModel(
    writeModel(model, format),
    `${model.nodes[0]?.name}.${fileOf(format).ending}`,
  );
  if (!read) throw new Error('A drawing was read.');
  expect(['mm', 'm']).toContain(unit.guessed);
  return read;
}

const close = (one: Model, other: Model) => {
  const [ones, others] = [middles(one), middles(other)];
  expect(others.length).toBe(ones.length);
  expect(Math.abs(volume(other) - volume(one)) / volume(one)).toBeLessThan(1e-4);
};

/** What each leaf is called, with its colour in fiftieths. */
const colours = ({ parts, occurrences, nodes }: Model): string[] =>
  occurrences
    .map(({ part, node: leaf }) => {
      const colour = parts[part]?.colour?.map((each) => Math.round(each * 50)) ?? null;
      return `${nodes[leaf]?.name} ${colour?.join(' ') ?? 'plain'}`;
    })
    .toSorted();

const seed = Date.now() % 2 ** 31;
beforeAll(() => {
  console.log(`written models with seed ${seed}`);
});

describe('what is written', () => {
  it.each(['glb', 'threeMf'] as const)('as %s reads back as the same tree with the same shapes', (format) =>
    fc.assert(
      fc.asyncProperty(someModel, async (model) => {
        const read = await readBack(model, format);
        expect(ways(read)).toEqual(ways(model));
        close(model, read);
        expect(colours(read)).toEqual(colours(model));
      }),
      { seed, numRuns: 25 },
    ),
  );

  it.each(['stl', 'stlInWords', 'obj'] as const)('as %s reads back as the same triangles', (format) =>
    fc.assert(
      fc.asyncProperty(someModel, async (model) => close(model, await readBack(model, format))),
      { seed, numRuns: 20 },
    ),
  );

  it('is kept to single precision in STL, in words as in bits', async () => {
    const part = bent('Odd', [100.123456, 0.1, 1e-3]);
    const model: Model = {
      parts: [part],
      occurrences: [{ part: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], node: 0 }],
      nodes: [node('', 'Odd', -1)],
    };
    const words = new TextDecoder().decode(writeModel(model, 'stlInWords'));
    const told = [...words.matchAll(/vertex (\S+)/g)].map(([, x]) => Math.fround(Number(x)));
    expect(new Set(told)).toEqual(new Set([0, Math.fround(100.123456)]));
    expect(writeModel(model, 'stl').length).toBe(84 + 50 * 12);
    expect(words.startsWith('solid Odd')).toBe(true);
  });

  it.each(['glb', 'threeMf'] as const)('as %s keeps the colours of corners, mirrored too', async (format) => {
    const painted = bent('Painted', [10, 20, 30]);
    painted.mesh.colours = Uint8Array.from({ length: 24 }, (_, n) => (n * 7) % 256);
    const model: Model = {
      parts: [painted],
      occurrences: [1, -1].map((way, n) => ({
        part: 0,
        matrix: [way, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
        node: n + 1,
      })),
      nodes: [node('', 'Both', -1), node('a', 'Right', 0), node('b', 'Left', 0)],
    };
    const read = await readBack(model, format);
    const looks = ({ parts, occurrences }: Model): string[] =>
      occurrences.flatMap(({ part, matrix }) => {
        const { positions, colours } = parts[part]?.mesh ?? painted.mesh;
        const stands = movedCorners(positions, matrix);
        return Array.from({ length: stands.length / 3 }, (_, n) =>
          [
            ...stands.slice(n * 3, n * 3 + 3).map(Math.round),
            ...(colours?.slice(n * 3, n * 3 + 3) ?? []),
          ].join(' '),
        );
      });
    expect(new Set(looks(read))).toEqual(new Set(looks(model)));
  });

  it('shares a shape however often it stands', () => {
    const at = (x: number) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, 0, 0, 1];
    const many = (count: number): Model => ({
      parts: [bent('Bolt', [10, 10, 10])],
      occurrences: Array.from({ length: count }, (_, n) => ({ part: 0, matrix: at(n * 20), node: n + 1 })),
      nodes: [node('', 'All', -1), ...Array.from({ length: count }, (_, n) => node(`${n}`, 'Bolt', 0))],
    });
    const meshes = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('"POSITION"').length - 1;
    expect(meshes(writeModel(many(200), 'glb'))).toBe(1);
  });
});

describe('what is chosen of a model', () => {
  const at = (x: number) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, 0, 0, 1];
  const model: Model = {
    parts: [bent('Leg', [10, 10, 90]), bent('Top', [50, 50, 5])],
    occurrences: [
      { part: 0, matrix: at(100), node: 2 },
      { part: 0, matrix: at(200), node: 3 },
      { part: 1, matrix: at(300), node: 4 },
    ],
    nodes: [
      node('', 'Table', -1),
      node('legs', 'Legs', 0, 's1'),
      node('legs/1', 'Leg', 1),
      node('legs/2', 'Leg', 1),
      node('top', 'Top', 0, 's2'),
    ],
  };

  it('is a group with all below it, where it stands', async () => {
    const read = await readModel(writeModel(model, 'glb', { nodes: ['legs'], step: null }), 'Legs.glb');
    expect(read.model && ways(read.model)).toEqual(['Legs / Leg', 'Legs / Leg']);
  });

  it('is what a step fits', async () => {
    const read = await readModel(writeModel(model, 'threeMf', { nodes: null, step: 's2' }), 'Table.3mf');
    expect(read.model && ways(read.model)).toEqual(['Table / Top']);
  });

  it('is one part alone as it is made, not as it stood', async () => {
    const { model: read } = await readModel(
      writeModel(model, 'stl', { nodes: ['legs/2'], step: null }),
      'leg.stl',
    );
    expect(read && Math.max(...triangles(read).flat())).toBe(90);
  });

  it.each([
    ['empty', { nodes: ['nobody'], step: null }],
    ['empty', { nodes: null, step: 's3' }],
  ] as const)('is refused as %s where there is nothing', (kind, choice) => {
    expect(() => writeModel(model, 'glb', choice)).toThrow(expect.objectContaining({ kind }));
  });

  it('is refused where a corner is no number, or none', () => {
    const broken = bent('Broken', [1, 1, 1]);
    broken.mesh.positions[3] = Number.NaN;
    const missing = bent('Missing', [1, 1, 1]);
    missing.mesh.triangles[3] = 99;
    for (const part of [broken, missing]) {
      expect(() => writeModel({ ...model, parts: [part, part] }, 'obj')).toThrow(
        expect.objectContaining({ kind: 'notFinite', said: { part: part.name } }),
      );
    }
  });
});

describe('names that a file could stumble over', () => {
  const evil = [
    'x\\',
    'UNITS=in',
    'Wheel unit',
    'a\u0000b\u0085c',
    'x'.repeat(10_000),
    'facet normal',
    '#',
    '\ud800',
  ];
  it.each(['stlInWords', 'obj', 'threeMf', 'glb'] as const)(
    '%s reads back as it was under each of them',
    async (format) => {
      for (const name of evil) {
        const box = bent(name, [9, 9, 9]);
        const model: Model = {
          parts: [box],
          occurrences: [{ part: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], node: 1 }],
          nodes: [node('', '', -1), node('box', name, 0)],
        };
        const bytes = writeModel(model, format);
        const read = await readModel(bytes.buffer, `box.${fileOf(format).ending}`, {});
        expect(read.model && triangles(read.model)).toHaveLength(12);
        expect(Math.max(...(read.model?.parts[0]?.mesh.positions ?? []))).toBeCloseTo(9, 5);
      }
    },
  );
});
