import { CornerTable } from '../models/corners.ts';
import type { Mesh } from '../models/model.ts';

/** Faces that meet at more than this many degrees have an edge between them. */
const SHARP = 20;
const SHARP_COSINE = Math.cos((SHARP * Math.PI) / 180);
/** Faces that meet flatter than this are one face: nobody sees where they meet. */
const FLAT_COSINE = 1 - 1e-7;

/** A mesh whose corners are shared by the triangles that meet there, and where its triangles meet. */
export interface Topology {
  /** x, y, z of each corner; millimetres. */
  positions: Float64Array;
  triangles: Uint32Array;
  /** Twice the area of each triangle; 0: it has none. */
  areas: Float64Array;
  /** For each edge two corners and two triangles; a triangle's number is -1 where the mesh ends. Flat edges are left out. */
  edges: Int32Array;
  /** Of each edge whether it shows from wherever its faces do, rather than as an outline only. */
  sharp: Uint8Array;
}

/** Corners at the same place become one; triangles with corners that are nowhere or at one place are left out. */
export function topologyOf(mesh: Pick<Mesh, 'positions' | 'triangles'>): Topology {
  const { corners, positions } = welded(mesh.positions);
  const triangles = new Uint32Array(mesh.triangles.length);
  let kept = 0;
  for (let first = 0; first + 2 < mesh.triangles.length; first += 3) {
    const a = corners[mesh.triangles[first] ?? -1] ?? -1;
    const b = corners[mesh.triangles[first + 1] ?? -1] ?? -1;
    const c = corners[mesh.triangles[first + 2] ?? -1] ?? -1;
    if (a < 0 || b < 0 || c < 0 || a === b || b === c || a === c) continue;
    triangles[kept] = a;
    triangles[kept + 1] = b;
    triangles[kept + 2] = c;
    kept += 3;
  }
  const used = triangles.slice(0, kept);
  const { normals, areas } = normalsOf(positions, used);
  return { positions, triangles: used, areas, ...edgesOf({ positions, triangles: used, areas }, normals) };
}

/** Corners at the same place are one; those that are no numbers are -1. */
function welded(given: Float32Array): { corners: Int32Array; positions: Float64Array } {
  const count = Math.floor(given.length / 3);
  const bits = new Uint32Array(given.buffer, given.byteOffset, count * 3);
  const table = new CornerTable(Math.ceil(count / 2));
  const corners = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const [x = 0, y = 0, z = 0] = [given[at * 3], given[at * 3 + 1], given[at * 3 + 2]];
    corners[at] = Number.isFinite(x + y + z)
      ? table.addBits(bits[at * 3] ?? 0, bits[at * 3 + 1] ?? 0, bits[at * 3 + 2] ?? 0)
      : -1;
  }
  return { corners, positions: Float64Array.from(table.positions()) };
}

function normalsOf(positions: Float64Array, triangles: Uint32Array) {
  const normals = new Float64Array(triangles.length);
  const areas = new Float64Array(triangles.length / 3);
  for (let first = 0; first < triangles.length; first += 3) {
    const a = (triangles[first] ?? 0) * 3;
    const b = (triangles[first + 1] ?? 0) * 3;
    const c = (triangles[first + 2] ?? 0) * 3;
    const ux = (positions[b] ?? 0) - (positions[a] ?? 0);
    const uy = (positions[b + 1] ?? 0) - (positions[a + 1] ?? 0);
    const uz = (positions[b + 2] ?? 0) - (positions[a + 2] ?? 0);
    const vx = (positions[c] ?? 0) - (positions[a] ?? 0);
    const vy = (positions[c + 1] ?? 0) - (positions[a + 1] ?? 0);
    const vz = (positions[c + 2] ?? 0) - (positions[a + 2] ?? 0);
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    const length = Math.sqrt(x * x + y * y + z * z);
    areas[first / 3] = length;
    if (length === 0) continue;
    normals[first] = x / length;
    normals[first + 1] = y / length;
    normals[first + 2] = z / length;
  }
  return { normals, areas };
}

