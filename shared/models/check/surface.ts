import { CornerTable } from '../corners.ts';
import type { Mesh } from '../model.ts';

/** A mesh whose corners at the same place are one corner, without triangles that have collapsed to a line or a point. */
export interface Surface {
  /** x, y, z of each corner, millimetres. */
  positions: Float32Array<ArrayBuffer>;
  /** Three corners for each triangle. */
  triangles: Uint32Array<ArrayBuffer>;
  /** Triangles that were left out: two of their corners are one. */
  collapsed: number;
}

const HASH = 0x9e3779b1;
const mixed = (a: number, b: number, c: number): number => {
  let hash = Math.imul(a, HASH) ^ Math.imul(b ^ (a >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
/** A power of two with room for that many, half of it empty. */
export const tableSize = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(4, count) * 2));

/** For each corner which of the distinct ones it is. */
function distinctCorners(positions: Float32Array): { of: Uint32Array; kept: Float32Array<ArrayBuffer> } {
  const count = Math.floor(positions.length / 3);
  const bits = new Uint32Array(positions.buffer, positions.byteOffset, count * 3);
  // A closed mesh has half as many corners as triangles.
  const table = new CornerTable(Math.ceil(count / 2));
  const of = new Uint32Array(count);
  for (let corner = 0; corner < count; corner += 1) {
    of[corner] = table.addBits(bits[corner * 3] ?? 0, bits[corner * 3 + 1] ?? 0, bits[corner * 3 + 2] ?? 0);
  }
  return { of, kept: table.positions() };
}

/** The surface of a mesh; corners that are no numbers make their triangles fall away as collapsed. */
export function surfaceOf({ positions, triangles }: Pick<Mesh, 'positions' | 'triangles'>): Surface {
  const { of, kept } = distinctCorners(positions);
  const finite = (corner: number): boolean =>
    Number.isFinite(
      (kept[corner * 3] ?? NaN) + (kept[corner * 3 + 1] ?? NaN) + (kept[corner * 3 + 2] ?? NaN),
    );
  const left = new Uint32Array(triangles.length);
  let end = 0;
  for (let at = 0; at + 2 < triangles.length; at += 3) {
    const a = of[triangles[at] ?? 0];
    const b = of[triangles[at + 1] ?? 0];
    const c = of[triangles[at + 2] ?? 0];
    if (a === undefined || b === undefined || c === undefined || a === b || b === c || c === a) continue;
    if (!finite(a) || !finite(b) || !finite(c)) continue;
    left[end] = a;
    left[end + 1] = b;
    left[end + 2] = c;
    end += 3;
  }
  return {
    positions: kept,
    triangles: left.slice(0, end),
    collapsed: Math.floor(triangles.length / 3) - end / 3,
  };
}

/** For each triangle whether another one before it has the same corners: 1 looking the same way, -1 the other; else 0. */
export function repeatedTriangles({ triangles }: Surface): Int8Array {
  const count = triangles.length / 3;
  const mask = tableSize(count) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const repeated = new Int8Array(count);
  const sorted = new Uint32Array(count * 3);
  const even = new Uint8Array(count);
  for (let n = 0; n < count; n += 1) {
    let [a, b, c] = [triangles[n * 3] ?? 0, triangles[n * 3 + 1] ?? 0, triangles[n * 3 + 2] ?? 0];
    let swaps = 0;
    if (a > b) [a, b, swaps] = [b, a, swaps + 1];
    if (b > c) [b, c, swaps] = [c, b, swaps + 1];
    if (a > b) [a, b, swaps] = [b, a, swaps + 1];
    sorted.set([a, b, c], n * 3);
    even[n] = swaps % 2;
    let slot = mixed(a, b, c) & mask;
    for (let known = table[slot] ?? -1; ; known = table[slot] ?? -1) {
      if (known < 0) {
        table[slot] = n;
        break;
      }
      if (sorted[known * 3] === a && sorted[known * 3 + 1] === b && sorted[known * 3 + 2] === c) {
        repeated[n] = even[known] === even[n] ? 1 : -1;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return repeated;
}
