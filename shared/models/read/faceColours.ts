import type { RawPart } from './rawModel.ts';

/** Red, green and blue, 0 to 255, in one number. */
export const packedColour = (red: number, green: number, blue: number): number =>
  (byte(red) << 16) | (byte(green) << 8) | byte(blue);

const byte = (value: number): number => (value > 0 ? Math.min(255, Math.round(value)) : 0);

/** What has no colour of its own where others have one. */
const PLAIN = packedColour(178, 178, 178);
const COLOURS = 0x1000000;

/**
 * A part whose triangles have a colour each: corners are told once for each colour that meets there.
 * @param colours a packed colour for each triangle; -1: none.
 */
export function withFaceColours(part: RawPart, colours: ArrayLike<number>): RawPart {
  const first = colours[0] ?? -1;
  let isOne = true;
  for (let at = 1; at < colours.length && isOne; at += 1) isOne = colours[at] === first;
  if (isOne)
    return first < 0
      ? part
      : { ...part, colour: [(first >> 16) / 255, ((first >> 8) & 255) / 255, (first & 255) / 255] };
  const numbers = new Map<number, number>();
  const corners: number[] = [];
  const shades: number[] = [];
  const triangles = new Uint32Array(part.triangles.length);
  for (const [at, corner] of part.triangles.entries()) {
    const told = colours[Math.floor(at / 3)] ?? -1;
    const shade = told < 0 ? PLAIN : told;
    const key = corner * COLOURS + shade;
    let number = numbers.get(key);
    if (number === undefined) {
      number = corners.length;
      numbers.set(key, number);
      corners.push(corner);
      shades.push(shade);
    }
    triangles[at] = number;
  }
  const positions = new Float32Array(corners.length * 3);
  const normals = part.normals && new Float32Array(corners.length * 3);
  const bytes = new Uint8Array(corners.length * 3);
  for (const [number, corner] of corners.entries()) {
    const shade = shades[number] ?? PLAIN;
    bytes.set([shade >> 16, (shade >> 8) & 255, shade & 255], number * 3);
    for (let axis = 0; axis < 3; axis += 1) {
      // A corner that is not there is no number, and counted as such.
      positions[number * 3 + axis] = part.positions[corner * 3 + axis] ?? Number.NaN;
      if (normals) normals[number * 3 + axis] = part.normals?.[corner * 3 + axis] ?? 0;
    }
  }
  return { ...part, positions, triangles, normals, colours: bytes, merged: false };
}
