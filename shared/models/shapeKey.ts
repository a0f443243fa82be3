import type { Mesh } from './model.ts';

/**
 * The same for the same corners, triangles, normals and colours, and for others hardly ever: by FNV-1a (Fowler, Noll, Vo)
 * over whole numbers of 32 bits, with how many there are.
 */
export function shapeKey({ positions, triangles, normals, colours }: Mesh): string {
  let hash = 0x811c9dc5;
  for (const list of [positions, normals]) hash = list ? hashed(hash, bitsOf(list)) : hash;
  hash = hashed(hash, triangles);
  if (colours) hash = hashed(hash, colours);
  return `${positions.length / 3}.${triangles.length / 3}.${(hash >>> 0).toString(36)}`;
}

const bitsOf = (numbers: Float32Array): Uint32Array =>
  new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);

function hashed(start: number, list: Uint32Array | Uint8Array): number {
  let hash = start;
  for (let at = 0; at < list.length; at += 1) {
    hash = Math.imul(hash ^ (list[at] ?? 0), 0x01000193);
    // What the multiplication leaves high would never come down again.
    hash ^= hash >>> 15;
  }
  return hash;
}
