import type { Mesh, Model } from '../../../../shared/models/model.ts';

/** A box of these sizes with sharp edges, its corners shared. */
function box(x: number, y: number, z: number): Mesh {
  const positions = new Float32Array(24);
  for (let corner = 0; corner < 8; corner += 1) {
    positions.set([corner & 1 ? x : 0, corner & 2 ? y : 0, corner & 4 ? z : 0], corner * 3);
  }
  const triangles = Uint32Array.from(
    [
      [0, 2, 1, 1, 2, 3],
      [4, 5, 6, 5, 7, 6],
      [0, 1, 4, 1, 5, 4],
      [2, 6, 3, 3, 6, 7],
      [0, 4, 2, 2, 4, 6],
      [1, 3, 5, 3, 7, 5],
    ].flat(),
  );
  return { positions, triangles, normals: null, colours: null, edges: null };
}

const part = (key: string, mesh: Mesh): Model['parts'][number] => ({
  key,
  name: key,
  mesh,
  colour: null,
  material: 'steel',
  module: null,
  piece: null,
  licence: null,
  closed: true,
  volume: 1,
});

/** Boxes of so many kinds in a heap, in ten assemblies. */
export function manyBoxes(count: number, kinds: number): Model {
  const groups = 10;
  const model: Model = {
    parts: Array.from({ length: kinds }, (_, n) =>
      part(`box ${n}`, box(30 + n, 40 + (n % 7) * 3, 20 + (n % 5) * 4)),
    ),
    occurrences: [],
    nodes: [{ id: '', name: 'Heap', parent: -1, instance: null, line: null, step: null }],
  };
  for (let group = 0; group < groups; group += 1) {
    model.nodes.push({
      id: `g${group}`,
      name: `Group ${group + 1}`,
      parent: 0,
      instance: `g${group}`,
      line: null,
      step: null,
    });
  }
  const side = Math.ceil(Math.cbrt(count));
  for (let n = 0; n < count; n += 1) {
    const [x, y, z] = [n % side, Math.floor(n / side) % side, Math.floor(n / side / side)];
    const mirrored = n % 2 === 0 ? -1 : 1;
    const matrix = [mirrored, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x * 110, y * 90, z * 70, 1];
    const group = Math.floor((z / side) * groups);
    model.occurrences.push({ part: n % kinds, matrix, node: model.nodes.length });
    model.nodes.push({
      id: `g${group}/b${n}`,
      name: `Box ${n + 1}`,
      parent: group + 1,
      instance: `g${group}`,
      line: `m-box-${n % kinds}`,
      step: `step-${group % 3}`,
    });
  }
  return model;
}

/** One wavy sheet of about so many triangles. */
export function manyTriangles(count: number): Model {
  const side = Math.ceil(Math.sqrt(count / 2));
  const positions = new Float32Array((side + 1) * (side + 1) * 3);
  const triangles = new Uint32Array(side * side * 6);
  for (let y = 0; y <= side; y += 1) {
    for (let x = 0; x <= side; x += 1) {
      positions.set([x, y, 20 * Math.sin(x / 30) * Math.cos(y / 40)], (y * (side + 1) + x) * 3);
    }
  }
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const a = y * (side + 1) + x;
      triangles.set([a, a + 1, a + side + 1, a + 1, a + side + 2, a + side + 1], (y * side + x) * 6);
    }
  }
  return {
    parts: [
      {
        ...part('sheet', { positions, triangles, normals: null, colours: null, edges: null }),
        closed: false,
      },
    ],
    occurrences: [{ part: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], node: 1 }],
    nodes: [
      { id: '', name: 'Sheet', parent: -1, instance: null, line: null, step: null },
      { id: 'sheet', name: 'Sheet', parent: 0, instance: null, line: null, step: null },
    ],
  };
}
