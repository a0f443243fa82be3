import { nearPlaces, samePlaces } from '../corners.ts';
import type { Mesh } from '../model.ts';
import { edgesAndOpenSides, faceNormals } from '../sharpEdges.ts';
import type { Findings } from './findings.ts';
import type { RawPart } from './rawModel.ts';

/** A thousand kilometres in millimetres: no part stands further out. */
const FURTHEST = 1e9;
/** Below this cosine a normal of a file differs from its triangle's own: it was made to look round. */
const FLAT_COSINE = 0.9995;

/**
 * A mesh in millimetres from a part of a file. Triangles that cannot be are left out and counted; corners are merged where
 * no normals or colours keep them apart; sharp edges are found over all that stand at one place.
 * @param scale millimetres in the file's unit.
 * @returns null where no triangle is left.
 */
export function meshFrom(raw: RawPart, scale: number, findings: Findings): Mesh | null {
  const positions = scaled(raw.positions, scale);
  const real = possible(raw.triangles, positions, findings);
  const normals = raw.normals && isRound(raw.normals, positions, real) ? raw.normals : null;
  const exact = joined(real, raw.merged ? null : samePlaces(positions));
  const { triangles, along, edges } = closed(positions, real, exact, findings);
  findings.count('withoutArea', (real.length - triangles.length) / 3);
  if (!hasArea(positions, triangles)) {
    findings.count('withoutArea', triangles.length / 3);
    return null;
  }
  const apart = normals !== null || raw.colours !== null;
  // Edges are told as points: which numbers their corners have does not matter.
  return {
    ...compacted({ positions, triangles: apart ? triangles : along, normals, colours: raw.colours }),
    edges,
  };
}

/** Triangles with their own corners, and with the corners that stand for all at one place. */
interface Joined {
  triangles: Uint32Array<ArrayBuffer>;
  along: Uint32Array<ArrayBuffer>;
}

/** Triangles with two corners at one place have no area, and closed shapes stay closed without them. */
function joined(triangles: Uint32Array<ArrayBuffer>, places: Uint32Array | null): Joined {
  const own = new Uint32Array(triangles.length);
  const along = places ? new Uint32Array(triangles.length) : own;
  let kept = 0;
  for (let first = 0; first < triangles.length; first += 3) {
    const a = triangles[first] ?? 0;
    const b = triangles[first + 1] ?? 0;
    const c = triangles[first + 2] ?? 0;
    const pa = places ? (places[a] ?? 0) : a;
    const pb = places ? (places[b] ?? 0) : b;
    const pc = places ? (places[c] ?? 0) : c;
    if (pa === pb || pb === pc || pc === pa) continue;
    own[kept] = a;
    own[kept + 1] = b;
    own[kept + 2] = c;
    along[kept] = pa;
    along[kept + 1] = pb;
    along[kept + 2] = pc;
    kept += 3;
  }
  if (kept === triangles.length) return { triangles: own, along };
  return { triangles: own.slice(0, kept), along: along.slice(0, kept) };
}

/** Edges of the mesh; corners that lie a hair apart are taken for one where that closes what else stays open. */
function closed(
  positions: Float32Array,
  real: Uint32Array<ArrayBuffer>,
  exact: Joined,
  findings: Findings,
): Joined & { edges: Float32Array<ArrayBuffer> } {
  const before = edgesAndOpenSides(positions, exact.along);
  if (before.open === 0) return { ...exact, edges: before.edges };
  let furthest = 0;
  for (const corner of exact.along)
    for (let axis = 0; axis < 3; axis += 1)
      furthest = Math.max(furthest, Math.abs(positions[corner * 3 + axis] ?? 0));
  // Programs write six or seven digits.
  const places = nearPlaces(positions, furthest * 2e-6);
  const near = joined(real, places);
  const after = edgesAndOpenSides(positions, near.along);
  if (after.open >= before.open) return { ...exact, edges: before.edges };
  const corners = differing(exact.along) - differing(near.along);
  if (corners > 0) findings.tell({ kind: 'nearCornersMerged', said: { corners } });
  return { ...near, edges: after.edges };
}

const differing = (corners: Uint32Array): number => new Set(corners).size;

function scaled(positions: Float32Array<ArrayBuffer>, scale: number): Float32Array<ArrayBuffer> {
  if (scale === 1) return positions;
  const all = new Float32Array(positions.length);
  for (let at = 0; at < all.length; at += 1) all[at] = (positions[at] ?? 0) * scale;
  return all;
}

