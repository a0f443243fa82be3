import type { Mesh } from '../../shared/models/model.ts';

/** Above so many degrees between two faces there is an edge to draw; below so few the faces are one. */
const SHARP = Math.cos((20 * Math.PI) / 180);
const SMOOTH = Math.cos((1 * Math.PI) / 180);

/** Lines of a mesh: where they run, and the normals of the faces that meet there. */
export interface MeshEdges {
  /** Six numbers for each: from, to; millimetres. Sharp ones first. */
  points: Float32Array;
  /** Six numbers for each: the outward normals on both sides; zeros where nobody knows. */
  normals: Float32Array;
  /** So many of them are sharp; the rest are drawn only where the outline of something round runs. */
  sharp: number;
}

/**
 * The lines that a drawing shows. Corners at the same place count as one, so that it does not matter how a file
 * shares them. Open rims, and edges with more than two faces, are sharp.
 */
export function edgesOfMesh({ positions, triangles }: Pick<Mesh, 'positions' | 'triangles'>): MeshEdges {
  const corner = weld(positions);
  const count = Math.floor(triangles.length / 3);
  const normals = new Float32Array(count * 3);
  for (let triangle = 0; triangle < count; triangle += 1) faceNormal(positions, triangles, triangle, normals);
  // Half edges in a hash of both ends: open addressing in typed arrays, as a Map of numbers takes ten times as long.
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, count * 6)));
  const table = new Int32Array(size).fill(-1);
  const partner = new Int32Array(count * 3).fill(-1);
  const many = new Uint8Array(count * 3);
  const at = (half: number) => corner[triangles[half] ?? 0] ?? 0;
  const next = (half: number) => (half % 3 === 2 ? half - 2 : half + 1);
  // Two corners at one place: its other two sides are one edge, there and back, which bounds nothing.
  const isCollapsed = (half: number) => {
    const first = half - (half % 3);
    return at(first) === at(first + 1) || at(first + 1) === at(first + 2) || at(first + 2) === at(first);
  };
  for (let half = 0; half < count * 3; half += 1) {
    if (isCollapsed(half)) {
      partner[half] = -2;
      continue;
    }
    const a = at(half);
    const b = at(next(half));
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    let slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) & (size - 1);
    for (;;) {
      const first = table[slot] ?? -1;
      if (first < 0) {
        table[slot] = half;
        break;
      }
      const [c, d] = [at(first), at(next(first))];
      if (Math.min(c, d) === low && Math.max(c, d) === high) {
        if (partner[first] === -1) partner[first] = half;
        else many[first] = 1;
        partner[half] = -2;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  lendNormals(positions, triangles, normals, partner);
  const sharp: number[] = [];
  const soft: number[] = [];
  for (let half = 0; half < count * 3; half += 1) {
    const other = partner[half] ?? -1;
    if (other === -2) continue;
    const cosine = other < 0 ? -1 : cosineBetween(normals, Math.floor(half / 3), Math.floor(other / 3));
    if (other < 0 || many[half] || cosine < SHARP) sharp.push(half);
    else if (cosine < SMOOTH) soft.push(half);
  }
  const all = [...sharp, ...soft];
  const points = new Float32Array(all.length * 6);
  const sides = new Float32Array(all.length * 6);
  all.forEach((half, index) => {
    const [a, b] = [(triangles[half] ?? 0) * 3, (triangles[next(half)] ?? 0) * 3];
    points.set(positions.subarray(a, a + 3), index * 6);
    points.set(positions.subarray(b, b + 3), index * 6 + 3);
    const other = partner[half] ?? -1;
    if (other < 0 || many[half]) return;
    const [one, two] = [Math.floor(half / 3) * 3, Math.floor(other / 3) * 3];
    sides.set(normals.subarray(one, one + 3), index * 6);
    sides.set(normals.subarray(two, two + 3), index * 6 + 3);
  });
  return { points, normals: sides, sharp: sharp.length };
}

/** For each corner the first one that stands at the same place. */
function weld(positions: Float32Array): Int32Array {
  const count = Math.floor(positions.length / 3);
  const bits = new Int32Array(positions.buffer, positions.byteOffset, count * 3);
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, count * 2)));
  const table = new Int32Array(size).fill(-1);
  const first = new Int32Array(count);
  for (let corner = 0; corner < count; corner += 1) {
    const [x, y, z] = [positions[corner * 3], positions[corner * 3 + 1], positions[corner * 3 + 2]];
    // Minus zero and zero are one place: their bits are not, so they are hashed alike.
    let slot = 0;
    for (let axis = 0; axis < 3; axis += 1) {
      const value = positions[corner * 3 + axis] === 0 ? 0 : (bits[corner * 3 + axis] ?? 0);
      slot = Math.imul(slot ^ value ^ (value >>> 15), 0x2c1b3c6d) + axis;
    }
    slot = (slot ^ (slot >>> 13)) & (size - 1);
    for (;;) {
      const other = table[slot] ?? -1;
      if (other < 0) {
        table[slot] = corner;
        first[corner] = corner;
        break;
      }
      if (positions[other * 3] === x && positions[other * 3 + 1] === y && positions[other * 3 + 2] === z) {
        first[corner] = other;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return first;
}

function faceNormal(
  positions: Float32Array,
  triangles: Uint32Array,
  triangle: number,
  normals: Float32Array,
): void {
  const a = (triangles[triangle * 3] ?? 0) * 3;
  const b = (triangles[triangle * 3 + 1] ?? 0) * 3;
  const c = (triangles[triangle * 3 + 2] ?? 0) * 3;
  const [ax, ay, az] = [positions[a] ?? 0, positions[a + 1] ?? 0, positions[a + 2] ?? 0];
  const [ux, uy, uz] = [(positions[b] ?? 0) - ax, (positions[b + 1] ?? 0) - ay, (positions[b + 2] ?? 0) - az];
  const [vx, vy, vz] = [(positions[c] ?? 0) - ax, (positions[c + 1] ?? 0) - ay, (positions[c + 2] ?? 0) - az];
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  const length = Math.sqrt(x * x + y * y + z * z) || 1;
  normals[triangle * 3] = x / length;
  normals[triangle * 3 + 1] = y / length;
  normals[triangle * 3 + 2] = z / length;
}

/** A triangle flatter than this share of the mesh's reach has no normal of its own worth looking at. */
const SLIVER = 2e-5;

/** Slivers lie along an edge of something larger and take its normal: else lines would stray where they are. */
function lendNormals(
  positions: Float32Array,
  triangles: Uint32Array,
  normals: Float32Array,
  partner: Int32Array,
): void {
  let reach = 0;
  for (let at = 0; at < positions.length; at += 1) reach = Math.max(reach, Math.abs(positions[at] ?? 0));
  const count = Math.floor(triangles.length / 3);
  const length = (half: number) => {
    const [a, b] = [triangles[half] ?? 0, triangles[half % 3 === 2 ? half - 2 : half + 1] ?? 0];
    const way = (axis: number) => (positions[a * 3 + axis] ?? 0) - (positions[b * 3 + axis] ?? 0);
    return Math.hypot(way(0), way(1), way(2));
  };
  const isSliver = new Uint8Array(count);
  for (let triangle = 0; triangle < count; triangle += 1) {
    const [one, two, three] = [length(triangle * 3), length(triangle * 3 + 1), length(triangle * 3 + 2)];
    const half = (one + two + three) / 2;
    // Heron: area is half the longest side times the height on it.
    const area = Math.sqrt(Math.max(0, half * (half - one) * (half - two) * (half - three)));
    const longest = Math.max(one, two, three);
    isSliver[triangle] = longest === 0 || (2 * area) / longest < SLIVER * reach ? 1 : 0;
  }
  const whole = new Int32Array(partner);
  partner.forEach((other, half) => {
    if (other >= 0) whole[other] = half;
  });
  // A sliver beside a sliver waits for the next round.
  for (let round = 0; round < 3; round += 1) {
    for (let triangle = 0; triangle < count; triangle += 1) {
      if (!isSliver[triangle]) continue;
      let best = -1;
      for (let half = triangle * 3; half < triangle * 3 + 3; half += 1) {
        const other = whole[half] ?? -1;
        if (other < 0 || isSliver[Math.floor(other / 3)]) continue;
        if (best < 0 || length(half) > length(best)) best = half;
      }
      if (best < 0) continue;
      const from = Math.floor((whole[best] ?? 0) / 3) * 3;
      normals.copyWithin(triangle * 3, from, from + 3);
      isSliver[triangle] = 0;
    }
  }
}

const cosineBetween = (normals: Float32Array, one: number, other: number): number =>
  (normals[one * 3] ?? 0) * (normals[other * 3] ?? 0) +
  (normals[one * 3 + 1] ?? 0) * (normals[other * 3 + 1] ?? 0) +
  (normals[one * 3 + 2] ?? 0) * (normals[other * 3 + 2] ?? 0);
