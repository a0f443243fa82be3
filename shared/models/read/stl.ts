import { CornerTable } from '../corners.ts';
import type { ReadLimits } from '../limits.ts';
import { type LengthUnit, unitInComment } from '../units.ts';
import { ByteText, decoded, nameFrom } from './byteText.ts';
import { type Findings, refused } from './findings.ts';
import { type RawModel, type RawPart, sideBySide } from './rawModel.ts';

const HEADER = 84;
const TRIANGLE = 50;
const LINE_END = 10;

/** Whether these bytes are a binary STL: its size follows from its count. Many begin with `solid` nevertheless. */
export function isBinaryStl(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER) return false;
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(80, true);
  return bytes.length === HEADER + TRIANGLE * count;
}

/** Whether the beginning reads as an STL in words. */
export const isAsciiStl = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*solid\b[^\0]*?\b(facet|endsolid)\b/i.test(decoded(bytes.subarray(0, 2000)));

/**
 * Reads an STL of either kind. A file that is cut short is shown as far as it goes, and told.
 * @throws {CannotBeRead}
 */
export function readStl(bytes: Uint8Array, name: string, limits: ReadLimits, findings: Findings): RawModel {
  if (!isBinaryStl(bytes) && isAsciiStl(bytes)) return readAscii(bytes, name, limits, findings);
  return readBinary(bytes, name, limits, findings);
}

const withUnit = (name: string, parts: RawPart[], unit: LengthUnit | null): RawModel =>
  sideBySide(name, parts, unit && { guessed: unit, sure: true, why: 'comment' });

function readBinary(bytes: Uint8Array, name: string, limits: ReadLimits, findings: Findings): RawModel {
  const room = Math.floor((bytes.length - HEADER) / TRIANGLE);
  if (room < 0) throw refused('cutShort', { announced: HEADER, found: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const announced = view.getUint32(80, true);
  // Some programs write while they make, and never come back to write the count.
  const count = announced === 0 ? room : Math.min(announced, room);
  if (announced > limits.triangles && count > limits.triangles)
    throw refused('tooManyTriangles', { triangles: announced, most: limits.triangles });
  if (count === 0) {
    if (announced > 0) throw refused('cutShort', { announced, found: 0 });
    throw refused('noTriangles', {});
  }
  if (count < announced) findings.tell({ kind: 'cutShort', said: { announced, found: count } });
  const left = bytes.length - HEADER - count * TRIANGLE;
  if (left > 0 && count === announced) findings.tell({ kind: 'leftOver', said: { bytes: left } });
  if (count > limits.triangles)
    throw refused('tooManyTriangles', { triangles: count, most: limits.triangles });
  // A closed mesh has half as many corners as triangles.
  const table = new CornerTable(Math.ceil(count / 2) + 16);
  const triangles = new Uint32Array(count * 3);
  for (let triangle = 0, at = HEADER + 12; triangle < count; triangle += 1, at += TRIANGLE) {
    for (let corner = 0; corner < 3; corner += 1) {
      const place = at + corner * 12;
      triangles[triangle * 3 + corner] = table.addBits(
        view.getUint32(place, true),
        view.getUint32(place + 4, true),
        view.getUint32(place + 8, true),
      );
    }
  }
  const header = decoded(bytes.subarray(0, 80));
  const part = { name, positions: table.positions(), triangles, normals: null, merged: true };
  return withUnit(name, [{ ...part, colours: null, colour: colourIn(bytes) }], unitInComment(header));
}

/** `COLOR=` and four bytes: what Materialise's programs leave in the header. */
function colourIn(bytes: Uint8Array): RawPart['colour'] {
  const at = decoded(bytes.subarray(0, 70)).indexOf('COLOR=');
  if (at < 0) return null;
  const [red = 0, green = 0, blue = 0] = bytes.subarray(at + 6, at + 9);
  return [red / 255, green / 255, blue / 255];
}

function readAscii(bytes: Uint8Array, name: string, limits: ReadLimits, findings: Findings): RawModel {
  const text = new ByteText(bytes);
  const hasLines = text.bytes.includes(LINE_END);
  const parts: RawPart[] = [];
  let unit: LengthUnit | null = null;
  let solid = startedSolid(name);
  let loop: number[] = [];
  let all = 0;
  let ended = true;
  const close = () => {
    if (solid.count === 0) return;
    parts.push({
      name: solid.name,
      positions: solid.table.positions(),
      triangles: solid.triangles.slice(0, solid.count),
      normals: null,
      colours: null,
      colour: null,
      merged: true,
    });
    if (parts.length > limits.parts) throw refused('tooManyEntities', { most: limits.parts });
  };
  while (text.skipSpace()) {
    const word = text.word(20).toLowerCase();
    if (word === 'vertex') {
      const corner: number[] = [];
      for (let axis = 0; axis < 3; axis += 1) {
        if (!text.skipBlanks()) break;
        corner.push(text.number());
      }
      if (corner.length < 3) break;
      if (loop.length < 64) loop.push(solid.table.add(corner[0] ?? 0, corner[1] ?? 0, corner[2] ?? 0));
    } else if (word === 'endloop') {
      for (let at = 2; at < loop.length; at += 1) {
        all += 1;
        if (all > limits.triangles)
          throw refused('tooManyTriangles', { triangles: all, most: limits.triangles });
        push(solid, loop[0] ?? 0, loop[at - 1] ?? 0, loop[at] ?? 0);
      }
      loop = [];
    } else if (word === 'solid') {
      close();
      text.skipBlanks();
      const from = text.at;
      const line = text.restOfLine(200);
      // A file may be one single line.
      const facet = line.search(/\bfacet\s+normal\s+[-+.\d]/i);
      const rest = facet < 0 ? line : line.slice(0, facet);
      if (facet >= 0) text.at = from + new TextEncoder().encode(rest).length;
      unit ??= unitInComment(rest);
      solid = startedSolid(nameFrom(rest.replace(/\s*\bUNITS=\w+\s*$/, ''), limits.nameLength) || name);
      ended = false;
    } else if (word === 'endsolid') {
      text.restOfLine(1);
      ended = true;
    } else if (word === 'facet') {
      // Its normal follows from its corners.
      if (hasLines) text.restOfLine(1);
      loop = [];
    }
  }
  close();
  if (text.sawComma) findings.tell({ kind: 'commaDecimals', said: {} });
  if (!ended) findings.tell({ kind: 'cutShort', said: { announced: 0, found: all } });
  if (parts.length === 0) throw refused('noTriangles', {});
  return withUnit(name, parts, unit);
}

interface Solid {
  name: string;
  table: CornerTable;
  triangles: Uint32Array<ArrayBuffer>;
  count: number;
}

const startedSolid = (name: string): Solid => ({
  name,
  table: new CornerTable(256),
  triangles: new Uint32Array(1536),
  count: 0,
});

function push(solid: Solid, a: number, b: number, c: number): void {
  if (solid.count + 3 > solid.triangles.length) {
    const larger = new Uint32Array(solid.triangles.length * 2);
    larger.set(solid.triangles);
    solid.triangles = larger;
  }
  solid.triangles[solid.count] = a;
  solid.triangles[solid.count + 1] = b;
  solid.triangles[solid.count + 2] = c;
  solid.count += 3;
}
