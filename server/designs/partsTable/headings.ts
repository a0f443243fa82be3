import { unitFrom } from '../../../shared/designs/quantities.ts';
import { folded } from '../../imports/readTable.ts';
import { currencyIn, isCurrency } from './currencies.ts';

/** What a column of a parts list may be; each with headings, folded, in several languages, likeliest first. */
export const PART_COLUMNS = {
  part: 'part|name|part name|item name|component|component name|componente|bezeichnung|benennung|bauteil|teil|designation|denomination|pieza|parte|nombre|denominacion|denominazione|componenti|komponente|komponent|nome|nom|nazwa|onderdeel|parca|物料名称|名称|品名|description|descripcion|descricao|descrizione|beschreibung|title|article|articulo|artikel|item',
  quantity:
    'quantity|qty|qnty|quantity per unit|qty per unit|amount|count|pcs|pieces|no of|how many|quant|quan|cantidad|cant|quantite|qte|quantidade|qtd|qtde|quantita|menge|anzahl|stuckzahl|stk|aantal|ilosc|adet|用量|数量|#',
  unit: 'unit|units|uom|um|u m|unit of measure|unidad|unidades|einheit|me|unite|unidade|eenheid|jednostka|birim|单位',
  level: 'level|indent|depth|bom level|nivel|ebene|niveau|stufe',
  number:
    'number|no|nr|item|item no|item number|item #|pos|position|index|find number|num|numero|#|id no|id|repere|lp|sl no|s no|sr no|序号',
  parent:
    'parent|assembly|sub assembly|subassembly|parent id|goes into|conjunto|subconjunto|padre|parte de|part of|section|group|subsystem|sub system|baugruppe|sous ensemble|module',
  specification:
    'specification|spec|specs|part number|part no|part #|p/n|pn|mpn|sku|manufacturer part number|ref|reference|referencia|standard|norm|size|dimensions|especificacion|especificacao|specific part|preferred part|details|model|type|物料规格|规格',
  manufacturer:
    'manufacturer|mfr|mfg|mf|maker|brand|manufacturer name|hersteller|fabricante|fabricant|marca|marke',
  designators:
    'designator|designators|refdes|ref des|reference designator|reference designators|references|ref(s)|reference(s)',
  material:
    'material|materials|raw material|werkstoff|material type|stock material|matiere|materiale|materiaal',
  source: 'source|make or buy|make/buy|origin|procurement|origen',
  tracked: 'tracked|serialised|serialized|seguido',
  design: 'design|design id|diseno',
  revision: 'revision|design revision|rev',
  stock: 'stock|cut from|profile|bar|perfil',
  length: 'length|cut length|longitud|largo|lange|laenge|longueur|comprimento|lunghezza|lengte',
  kerf: 'kerf|blade|corte',
  alternatives:
    'alternatives|alternative|alternativas|substitute|substitutes|alternate|alternate part|alternative part|alternativen',
  mass: 'mass|weight|unit mass|unit weight|mass each|weight each|masa|peso|gewicht|masa unitaria|peso unitario|masse|poids|massa',
  price:
    'unit price|unit cost|price each|cost each|price ea|cost ea|each price|price per unit|cost per unit|price|cost|precio|precio unitario|precio unit|coste|costo|preis|einzelpreis|stuckpreis|prix|prix unitaire|preco|preco unitario|prezzo|prijs|costo unitario|coste unitario|cena|cena jednostkowa|单价',
  total:
    'total|total price|total cost|line price|line total|line cost|ext price|extended price|extended cost|ext cost|ext|subtotal|sum|importe|precio total|costo total|coste total|gesamtpreis|gesamt|summe|prix total|montant|cena totalna|总价',
  currency: 'currency|moneda|divisa|wahrung|devise|moeda',
  priceOn: 'price date|price of|priced on|fecha del precio|fecha precio',
  supplier:
    'supplier|vendor|shop|store|seller|distributor|proveedor|lieferant|fournisseur|fornecedor|fornitore|leverancier|dostawca|supplier and ref|bezugsquelle',
  machines: 'machines|machine|made with|maquinas|maquina',
  files: 'files|file|archivos|archivo|cad file|drawing',
  link: 'link|url|links|supplier link|web|website|enlace|buy link|where to buy|purchase link|lien|hyperlink',
  note: 'note|notes|remark|remarks|comment|comments|nota|notas|bemerkung|bemerkungen|anmerkung|kommentar|comentario|comentarios|observaciones|observacoes|remarques|remarque|commentaire|uwagi|opmerking|not|备注',
  written: 'written|as written',
  id: 'id|line id',
} as const;
export type PartColumn = keyof typeof PART_COLUMNS;
export const partColumns = Object.keys(PART_COLUMNS).filter(
  (name): name is PartColumn => name in PART_COLUMNS,
);

export const isPartColumn = (name: string): name is PartColumn => Object.hasOwn(PART_COLUMNS, name);

