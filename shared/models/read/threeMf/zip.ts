import { Inflate } from 'fflate';
import { decoded } from '../byteText.ts';
import { refused } from '../findings.ts';

interface Entry {
  from: number;
  packed: number;
  method: number;
  locked: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Of archives made for more than 4 GB, which some programs write however small they are. */
const LARGE_END = 0x06064b50;
const LARGE_END_LOCATOR = 0x07064b50;
const LARGE_FIELD = 1;
/** Stands where the number did not fit, and is told further on. */
const ELSEWHERE = 0xffffffff;
const MOST_ENTRIES = 20_000;
/** So much is unpacked at a time: at most a thousand times as much comes out of it at once. */
const PIECE = 16_384;

/** The files of a zip archive; each is unpacked as it is read, and all together not beyond a limit. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, Entry>();
  readonly #most: number;
  #unpacked = 0;

  /** @throws {CannotBeRead} for what is no archive, or one that is cut short. */
  constructor(bytes: Uint8Array, mostUnpacked: number) {
    this.#bytes = bytes;
    this.#most = mostUnpacked;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = endOf(view);
    if (end < 0) throw refused('badZip', {});
    const directory = directoryOf(view, end);
    const { count } = directory;
    let { at } = directory;
    for (let entry = 0; entry < Math.min(count, MOST_ENTRIES); entry += 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw refused('badZip', {});
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      ) as [number, number, number];
      const name = decoded(bytes.subarray(at + 46, at + 46 + nameLength));
      this.#entries.set(keyOf(name), {
        ...placeOf(view, at, at + 46 + nameLength, extra),
        method: view.getUint16(at + 10, true),
        locked: (view.getUint16(at + 8, true) & 1) === 1,
      });
      at += 46 + nameLength + extra + comment;
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /**
   * Hands a file's bytes on piece by piece.
   * @throws {CannotBeRead}
   */
  read(name: string, take: (piece: Uint8Array) => void): void {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw refused('notInZip', { name: name.slice(0, 120) });
    if (entry.locked) throw refused('lockedZip', {});
    const packed = this.#packed(entry);
    const counted = (piece: Uint8Array) => {
      this.#unpacked += piece.length;
      if (this.#unpacked > this.#most) throw refused('zipBomb', { most: this.#most });
      take(piece);
    };
    if (entry.method === 0) counted(packed);
    else if (entry.method === 8) inflated(packed, counted);
    else throw refused('compressed', { name: `zip ${entry.method}` });
  }

  #packed({ from, packed }: Entry): Uint8Array {
    const bytes = this.#bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (from + 30 > bytes.length || view.getUint32(from, true) !== LOCAL) throw refused('badZip', {});
    const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    if (start + packed > bytes.length)
      throw refused('cutShort', { announced: start + packed, found: bytes.length });
    return bytes.subarray(start, start + packed);
  }
}

function inflated(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  const inflate = new Inflate();
  let ownError: unknown = null;
  inflate.ondata = (piece) => {
    try {
      take(piece);
    } catch (error) {
      ownError = error;
      throw error;
    }
  };
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    throw ownError ?? refused('badZip', {});
  }
}

/** Where the directory's end stands: within the last 64 kB, as a comment may follow it. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

/** How many entries there are, and where the first is told. */
function directoryOf(view: DataView, end: number): { count: number; at: number } {
  const usual = { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
  if (usual.at !== ELSEWHERE && usual.count !== 0xffff) return usual;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LARGE_END_LOCATOR) return usual;
  const large = largeNumber(view, locator + 8);
  if (large + 56 > view.byteLength || view.getUint32(large, true) !== LARGE_END) throw refused('badZip', {});
  return { count: largeNumber(view, large + 32), at: largeNumber(view, large + 48) };
}

/** Where an entry stands and how long it is; what did not fit follows in a field of its own, in this order. */
function placeOf(view: DataView, at: number, extra: number, length: number): Pick<Entry, 'from' | 'packed'> {
  const place = { from: view.getUint32(at + 42, true), packed: view.getUint32(at + 20, true) };
  if (place.from !== ELSEWHERE && place.packed !== ELSEWHERE) return place;
  const end = Math.min(extra + length, view.byteLength);
  for (let field = extra; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== LARGE_FIELD) continue;
    let value = field + 4 + (view.getUint32(at + 24, true) === ELSEWHERE ? 8 : 0);
    const next = () => {
      if (value + 8 > end) throw refused('badZip', {});
      value += 8;
      return largeNumber(view, value - 8);
    };
    if (place.packed === ELSEWHERE) place.packed = next();
    if (place.from === ELSEWHERE) place.from = next();
    break;
  }
  return place;
}

/** A number of 64 bits; one that no file reaches is as good as any other. */
const largeNumber = (view: DataView, at: number): number =>
  at + 8 <= view.byteLength ? Number(view.getBigUint64(at, true)) : Number.MAX_SAFE_INTEGER;

/** Names within an archive as they are compared: no leading slash, no way upwards, and large letters small. */
export function keyOf(name: string): string {
  const way: string[] = [];
  for (const step of name.replaceAll('\\', '/').split('/')) {
    if (step === '..') way.pop();
    else if (step !== '' && step !== '.') way.push(step);
  }
  return way.join('/').toLowerCase();
}
