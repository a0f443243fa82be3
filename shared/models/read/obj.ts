import type { ReadLimits } from '../limits.ts';
import { type LengthUnit, unitInComment } from '../units.ts';
import type { Beside } from './beside.ts';
import { ByteText, nameFrom } from './byteText.ts';
import { withFaceColours } from './faceColours.ts';
import { type Findings, refused } from './findings.ts';
import { GrowingFloats, GrowingNumbers } from './growing.ts';
import { coloursOfMaterials } from './mtl.ts';
import { cutPolygon, MOST_CORNERS } from './polygon.ts';
import { type RawModel, type RawPart, sideBySide } from './rawModel.ts';

/** Corners of the triangles of one object: of each its place and its normal (-1: none). */
interface ObjObject {
  name: string;
  places: GrowingNumbers;
  normals: GrowingNumbers;
  /** Of each triangle the colour of its material; -1: none. */
  shades: GrowingNumbers;
}

/** A line goes on where it ends with `\`. */
const GOES_ON = 0x5c;

/**
 * Reads Wavefront OBJ: objects (or groups, where there are no objects), faces of any number of corners, counted from
 * either end, normals, and colours of corners. Materials stand in another file: where that is at hand their colours are
 * shown, else they are told.
 * @throws {CannotBeRead}
 */
export function readObj(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
  findings: Findings,
  beside?: Beside,
): RawModel {
  return new ObjReader(bytes, name, limits, findings, beside).read();
}

class ObjReader {
  readonly #text: ByteText;
  readonly #name: string;
  readonly #limits: ReadLimits;
  readonly #findings: Findings;
  readonly #beside: Beside | undefined;
  readonly #materials = new Map<string, number>();
  #shade = -1;
  readonly #places = new GrowingFloats();
  readonly #colours = new GrowingFloats();
  readonly #normals = new GrowingFloats();
  readonly #objects: ObjObject[] = [];
  #object: ObjObject;
  #hasObjects = false;
  #unit: LengthUnit | null = null;
  #lines = 0;
  #triangles = 0;
  #outside = 0;

  constructor(
    bytes: Uint8Array,
    name: string,
    limits: ReadLimits,
    findings: Findings,
    beside: Beside | undefined,
  ) {
    this.#beside = beside;
    this.#text = new ByteText(bytes);
    this.#name = name;
    this.#limits = limits;
    this.#findings = findings;
    this.#object = this.#started(name);
  }

