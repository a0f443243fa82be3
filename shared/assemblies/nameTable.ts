/** Names that a formula may hold, whatever characters they are written with; upper and lower case are one. */
export class NameTable {
  readonly #keys = new Map<string, string>();
  /** Marks of all names: what has none of them is no name, and need not be cut out to be looked up. */
  readonly #marks = new Set<number>();
  readonly #longest: number;

  /** @param named each name with what it stands for; of two that are the same the first counts. */
  constructor(named: Iterable<readonly [name: string, key: string]>) {
    let longest = 0;
    for (const [name, key] of named) {
      const plain = name.toLowerCase();
      if (name === '' || this.#keys.has(plain)) continue;
      this.#keys.set(plain, key);
      let mark = 0;
      for (let at = 0; at < name.length; at += 1) mark = marked(mark, name.charCodeAt(at));
      this.#marks.add(mark);
      longest = Math.max(longest, name.length);
    }
    this.#longest = longest;
  }

  /** The longest name that stands at a place of a text, and where it ends; null: none. */
  at(text: string, from: number): { key: string; end: number } | null {
    const last = Math.min(text.length, from + this.#longest);
    let found: { key: string; end: number } | null = null;
    let mark = 0;
    for (let end = from + 1; end <= last; end += 1) {
      mark = marked(mark, text.charCodeAt(end - 1));
      if (!this.#marks.has(mark) || continues(text, end)) continue;
      const name = text.slice(from, end);
      const key = this.#keys.get(name.toLowerCase());
      // What is a number by itself is never taken for a name.
      if (key !== undefined && /\D/.test(name)) found = { key, end };
    }
    return found;
  }

  /** What a whole text stands for. */
  keyOf(name: string): string | undefined {
    return this.#keys.get(name.toLowerCase());
  }
}

/** The mark of a text with one character more; upper and lower case have the same one. */
const marked = (mark: number, code: number): number => (Math.imul(mark, 31) + plainCode(code)) | 0;

function plainCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  return lower === FINAL_SIGMA ? SIGMA : lower;
}
/** At the end of a word capital sigma becomes another small letter than within it. */
const FINAL_SIGMA = 0x3c2;
const SIGMA = 0x3c3;

/** Whether a word that ends there goes on. */
const continues = (text: string, end: number): boolean => /[\p{L}\p{N}_]/u.test(text.charAt(end));
