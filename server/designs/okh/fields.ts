import { isDeepStrictEqual } from 'node:util';
import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import { filePath } from '../../../shared/designs/fileRoles.ts';
import { isTable } from './document.ts';
import type { NamedFile, Plain, PlainTable } from './manifest.ts';

/** The fields of a manifest, taken one by one; what nobody takes is kept. */
export class Fields {
  readonly remarks: BringRemark[];
  readonly files = new Map<string, NamedFile>();
  readonly #left = new Map<string, Plain>();
  readonly #elsewhere = new Set<string>();
  readonly #told = new Set<string>();
  #slashes = 0;

  constructor(table: PlainTable, remarks: BringRemark[]) {
    this.remarks = remarks;
    for (const [key, value] of Object.entries(table)) {
      if (value !== null && value !== '') this.#left.set(key.trim().replaceAll('_', '-'), value);
    }
  }

  /**
   * The field's value, under the first of its names that is there; it is gone from here afterwards. What another of its
   * names says stays, where it says something else.
   */
  take(...names: string[]): Plain {
    let found: Plain = null;
    for (const name of names) {
      const value = this.#left.get(name);
      if (value === undefined) continue;
      if (found === null || isDeepStrictEqual(found, value)) this.#left.delete(name);
      found ??= value;
    }
    return found;
  }

  /** Addresses are not fetched: all fields that have one are told of at once. */
  elsewhere(name: string): void {
    this.#elsewhere.add(name);
  }

  /** To be called when all fields are taken. */
  close(): void {
    if (this.#elsewhere.size === 0) return;
    const sentence = 'Addresses elsewhere stay links: nothing is fetched from there.';
    this.tell('kept', [...this.#elsewhere].slice(0, 20).join(', '), sentence);
  }

  /** Keeps a field for the way out, as it is or as it was repaired. */
  keep(name: string, value: Plain): void {
    if (value !== null && !isEmpty(value)) this.#left.set(name, value);
  }

  /** One line of at most so many characters. */
  line(most: number, ...names: string[]): string {
    return this.fit(wordsOf(this.take(...names)), most, names[0] ?? '');
  }

  fit(words: string, most: number, at: string): string {
    const text = oneLine(words);
    if (text.length <= most) return text;
    this.tell('repaired', at, `It has more than ${most} characters: shortened.`);
    return shortenedTo(text, most);
  }

  /** Notes a file that the manifest names. @returns its path within the design, or null: an address elsewhere, or nothing. */
  file(value: Plain, role: FileRole, at: string, words = ''): string | null {
    if (typeof value !== 'string') return null;
    const local = this.path(value, at);
    if (local !== null && !this.files.has(local)) {
      this.files.set(local, { path: local, role, words: shortenedTo(oneLine(words), 300) });
    }
    return local;
  }

  /** A relative path as the design names its files; null for an address, or a path that leads out. */
  path(value: string, at: string): string | null {
    const text = value.trim();
    if (isAddress(text) || text === '') return null;
    if (!isPathLike(text)) {
      this.tell('kept', at, `“${shortenedTo(oneLine(text), 80)}” is words and no path: kept as it is.`);
      return null;
    }
    const plain = text
      .replaceAll('\\', '/')
      .replace(/^(\.?\/)+/, '')
      .replace(/\/+$/, '')
      .replaceAll(/\/(\.?\/)+/g, '/');
    if (!filePath.safeParse(plain).success) {
      this.tell('lost', at, `“${shortenedTo(text, 80)}” is no path within the design.`);
      return null;
    }
    if (plain !== text) {
      this.#slashes += 1;
      if (this.#slashes === 1)
        this.tell('repaired', at, 'Paths are told from the top of the folder, without a leading slash.');
    }
    return plain;
  }

  tell(kind: BringRemark['kind'], at: string, sentence: string): void {
    // The same of many fields is said once.
    if (this.#told.has(`${kind} ${sentence}`) || this.remarks.length >= 300) return;
    this.#told.add(`${kind} ${sentence}`);
    this.remarks.push({ kind, at, sentence });
  }

  /** What nobody took. */
  left(): PlainTable {
    return Object.fromEntries(this.#left);
  }
}

const isEmpty = (value: Plain): boolean =>
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : isTable(value) && Object.keys(value).length === 0);

export const isAddress = (text: string): boolean =>
  /^([a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(text) && !/^[a-z]:[\\/]/i.test(text);

/** Words that somebody wrote where a path belongs are none: `hammer, saw`, `no parts needed`. */
export const isPathLike = (text: string): boolean =>
  !/[\n\t]/.test(text) &&
  (!/\s/.test(text) ||
    /\.[a-z]\w{0,7}$/i.test(text) ||
    (text.length <= 120 && /[\\/]/.test(text) && !/[,;:] /.test(text)));

/** A web address as the design keeps one; empty for anything else. */
export const webAddress = (value: Plain): string => {
  const text = wordsOf(value).trim().replaceAll(/\s/g, '');
  return /^https?:\/\/[^\s/]+/i.test(text) && text.length <= 500 ? text : '';
};

export const listOf = (value: Plain): Plain[] =>
  value === null ? [] : Array.isArray(value) ? value : [value];

/** Words of a value; of a list its first, of a table its name. */
export function wordsOf(value: Plain | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return wordsOf(value[0]);
  if (isTable(value)) return wordsOf(value.name ?? value.title ?? value.value ?? null);
  return '';
}

export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** Line breaks and tabs may stay, other control characters not. */
export const manyLines = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .trim();

/** Ends between two words where it can. */
export function shortenedTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
