const MOST_STATEMENT_BYTES = 100_000;

/** Blanks and comments before a statement. */
const BEFORE = /^(?:\s+|\/\*[\s\S]*?\*\/)+/;

/** Bytes as characters one by one: escapes of the format itself spell all others. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/**
 * Statements of ISO 10303-21 up to their semicolon, strings and comments minded, from pieces of a file in their order.
 * One that is too long to tell of a product is passed over.
 */
export class Statements {
  #rest = '';
  #passing = false;

  *of(piece: string): Generator<string> {
    const text = this.#rest + piece;
    const ends = new Ends(text);
    let from = 0;
    for (let end = ends.after(from); end !== null; end = ends.after(from)) {
      if (!this.#passing) yield text.slice(from, end).replace(BEFORE, '');
      this.#passing = false;
      from = end + 1;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > MOST_STATEMENT_BYTES) {
      // Whether a string is open must be known at the next piece: a quote at its beginning says so.
      this.#rest = isInString(this.#rest) ? "'" : '';
      this.#passing = true;
    }
  }
}

/** Finds the ends of statements in a piece of text. What is found ahead is kept: no place is looked at for each statement anew. */
class Ends {
  readonly #text: string;
  readonly #ahead = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the statement that begins there ends; null where its end has not come yet. */
  after(from: number): number | null {
    for (let at = from; ; ) {
      const end = this.#next(';', at);
      if (end === Infinity) return null;
      const quote = this.#next("'", at);
      const comment = this.#next('/*', at);
      if (Math.min(quote, comment) > end) return end;
      const close =
        quote < comment ? this.#text.indexOf("'", quote + 1) : this.#text.indexOf('*/', comment + 2);
      if (close < 0) return null;
      at = close + (quote < comment ? 1 : 2);
    }
  }

  #next(what: string, from: number): number {
    const known = this.#ahead.get(what) ?? -1;
    if (known >= from) return known;
    const found = this.#text.indexOf(what, from);
    const next = found < 0 ? Infinity : found;
    this.#ahead.set(what, next);
    return next;
  }
}

const isInString = (text: string): boolean => (text.match(/'/g)?.length ?? 0) % 2 === 1;

/** The values of a statement at its first level, as they are written. */
export function valuesOf(text: string): string[] {
  const values: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "'") {
      const close = text.indexOf("'", at + 1);
      if (close < 0) break;
      at = close;
    } else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth < 0) {
        values.push(text.slice(from, at).trim());
        break;
      }
    } else if (character === ',' && depth === 0) {
      values.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return values;
}

/** The number that a value refers to; empty: none. */
export const referenceIn = (value = ''): string => /^#(\d+)$/.exec(value)?.[1] ?? '';

/** A string of ISO 10303-21 as words: doubled quotes, `\X\`, `\X2\…\X0\`, `\X4\…\X0\` and `\S\` are spelt out. */
export function wordsIn(value: string): string {
  const inner = /^'([\s\S]*)'$/.exec(value)?.[1];
  if (inner === undefined) return '';
  const spelt = (hex: string, digits: number) =>
    (hex.match(new RegExp(`.{${digits}}`, 'g')) ?? [])
      .map((code) => Number.parseInt(code, 16))
      .map((code) => (code <= 0x10ffff ? String.fromCodePoint(code) : ''))
      .join('');
  const units = (hex: string) =>
    String.fromCharCode(
      ...(hex.match(/.{4}/g) ?? []).slice(0, 1000).map((code) => Number.parseInt(code, 16)),
    );
  const text = inner
    .replaceAll("''", "'")
    .replaceAll(/[\r\n]+/g, '')
    .replaceAll(/\\X2\\([0-9A-Fa-f]*)\\X0\\/g, (_all, hex: string) => units(hex))
    .replaceAll(/\\X4\\([0-9A-Fa-f]*)\\X0\\/g, (_all, hex: string) => spelt(hex, 8))
    .replaceAll(/\\X\\([0-9A-Fa-f]{2})/g, (_all, hex: string) => spelt(hex, 2))
    .replaceAll(/\\S\\(.)/g, (_all, character: string) => String.fromCharCode(character.charCodeAt(0) + 128))
    .replaceAll('\\\\', '\\');
  // Some programs write UTF-8 although the format knows none.
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (codes.some((code) => code > 255)) return text.trim();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes)).trim();
  } catch {
    return text.trim();
  }
}
