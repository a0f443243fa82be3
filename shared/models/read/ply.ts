import type { ReadLimits } from '../limits.ts';
import { unitInComment } from '../units.ts';
import { ByteText } from './byteText.ts';
import { packedColour, withFaceColours } from './faceColours.ts';
import { type Findings, refused } from './findings.ts';
import { GrowingNumbers } from './growing.ts';
import { headerOf, type PlyElement, type PlyProperty } from './plyHeader.ts';
import { cutPolygon, MOST_CORNERS } from './polygon.ts';
import { type RawModel, type RawPart, sideBySide } from './rawModel.ts';

/** Where the next number of a body comes from; null: it has ended. */
type Next = (type: string) => number | null;

/**
 * Reads PLY in words and in bytes of either order: corners, normals, colours, faces and strips; whatever else stands there is
 * passed over.
 * @throws {CannotBeRead}
 */
export function readPly(bytes: Uint8Array, name: string, limits: ReadLimits, findings: Findings): RawModel {
  const header = headerOf(bytes);
  const body = bodyOf(bytes, header.format, header.end);
  const reader = new PlyReader(body.next, limits, findings);
  for (const element of header.elements) {
    // What is announced must find room: no count is believed before.
    const least = element.count * leastBytes(element, header.format);
    if (least > body.left() && element.name !== 'face' && element.name !== 'tristrips')
      throw refused('cutShort', { announced: bytes.length - body.left() + least, found: bytes.length });
    if (!reader.take(element)) break;
  }
  if (body.sawComma()) findings.tell({ kind: 'commaDecimals', said: {} });
  const unit = unitInComment(header.comments);
  return sideBySide(name, [reader.part(name)], unit && { guessed: unit, sure: true, why: 'comment' });
}

const SIZES: Readonly<Record<string, number>> = { i1: 1, u1: 1, i2: 2, u2: 2, i4: 4, u4: 4, f4: 4, f8: 8 };

/** Names that programs write for the same. */
const plainName = ({ name }: PlyProperty): string =>
  ({ r: 'red', g: 'green', b: 'blue' })[name] ?? name.replace(/^diffuse_/, '');

/** Colours are bytes, or shares of one where they are no whole numbers. */
const factorOf = ({ type }: PlyProperty): number =>
  type === 'f4' || type === 'f8' ? 255 : type === 'u2' ? 1 / 257 : 1;

const leastBytes = ({ properties }: PlyElement, format: string): number =>
  properties.reduce(
    (sum, { type, countType }) => sum + (format === 'ascii' ? 2 : (SIZES[countType ?? type] ?? 1)),
    0,
  ) || 1;

