import { unitFrom } from '../../../shared/designs/quantities.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import { folded } from '../../imports/readTable.ts';

/** What a column of a parts list may be; each with headings, folded, in English and Spanish, likeliest first. */
export const PART_COLUMNS = {
  part: 'part|name|part name|component|component name|bezeichnung|pieza|parte|nombre|componente|description|descripcion|title|article|articulo|item name|benennung|teil|item',
  quantity:
    'quantity|qty|qty.|quantity per unit|qty per unit|amount|count|pcs|pieces|no of|how many|quant|cantidad|cant|cant.|menge|anzahl|stk|#',
  unit: 'unit|units|uom|unit of measure|unidad|unidades|einheit',
  level: 'level|indent|depth|bom level|nivel|ebene',
  number:
    'number|no|no.|nr|nr.|item|item no|item number|pos|pos.|position|index|find number|num|numero|#|id no',
  parent:
    'parent|assembly|sub assembly|subassembly|parent id|goes into|conjunto|subconjunto|padre|parte de|part of|section|group',
  specification:
    'specification|spec|specs|part number|part no|part #|p/n|pn|mpn|sku|ref|reference|referencia|standard|norm|size|dimensions|especificacion|description|descripcion|details|type|model',
  material: 'material|materials|raw material|werkstoff|material type|stock material',
  source: 'source|make or buy|make/buy|origin|procurement|origen',
  tracked: 'tracked|serialised|serialized|seguido',
  design: 'design|design id|diseno',
  revision: 'revision|design revision|rev',
  stock: 'stock|cut from|profile|bar|perfil',
  length: 'length|cut length|longitud|largo|lange',
  kerf: 'kerf|blade|corte',
  alternatives: 'alternatives|alternative|alternativas|substitute',
  mass: 'mass|weight|unit mass|unit weight|mass each|weight each|masa|peso|gewicht|masa unitaria|peso unitario',
  price:
    'price|unit price|unit cost|cost|cost each|price each|price per unit|cost per unit|precio|precio unitario|coste|costo|preis|einzelpreis|costo unitario',
  currency: 'currency|moneda|divisa',
  priceOn: 'price date|price of|priced on|fecha del precio|fecha precio',
  supplier: 'supplier|vendor|shop|manufacturer|store|seller|proveedor|lieferant|fabricante|distributor',
  machines: 'machines|machine|made with|maquinas|maquina',
  files: 'files|file|archivos|archivo|cad file|drawing',
  link: 'link|url|links|supplier link|web|website|enlace|buy link|where to buy|purchase link',
  note: 'note|notes|remark|remarks|comment|comments|nota|notas|bemerkung|comentario|comentarios|observaciones',
  written: 'written|as written',
  id: 'id|line id',
} as const;
export type PartColumn = keyof typeof PART_COLUMNS;
export const partColumns = Object.keys(PART_COLUMNS).filter(
  (name): name is PartColumn => name in PART_COLUMNS,
);

export const isPartColumn = (name: string): name is PartColumn => Object.hasOwn(PART_COLUMNS, name);

/** A column of a table, as it was understood. */
export interface ReadColumn {
  heading: string;
  means: PartColumn | null;
  /** What its heading says of its numbers: `Length (in)`, `Price [EUR]`. */
  unit: { unit: QuantityUnit; times: number } | null;
  currency: string | null;
}

const HEADINGS = new Map<string, PartColumn[]>();
for (const column of partColumns) {
  for (const heading of PART_COLUMNS[column].split('|')) {
    HEADINGS.set(heading, [...(HEADINGS.get(heading) ?? []), column]);
  }
}

/** What is found by a heading that says more than one thing is decided by rank: `description` is a name where no other is. */
const rankOf = (column: PartColumn, heading: string): number =>
  PART_COLUMNS[column].split('|').indexOf(heading);

/** `Length (in)`, `Weight [kg]`, `Price, EUR`: the word and what stands behind it. */
function partedHeading(heading: string): { words: string; behind: string } {
  const [, words = heading, behind = ''] = /^(.*?)[\s,]*[([](.{1,20}?)[)\]]\s*$/.exec(heading) ?? [];
  return { words: folded(words.trim() || behind), behind: words.trim() ? behind.trim() : '' };
}

