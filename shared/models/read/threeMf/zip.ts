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
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let entry = 0; entry < Math.min(count, MOST_ENTRIES); entry += 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw refused('badZip', {});
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      ) as [number, number, number];
      const name = decoded(bytes.subarray(at + 46, at + 46 + nameLength));
      this.#entries.set(keyOf(name), {
        from: view.getUint32(at + 42, true),
        packed: view.getUint32(at + 20, true),
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

/** Names within an archive as they are compared: no leading slash, no way upwards, and large letters small. */
export function keyOf(name: string): string {
  const way: string[] = [];
  for (const step of name.replaceAll('\\', '/').split('/')) {
    if (step === '..') way.pop();
    else if (step !== '' && step !== '.') way.push(step);
  }
  return way.join('/').toLowerCase();
}
