import { TomlDate } from 'smol-toml';
import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import { fromToml } from './fromToml.ts';
import { fromYaml } from './fromYaml.ts';
import { type Family, OWN_FIELD, type Plain, type PlainTable, type UnreadableManifest } from './manifest.ts';
import { Refusal } from './refusal.ts';

/** A manifest as one table of words, numbers and lists. */
export interface ParsedManifest {
  table: PlainTable;
  family: Family;
  remarks: BringRemark[];
}
type Refused = Pick<UnreadableManifest, 'sentence'>;

/** Bytes of a manifest, at most: a second of parsing on a small machine. */
const MOST_TOML_BYTES = 4_000_000;
/** Values that one may unfold into. */
const MOST_VALUES = 60_000;
const MOST_DEPTH = 12;

const repaired = (at: string, sentence: string): BringRemark => ({ kind: 'repaired', at, sentence });

/** The text of a manifest as a table, and the family that its fields tell of. */
export function parsedManifest(source: Uint8Array | string, fileName: string): ParsedManifest | Refused {
  const remarks: BringRemark[] = [];
  const bytes = typeof source === 'string' ? source.length : source.byteLength;
  if (bytes > MOST_TOML_BYTES) {
    return { sentence: `${fileName} has more than ${MOST_TOML_BYTES / 1_000_000} MB: that is no manifest.` };
  }
  const text = typeof source === 'string' ? withoutMark(source) : decoded(source, fileName, remarks);
  const isToml = looksLikeToml(text);
  if (isToml !== /\.toml$/i.test(fileName)) {
    remarks.push(repaired(fileName, `Its content is ${isToml ? 'TOML' : 'YAML'}, whatever its name says.`));
  }
  const value = isToml ? fromToml(text, fileName, remarks) : fromYaml(text, fileName, remarks);
  if (value instanceof Refusal) return { sentence: value.sentence };
  const plain = plainTable(value, fileName, remarks);
  const table = plain && unfolded(plain);
  if (table === null) return { sentence: `${fileName} names no fields: it is no Open Know-How manifest.` };
  const family = familyOf(table);
  if (family === null) {
    return {
      sentence: `${fileName} has none of the fields of an Open Know-How manifest (title, name, license).`,
    };
  }
  return { table, family, remarks };
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function decoded(bytes: Uint8Array, fileName: string, remarks: BringRemark[]): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return withoutMark(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes));
  try {
    return withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    remarks.push(repaired(fileName, 'It is not UTF-8: read as Latin-1.'));
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The first line that says anything decides: `key = value` and `[table]` are TOML. */
function looksLikeToml(text: string): boolean {
  const first = /^(?!\s*(?:#|$|%|---))\s*(\S.*)$/m.exec(text.slice(0, 200_000))?.[1] ?? '';
  return /^(["']?[\w$.-]+["']?\s*=|\[\[?[\w.-]+\]\]?\s*(#|$))/.test(first);
}

function familyOf(table: PlainTable): Family | null {
  const has = (...keys: string[]) => keys.some((key) => table[key] != null);
  const own = table[OWN_FIELD];
  if (isTable(own) && (own.family === 'okh-v1' || own.family === 'okh-losh')) return own.family;
  if (has('okhv')) return 'okh-losh';
  if (has('okh-manifest-version', 'okh:manifest-version')) return 'okh-v1';
  if (has('title') && !has('function', 'repo')) return 'okh-v1';
  if (has('name') && has('repo', 'function', 'licensor', 'spdx-license')) return 'okh-losh';
  if (has('title', 'project-link', 'documentation-home')) return 'okh-v1';
  if (!has('name') || !has('license')) return null;
  return has('description', 'keywords', 'contact') ? 'okh-v1' : 'okh-losh';
}

/** The earliest LOSH has a table for the module, `[MOSH]`, and one for each of its parts, `[POSH…]`. */
function unfolded(table: PlainTable): PlainTable {
  const { MOSH: module, ...others } = table;
  if (!isTable(module)) return table;
  const parts = Object.entries(others).filter(([key, value]) => /^POSH/i.test(key) && isTable(value));
  const rest = Object.fromEntries(Object.entries(others).filter(([key]) => !/^POSH/i.test(key)));
  return {
    ...rest,
    ...withProduction(module),
    ...(parts.length === 0
      ? {}
      : { part: parts.map(([name, part]) => ({ name, ...(isTable(part) ? withProduction(part) : {}) })) }),
  };
}

function withProduction({ 'production-metadata': production = null, ...table }: PlainTable): PlainTable {
  if (isTable(production)) return { ...table, ...production };
  return production === null ? table : { ...table, 'production-metadata': production };
}

/** Only words, numbers, lists and tables, of bounded depth and number; a circle ends at the depth. */
function plainTable(value: unknown, fileName: string, remarks: BringRemark[]): PlainTable | null {
  const state = { left: MOST_VALUES, cut: false };
  const plain = plainOf(value, MOST_DEPTH, state);
  if (state.cut) {
    remarks.push({
      kind: 'lost',
      at: fileName,
      sentence: 'What was nested too deep, or too much, is left out.',
    });
  }
  return isTable(plain) ? plain : null;
}

export const isTable = (value: Plain | undefined): value is PlainTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function plainOf(value: unknown, depth: number, state: { left: number; cut: boolean }): Plain {
  state.left -= 1;
  if (state.left < 0) {
    state.cut = true;
    return null;
  }
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof TomlDate) return value.toISOString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value !== 'object') return null;
  if (depth === 0) {
    state.cut = true;
    return null;
  }
  if (Array.isArray(value)) {
    return value.slice(0, Math.max(0, state.left)).map((each) => plainOf(each, depth - 1, state));
  }
  const table: PlainTable = {};
  for (const [key, each] of Object.entries(value)) {
    if (state.left <= 0 || key === '__proto__' || key.length > 200) state.cut = true;
    else table[key] = plainOf(each, depth - 1, state);
  }
  return table;
}
