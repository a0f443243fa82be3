import type { Model } from '../model.ts';
import { SMALLEST_MILLIMETRES, unitInComment } from '../units.ts';
import { NotWritten } from './notWritten.ts';
import { standing, trianglesOf } from './standing.ts';

const HEADER = 80;
const PER_TRIANGLE = 50;
/** Letters of a triangle told in words, at most. */
const LETTERS_PER_TRIANGLE = 300;
const MOST_BYTES = 1_000_000_000;

/** The direction that a triangle looks to, by the right hand; three zeros where it has no area. */
function normalOf(positions: Float32Array, a: number, b: number, c: number): [number, number, number] {
  const at = (corner: number, axis: number) => positions[corner * 3 + axis] ?? 0;
  const [ux, uy, uz] = [at(b, 0) - at(a, 0), at(b, 1) - at(a, 1), at(b, 2) - at(a, 2)];
  const [vx, vy, vz] = [at(c, 0) - at(a, 0), at(c, 1) - at(a, 1), at(c, 2) - at(a, 2)];
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(x, y, z);
  return length > 0 ? [x / length, y / length, z / length] : [0, 0, 0];
}

/** Binary STL in millimetres: a header of 80 bytes that says so, the number of triangles, 50 bytes for each. */
export function binaryStl(model: Model): Uint8Array<ArrayBuffer> {
  const count = trianglesOf(model);
  const bytes = HEADER + 4 + PER_TRIANGLE * count;
  if (bytes > MOST_BYTES) throw new NotWritten('tooLarge', { bytes, most: MOST_BYTES });
  const view = new DataView(new ArrayBuffer(bytes));
  const header = new Uint8Array(view.buffer, 0, HEADER).fill(0x20);
  // A reader that sees `solid` at the beginning takes a file for one of words.
  header.set(new TextEncoder().encode('Commonwright UNITS=mm'));
  view.setUint32(HEADER, count, true);
  let at = HEADER + 4;
  const put = (value: number) => {
    view.setFloat32(at, value, true);
    at += 4;
  };
  for (const { positions, triangles } of standing(model)) {
    for (let first = 0; first < triangles.length; first += 3) {
      const [a, b, c] = [triangles[first] ?? 0, triangles[first + 1] ?? 0, triangles[first + 2] ?? 0];
      for (const value of normalOf(positions, a, b, c)) put(value);
      for (const corner of [a, b, c]) {
        for (let axis = 0; axis < 3; axis += 1) put(positions[corner * 3 + axis] ?? 0);
      }
      at += 2;
    }
  }
  return new Uint8Array(view.buffer);
}

const LONGEST_NAME = 200;

/** A name on one line that readers do not stumble over. */
const plainName = (name: string): string =>
  name
    .slice(0, LONGEST_NAME)
    .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();

/** The fewest digits that give the same number in single precision. */
function inWords(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const written = Number(value.toPrecision(digits));
    if (Math.fround(written) === value) return String(written);
  }
  return String(Number(value.toPrecision(9)));
}

/** Whether a model is so large that nobody takes its millimetres for metres. */
function isUsualSize(model: Model): boolean {
  for (const { positions } of standing(model)) {
    for (let axis = 0; axis < 3; axis += 1) {
      let [low, high] = [Infinity, -Infinity];
      for (let at = axis; at < positions.length; at += 3) {
        low = Math.min(low, positions[at] ?? 0);
        high = Math.max(high, positions[at] ?? 0);
        if (high - low >= SMALLEST_MILLIMETRES) return true;
      }
    }
  }
  return false;
}

/** STL in words, millimetres: one `solid` with its name for each occurrence, and the unit where it could be mistaken. */
export function asciiStl(model: Model): Uint8Array<ArrayBuffer> {
  const bytes = LETTERS_PER_TRIANGLE * trianglesOf(model);
  if (bytes > MOST_BYTES) throw new NotWritten('tooLarge', { bytes, most: MOST_BYTES });
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  for (const { name, positions, triangles } of standing(model)) {
    const plain = plainName(name);
    // A thing may be called `UNITS=in`: what stands behind it counts.
    const isOdd = unitInComment(plain) !== null || (chunks.length === 0 && !isUsualSize(model));
    const oneLine = `${plain}${isOdd ? ' UNITS=mm' : ''}`.trim();
    const words = Array.from({ length: positions.length }, (_, n) => inWords(positions[n] ?? 0));
    const lines = [`solid ${oneLine}`];
    for (let first = 0; first < triangles.length; first += 3) {
      const corners = [triangles[first] ?? 0, triangles[first + 1] ?? 0, triangles[first + 2] ?? 0] as const;
      const normal = normalOf(positions, ...corners).map((value) => inWords(Math.fround(value)));
      lines.push(`facet normal ${normal.join(' ')}`, ' outer loop');
      for (const corner of corners) {
        lines.push(`  vertex ${words[corner * 3]} ${words[corner * 3 + 1]} ${words[corner * 3 + 2]}`);
      }
      lines.push(' endloop', 'endfacet');
    }
    lines.push(`endsolid ${oneLine}`, '');
    chunks.push(encoder.encode(lines.join('\n')));
  }
  return joinedBytes(chunks);
}

/** Several pieces of a file as one. */
export function joinedBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
