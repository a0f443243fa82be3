/** The products of a STEP file (ISO 10303-21) and how they are put together. */
export interface ProductTree {
  /** Names by product definition. */
  names: Map<string, string>;
  /** From an assembly to what it holds, with how often; in the order of the file. */
  links: Map<string, Map<string, number>>;
}

/** What says too much, or nothing that can be read. */
export class StepRefused extends Error {
  override name = 'StepRefused';
}

const MOST_STATEMENT_BYTES = 100_000;
const MOST_LINKS = 200_000;
/** A usage is the heart of the tree; the others lead to its names. */
const WANTED =
  /^#(\d+)\s*=\s*(PRODUCT|PRODUCT_DEFINITION|PRODUCT_DEFINITION_WITH_ASSOCIATED_DOCUMENTS|PRODUCT_DEFINITION_FORMATION|PRODUCT_DEFINITION_FORMATION_WITH_SPECIFIED_SOURCE|NEXT_ASSEMBLY_USAGE_OCCURRENCE|QUANTIFIED_ASSEMBLY_COMPONENT_USAGE)\s*\(/;
/** The same usages as one record of several types, and how many there are of one part. */
const TOGETHER = /^#\d+\s*=\s*\(/;
const USAGE = /\b(?:NEXT_ASSEMBLY_USAGE_OCCURRENCE|QUANTIFIED_ASSEMBLY_COMPONENT_USAGE)\s*\(/;
const COUNT = /^#(\d+)\s*=[\s\S]*\bCOUNT_MEASURE\s*\(\s*(\d+(?:\.\d*)?)/;
const MOST_OF_ONE = 100_000;

/**
 * Reads the product structure, statement by statement, without keeping the geometry.
 * @throws {StepRefused} for what is no STEP file, or has more links than any machine.
 */
export async function productTreeOf(content: AsyncIterable<Buffer>): Promise<ProductTree> {
  const products = new Map<string, string>();
  const formations = new Map<string, string>();
  const definitions = new Map<string, string>();
  const usages: Usage[] = [];
  const counts = new Map<string, number>();
  const use = (usage: Usage) => {
    if (usage.whole === '' || usage.part === '') return;
    usages.push(usage);
    if (usages.length > MOST_LINKS) throw new StepRefused(`It has more than ${MOST_LINKS} links.`);
  };
  let isFirst = true;
  for await (const statement of statementsOf(content)) {
    if (isFirst && !/ISO-10303-21/.test(statement))
      throw new StepRefused('It does not begin as a STEP file does.');
    isFirst = false;
    const [head, id = '', type] = WANTED.exec(statement) ?? [];
    if (head === undefined) {
      if (TOGETHER.test(statement) && USAGE.test(statement)) use(usageTogether(statement));
      const [, measure, count] = statement.includes('COUNT_MEASURE') ? (COUNT.exec(statement) ?? []) : [];
      if (measure !== undefined && counts.size < MOST_LINKS) counts.set(measure, Number(count));
      continue;
    }
    const values = valuesOf(statement.slice(head.length));
    switch (type) {
      case 'PRODUCT':
        products.set(
          id,
          [values[1], values[0]]
            .map((value) => wordsIn(value ?? ''))
            .find((name) => name !== '' && !NAMELESS.test(name)) ?? '',
        );
        break;
      case 'NEXT_ASSEMBLY_USAGE_OCCURRENCE':
      case 'QUANTIFIED_ASSEMBLY_COMPONENT_USAGE':
        use(usageFrom(values, type === 'NEXT_ASSEMBLY_USAGE_OCCURRENCE' ? '' : referenceIn(values[6])));
        break;
      case 'PRODUCT_DEFINITION':
      case 'PRODUCT_DEFINITION_WITH_ASSOCIATED_DOCUMENTS':
        definitions.set(id, referenceIn(values[2]));
        break;
      default:
        formations.set(id, referenceIn(values[2]));
    }
  }
  const places = new Map(usages.toReversed().map(({ part, place }) => [part, place]));
  const names = new Map(
    [...definitions].map(([id, formation]) => [
      id,
      products.get(formations.get(formation) ?? '') || places.get(id) || `Part ${id}`,
    ]),
  );
  const links: ProductTree['links'] = new Map();
  for (const { whole, part, measure } of usages) {
    // A link to nowhere tells of nothing.
    if (!names.has(whole) || !names.has(part)) continue;
    const held = links.get(whole) ?? new Map<string, number>();
    const count = Math.min(MOST_OF_ONE, Math.max(1, Math.round(counts.get(measure) ?? 1)));
    held.set(part, (held.get(part) ?? 0) + count);
    links.set(whole, held);
  }
  return { names, links };
}

interface Usage {
  whole: string;
  part: string;
  /** What the part is called there, without the number of the place; empty where a program made it up. */
  place: string;
  /** Of what says how many there are; empty: one. */
  measure: string;
}

const usageFrom = (values: readonly string[], measure: string): Usage => ({
  whole: referenceIn(values[3]),
  part: referenceIn(values[4]),
  place: placeIn(wordsIn(values[1] ?? '')),
  measure,
});

/** `(ASSEMBLY_COMPONENT_USAGE($)NEXT_ASSEMBLY_USAGE_OCCURRENCE()PRODUCT_DEFINITION_RELATIONSHIP('1','','',#3,#6)…)` */
function usageTogether(statement: string): Usage {
  const relation = /\bPRODUCT_DEFINITION_RELATIONSHIP\s*\(/.exec(statement);
  const values = relation ? valuesOf(statement.slice(relation.index + relation[0].length)) : [];
  return usageFrom(values, /\bQUANTIFIED_ASSEMBLY_COMPONENT_USAGE\s*\(\s*#(\d+)/.exec(statement)?.[1] ?? '');
}

const placeIn = (words: string): string =>
  /^(=>|NAUO|\d*$)/i.test(words) ? '' : words.replace(/(?:[:.<_-]\d+>?|\s*\(\d+\))$/, '');

/** What programs write where nobody gave a name. */
const NAMELESS = /^(Open CASCADE STEP translator [\d. ]+|Product|Unnamed|\*|NONE)$/i;

/** Blanks and comments before a statement. */
const BEFORE = /^(?:\s+|\/\*[\s\S]*?\*\/)+/;

/** Statements up to their semicolon, strings and comments minded. One that is too long for a product is passed over. */
async function* statementsOf(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  let passing = false;
  for await (const chunk of content) {
    // Each byte is a character: escapes of the format itself spell all others.
    const text = rest + chunk.toString('latin1');
    const ends = new Ends(text);
    let from = 0;
    for (let end = ends.after(from); end !== null; end = ends.after(from)) {
      if (!passing) yield text.slice(from, end).replace(BEFORE, '');
      passing = false;
      from = end + 1;
    }
    rest = text.slice(from);
    if (rest.length > MOST_STATEMENT_BYTES) {
      // Whether a string is open must be known at the next piece: a quote at its beginning says so.
      rest = isInString(rest) ? "'" : '';
      passing = true;
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
function valuesOf(text: string): string[] {
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

const referenceIn = (value = ''): string => /^#(\d+)$/.exec(value)?.[1] ?? '';

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
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.toString('latin1') !== text) return text.trim();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return text.trim();
  }
}
