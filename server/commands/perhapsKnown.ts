const BITS = 1 << 23;
/** Hexadecimal digits of a key of which each probe takes seven; the fixed digits of a UUID lie between them. */
const PROBES = [0, 24, 29] as const;
const DIGITS = 7;

/**
 * Says of most keys that they were never added, without a look at the disk; of the others that they perhaps were (a
 * Bloom filter of one megabyte; of 500,000 keys it is wrong about one in two hundred). Keys are name-based UUIDs: as
 * good as random themselves.
 */
export class PerhapsKnown {
  readonly #bits = new Uint32Array(BITS / 32);

  add(key: string): void {
    for (const probe of PROBES) {
      const bit = bitOf(key, probe);
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  has(key: string): boolean {
    for (const probe of PROBES) {
      const bit = bitOf(key, probe);
      if (((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

const bitOf = (key: string, from: number): number =>
  Number.parseInt(key.slice(from, from + DIGITS), 16) & (BITS - 1);
