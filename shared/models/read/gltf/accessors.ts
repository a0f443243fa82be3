import type { ReadLimits } from '../../limits.ts';
import { refused } from '../findings.ts';
import type { GltfFile } from './container.ts';
import { indexIn, type JsonObject, listIn, numberIn, objectIn, textIn } from './json.ts';
import { packedIn, type Unpack } from './packed.ts';

const SIZES: Readonly<Record<number, number>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const LARGEST: Readonly<Record<number, number>> = {
  5120: 127,
  5121: 255,
  5122: 32767,
  5123: 65535,
  5125: 2 ** 32 - 1,
};
const WIDTHS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
const FLOAT = 5126;

/** Numbers of a glTF: `width` for each element. */
export interface Elements {
  count: number;
  width: number;
  values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
}

interface Where {
  bytes: Uint8Array;
  from: number;
  stride: number;
}

/** Reads the numbers that accessors describe, within the bytes that are there. */
export class Accessors {
  readonly #file: GltfFile;
  readonly #mostElements: number;
  readonly #mostBytes: number;
  readonly #unpack: Unpack | null;
  /** What was packed, by the number of its view. */
  readonly #unpacked = new Map<number, Uint8Array>();
  #bytes = 0;

  constructor(
    file: GltfFile,
    { triangles, meshBytes }: Pick<ReadLimits, 'triangles' | 'meshBytes'>,
    unpack: Unpack | null = null,
  ) {
    this.#file = file;
    this.#unpack = unpack;
    this.#mostElements = triangles * 3;
    this.#mostBytes = meshBytes;
  }

