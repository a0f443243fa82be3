import { isTable } from './document.ts';
import { listOf, wordsOf } from './fields.ts';
import type { Plain, PlainTable } from './manifest.ts';

/** Millimetres. */
export interface OuterDimensions {
  width: number;
  depth: number;
  height: number;
}

const IN_MILLIMETRES: Record<string, number> = { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, '"': 25.4 };
const IN_GRAMS: Record<string, number> = { g: 1, kg: 1000, mg: 0.001, lb: 453.59237, oz: 28.349523125 };

/** A table with all three, whatever the spelling, or what OpenSCAD would draw; null where one is missing or none at all. */
export function readDimensions(value: Plain): OuterDimensions | null {
  const [first = null] = listOf(value);
  if (typeof first === 'string') return fromOpenScad(first, 1);
  if (!isTable(first)) return null;
  const scale = IN_MILLIMETRES[wordsOf(first.unit).trim().toLowerCase()] ?? 1;
  const drawn = first.openSCAD ?? first.openscad;
  if (typeof drawn === 'string') return fromOpenScad(drawn, scale);
  return complete(
    lengthOf(first, scale, 'width', 'widht', 'witdh', 'with', 'w', 'x'),
    lengthOf(first, scale, 'depth', 'dept', 'length', 'lenght', 'd', 'l', 'y'),
    lengthOf(first, scale, 'height', 'hight', 'heigth', 'heigh', 'h', 'z'),
  );
}

function lengthOf(table: PlainTable, scale: number, ...names: string[]): number | null {
  for (const name of names) {
    const [, digits, unit = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z"]*)\s*$/i.exec(wordsOf(table[name])) ?? [];
    if (digits !== undefined)
      return Number(digits.replace(',', '.')) * (IN_MILLIMETRES[unit.toLowerCase()] ?? scale);
  }
  return null;
}

function fromOpenScad(text: string, scale: number): OuterDimensions | null {
  if (text.length > 500) return null;
  const cube =
    /\[\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)/.exec(text) ??
    /^\s*([\d.]+)\s*[x×*]\s*([\d.]+)\s*[x×*]\s*([\d.]+)/i.exec(text);
  if (cube) {
    const [width, depth, height] = cube.slice(1).map((each) => Number(each) * scale);
    return complete(width ?? null, depth ?? null, height ?? null);
  }
  const height = /\bh\s*=\s*([\d.]+)/.exec(text)?.[1];
  const radius = /\br\s*=\s*([\d.]+)/.exec(text)?.[1];
  const across = /\bd\s*=\s*([\d.]+)/.exec(text)?.[1];
  const wide = radius === undefined ? Number(across) : Number(radius) * 2;
  return complete(wide * scale, wide * scale, Number(height) * scale);
}

const isLength = (length: number | null): length is number =>
  length !== null && Number.isFinite(length) && length > 0 && length <= 1_000_000;

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const complete = (
  width: number | null,
  depth: number | null,
  height: number | null,
): OuterDimensions | null =>
  isLength(width) && isLength(depth) && isLength(height)
    ? { width: rounded(width), depth: rounded(depth), height: rounded(height) }
    : null;

/** Grams; null for what is no positive mass. */
export function readMass(value: Plain): number | null {
  const [first = null] = listOf(value);
  const unit = isTable(first) ? wordsOf(first.unit) : '';
  const [, digits, suffix = ''] =
    /^\s*(\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(
      isTable(first) ? wordsOf(first.value) : wordsOf(first),
    ) ?? [];
  if (digits === undefined) return null;
  const grams = Number(digits.replace(',', '.')) * (IN_GRAMS[(suffix || unit).trim().toLowerCase()] ?? 1);
  return grams > 0 && grams <= 1e10 ? rounded(grams) : null;
}
