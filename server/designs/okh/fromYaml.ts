import { type Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import { indented } from './indenting.ts';
import { Refusal, shortened } from './refusal.ts';

const MOST_CHARACTERS = 1_500_000;
/** Structural signs that it is read with, at most. */
const MOST_SIGNS = 40_000;
const MOST_ALIASES = 100;
/** Lines that are mended, and characters of a text of which any are. */
const MOST_MENDED = 8;
const MOST_MENDED_CHARACTERS = 25_000;
/** Characters of a line that is mended: looking for where its value ends takes their square. */
const MOST_MENDED_LINE = 4000;

/** A text in YAML, or JSON: its first document. What breaks the format is mended line by line, and told. */
export function fromYaml(text: string, fileName: string, remarks: BringRemark[]): unknown {
  if (text.length > MOST_CHARACTERS || signsIn(text) > MOST_SIGNS)
    return new Refusal(`${fileName} is too large for a manifest in YAML.`);
  const body = firstDocument(text, fileName, remarks)
    // `%Open Know-How Manifest 1.0` is no directive that YAML knows.
    .replace(/^%(?!YAML|TAG).*$/m, '')
    .replaceAll(/^[ ]*\t+/gm, (indent) => indent.replaceAll('\t', '  '));
  try {
    const document = mended(indented(body, fileName, remarks), fileName, remarks);
    const [error] = document.errors;
    if (error && !isMap(document.contents)) {
      return new Refusal(`${fileName} is no YAML: ${shortened(error)}.`);
    }
    if (error)
      remarks.push(repaired(fileName, `It is no clean YAML (${shortened(error)}): what could be read, was.`));
    return { ...Object(document.toJS({ maxAliasCount: MOST_ALIASES })), ...saidOtherwise(document) };
  } catch (error) {
    return new Refusal(`${fileName} cannot be read: ${shortened(error)}.`);
  }
}

const repaired = (at: string, sentence: string): BringRemark => ({ kind: 'repaired', at, sentence });

function signsIn(text: string): number {
  let signs = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Line break, comma, colon, brackets and braces.
    if (code === 10 || code === 44 || code === 58 || code === 91 || code === 123) signs += 1;
  }
  return signs;
}

/** A manifest may stand before a page, between two lines of dashes. */
function firstDocument(text: string, fileName: string, remarks: BringRemark[]): string {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => !/^\s*(?:[#%].*|---\s*)?$/.test(line));
  const end = lines.findIndex((line, index) => index > begin && /^(?:---|\.\.\.)\s*$/.test(line));
  if (begin < 0 || end < 0) return text;
  if (lines.slice(end + 1).some((line) => line.trim() !== '')) {
    const sentence = 'What follows after the manifest in this file is left out.';
    remarks.push({ kind: 'lost', at: fileName, sentence });
  }
  return lines.slice(0, end).join('\n');
}

const parsed = (text: string): Document =>
  parseDocument(text, { uniqueKeys: false, logLevel: 'silent', strict: false });

/** `description: A dryer: of wood` and `user: @name` mean words, quoted or not. */
function mended(body: string, fileName: string, remarks: BringRemark[]): Document {
  const lines = body.split('\n');
  let document = parsed(body);
  for (let round = 0; round < MOST_MENDED && body.length <= MOST_MENDED_CHARACTERS; round += 1) {
    const line = document.errors[0]?.linePos?.[0].line;
    if (line === undefined || !quoteLine(lines, line - 1)) return document;
    const next = parsed(lines.join('\n'));
    remarks.push(repaired(`${fileName}:${line}`, 'Its value was not quoted.'));
    document = next;
  }
  return document;
}

/** Quotes the value of a line, with the lines that go on with it. @returns false where there is nothing to quote. */
function quoteLine(lines: string[], at: number): boolean {
  if ((lines[at]?.length ?? 0) > MOST_MENDED_LINE) return false;
  const [, indent = '', key, value] =
    /^(\s*(?:- +)*)([\w-]+:\s+)([^\s"'[{|>&*#].*?|@.*?)(?:\s+#.*)?\s*$/.exec(lines[at] ?? '') ?? [];
  if (key === undefined || value === undefined) return false;
  let words = value;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const isMore = line.search(/\S/) > indent.length && !/^\s*(?:- |[\w-]+:(?:\s|$)|#)/.test(line);
    if (!isMore) break;
    words += ` ${line.trim()}`;
    lines[next] = '';
  }
  lines[at] = `${indent}${key}${JSON.stringify(words)}`;
  return true;
}

/** Fields that are said more than once, each with all that is said; and the version as it was written: `1.10` is no number. */
function saidOtherwise(document: Document): Record<string, unknown> {
  if (!isMap(document.contents)) return {};
  const said = new Map<string, unknown[]>();
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string') continue;
    const plain: unknown =
      key.value === 'version' && isScalar(value) && typeof value.value === 'number' && value.source
        ? value.source
        : isNode(value)
          ? value.toJS(document, { maxAliasCount: MOST_ALIASES })
          : value;
    said.set(key.value, [...(said.get(key.value) ?? []), plain]);
  }
  return Object.fromEntries(
    [...said]
      .filter(([key, values]) => key === 'version' || values.length > 1)
      .map(([key, values]) => [key, values.length > 1 ? values.flat() : values[0]]),
  );
}
