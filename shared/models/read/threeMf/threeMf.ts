import type { ReadLimits } from '../../limits.ts';
import { decoded, nameFrom } from '../byteText.ts';
import { type Findings, refused } from '../findings.ts';
import { GrowingTree, IDENTITY, type RawModel, type RawPart, times } from '../rawModel.ts';
import { attributeOf, XmlReader } from '../xml.ts';
import {
  type Colour,
  type Component,
  type ModelPart3mf,
  modelPartReader,
  type Object3mf,
  shadeOf,
} from './modelPart.ts';
import { keyOf, Zip } from './zip.ts';

const MOST_SMALL_BYTES = 5_000_000;
const USUAL_START = '3d/3dmodel.model';

/**
 * Reads a 3MF package: units, names, components, what is to be built and where, colours of objects and triangles, and
 * objects in other parts of the package (the production extension, as slicers write it).
 * @throws {CannotBeRead}
 */
export function readThreeMf(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
  findings: Findings,
): RawModel {
  return new Package(new Zip(bytes, limits.unpackedBytes), limits, findings).read(name);
}

class Package {
  readonly #zip: Zip;
  readonly #limits: ReadLimits;
  readonly #findings: Findings;
  readonly #opened = new Map<string, ModelPart3mf>();
  readonly #parts: RawPart[] = [];
  /** Of each object its part, once it was made. */
  readonly #made = new Map<string, number>();
  readonly #tree = new GrowingTree();
  readonly #occurrences: RawModel['occurrences'] = [];
  readonly #names: Map<string, string>;
  #triangles = 0;
  #left = 0;

  constructor(zip: Zip, limits: ReadLimits, findings: Findings) {
    this.#zip = zip;
    this.#limits = limits;
    this.#findings = findings;
    this.#names = namesOfSlicer(zip, limits);
  }