const candidatesOf = (heading: string): { columns: PartColumn[]; words: string } => {
  const { words } = partedHeading(heading);
  const known = HEADINGS.get(folded(heading)) ?? HEADINGS.get(words);
  if (known) return { columns: known, words: HEADINGS.has(folded(heading)) ? folded(heading) : words };
  // `Weight kg`, `Price EUR`: the last word may be the unit.
  const [, first = '', last = ''] = /^(.+) (\S+)$/.exec(words) ?? [];
  const columns = unitFrom(last) || currencyIn(last) ? (HEADINGS.get(first) ?? []) : [];
  return { columns, words: first };
};

/** How many of the cells are headings that are known. */
export const knownHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => cell !== '' && candidatesOf(cell).columns.length > 0).length;

/**
 * What the columns of a table are: as the caller says, else guessed by their headings; each meaning once.
 * @param said by heading; null: leave it out.
 */
export function columnsOf(
  headings: readonly string[],
  said: Readonly<Record<string, string | null>> = {},
): ReadColumn[] {
  const means = new Map<number, PartColumn | null>();
  const taken = new Set<PartColumn>();
  headings.forEach((heading, index) => {
    if (!Object.hasOwn(said, heading)) return;
    const column = said[heading] ?? null;
    const isNew = column !== null && isPartColumn(column) && !taken.has(column);
    means.set(index, isNew ? column : null);
    if (isNew) taken.add(column);
  });
  const guesses = headings.flatMap((heading, index) => {
    if (means.has(index)) return [];
    const { columns, words } = candidatesOf(heading);
    return columns.map((column) => ({ index, column, rank: rankOf(column, words) }));
  });
  guesses.sort((one, other) => one.rank - other.rank || one.index - other.index);
  // A name first: without one there is no list, and several headings may have to serve as one.
  for (const { index, column } of [...guesses.filter((guess) => guess.column === 'part'), ...guesses]) {
    if (means.has(index) || taken.has(column)) continue;
    means.set(index, column);
    taken.add(column);
  }
  return headings.map((heading, index) => {
    const { words, behind } = partedHeading(heading);
    const mark = behind || (/ (\S+)$/.exec(words)?.[1] ?? '');
    return { heading, means: means.get(index) ?? null, unit: unitFrom(mark), currency: currencyIn(mark) };
  });
}

const SIGNS: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', us$: 'USD' };

/** The currency that a text names: `12.50 USD`, `€ 3`; null for none. */
export function currencyIn(text: string): string | null {
  const sign = /us\$|[€$£¥]/i.exec(text)?.[0];
  if (sign !== undefined) return SIGNS[sign.toLowerCase()] ?? null;
  const code =
    /(?<![A-Za-z])(EUR|USD|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|MXN|ARS|CLP|COP|PEN|BRL|UYU|INR|CNY|KRW|ZAR|KES|NGN|TRY)(?![A-Za-z])/i.exec(
      text,
    )?.[0];
  return code?.toUpperCase() ?? null;
}

const MACHINES: readonly [pattern: RegExp, kind: MachineKind][] = [
  [/laser/, 'laser'],
  [/torch|plasma/, 'torchTable'],
  [/drill|taladro/, 'drillPress'],
  [/lathe|torno/, 'lathe'],
  [/router/, 'cncRouter'],
  [/mill|fresa/, 'mill'],
  [/3d|print|impresora/, 'printer3d'],
  [/weld|sold/, 'welder'],
  [/saw|sierra/, 'saw'],
  [/press|prensa/, 'press'],
  [/forge|forja/, 'forge'],
  [/kiln|horno/, 'kiln'],
  [/sew|coser/, 'sewingMachine'],
];

/** The kind of machine that a word names. */
export const machineFrom = (word: string): MachineKind | null =>
  MACHINES.find(([pattern]) => pattern.test(folded(word)))?.[1] ?? null;
