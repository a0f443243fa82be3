import type { QuantityUnit } from './units.ts';

/** A unit as people write it: ours, and how many of ours one of it is (1 cm is 10 mm). */
export interface WrittenUnit {
  unit: QuantityUnit;
  times: number;
}

/** What somebody wrote as a quantity. */
export interface ReadQuantity {
  /** In `unit`, positive or 0. */
  quantity: number;
  /** Null where none was written. */
  unit: QuantityUnit | null;
  /** As it was written, where that says more than the number: `2 1/2`; else empty. */
  written: string;
}

const WORDS: Record<QuantityUnit, string> = {
  piece:
    'piece pieces pc pcs pce ea each stk st stuck stueck unit units no nos count x pieza piezas unidad unidades ud uds und pza pzas u un unite unites peca pecas pezzo pezzi szt adet',
  pair: 'pair pairs pr prs par pares paar paare paire paires',
  set: 'set sets kit kits juego juegos satz jeu jeux lot conjunto conjuntos',
  mm: 'mm millimetre millimetres millimeter millimeters milimetro milimetros',
  m: 'm mt mtr metre metres meter meters metro metros',
  in: "in inch inches \" '' ” ″ pulgada pulgadas pulg",
  ft: "ft foot feet ' ’ ′ pie pies",
  m2: 'm2 m² sqm',
  kg: 'kg kgs kilo kilos kilogram kilograms kilogramo kilogramos',
  g: 'g gr gram grams gramo gramos',
  lb: 'lb lbs pound pounds libra libras',
  l: 'l lt ltr litre litres liter liters litro litros',
  ml: 'ml millilitre millilitres milliliter milliliters mililitro mililitros',
  gal: 'gal gals gallon gallons galon galones',
  h: 'h hr hrs hour hours hora horas',
};

const SQUARE_METRES_OF_SQUARE_FOOT = 0.09290304;
const GRAMS_OF_OUNCE = 28.349523125;
const OTHERS: readonly [words: string, unit: QuantityUnit, times: number][] = [
  ['cm centimetre centimetres centimeter centimeters centimetro centimetros', 'mm', 10],
  ['yd yard yards', 'ft', 3],
  ['ft2 ft² sqft', 'm2', SQUARE_METRES_OF_SQUARE_FOOT],
  ['cm2 cm²', 'm2', 0.0001],
  ['oz ounce ounces onza onzas', 'g', GRAMS_OF_OUNCE],
  ['mg', 'g', 0.001],
  ['t tonne tonnes tonelada toneladas', 'kg', 1000],
  ['cl', 'ml', 10],
  ['min minute minutes minuto minutos', 'h', 1 / 60],
  ['dozen dozens dz docena docenas', 'piece', 12],
];

const UNIT_OF_WORD = new Map<string, WrittenUnit>(
  [
    ...Object.entries(WORDS).map(([unit, words]) => [words, unit as QuantityUnit, 1] as const),
    ...OTHERS,
  ].flatMap(([words, unit, times]) => words.split(' ').map((word) => [word, { unit, times }] as const)),
);

/** The unit that a word names, in English or Spanish, with or without a full stop; null for none. */
export function unitFrom(word: string): WrittenUnit | null {
  const plain = word.trim().toLowerCase().normalize('NFC').replace(/\.$/, '');
  return (
    UNIT_OF_WORD.get(plain) ?? UNIT_OF_WORD.get(plain.normalize('NFD').replaceAll(/\p{Mn}/gu, '')) ?? null
  );
}

const VULGAR: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅙': '1/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

/** `2 1/2`, `1-1/2`, `3/16`: whole, numerator, denominator. */
const FRACTION = /^(?:(\d{1,9})(?:\s+|\s*-\s*))?(\d{1,9})\s*[/⁄]\s*(\d{1,9})(?![\d.,])/;
const DECIMAL =
  /^(?:\d{1,3}(?:['’\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,]*\d|[.,]?\d+)(?:e[+-]?\d{1,3}(?!\w))?/i;

/**
 * Reads a quantity with or without its unit: `2 1/2`, `3/16 in`, `1,5 m`, `5' 3 1/2"`, `4x`; null for anything else.
 * @param decimalComma whether `1,234` is one and a bit rather than a thousand; both other ways are told by themselves.
 */
export function readQuantity(text: string, decimalComma = false): ReadQuantity | null {
  let rest = text
    .slice(0, 200)
    .trim()
    .replace(/^(?:~|≈|ca\.?\s|approx\.?\s|x\s*(?=\d)|×\s*(?=\d))\s*/i, '')
    .replaceAll(/\s*([½⅓⅔¼¾⅕⅙⅛⅜⅝⅞])/g, (_, one: string) => ` ${VULGAR[one] ?? ''}`)
    .trim();
  const first = numberAt(rest, decimalComma);
  if (first === null) return null;
  rest = rest.slice(first.length).trim().replace(/^×$/, 'x');
  const written = first.isFraction ? first.text : '';
  if (rest === '') return { quantity: first.value, unit: null, written };
  const feet = /^(?:'|’|′|ft\.?|feet|foot)[\s-]*(?=\d)/i.exec(rest);
  if (feet) {
    const inches = readQuantity(rest.slice(feet[0].length), decimalComma);
    if (inches === null || (inches.unit !== 'in' && inches.unit !== null)) return null;
    return { quantity: first.value * 12 + inches.quantity, unit: 'in', written: short(text) };
  }
  const unit = unitFrom(rest.replace(/^-\s*/, ''));
  return (
    unit && {
      quantity: rounded(first.value * unit.times),
      unit: unit.unit,
      written: unit.times === 1 ? written : '',
    }
  );
}

interface NumberAt {
  value: number;
  length: number;
  text: string;
  isFraction: boolean;
}

function numberAt(text: string, decimalComma: boolean): NumberAt | null {
  const fraction = FRACTION.exec(text);
  if (fraction) {
    const [all, whole = '0', numerator, denominator] = fraction;
    const value = Number(whole) + Number(numerator) / Number(denominator);
    if (!Number.isFinite(value)) return null;
    return { value, length: all.length, text: short(all), isFraction: true };
  }
  const [all] = DECIMAL.exec(text) ?? [];
  if (all === undefined) return null;
  const value = decimalFrom(all, decimalComma);
  return value === null ? null : { value, length: all.length, text: all, isFraction: false };
}

/**
 * A number as people of different countries write it: `1,5`, `1.234,5`, `1,234.5`, `1 234`; null for what is none.
 * @param decimalComma what `1,234` and `1.234` mean where nothing else tells.
 */
export function decimalFrom(text: string, decimalComma = false): number | null {
  const bare = text.replaceAll(/['’\u00a0\u202f ]/g, '');
  if (!/^[\d.,]*\d[\d.,]*(?:e[+-]?\d{1,3})?$/i.test(bare)) return null;
  const [comma, dot] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  let plain = bare;
  if (comma >= 0 && dot >= 0) {
    plain = comma > dot ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  } else if (comma >= 0) {
    const thousands = /^[1-9]\d{0,2}(,\d{3})+$/.test(bare) && (!decimalComma || bare.split(',').length > 2);
    plain = thousands ? bare.replaceAll(',', '') : bare.replace(',', '.');
  } else if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(bare) && (bare.split('.').length > 2 || decimalComma)) {
    plain = bare.replaceAll('.', '');
  }
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

const short = (text: string): string => text.trim().slice(0, 40);

/** Without the crumbs that binary fractions leave: 12 significant digits. */
const rounded = (value: number): number => Number(value.toPrecision(12));