  read(): RawModel {
    const text = this.#text;
    while (!text.ended) {
      if (text.skipBlanks()) this.#line();
      text.nextLine();
    }
    const findings = this.#findings;
    if (text.sawComma) findings.tell({ kind: 'commaDecimals', said: {} });
    if (this.#lines > 0) findings.tell({ kind: 'pointsAndLines', said: { count: this.#lines } });
    findings.count('outOfRange', this.#outside);
    const parts = this.#objects.flatMap((object) => (object.places.length > 0 ? [this.#part(object)] : []));
    if (parts.length === 0) {
      if (this.#places.length > 0 && this.#outside === 0)
        throw refused('pointsOnly', { points: this.#places.length / 3 });
      throw refused('noTriangles', {});
    }
    const unit = this.#unit;
    return sideBySide(this.#name, parts, unit && { guessed: unit, sure: true, why: 'comment' });
  }

  #started(name: string): ObjObject {
    const numbers = () => new GrowingNumbers();
    const object = { name, places: numbers(), normals: numbers(), shades: numbers() };
    if (this.#objects.length >= this.#limits.parts)
      throw refused('tooManyEntities', { most: this.#limits.parts });
    this.#objects.push(object);
    return object;
  }

  #line(): void {
    const text = this.#text;
    const first = text.bytes[text.at];
    // Most lines: `v`, `f`, `vn` and `vt`, told by their first bytes.
    if (first === 0x76) this.#corner();
    else if (first === 0x66) this.#face();
    else if (first === 0x23) this.#unit ??= unitInComment(text.restOfLine(120));
    else {
      const word = text.word(20);
      if (word === 'o' || word === 'g') this.#named(word);
      else if (word === 'l' || word === 'p') this.#lines += 1;
      else if (word === 'mtllib') {
        text.skipBlanks();
        this.#openMaterials(nameFrom(text.restOfLine(200), 200));
      } else if (word === 'usemtl') {
        text.skipBlanks();
        this.#shade = this.#materials.get(nameFrom(text.restOfLine(200), 200)) ?? -1;
      }
    }
  }

  #openMaterials(file: string): void {
    const found = this.#beside?.(file) ?? null;
    if (!found) this.#findings.tell({ kind: 'materialsElsewhere', said: { file: file.slice(0, 100) } });
    else
      for (const [name, colour] of coloursOfMaterials(found, this.#findings))
        this.#materials.set(name, colour);
  }

  #named(word: string): void {
    const text = this.#text;
    text.skipBlanks();
    const name = nameFrom(text.restOfLine(this.#limits.nameLength), this.#limits.nameLength);
    // Groups within objects are faces that somebody selected.
    if (word === 'g' && this.#hasObjects) return;
    if (word === 'o') this.#hasObjects = true;
    if (this.#object.places.length === 0) this.#object.name = name || this.#object.name;
    else {
      const known =
        this.#objects.length < 1000 ? this.#objects.find((each) => each.name === name) : undefined;
      this.#object = known ?? this.#started(name || this.#name);
    }
  }

  #corner(): void {
    const text = this.#text;
    const second = text.bytes[text.at + 1] ?? 0;
    if (second === 0x74 || second === 0x70) return;
    const isNormal = second === 0x6e;
    text.at += isNormal ? 2 : 1;
    const numbers = isNormal ? this.#normals : this.#places;
    const x = this.#number();
    const y = this.#number();
    numbers.push(x, y, this.#number());
    if (isNormal || !text.skipBlanks()) return;
    // Seven or six numbers: a colour follows the place. Four: a weight, which meshes do not have.
    const red = this.#number();
    if (!text.skipBlanks()) return;
    const green = this.#number();
    const blue = this.#number();
    while (this.#colours.length < this.#places.length - 3) this.#colours.push(1, 1, 1);
    this.#colours.push(red, green, blue);
  }

  #number(): number {
    const text = this.#text;
    while (text.skipBlanks()) {
      if (text.bytes[text.at] !== GOES_ON) return text.number();
      text.nextLine();
    }
    return Number.NaN;
  }

  #face(): void {
    const text = this.#text;
    text.word();
    const places: number[] = [];
    const normals: number[] = [];
    while (text.skipBlanks()) {
      if (text.bytes[text.at] === GOES_ON) {
        text.nextLine();
        continue;
      }
      if (places.length > MOST_CORNERS) throw refused('tooManyEntities', { most: MOST_CORNERS });
      const end = text.wordEnd();
      places.push(this.#index(this.#places.length / 3));
      if (text.bytes[text.at] === 0x2f) {
        text.at += 1;
        if (text.bytes[text.at] !== 0x2f) this.#index(1);
        if (text.bytes[text.at] === 0x2f) {
          text.at += 1;
          normals.push(this.#index(this.#normals.length / 3));
        }
      }
      // A backslash may follow at once.
      text.at = text.bytes[end - 1] === GOES_ON && end - 1 > text.at ? end - 1 : end;
    }
    if (places.some((place) => place < 0)) {
      this.#outside += Math.max(1, places.length - 2);
      return;
    }
    const { values } = this.#places;
    cutPolygon(
      places.length,
      (corner, axis) => values[(places[corner] ?? 0) * 3 + axis] ?? 0,
      (a, b, c) => {
        this.#triangles += 1;
        if (this.#triangles > this.#limits.triangles)
          throw refused('tooManyTriangles', { triangles: this.#triangles, most: this.#limits.triangles });
        this.#object.shades.push(this.#shade);
        for (const corner of [a, b, c]) {
          this.#object.places.push(places[corner] ?? 0);
          this.#object.normals.push(normals.length === places.length ? (normals[corner] ?? -1) : -1);
        }
      },
    );
  }

  /** From one upwards, or from the last one downwards with a minus. @returns -1 for one that is not there. */
  #index(count: number): number {
    const text = this.#text;
    const isBack = text.bytes[text.at] === 0x2d;
    if (isBack) text.at += 1;
    let value = 0;
    for (let byte = text.bytes[text.at] ?? 0; byte >= 48 && byte <= 57; byte = text.bytes[text.at] ?? 0) {
      value = Math.min(2 ** 31, value * 10 + byte - 48);
      text.at += 1;
    }
    const index = isBack ? count - value : value - 1;
    return value > 0 && index >= 0 && index < count ? index : -1;
  }

  #part({ name, places, normals, shades }: ObjObject): RawPart {
    const count = places.length;
    const hasNormals = normals.values.subarray(0, count).every((each) => each >= 0);
    const hasColours = this.#colours.length > 0;
    // One corner for each pair of place and normal.
    const numbers = new Map<number, number>();
    const pairs: number[] = [];
    const triangles = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) {
      const place = places.values[at] ?? 0;
      const key = hasNormals ? place * 0x4000000 + (normals.values[at] ?? 0) : place;
      let number = numbers.get(key);
      if (number === undefined) {
        number = pairs.length;
        numbers.set(key, number);
        pairs.push(at);
      }
      triangles[at] = number;
    }
    const part: RawPart = {
      name,
      triangles,
      positions: new Float32Array(pairs.length * 3),
      normals: hasNormals ? new Float32Array(pairs.length * 3) : null,
      colours: hasColours ? new Uint8Array(pairs.length * 3) : null,
      colour: null,
    };
    // Some write 0 to 1, some 0 to 255.
    const factor = this.#colours.values.subarray(0, this.#colours.length).some((each) => each > 1.001)
      ? 1
      : 255;
    for (const [number, at] of pairs.entries()) {
      const place = (places.values[at] ?? 0) * 3;
      const normal = (normals.values[at] ?? 0) * 3;
      for (let axis = 0; axis < 3; axis += 1) {
        part.positions[number * 3 + axis] = this.#places.values[place + axis] ?? 0;
        if (part.normals) part.normals[number * 3 + axis] = this.#normals.values[normal + axis] ?? 0;
        if (part.colours) {
          const shade =
            place < this.#colours.length ? (this.#colours.values[place + axis] ?? 1) * factor : 255;
          part.colours[number * 3 + axis] = Math.min(255, Math.max(0, Math.round(shade)));
        }
      }
    }
    return hasColours ? part : withFaceColours(part, shades.values.subarray(0, count / 3));
  }
}
