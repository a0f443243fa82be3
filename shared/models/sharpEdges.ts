/** Two faces that meet at more than this many degrees have an edge between them; circles are drawn with 24 corners at least. */
const SHARP = 20;
const LEAST_COSINE = Math.cos((SHARP * Math.PI) / 180);
/** Edges at one corner, above which they are sorted rather than compared one by one. */
const MANY = 48;

/**
 * The edges of a mesh that a drawing shows: where faces meet at an angle, and where one has no neighbour. Corners must be
 * shared by the triangles that meet there.
 * @returns pairs of points, six numbers for each edge.
 */
export function sharpEdges(positions: Float32Array, triangles: Uint32Array): Float32Array<ArrayBuffer> {
  return edgesAndOpenSides(positions, triangles).edges;
}

/** The same, and how many sides of triangles have no neighbour: of a closed mesh none. */
export function edgesAndOpenSides(
  positions: Float32Array,
  triangles: Uint32Array,
): { edges: Float32Array<ArrayBuffer>; open: number } {
  const normals = faceNormals(positions, triangles);
  let found = new Uint32Array(256);
  let count = 0;
  let open = 0;
  pairSides(triangles, positions.length / 3, (low, high, one, other) => {
    if (other < 0) open += 1;
    else if (cosineBetween(normals, one, other) >= LEAST_COSINE) return;
    if (count + 2 > found.length) {
      const larger = new Uint32Array(found.length * 2);
      larger.set(found);
      found = larger;
    }
    found[count] = low;
    found[count + 1] = high;
    count += 2;
  });
  const edges = new Float32Array(count * 3);
  for (let end = 0; end < count; end += 1) {
    const corner = (found[end] ?? 0) * 3;
    edges[end * 3] = positions[corner] ?? 0;
    edges[end * 3 + 1] = positions[corner + 1] ?? 0;
    edges[end * 3 + 2] = positions[corner + 2] ?? 0;
  }
  return { edges, open };
}

/** How many sides of triangles have no neighbour. */
export function openSides(triangles: Uint32Array, corners: number): number {
  let open = 0;
  pairSides(triangles, corners, (_low, _high, _one, other) => {
    if (other < 0) open += 1;
  });
  return open;
}

/**
 * Tells every edge with two of the triangles that meet there (-1: there is none); where more than two meet, pair by pair.
 * Sides are put in order by their lower corner first, so that only few have to be compared.
 */
export function pairSides(
  triangles: Uint32Array,
  corners: number,
  tell: (low: number, high: number, one: number, other: number) => void,
): void {
  const sides = triangles.length;
  const starts = new Uint32Array(corners + 1);
  for (let side = 0; side < sides; side += 1) {
    const a = triangles[side] ?? 0;
    const b = triangles[side % 3 === 2 ? side - 2 : side + 1] ?? 0;
    const low = (a < b ? a : b) + 1;
    starts[low] = (starts[low] ?? 0) + 1;
  }
  for (let corner = 0; corner < corners; corner += 1)
    starts[corner + 1] = (starts[corner + 1] ?? 0) + (starts[corner] ?? 0);
  const ends = starts.slice(0, corners);
  const highs = new Uint32Array(sides);
  const owners = new Int32Array(sides);
  for (let side = 0; side < sides; side += 1) {
    const a = triangles[side] ?? 0;
    const b = triangles[side % 3 === 2 ? side - 2 : side + 1] ?? 0;
    const low = a < b ? a : b;
    const at = ends[low] ?? 0;
    ends[low] = at + 1;
    highs[at] = a < b ? b : a;
    owners[at] = (side / 3) | 0;
  }
  for (let low = 0; low < corners; low += 1) {
    const from = starts[low] ?? 0;
    const to = starts[low + 1] ?? 0;
    if (to - from > MANY) sortSides(highs, owners, from, to);
    for (let at = from; at < to; at += 1) {
      const owner = owners[at] ?? -1;
      if (owner < 0) continue;
      const high = highs[at] ?? 0;
      let other = -1;
      // Sorted sides have their partner next to them.
      const last = to - from > MANY ? Math.min(to, at + 2) : to;
      for (let next = at + 1; next < last; next += 1) {
        if (highs[next] === high && (owners[next] ?? -1) >= 0) {
          other = owners[next] ?? -1;
          owners[next] = -1;
          break;
        }
      }
      tell(low, high, owner, other);
    }
  }
}

function sortSides(highs: Uint32Array, owners: Int32Array, from: number, to: number): void {
  const before = { highs: highs.slice(from, to), owners: owners.slice(from, to) };
  const count = to - from;
  // Both in one number, which stays exact: there are fewer than 2^24 sides and 2^28 corners.
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = (before.highs[at] ?? 0) * 0x1000000 + at;
  keys.sort();
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    highs[from + at] = Math.floor(key / 0x1000000);
    owners[from + at] = before.owners[key % 0x1000000] ?? 0;
  }
}

/** Unit normals of triangles; of those without area nothing. */
export function faceNormals(positions: Float32Array, triangles: Uint32Array): Float32Array<ArrayBuffer> {
  const normals = new Float32Array(triangles.length);
  for (let first = 0; first < triangles.length; first += 3) {
    const a = (triangles[first] ?? 0) * 3;
    const b = (triangles[first + 1] ?? 0) * 3;
    const c = (triangles[first + 2] ?? 0) * 3;
    const ax = positions[a] ?? 0;
    const ay = positions[a + 1] ?? 0;
    const az = positions[a + 2] ?? 0;
    const ux = (positions[b] ?? 0) - ax;
    const uy = (positions[b + 1] ?? 0) - ay;
    const uz = (positions[b + 2] ?? 0) - az;
    const vx = (positions[c] ?? 0) - ax;
    const vy = (positions[c + 1] ?? 0) - ay;
    const vz = (positions[c + 2] ?? 0) - az;
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    normals[first] = x / length;
    normals[first + 1] = y / length;
    normals[first + 2] = z / length;
  }
  return normals;
}

const cosineBetween = (normals: Float32Array, one: number, other: number): number =>
  (normals[one * 3] ?? 0) * (normals[other * 3] ?? 0) +
  (normals[one * 3 + 1] ?? 0) * (normals[other * 3 + 1] ?? 0) +
  (normals[one * 3 + 2] ?? 0) * (normals[other * 3 + 2] ?? 0);