function bodyOf(bytes: Uint8Array, format: string, end: number) {
  if (format === 'ascii') {
    const text = new ByteText(bytes, end);
    return {
      next: () => (text.skipSpace() ? text.number() : null),
      // The last line may end without its end.
      left: () => bytes.length - text.at + 2,
      sawComma: () => text.sawComma,
    };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = format === 'binary_little_endian';
  let at = end;
  const next: Next = (type) => {
    const from = at;
    at += SIZES[type] ?? 1;
    if (at > bytes.length) return null;
    switch (type) {
      case 'i1':
        return view.getInt8(from);
      case 'u1':
        return view.getUint8(from);
      case 'i2':
        return view.getInt16(from, isLittle);
      case 'u2':
        return view.getUint16(from, isLittle);
      case 'i4':
        return view.getInt32(from, isLittle);
      case 'u4':
        return view.getUint32(from, isLittle);
      case 'f4':
        return view.getFloat32(from, isLittle);
      default:
        return view.getFloat64(from, isLittle);
    }
  };
  return { next, left: () => Math.max(0, bytes.length - at), sawComma: () => false };
}

class PlyReader {
  readonly #next: Next;
  readonly #limits: ReadLimits;
  readonly #findings: Findings;
  #corners = 0;
  #positions = new Float32Array(0);
  #normals: Float32Array<ArrayBuffer> | null = null;
  #colours: Uint8Array<ArrayBuffer> | null = null;
  readonly #triangles = new GrowingNumbers();
  /** Of each triangle the colour of its face, where faces have one. */
  readonly #shades = new GrowingNumbers();
  #outside = 0;

  constructor(next: Next, limits: ReadLimits, findings: Findings) {
    this.#next = next;
    this.#limits = limits;
    this.#findings = findings;
  }

  /** @returns whether the body goes on. */
  take(element: PlyElement): boolean {
    if (element.name === 'vertex') return this.#takeCorners(element);
    if (element.name === 'face' || element.name === 'tristrips') return this.#takeFaces(element);
    for (let row = 0; row < element.count; row += 1) {
      for (const property of element.properties) if (!this.#skip(property)) return false;
    }
    return true;
  }

  part(name: string): RawPart {
    this.#findings.count('outOfRange', this.#outside);
    if (this.#triangles.length === 0) {
      if (this.#corners > 0 && this.#outside === 0) throw refused('pointsOnly', { points: this.#corners });
      throw refused('noTriangles', {});
    }
    const part: RawPart = {
      name,
      positions: this.#positions,
      triangles: Uint32Array.from(this.#triangles.values.subarray(0, this.#triangles.length)),
      normals: this.#normals,
      colours: this.#colours,
      colour: null,
    };
    const shades = this.#shades.values.subarray(0, this.#shades.length);
    // Corners say it finer than faces.
    return part.colours || shades.length === 0 ? part : withFaceColours(part, shades);
  }

  #takeCorners({ count, properties }: PlyElement): boolean {
    if (count > this.#limits.triangles * 3)
      throw refused('tooManyEntities', { most: this.#limits.triangles * 3 });
    this.#corners = count;
    this.#positions = new Float32Array(count * 3);
    const names = properties.map(plainName);
    const places = names.map((name) => ['x', 'y', 'z'].indexOf(name));
    const normals = names.map((name) => ['nx', 'ny', 'nz'].indexOf(name));
    const colours = names.map((name) => ['red', 'green', 'blue'].indexOf(name));
    if (normals.filter((axis) => axis >= 0).length === 3) this.#normals = new Float32Array(count * 3);
    if (colours.filter((axis) => axis >= 0).length === 3) this.#colours = new Uint8Array(count * 3);
    const factors = properties.map(factorOf);
    for (let corner = 0; corner < count; corner += 1) {
      for (const [at, property] of properties.entries()) {
        if (property.countType !== null) {
          if (!this.#skip(property)) throw refused('cutShort', { announced: count, found: corner });
          continue;
        }
        const value = this.#next(property.type);
        if (value === null) throw refused('cutShort', { announced: count, found: corner });
        const [place = -1, normal = -1, colour = -1] = [places[at], normals[at], colours[at]];
        if (place >= 0) this.#positions[corner * 3 + place] = value;
        else if (normal >= 0 && this.#normals) this.#normals[corner * 3 + normal] = value;
        else if (colour >= 0 && this.#colours)
          this.#colours[corner * 3 + colour] = Math.min(
            255,
            Math.max(0, Math.round(value * (factors[at] ?? 1))),
          );
      }
    }
    return true;
  }

  #takeFaces({ name, count, properties }: PlyElement): boolean {
    if (count > this.#limits.triangles)
      throw refused('tooManyTriangles', { triangles: count, most: this.#limits.triangles });
    const face: number[] = [];
    const names = properties.map(plainName);
    const channels = properties.map(({ countType }, at) =>
      countType === null ? ['red', 'green', 'blue'].indexOf(names[at] ?? '') : -1,
    );
    const isColoured = name === 'face' && channels.filter((channel) => channel >= 0).length === 3;
    const shade = [0, 0, 0];
    for (let row = 0; row < count; row += 1) {
      const before = this.#triangles.length;
      for (const [at, property] of properties.entries()) {
        const channel = isColoured ? (channels[at] ?? -1) : -1;
        if (channel >= 0) {
          const value = this.#next(property.type);
          if (value === null) return this.#ended(count, row);
          shade[channel] = value * factorOf(property);
          continue;
        }
        const isCorners =
          property.countType !== null && /^(vertex_ind(ex|ices)|vertices)$/.test(property.name);
        const whole = isCorners ? this.#list(property, face, name === 'face') : this.#skip(property);
        if (!whole) return this.#ended(count, row);
        if (isCorners && name === 'face') this.#cut(face);
      }
      if (!isColoured) continue;
      // Faces before these had none.
      while (this.#shades.length < before / 3) this.#shades.push(-1);
      const colour = packedColour(shade[0] ?? 0, shade[1] ?? 0, shade[2] ?? 0);
      while (this.#shades.length < this.#triangles.length / 3) this.#shades.push(colour);
    }
    return true;
  }

  #ended(announced: number, found: number): false {
    this.#findings.tell({ kind: 'cutShort', said: { announced, found } });
    return false;
  }

  /** Reads a list; of strips, each three that follow each other are a triangle. */
  #list({ countType, type }: PlyProperty, face: number[], isFace: boolean): boolean {
    const count = this.#next(countType ?? 'u1');
    if (count === null) return false;
    if (isFace && count > MOST_CORNERS) throw refused('tooManyEntities', { most: MOST_CORNERS });
    face.length = 0;
    let isOdd = false;
    for (let at = 0; at < count; at += 1) {
      const value = this.#next(type);
      if (value === null) return false;
      if (isFace) face.push(value);
      else if (value < 0) {
        face.length = 0;
        isOdd = false;
      } else {
        face.push(value);
        if (face.length < 3) continue;
        const [a = 0, b = 0, c = 0] = face;
        this.#triangle(isOdd ? b : a, isOdd ? a : b, c);
        isOdd = !isOdd;
        face.shift();
      }
    }
    return true;
  }

  #cut(face: readonly number[]): void {
    if (face.length === 3) {
      this.#triangle(face[0] ?? -1, face[1] ?? -1, face[2] ?? -1);
      return;
    }
    const positions = this.#positions;
    cutPolygon(
      face.length,
      (corner, axis) => positions[(face[corner] ?? 0) * 3 + axis] ?? 0,
      (a, b, c) => this.#triangle(face[a] ?? -1, face[b] ?? -1, face[c] ?? -1),
    );
  }

  #triangle(a: number, b: number, c: number): void {
    const most = this.#corners;
    if (!(a >= 0 && b >= 0 && c >= 0 && a < most && b < most && c < most)) {
      this.#outside += 1;
      return;
    }
    const triangles = this.#triangles;
    if (triangles.length / 3 >= this.#limits.triangles)
      throw refused('tooManyTriangles', {
        triangles: triangles.length / 3 + 1,
        most: this.#limits.triangles,
      });
    triangles.push(a);
    triangles.push(b);
    triangles.push(c);
  }

  #skip({ type, countType }: PlyProperty): boolean {
    const count = countType === null ? 1 : this.#next(countType);
    if (count === null) return false;
    for (let at = 0; at < count; at += 1) if (this.#next(type) === null) return false;
    return true;
  }
}