/** What headings that are longer than the known ones speak of. The first that fits decides; null: of no column here. */
const SPOKEN_OF: readonly [pattern: RegExp, column: PartColumn | null][] = [
  [
    /\b(running|price ?break|stock level|in stock|on hand|available|datasheet|image|photo|lead ?time)\b/,
    null,
  ],
  [/\bpart description\b/, 'part'],
  [/^(source|link|shop|supplier|vendor) ?\d$/, 'link'],
  [
    /\b(supplier|vendor|distributor|digi ?key|mouser|lcsc|farnell|newark|arrow|rs) ?(part|p\/?n|#|no|sku|ref|code|order)/,
    'specification',
  ],
  [
    /\b(mfg|mfr|mpn|manufacturer|hersteller|fabricante)\b.*\b(part|p\/?n|no|nr|number|ref|code)\b|\bmpn\b/,
    'specification',
  ],
  [/\b(qty|qnty|quantity|quantite|quantidade|cantidad|menge|anzahl|ilosc)\b|^qt[ey]/, 'quantity'],
  [
    /\b(total|extended|ext|line|sum|gesamt\w*|summe|importe|totalna)\b.*\b(price|cost|preis|kosten|precio|coste?|costo|prix|cena)?\b|^gesamt/,
    'total',
  ],
  [
    /\b(price|cost|preis|precio|coste|costo|prix|preco|prezzo|prijs|cena|einzelpreis|stuckpreis|stueckpreis)\b/,
    'price',
  ],
  [/\b(url|links?|website|hyperlink|lien|enlace)\b/, 'link'],
  [
    /\b(supplier|vendor|distributor|retailer|seller|lieferant|proveedor|fournisseur|dostawca|fornecedor)\b/,
    'supplier',
  ],
  [
    /\b(part|article|order|product|model|item|artikel|teile) ?(number|no|nr|#|code|or sku)\b|\b(sku|asin|ipn)\b|^artikelnummer|^teilenummer/,
    'specification',
  ],
  [
    /\b(spec|specs|specification|specifications|footprint|package|rating|dimensions?|abmessung\w*|medidas|ozellik|parametry|footprints|technische daten)\b/,
    'specification',
  ],
  [
    /\b(part|component|item|product|material|bauteil|teile|pieza|piece) ?(name|title|bezeichnung|description)$|^(bauteil|teil|teile|artikel)(name|bezeichnung|benennung)$/,
    'part',
  ],
  [/^(name|description) of\b|\b(component|part) description\b/, 'part'],
  [/\b(weight|mass|gewicht|masse|peso|poids)\b/, 'mass'],
  [/\b(notes?|remarks?|comments?|bemerkung\w*|observacion\w*)\b/, 'note'],
  [/\b(manufacturer|hersteller|fabricante|fabricant)\b/, 'manufacturer'],
];

const HEADINGS = new Map<string, PartColumn[]>();
for (const column of partColumns) {
  for (const heading of PART_COLUMNS[column].split('|')) {
    HEADINGS.set(heading, [...(HEADINGS.get(heading) ?? []), column]);
  }
}

/** Without what people put around it: quotation marks, full stops, colons, stars. */
export const plain = (heading: string): string =>
  folded(
    heading
      .replaceAll(/["'*:?!`]/g, ' ')
      .replaceAll(/\.(?=\s|$)/g, ' ')
      .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, ' '),
  );

/** `Length (in)`, `Weight [kg]`, `Price, EUR`: the word and what stands behind it. */
export function partedHeading(heading: string): { words: string; behind: string } {
  const [, words = heading, behind = ''] = /^(.*?)[\s,]*[([](.{1,20}?)[)\]]\s*$/.exec(heading) ?? [];
  return { words: plain(words.trim() || behind), behind: words.trim() ? behind.trim() : '' };
}

/** A column that a heading may mean; of the lowest rank where it is likeliest. */
export interface Candidate {
  column: PartColumn;
  rank: number;
}

const exactly = (words: string): Candidate[] =>
  (HEADINGS.get(words) ?? []).map((column) => ({
    column,
    rank: PART_COLUMNS[column].split('|').indexOf(words),
  }));
/** Behind all that is known word by word. */
const SPOKEN_RANK = 100;

/** What a heading may mean, in the order of likelihood; none where it is not known. */
export function candidatesOf(heading: string): Candidate[] {
  const { words } = partedHeading(heading);
  const whole = plain(heading);
  if (words === '') return [];
  for (const text of [whole, words, words.replace(/ (required|needed|used)$/, '')]) {
    const known = exactly(text);
    if (known.length > 0) return known;
  }
  if (isCurrency(words)) return [{ column: 'price', rank: SPOKEN_RANK }];
  // `Weight kg`, `Price in EUR`, `USD_Total`: a word at an end may be the unit.
  const [, first = '', last = ''] = /^(.+?)(?: in| per)? (\S+)$/.exec(words) ?? [];
  if (unitFrom(last) || currencyIn(last)) {
    const known = exactly(first);
    if (known.length > 0) return known.map(({ column, rank }) => ({ column, rank: rank + 30 }));
  }
  const [front = ''] = words.split(/[/|]/);
  const known = front === words ? [] : exactly(front.trim());
  if (known.length > 0) return known.map(({ column, rank }) => ({ column, rank: rank + SPOKEN_RANK }));
  if (words.length > 60) return [];
  const spoken = SPOKEN_OF.find(([pattern]) => pattern.test(words));
  return spoken?.[1] ? [{ column: spoken[1], rank: SPOKEN_RANK + SPOKEN_OF.indexOf(spoken) }] : [];
}

/** How many of the cells are headings that are known. */
export const knownHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => cell !== '' && cell.length <= 60 && candidatesOf(cell).length > 0).length;
