import { z } from 'zod';

/** Units a parts list may count in; lengths, areas, masses and volumes convert among each other. */
export const quantityUnit = z.enum([
  'piece',
  'pair',
  'set',
  'mm',
  'm',
  'in',
  'ft',
  'm2',
  'kg',
  'g',
  'lb',
  'l',
  'ml',
  'gal',
  'h',
]);
export type QuantityUnit = z.infer<typeof quantityUnit>;

/** What a unit measures, and how many of the base unit (piece, mm, mm², kg, litre, second) one of it is. */
export const UNITS: Record<QuantityUnit, { measures: UnitMeasure; inBase: number }> = {
  piece: { measures: 'count', inBase: 1 },
  pair: { measures: 'count', inBase: 2 },
  set: { measures: 'set', inBase: 1 },
  mm: { measures: 'length', inBase: 1 },
  m: { measures: 'length', inBase: 1000 },
  in: { measures: 'length', inBase: 25.4 },
  ft: { measures: 'length', inBase: 304.8 },
  m2: { measures: 'area', inBase: 1_000_000 },
  kg: { measures: 'mass', inBase: 1 },
  g: { measures: 'mass', inBase: 0.001 },
  /** International avoirdupois pound, exact since 1959. */
  lb: { measures: 'mass', inBase: 0.45359237 },
  l: { measures: 'volume', inBase: 1 },
  ml: { measures: 'volume', inBase: 0.001 },
  /** US liquid gallon: 231 cubic inches. */
  gal: { measures: 'volume', inBase: 3.785411784 },
  h: { measures: 'time', inBase: 3600 },
};
export type UnitMeasure = 'count' | 'set' | 'length' | 'area' | 'mass' | 'volume' | 'time';

/** The quantity in another unit; null where they measure different things. */
export function converted(quantity: number, from: QuantityUnit, to: QuantityUnit): number | null {
  if (from === to) return quantity;
  const [one, other] = [UNITS[from], UNITS[to]];
  return one.measures === other.measures ? (quantity * one.inBase) / other.inBase : null;
}
