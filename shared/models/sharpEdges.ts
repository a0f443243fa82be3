/** Two faces that meet at more than this many degrees have an edge between them; circles are drawn with 24 corners at least. */
const SHARP = 20;
const LEAST_COSINE = Math.cos((SHARP * Math.PI) / 180);

/**
 * The edges of a mesh that a drawing shows: where faces meet at an angle, and where one has no neighbour. Corners must be
 * shared by the triangles that meet there.
 * @returns pairs of points, six numbers for each edge.
 */
export function sharpEdges(positions: Float32Array, triangles: Uint32Array): Float32Array<ArrayBuffer> {
  const count = triangles.length / 3;
  const normals = faceNormals(positions, triangles);
  const corners = positions.length / 3;
  // By both ends of an edge, the triangle that had it first: as one number, which stays exact below 2^53.
  const open = new Map<number, number>();
  const found: number[] = [];
  const tell = (a: number, b: number) => {
    for (const vertex of [a, b]) {
      for (let axis = 0; axis < 3; axis += 1) found.push(positions[vertex * 3 + axis] ?? 0);
    }
  };
  for (let triangle = 0; triangle < count; triangle += 1) {
    for (let side = 0; side < 3; side += 1) {
      const a = triangles[triangle * 3 + side] ?? 0;
      const b = triangles[triangle * 3 + ((side + 1) % 3)] ?? 0;
      const key = Math.min(a, b) * corners + Math.max(a, b);
      const other = open.get(key);
      if (other === undefined) {
        open.set(key, triangle);
        continue;
      }
      open.delete(key);
      if (cosineBetween(normals, triangle, other) < LEAST_COSINE) tell(a, b);
    }
  }
  for (const key of open.keys()) tell(Math.floor(key / corners), key % corners);
  return Float32Array.from(found);
}

function faceNormals(positions: Float32Array, triangles: Uint32Array): Float32Array {
  const normals = new Float32Array(triangles.length);
  const at = (corner: number, axis: number) => positions[(triangles[corner] ?? 0) * 3 + axis] ?? 0;
  for (let first = 0; first < triangles.length; first += 3) {
    const [ux, uy, uz] = [0, 1, 2].map((axis) => at(first + 1, axis) - at(first, axis)) as [
      number,
      number,
      number,
    ];
    const [vx, vy, vz] = [0, 1, 2].map((axis) => at(first + 2, axis) - at(first, axis)) as [
      number,
      number,
      number,
    ];
    const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const length = Math.hypot(x, y, z) || 1;
    normals.set([x / length, y / length, z / length], first);
  }
  return normals;
}

const cosineBetween = (normals: Float32Array, one: number, other: number): number => {
  let sum = 0;
  for (let axis = 0; axis < 3; axis += 1)
    sum += (normals[one * 3 + axis] ?? 0) * (normals[other * 3 + axis] ?? 0);
  return sum;
};
