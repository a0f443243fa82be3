import { latin1, referenceIn, Statements, valuesOf, wordsIn } from './statements.ts';

/** The products of a STEP file (ISO 10303-21) and how they are put together. */
export interface ProductTree {
  /** Names by product definition. */
  names: Map<string, string>;
  /** Those that nobody gave a name, and are numbered. */
  nameless: ReadonlySet<string>;
  /** From an assembly to what it holds, with how often; in the order of the file. */
  links: Map<string, Map<string, number>>;
  /** The same links one by one, by the numbers that the file gives them. */
  usages: { id: string; whole: string; part: string; count: number }[];
}

/** What says too much, or nothing that can be read. */
export class StepRefused extends Error {
  override name = 'StepRefused';
}

const MOST_LINKS = 200_000;
/** A usage is the heart of the tree; the others lead to its names. */
const WANTED =
  /^#(\d+)\s*=\s*(PRODUCT|PRODUCT_DEFINITION|PRODUCT_DEFINITION_WITH_ASSOCIATED_DOCUMENTS|PRODUCT_DEFINITION_FORMATION|PRODUCT_DEFINITION_FORMATION_WITH_SPECIFIED_SOURCE|NEXT_ASSEMBLY_USAGE_OCCURRENCE|QUANTIFIED_ASSEMBLY_COMPONENT_USAGE)\s*\(/;
/** The same usages as one record of several types, and how many there are of one part. */
const TOGETHER = /^#(\d+)\s*=\s*\(/;
const USAGE = /\b(?:NEXT_ASSEMBLY_USAGE_OCCURRENCE|QUANTIFIED_ASSEMBLY_COMPONENT_USAGE)\s*\(/;
const COUNT = /^#(\d+)\s*=[\s\S]*\bCOUNT_MEASURE\s*\(\s*(\d+(?:\.\d*)?)/;
const MOST_OF_ONE = 100_000;

/** Gathers the product structure from statements, without keeping the geometry. */
export class Products {
  readonly #products = new Map<string, string>();
  readonly #formations = new Map<string, string>();
  readonly #definitions = new Map<string, string>();
  readonly #usages: Usage[] = [];
  readonly #counts = new Map<string, number>();
  #isFirst = true;

  /** @throws {StepRefused} for what is no STEP file, or has more links than any machine. */
  take(statement: string): void {
    if (this.#isFirst && !/ISO-10303-21/.test(statement))
      throw new StepRefused('It does not begin as a STEP file does.');
    this.#isFirst = false;
    const [head, id = '', type] = WANTED.exec(statement) ?? [];
    if (head === undefined) {
      this.#takeOther(statement);
      return;
    }
    const values = valuesOf(statement.slice(head.length));
    switch (type) {
      case 'PRODUCT':
        this.#products.set(
          id,
          [values[1], values[0]]
            .map((value) => wordsIn(value ?? ''))
            .find((name) => name !== '' && !NAMELESS.test(name)) ?? '',
        );
        break;
      case 'NEXT_ASSEMBLY_USAGE_OCCURRENCE':
      case 'QUANTIFIED_ASSEMBLY_COMPONENT_USAGE':
        this.#use(
          usageFrom(id, values, type === 'NEXT_ASSEMBLY_USAGE_OCCURRENCE' ? '' : referenceIn(values[6])),
        );
        break;
      case 'PRODUCT_DEFINITION':
      case 'PRODUCT_DEFINITION_WITH_ASSOCIATED_DOCUMENTS':
        this.#definitions.set(id, referenceIn(values[2]));
        break;
      default:
        this.#formations.set(id, referenceIn(values[2]));
    }
  }

  tree(): ProductTree {
    const places = new Map(this.#usages.toReversed().map(({ part, place }) => [part, place]));
    const given = (id: string, formation: string) =>
      this.#products.get(this.#formations.get(formation) ?? '') || places.get(id) || '';
    const names = new Map([...this.#definitions].map(([id, formation]) => [id, given(id, formation)]));
    const nameless = new Set([...names].flatMap(([id, name]) => (name === '' ? [id] : [])));
    // Parts are counted before what holds them.
    const unnamed = [...nameless].sort((one, other) => Number(places.has(other)) - Number(places.has(one)));
    for (const [index, id] of unnamed.entries()) names.set(id, `Part ${index + 1}`);
    const links: ProductTree['links'] = new Map();
    const usages: ProductTree['usages'] = [];
    for (const { id, whole, part, measure } of this.#usages) {
      // A link to nowhere tells of nothing.
      if (!names.has(whole) || !names.has(part)) continue;
      const held = links.get(whole) ?? new Map<string, number>();
      const count = Math.min(MOST_OF_ONE, Math.max(1, Math.round(this.#counts.get(measure) ?? 1)));
      held.set(part, (held.get(part) ?? 0) + count);
      links.set(whole, held);
      usages.push({ id, whole, part, count });
    }
    return { names, nameless, links, usages };
  }

  #takeOther(statement: string): void {
    if (TOGETHER.test(statement) && USAGE.test(statement)) this.#use(usageTogether(statement));
    const [, measure, count] = statement.includes('COUNT_MEASURE') ? (COUNT.exec(statement) ?? []) : [];
    if (measure !== undefined && this.#counts.size < MOST_LINKS) this.#counts.set(measure, Number(count));
  }

  #use(usage: Usage): void {
    if (usage.whole === '' || usage.part === '') return;
    this.#usages.push(usage);
    if (this.#usages.length > MOST_LINKS) throw new StepRefused(`It has more than ${MOST_LINKS} links.`);
  }
}

/**
 * Reads the product structure of a file that comes in pieces.
 * @throws {StepRefused}
 */
export async function productTreeOf(content: AsyncIterable<Uint8Array>): Promise<ProductTree> {
  const products = new Products();
  const statements = new Statements();
  for await (const piece of content) {
    for (const statement of statements.of(latin1(piece))) products.take(statement);
  }
  return products.tree();
}

interface Usage {
  id: string;
  whole: string;
  part: string;
  /** What the part is called there, without the number of the place; empty where a program made it up. */
  place: string;
  /** Of what says how many there are; empty: one. */
  measure: string;
}

const usageFrom = (id: string, values: readonly string[], measure: string): Usage => ({
  id,
  whole: referenceIn(values[3]),
  part: referenceIn(values[4]),
  place: placeIn(wordsIn(values[1] ?? '')),
  measure,
});

/** `(ASSEMBLY_COMPONENT_USAGE($)NEXT_ASSEMBLY_USAGE_OCCURRENCE()PRODUCT_DEFINITION_RELATIONSHIP('1','','',#3,#6)…)` */
function usageTogether(statement: string): Usage {
  const relation = /\bPRODUCT_DEFINITION_RELATIONSHIP\s*\(/.exec(statement);
  const values = relation ? valuesOf(statement.slice(relation.index + relation[0].length)) : [];
  const [, id = ''] = TOGETHER.exec(statement) ?? [];
  const [, measure = ''] = /\bQUANTIFIED_ASSEMBLY_COMPONENT_USAGE\s*\(\s*#(\d+)/.exec(statement) ?? [];
  return usageFrom(id, values, measure);
}

const placeIn = (words: string): string =>
  /^(=>|NAUO|\d*$)/i.test(words) ? '' : words.replace(/(?:[:.<_-]\d+>?|\s*\(\d+\))$/, '');

/** What programs write where nobody gave a name. */
const NAMELESS = /^(Open CASCADE STEP translator [\d. ]+|Product|Unnamed|\*|NONE)$/i;