/** Triangles whose corners are there and are numbers. */
function possible(
  triangles: Uint32Array<ArrayBuffer>,
  positions: Float32Array,
  findings: Findings,
): Uint32Array<ArrayBuffer> {
  const corners = positions.length / 3;
  let bad: Uint8Array | null = null;
  for (let at = 0; at < positions.length; at += 1) {
    // Not a number is not smaller either.
    if (Math.abs(positions[at] ?? 0) < FURTHEST) continue;
    bad ??= new Uint8Array(corners);
    bad[(at / 3) | 0] = 1;
  }
  let [outside, unreal, kept] = [0, 0, 0];
  let written = triangles;
  for (let first = 0; first + 2 < triangles.length; first += 3) {
    const a = triangles[first] ?? 0;
    const b = triangles[first + 1] ?? 0;
    const c = triangles[first + 2] ?? 0;
    const isOutside = a >= corners || b >= corners || c >= corners;
    if (isOutside) outside += 1;
    else if (bad && ((bad[a] ?? 0) | (bad[b] ?? 0) | (bad[c] ?? 0)) === 1) unreal += 1;
    else {
      if (written !== triangles || kept !== first) {
        if (written === triangles) written = triangles.slice();
        written[kept] = a;
        written[kept + 1] = b;
        written[kept + 2] = c;
      }
      kept += 3;
    }
  }
  findings.count('outOfRange', outside);
  findings.count('notFinite', unreal);
  return kept === triangles.length ? triangles : written.slice(0, kept);
}

/** Whether a corner's normal differs anywhere from that of its triangle. */
function isRound(normals: Float32Array, positions: Float32Array, triangles: Uint32Array): boolean {
  if (normals.length < positions.length) return false;
  const flat = faceNormals(positions, triangles);
  let round = false;
  for (let at = 0; at < triangles.length; at += 1) {
    const corner = (triangles[at] ?? 0) * 3;
    const face = at - (at % 3);
    const x = normals[corner] ?? 0;
    const y = normals[corner + 1] ?? 0;
    const z = normals[corner + 2] ?? 0;
    const cosine = x * (flat[face] ?? 0) + y * (flat[face + 1] ?? 0) + z * (flat[face + 2] ?? 0);
    const length = Math.sqrt(x * x + y * y + z * z);
    // Normals that are none shade nothing.
    if (!(length > 0.1 && length < 10)) return false;
    if (cosine < FLAT_COSINE * length && (flat[face] || flat[face + 1] || flat[face + 2])) round = true;
  }
  return round;
}

function hasArea(positions: Float32Array, triangles: Uint32Array<ArrayBuffer>): boolean {
  // Of nearly every part already the first triangle has some.
  for (let first = 0; first < triangles.length; first += 3) {
    const normal = faceNormals(positions, triangles.subarray(first, first + 3));
    if (normal[0] || normal[1] || normal[2]) return true;
  }
  return false;
}

type Corners = Pick<Mesh, 'positions' | 'triangles' | 'normals' | 'colours'>;

/** Only corners that a triangle has. */
function compacted({ positions, triangles, normals, colours }: Corners): Corners {
  const corners = positions.length / 3;
  const numbers = new Int32Array(corners).fill(-1);
  let count = 0;
  for (const corner of triangles) {
    if (numbers[corner] !== -1) continue;
    numbers[corner] = count;
    count += 1;
  }
  if (count === corners) return { positions, triangles, normals, colours };
  const used: Corners = {
    positions: new Float32Array(count * 3),
    triangles: new Uint32Array(triangles.length),
    normals: normals && new Float32Array(count * 3),
    colours: colours && new Uint8Array(count * 3),
  };
  for (let at = 0; at < triangles.length; at += 1) used.triangles[at] = numbers[triangles[at] ?? 0] ?? 0;
  for (let corner = 0; corner < corners; corner += 1) {
    const to = numbers[corner] ?? -1;
    if (to < 0) continue;
    for (let axis = 0; axis < 3; axis += 1) {
      used.positions[to * 3 + axis] = positions[corner * 3 + axis] ?? 0;
      if (used.normals) used.normals[to * 3 + axis] = normals?.[corner * 3 + axis] ?? 0;
      if (used.colours) used.colours[to * 3 + axis] = colours?.[corner * 3 + axis] ?? 0;
    }
  }
  return used;
}
