import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import { filePath } from '../../../shared/designs/fileRoles.ts';
import type { BringRemark } from '../../../shared/designs/views.ts';
import { isTable } from './document.ts';
import type { NamedFile, Plain, PlainTable } from './manifest.ts';

/** The fields of a manifest, taken one by one; what nobody takes is kept. */
export class Fields {
  readonly remarks: BringRemark[];
  readonly files = new Map<string, NamedFile>();
  readonly #left = new Map<string, Plain>();
  #slashes = 0;

  constructor(table: PlainTable, remarks: BringRemark[]) {
    this.remarks = remarks;
    for (const [key, value] of Object.entries(table)) {
      if (value !== null && value !== '') this.#left.set(key.trim().replaceAll('_', '-'), value);
    }
  }

  /** The field's value, under any of its names; it is gone from here afterwards. */
  take(...names: string[]): Plain {
    let found: Plain = null;
    for (const name of names) {
      const value = this.#left.get(name);
      if (value === undefined) continue;
      this.#left.delete(name);
      found ??= value;
    }
    return found;
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
    if (this.remarks.length < 300) this.remarks.push({ kind, at, sentence });
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
