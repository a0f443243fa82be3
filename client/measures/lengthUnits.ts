import { signal } from '@preact/signals';
import {
  type LengthHabits,
  type LengthUnits,
  lengthInWords,
  lengthSumInWords,
  limitInWords,
} from '../../shared/measures/lengths.ts';
import { locale } from '../catalogue/text.ts';

const KEY = 'commonwright-lengths';

function keptUnits(): LengthUnits | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'mm' || kept === 'in' ? kept : null;
  } catch {
    return null;
  }
}

/** Where nothing was chosen: inches in the United States, millimetres everywhere else. */
const usualUnits = (): LengthUnits => (navigator.language.endsWith('-US') ? 'in' : 'mm');

/** The units that lengths are told in on this browser. */
export const lengthUnits = signal<LengthUnits>(keptUnits() ?? usualUnits());

/** Tells lengths in these units from now on, and keeps the choice in this browser. */
export function takeLengthUnits(units: LengthUnits): void {
  lengthUnits.value = units;
  try {
    localStorage.setItem(KEY, units);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

const writesComma = (): boolean => new Intl.NumberFormat(locale).format(1.5).includes(',');

/** How lengths are typed and told here, now. */
export const lengthHabits = (): LengthHabits => ({ units: lengthUnits.value, decimalComma: writesComma() });

/** A length in the person's own units: `60 in`, `1524 mm`. */
export const lengthTold = (millimetres: number): string => lengthInWords(millimetres, lengthHabits());

/** A sum of many lengths, in metres or feet: `28.66 m`. */
export const lengthSumTold = (millimetres: number): string => lengthSumInWords(millimetres, lengthHabits());

/** A limit of a length in the person's own units, rounded to where it still holds. */
export const limitTold = (millimetres: number, side: 'least' | 'most'): string =>
  limitInWords(millimetres, side, lengthHabits());

/** The same length in the other units, for those who work in both. */
export function lengthToldOtherwise(millimetres: number): string {
  const habits = lengthHabits();
  return lengthInWords(millimetres, { ...habits, units: habits.units === 'mm' ? 'in' : 'mm' });
}