  /** How many elements an accessor announces; 0 where it is none. */
  count(index: unknown): number {
    return indexIn(this.#accessor(index).count) ?? 0;
  }

  /**
   * @param whole numbers that count corners rather than measure.
   * @throws {CannotBeRead}
   */
  read(index: unknown, whole = false): Elements {
    const accessor = this.#accessor(index);
    const type = indexIn(accessor.componentType) ?? 0;
    const size = SIZES[type];
    const width = WIDTHS[textIn(accessor.type)];
    const count = indexIn(accessor.count);
    if (size === undefined || width === undefined || count === null)
      throw refused('badReference', { what: 'accessor', number: numberIn(index, -1) });
    if (count > this.#mostElements) throw refused('tooManyEntities', { most: this.#mostElements });
    // A small file may name the same numbers a thousand times.
    this.#makeRoom(count * width * 4);
    const where =
      accessor.bufferView === undefined
        ? null
        : this.#where(accessor.bufferView, indexIn(accessor.byteOffset) ?? 0, count, size * width);
    const values = whole ? new Uint32Array(count * width) : new Float32Array(count * width);
    const divisor = accessor.normalized === true ? (LARGEST[type] ?? 1) : 1;
    // Without a view all is nothing, but for what is put in its place.
    if (where) fill(values, where, { count, width, type, size, divisor });
    if (accessor.sparse !== undefined)
      this.#replace(values, objectIn(accessor.sparse), { count, width, type, size, divisor });
    return { count, width, values };
  }

  #accessor(index: unknown): JsonObject {
    const at = indexIn(index);
    const accessor = at === null ? undefined : listIn(this.#file.json.accessors)[at];
    if (accessor === undefined)
      throw refused('badReference', { what: 'accessor', number: numberIn(index, -1) });
    return objectIn(accessor);
  }

  #where(view: unknown, offset: number, count: number, size: number): Where {
    const at = indexIn(view);
    const found = at === null ? undefined : listIn(this.#file.json.bufferViews)[at];
    const { byteStride, extensions } = objectIn(found);
    const packed = packedIn(extensions);
    const { bytes, start, end } =
      at !== null && packed
        ? this.#unpackedView(at, packed)
        : this.#span(objectIn(found), numberIn(view, -1));
    const from = start + offset;
    const stride = indexIn(packed?.byteStride ?? byteStride) || size;
    const announced = count === 0 ? from : from + (count - 1) * stride + size;
    if (announced > end) throw refused('cutShort', { announced, found: end });
    return { bytes, from, stride };
  }

  #span({ buffer, byteOffset, byteLength }: JsonObject, number: number) {
    const bytes = this.#file.buffers[indexIn(buffer) ?? -1];
    if (bytes === undefined) throw refused('badReference', { what: 'bufferView', number });
    const start = indexIn(byteOffset) ?? 0;
    return { bytes, start, end: Math.min(bytes.length, start + (indexIn(byteLength) ?? 0)) };
  }

  #unpackedView(view: number, packed: JsonObject) {
    let bytes = this.#unpacked.get(view);
    if (!bytes) {
      if (!this.#unpack) throw refused('compressed', { name: 'meshopt' });
      // A few bytes may announce any number of them.
      this.#makeRoom((indexIn(packed.count) ?? 0) * (indexIn(packed.byteStride) ?? 0));
      const span = this.#span(packed, view);
      bytes = this.#unpack(span.bytes.subarray(span.start, span.end), packed);
      this.#unpacked.set(view, bytes);
    }
    return { bytes, start: 0, end: bytes.length };
  }

  #makeRoom(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#mostBytes)
      throw refused('tooMuchMemory', { bytes: this.#bytes, most: this.#mostBytes });
  }

  #replace(values: Elements['values'], sparse: JsonObject, layout: Layout): void {
    const count = indexIn(sparse.count) ?? 0;
    if (count > layout.count) throw refused('badReference', { what: 'sparse', number: count });
    const { bufferView, byteOffset, componentType } = objectIn(sparse.indices);
    const type = indexIn(componentType) ?? 0;
    const size = SIZES[type] ?? 0;
    if (size === 0 || type === FLOAT) throw refused('badReference', { what: 'sparse', number: type });
    const places = new Uint32Array(count);
    fill(places, this.#where(bufferView, indexIn(byteOffset) ?? 0, count, size), {
      count,
      width: 1,
      type,
      size,
      divisor: 1,
    });
    const other = objectIn(sparse.values);
    const { width } = layout;
    const where = this.#where(other.bufferView, indexIn(other.byteOffset) ?? 0, count, layout.size * width);
    const put =
      values instanceof Uint32Array ? new Uint32Array(count * width) : new Float32Array(count * width);
    fill(put, where, { ...layout, count });
    for (const [at, place] of places.entries()) {
      if (place >= layout.count) throw refused('badReference', { what: 'sparse', number: place });
      values.set(put.subarray(at * width, (at + 1) * width), place * width);
    }
  }
}

interface Layout {
  count: number;
  width: number;
  type: number;
  size: number;
  divisor: number;
}

function fill(values: Elements['values'], { bytes, from, stride }: Where, layout: Layout): void {
  const { count, width, type, size, divisor } = layout;
  const start = bytes.byteOffset + from;
  // Numbers that lie as they are wanted are copied at once.
  if (stride === size * width && start % 4 === 0 && size === 4) {
    if (type === FLOAT && values instanceof Float32Array) {
      values.set(new Float32Array(bytes.buffer, start, count * width));
      return;
    }
    if (type === 5125 && values instanceof Uint32Array) {
      values.set(new Uint32Array(bytes.buffer, start, count * width));
      return;
    }
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let element = 0; element < count; element += 1) {
    for (let part = 0; part < width; part += 1) {
      const value = numberAt(view, from + element * stride + part * size, type);
      values[element * width + part] = divisor === 1 ? value : Math.max(-1, value / divisor);
    }
  }
}

function numberAt(view: DataView, at: number, type: number): number {
  switch (type) {
    case 5120:
      return view.getInt8(at);
    case 5121:
      return view.getUint8(at);
    case 5122:
      return view.getInt16(at, true);
    case 5123:
      return view.getUint16(at, true);
    case 5125:
      return view.getUint32(at, true);
    default:
      return view.getFloat32(at, true);
  }
}
