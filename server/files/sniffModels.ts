import type { Sample } from './sniff.ts';

const STL_HEADER_BYTES = 84;
const STL_TRIANGLE_BYTES = 50;

/** A binary STL says after 80 bytes how many triangles follow, and is exactly as long as that. */
export function isBinaryStl({ start, bytes }: Pick<Sample, 'start' | 'bytes'>): boolean {
  if (start.length < STL_HEADER_BYTES) return false;
  const triangles = start.readUInt32LE(STL_HEADER_BYTES - 4);
  return triangles > 0 && bytes === STL_HEADER_BYTES + triangles * STL_TRIANGLE_BYTES;
}

/** Whether an archive lists a 3MF's model among its files: at its end, or where its files begin. */
export const isMesh3mf = ({ start, tail }: Pick<Sample, 'start' | 'tail'>): boolean =>
  [start, tail].some((part) => /3D\/[\w.-]{1,60}\.model/i.test(part.toString('latin1')));