  read(name: string): RawModel {
    const start = startOf(this.#zip, this.#limits);
    const part = this.#open(start);
    this.#tree.add(name, -1);
    // What nobody asks to be built is shown where it stands.
    const held = new Set(
      [...part.objects.values()].flatMap(({ components }) => components.map(({ object }) => object)),
    );
    const items =
      part.items.length > 0
        ? part.items
        : [...part.objects.keys()]
            .filter((id) => !held.has(id))
            .map((object): Component => ({ object, path: null, matrix: IDENTITY }));
    // The only one, where nobody named it, is called as its file: many exporters write no names.
    const [only, ...others] = items;
    if (only && others.length === 0 && !this.#names.has(only.object)) this.#names.set(only.object, name);
    for (const item of items) this.#place(item, start, IDENTITY, 0, []);
    if (this.#left > 0) this.#findings.tell({ kind: 'supportLeftOut', said: { objects: this.#left } });
    this.#tellOfOthers();
    if (this.#parts.length === 0) throw refused('noTriangles', {});
    return {
      parts: this.#parts,
      nodes: this.#tree.nodes,
      occurrences: this.#occurrences,
      unit: { guessed: part.unit, sure: true, why: 'inFile' },
    };
  }

  /** What stands in the package and is not shown. */
  #tellOfOthers(): void {
    const opened = [...this.#opened.values()];
    const beams = opened.reduce((sum, part) => sum + part.beams, 0);
    if (beams > 0) this.#findings.tell({ kind: 'latticeNotShown', said: { beams } });
    if (opened.some(({ hasPictures }) => hasPictures))
      this.#findings.tell({ kind: 'texturesNotShown', said: {} });
    if (opened.some(({ hasSlices }) => hasSlices))
      this.#findings.tell({ kind: 'extensionNotRead', said: { name: 'slices' } });
  }

  /** An object that only gives a name to one mesh is that mesh where it stands. @returns whether it was one. */
  #namesOne({ components }: Object3mf, place: string, above: readonly number[], node: number): boolean {
    const [only, another] = components;
    if (!only || another || only.path) return false;
    const part = this.#open(place);
    const mesh = part.objects.get(only.object);
    if (!mesh || mesh.isSupport || mesh.triangles.length === 0 || mesh.components.length > 0) return false;
    const key = `${keyOf(place)}#${only.object}`;
    const made = this.#made.get(key) ?? this.#parts.push(partOf(mesh, mesh.name || only.object, part)) - 1;
    this.#made.set(key, made);
    this.#occurrences.push({ part: made, matrix: times(above, only.matrix), node });
    return true;
  }

  #open(path: string): ModelPart3mf {
    const key = keyOf(path);
    const known = this.#opened.get(key);
    if (known) return known;
    const { part, handlers } = modelPartReader(this.#limits, (triangles) => {
      this.#triangles += triangles;
      if (this.#triangles > this.#limits.triangles)
        throw refused('tooManyTriangles', { triangles: this.#triangles, most: this.#limits.triangles });
    });
    // Corners and triangles have their own limits.
    const entities = this.#limits.triangles * 5;
    const xml = new XmlReader(handlers, { levels: this.#limits.levels, entities });
    this.#zip.read(path, (piece) => xml.take(piece));
    xml.end();
    this.#opened.set(key, part);
    return part;
  }

  #place(
    { object: id, path, matrix }: Component,
    from: string,
    above: readonly number[],
    parent: number,
    way: readonly string[],
  ): void {
    const place = path ?? from;
    const part = this.#open(place);
    const object = part.objects.get(id);
    if (!object) throw refused('badReference', { what: 'object', number: Number(id) || 0 });
    const key = `${keyOf(place)}#${id}`;
    const name = object.name || this.#names.get(id) || `${id}`;
    if (way.includes(key)) throw refused('circular', { name });
    if (way.length >= this.#limits.levels) throw refused('tooDeep', { most: this.#limits.levels });
    if (object.isSupport) this.#left += 1;
    if (this.#tree.nodes.length + this.#left > this.#limits.occurrences)
      throw refused('tooManyOccurrences', { most: this.#limits.occurrences });
    if (object.isSupport) return;
    const stands = times(above, matrix);
    const node = this.#tree.add(name, parent);
    if (object.triangles.length > 0) {
      let made = this.#made.get(key);
      if (made === undefined) {
        made = this.#parts.push(partOf(object, name, part)) - 1;
        this.#made.set(key, made);
      }
      const leaf = object.components.length > 0 ? this.#tree.add(name, node) : node;
      this.#occurrences.push({ part: made, matrix: stands, node: leaf });
    }
    if (object.triangles.length === 0 && this.#namesOne(object, place, stands, node)) return;
    for (const component of object.components) this.#place(component, place, stands, node, [...way, key]);
  }
}

function partOf(object: Object3mf, name: string, part: ModelPart3mf): RawPart {
  const positions = object.positions.values.slice(0, object.positions.length);
  const triangles = Uint32Array.from(object.triangles.values.subarray(0, object.triangles.length));
  const own = part.groups.get(object.group)?.[Math.max(0, object.index)] ?? null;
  const plain = { name, positions, triangles, normals: null, colours: null, colour: own };
  return object.shadeOf ? coloured(plain, object.shadeOf.values, part, own) : plain;
}

/** Corners once for each colour that they have there. */
function coloured(plain: RawPart, shades: Int32Array, part: ModelPart3mf, own: Colour | null): RawPart {
  const known = new Map<number, Colour>();
  const colourOf = (number: number): Colour => {
    let colour = known.get(number);
    if (!colour) {
      colour = shadeOf(part, number) ?? own ?? [0.7, 0.7, 0.7];
      known.set(number, colour);
    }
    return colour;
  };
  const numbers = new Map<number, number>();
  const places = new Map<number, number>();
  const corners: number[] = [];
  const triangles = new Uint32Array(plain.triangles.length);
  for (const [at, corner] of plain.triangles.entries()) {
    const shade = shades[at] ?? -1;
    let place = places.get(shade);
    if (place === undefined) {
      place = places.size;
      places.set(shade, place);
    }
    const key = corner * 0x400000 + (place % 0x400000);
    let number = numbers.get(key);
    if (number === undefined) {
      number = corners.length / 2;
      numbers.set(key, number);
      corners.push(corner, shade);
    }
    triangles[at] = number;
  }
  const count = corners.length / 2;
  const positions = new Float32Array(count * 3);
  const colours = new Uint8Array(count * 3);
  for (let number = 0; number < count; number += 1) {
    const from = (corners[number * 2] ?? 0) * 3;
    const colour = colourOf(corners[number * 2 + 1] ?? -1);
    for (let axis = 0; axis < 3; axis += 1) {
      // A corner that is not there is no number, and counted as such.
      positions[number * 3 + axis] = plain.positions[from + axis] ?? Number.NaN;
      colours[number * 3 + axis] = Math.round((colour[axis] ?? 0) * 255);
    }
  }
  return { ...plain, positions, triangles, colours };
}

/** The part of the package that it begins with, by its relationships. */
function startOf(zip: Zip, limits: ReadLimits): string {
  let start: string | null = null;
  if (zip.has('_rels/.rels')) {
    readSmall(zip, '_rels/.rels', limits, (name, attributes) => {
      if (name === 'Relationship' && /\/3dmodel$/.test(attributes.Type ?? ''))
        start ??= attributes.Target ?? null;
    });
  }
  const found = [start, USUAL_START, ...zip.names.filter((name) => name.endsWith('.model'))].find(
    (name) => name !== null && zip.has(name),
  );
  if (!found) throw refused('notInZip', { name: start ?? '3D/3dmodel.model' });
  return found;
}

/** Names that slicers (Bambu Studio, OrcaSlicer, PrusaSlicer) keep beside the model, by the id of the object. */
function namesOfSlicer(zip: Zip, limits: ReadLimits): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of ['metadata/model_settings.config', 'metadata/slic3r_pe_model.config']) {
    if (!zip.has(path)) continue;
    let id = '';
    readSmall(zip, path, limits, (element, attributes) => {
      if (element === 'object' || element === 'part') id = attributes.id ?? '';
      else if (element === 'metadata' && attributes.key === 'name' && id !== '' && !names.has(id))
        names.set(id, nameFrom(attributeOf(attributes, 'value') ?? '', limits.nameLength));
    });
  }
  return names;
}

/** Reads a small XML file of the package; one that is damaged tells nothing. */
function readSmall(
  zip: Zip,
  path: string,
  limits: ReadLimits,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  const pieces: string[] = [];
  let bytes = 0;
  zip.read(path, (piece) => {
    bytes += piece.length;
    if (bytes <= MOST_SMALL_BYTES) pieces.push(decoded(piece));
  });
  if (bytes > MOST_SMALL_BYTES) return;
  const xml = new XmlReader({ open, close: () => {} }, { levels: limits.levels, entities: 100_000 });
  try {
    xml.take(new TextEncoder().encode(pieces.join('')));
    xml.end();
  } catch {
    // Names that cannot be read are left to the model itself.
  }
}
