/** Names that a formula may hold, whatever characters they are written with; upper and lower case are one. */
export class NameTable {
  readonly #keys = new Map<string, string>();
  /** Lengths that names have, the longest first. */
  readonly #lengths: readonly number[];

  /** @param named each name with what it stands for; of two that are the same the first counts. */
  constructor(named: Iterable<readonly [name: string, key: string]>) {
    const lengths = new Set<number>();
    for (const [name, key] of named) {
      const plain = name.toLowerCase();
      if (name === '' || this.#keys.has(plain)) continue;
      this.#keys.set(plain, key);
      lengths.add(name.length);
    }
    this.#lengths = [...lengths].toSorted((one, other) => other - one);
  }

  /** The longest name that stands at a place of a text, and where it ends; null: none. */
  at(text: string, from: number): { key: string; end: number } | null {
    for (const length of this.#lengths) {
      const end = from + length;
      if (end > text.length || continues(text, end)) continue;
      const name = text.slice(from, end);
      const key = this.#keys.get(name.toLowerCase());
      // What is a number by itself is never taken for a name.
      if (key !== undefined && /\D/.test(name)) return { key, end };
    }
    return null;
  }

  /** What a whole text stands for. */
  keyOf(name: string): string | undefined {
    return this.#keys.get(name.toLowerCase());
  }
}

/** Whether a word that ends there goes on. */
const continues = (text: string, end: number): boolean => /[\p{L}\p{N}_]/u.test(text.charAt(end));