/** Finds for each side of a triangle the side that it meets; -1: none. Where more than two meet they are paired as they come. */
function metSides(triangles: Uint32Array, corners: number): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(triangles.length * 2, 2)));
  // By both ends as one number, which stays exact below 2^53, the side that came first; -1 once it was met.
  const keys = new Float64Array(size).fill(-1);
  const sides = new Int32Array(size);
  const met = new Int32Array(triangles.length).fill(-1);
  for (let side = 0; side < triangles.length; side += 1) {
    const a = triangles[side] ?? 0;
    const b = triangles[nextSide(side)] ?? 0;
    const key = Math.min(a, b) * corners + Math.max(a, b);
    let slot = Math.imul(a + b, 0x9e3779b1) ^ Math.imul(Math.abs(a - b), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    const first = keys[slot] === key ? (sides[slot] ?? -1) : -1;
    keys[slot] = key;
    sides[slot] = first < 0 ? side : -1;
    if (first < 0) continue;
    met[first] = side;
    met[side] = first;
  }
  return met;
}

const nextSide = (side: number): number => (side % 3 === 2 ? side - 2 : side + 1);

/** A triangle that is thinner than this part of its length looks anywhere: booleans leave such in flat faces. */
const THIN = 1e-4;
/** Thin ones beside thin ones, in a row. */
const MOST_THIN = 4;

/** For each triangle the one whose direction counts: of thin ones that beyond their longest side. */
function standIns({ positions, triangles, areas }: Solid, met: Int32Array): Int32Array {
  const stand = Int32Array.from(areas, (_, triangle) => triangle);
  for (let triangle = 0; triangle < stand.length; triangle += 1) {
    let longest = 0;
    let across = -1;
    for (let side = triangle * 3; side < triangle * 3 + 3; side += 1) {
      const a = (triangles[side] ?? 0) * 3;
      const b = (triangles[nextSide(side)] ?? 0) * 3;
      const length = Math.hypot(
        (positions[a] ?? 0) - (positions[b] ?? 0),
        (positions[a + 1] ?? 0) - (positions[b + 1] ?? 0),
        (positions[a + 2] ?? 0) - (positions[b + 2] ?? 0),
      );
      if (length <= longest) continue;
      longest = length;
      across = met[side] ?? -1;
    }
    if ((areas[triangle] ?? 0) < THIN * longest * longest && across >= 0)
      stand[triangle] = Math.floor(across / 3);
  }
  for (let round = 0; round < MOST_THIN; round += 1) {
    for (let triangle = 0; triangle < stand.length; triangle += 1) {
      stand[triangle] = stand[stand[triangle] ?? triangle] ?? triangle;
    }
  }
  return stand;
}

interface Solid {
  positions: Float64Array;
  triangles: Uint32Array;
  areas: Float64Array;
}

function edgesOf(solid: Solid, normals: Float64Array) {
  const { triangles, positions } = solid;
  const met = metSides(triangles, positions.length / 3);
  const stand = standIns(solid, met);
  const edges = new Int32Array(triangles.length * 4);
  const sharp = new Uint8Array(triangles.length);
  let count = 0;
  for (let side = 0; side < triangles.length; side += 1) {
    const beyond = met[side] ?? -1;
    if (beyond >= 0 && beyond < side) continue;
    const one = stand[Math.floor(side / 3)] ?? -1;
    const other = beyond < 0 ? -1 : (stand[Math.floor(beyond / 3)] ?? -1);
    if (one === other) continue;
    const cosine =
      other < 0
        ? -1
        : (normals[one * 3] ?? 0) * (normals[other * 3] ?? 0) +
          (normals[one * 3 + 1] ?? 0) * (normals[other * 3 + 1] ?? 0) +
          (normals[one * 3 + 2] ?? 0) * (normals[other * 3 + 2] ?? 0);
    if (cosine >= FLAT_COSINE) continue;
    edges[count * 4] = triangles[side] ?? 0;
    edges[count * 4 + 1] = triangles[nextSide(side)] ?? 0;
    edges[count * 4 + 2] = one;
    edges[count * 4 + 3] = other;
    sharp[count] = cosine < SHARP_COSINE ? 1 : 0;
    count += 1;
  }
  return { edges: edges.slice(0, count * 4), sharp: sharp.slice(0, count) };
}
