import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { BringRemark } from '../../../shared/designs/views.ts';
import { type Family, OWN_FIELD, type Plain, type PlainTable, type UnreadableManifest } from './manifest.ts';

/** A manifest as one table of words, numbers and lists. */
export interface ParsedManifest {
  table: PlainTable;
  family: Family;
  remarks: BringRemark[];
}
type Refused = Pick<UnreadableManifest, 'sentence'>;

/** Told apart from a manifest that has a field of that name. */
class Refusal {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** Bytes of a manifest, at most: a second of parsing on a small machine. */
const MOST_TOML_BYTES = 4_000_000;
const MOST_YAML_BYTES = 1_500_000;
/** Structural signs that YAML is read with, and values that one may unfold into. */
const MOST_YAML_SIGNS = 40_000;
const MOST_TOML_LINES = 50_000;
const MOST_VALUES = 60_000;
const MOST_DEPTH = 12;
const MOST_ALIASES = 100;

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
  const table = plainTable(value, fileName, remarks);
  if (table === null) return { sentence: `${fileName} names no fields: it is no Open Know-How manifest.` };
  const family = familyOf(table);
  if (family === null) {
    return {
      sentence: `${fileName} has none of the fields of an Open Know-How manifest (title, name, license).`,
    };
  }
  return { table, family, remarks };
}

function occurrences(text: string, code: number): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) === code) count += 1;
  return count;
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
  if (has('title') && !has('function', 'repo')) return 'okh-v1';
  if (has('name') && has('repo', 'function', 'license', 'licensor')) return 'okh-losh';
  return has('title', 'project-link', 'documentation-home') ? 'okh-v1' : null;
}

function fromToml(text: string, fileName: string, remarks: BringRemark[]): unknown {
  if (occurrences(text, 10) > MOST_TOML_LINES) {
    return new Refusal(`${fileName} has more than ${MOST_TOML_LINES} lines: that is no manifest.`);
  }
  // What is not quoted where it must be (a date, a version of three numbers) is, line by line.
  const lines = text.split('\n');
  for (let round = 0; round < 20; round += 1) {
    try {
      const table = parseToml(lines.join('\n'), {
        integersAsBigInt: 'asNeeded',
        useLegacyDate: true,
        unsafeKeyBehaviour: 'drop',
        maxDepth: MOST_DEPTH * 2,
      });
      // `version = 1.10` is a number to TOML, and 1.1.
      const version = /^version\s*=\s*(\d+\.\d+)\s*(?:#.*)?$/m.exec(text)?.[1];
      return version === undefined ? table : { ...table, version };
    } catch (error) {
      if (!(error instanceof TomlError))
        return new Refusal(`${fileName} cannot be read: ${shortened(error)}.`);
      const at = error.line - 1;
      const line = lines[at] ?? '';
      if (text.length > 200_000 || !/^\s*[\w-]+\s*=/.test(line)) {
        return new Refusal(`Line ${error.line} of ${fileName} is no TOML: ${shortened(error)}.`);
      }
      const mended = quoted(line);
      lines[at] = mended ?? `# ${line}`;
      const where = `${fileName}:${error.line}`;
      if (mended !== null) remarks.push(repaired(where, 'Its value was not quoted.'));
      else remarks.push({ kind: 'lost', at: where, sentence: `This line is left out: ${shortened(error)}.` });
    }
  }
  return new Refusal(`${fileName} has too many lines that are no TOML.`);
}

function quoted(line: string): string | null {
  const [, key, value] = /^(\s*[\w-]+\s*=\s*)([^"'[{#\s][^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
  return key === undefined || value === undefined ? null : `${key}${JSON.stringify(value)}`;
}

const shortened = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]
    ?.replace(/[.:]\s*$/, '')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 160) ?? '';

function fromYaml(text: string, fileName: string, remarks: BringRemark[]): unknown {
  const tooMuch = new Refusal(`${fileName} is too large for a manifest in YAML.`);
  if (text.length > MOST_YAML_BYTES) return tooMuch;
  let signs = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Line break, comma, colon, brackets and braces.
    if (code === 10 || code === 44 || code === 58 || code === 91 || code === 123) signs += 1;
  }
  if (signs > MOST_YAML_SIGNS) return tooMuch;
  const body = text
    // `%Open Know-How Manifest 1.0` is no directive that YAML knows.
    .replace(/^%(?!YAML|TAG).*$/m, '')
    .replaceAll(/^[ ]*\t+/gm, (indent) => indent.replaceAll('\t', '  '));
  try {
    const document = parseDocument(body, { uniqueKeys: false, logLevel: 'silent', strict: false });
    const [error] = document.errors;
    if (error && !isMap(document.contents)) {
      return new Refusal(`${fileName} is no YAML: ${shortened(error)}.`);
    }
    if (error)
      remarks.push(repaired(fileName, `It is no clean YAML (${shortened(error)}): what could be read, was.`));
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    const version = isMap(document.contents) ? document.contents.get('version', true) : null;
    const isNumber = isScalar(version) && typeof version.value === 'number';
    if (!isNumber || typeof version.source !== 'string') return value;
    return { ...Object(value), version: version.source };
  } catch (error) {
    return new Refusal(`${fileName} cannot be read: ${shortened(error)}.`);
  }
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
