import { readQuantity } from '../designs/quantities.ts';
import { UNITS } from '../designs/units.ts';

/** What somebody works in: what a bare number means, and how lengths are told. */
export type LengthUnits = 'mm' | 'in';

/** What somebody typed where a length is asked for. */
export type TypedLength =
  | { kind: 'length'; millimetres: number }
  /** `=width - 2 in`, as it was typed; whoever knows the parameters reckons it. */
  | { kind: 'formula'; formula: string }
  /** `beyond`: farther than any machine reaches. */
  | { kind: 'fault'; why: 'empty' | 'unreadable' | 'noLength' | 'beyond' };

export interface LengthHabits {
  units: LengthUnits;
  /** Whether `1,234` is one and a bit here rather than a thousand. */
  decimalComma: boolean;
}

/** Millimetres: ten kilometres. */
const FARTHEST = 10_000_000;
const LONGEST_FORMULA = 200;
/** Millimetres are kept to a nanometre: what is finer comes of reckoning with binary fractions. */
const rounded = (millimetres: number): number => Math.round(millimetres * 1e6) / 1e6 + 0;

/**
 * Reads a length: `60 in`, `5' 3 1/2"`, `1.5 m`, `12,7`, `-20`. A bare number is in the person's own units; a bare
 * fraction such as `3/16` is in inches, since nobody parts millimetres so.
 */
export function readLength(text: string, { units, decimalComma }: LengthHabits): TypedLength {
  const typed = text.trim();
  if (typed === '') return { kind: 'fault', why: 'empty' };
  if (typed.startsWith('=')) {
    return typed.length > LONGEST_FORMULA
      ? { kind: 'fault', why: 'unreadable' }
      : { kind: 'formula', formula: typed };
  }
  const [sign] = /^[+\-−]\s*/.exec(typed) ?? [''];
  const read = readQuantity(typed.slice(sign.length), decimalComma);
  if (read === null) return { kind: 'fault', why: 'unreadable' };
  const unit = read.unit ?? (/[/⁄½⅓⅔¼¾⅕⅙⅛⅜⅝⅞]/.test(typed) ? 'in' : units);
  const { measures, inBase } = UNITS[unit];
  if (measures !== 'length') return { kind: 'fault', why: 'noLength' };
  const millimetres = read.quantity * inBase;
  // Told this way round, what is no number is beyond too.
  if (!(millimetres <= FARTHEST)) return { kind: 'fault', why: 'beyond' };
  return { kind: 'length', millimetres: rounded(/^[-−]/.test(sign) ? -millimetres : millimetres) };
}

/** Marks on a tape measure: the finest is a sixty-fourth. */
const FINEST = 64;
const CLOSE_ENOUGH = 1e-4;

/** `2 3/16`, or null where no mark of a tape measure is there. */
function inFractions(inches: number): string | null {
  const marks = Math.round(inches * FINEST);
  if (Math.abs(inches * FINEST - marks) > CLOSE_ENOUGH * FINEST) return null;
  const whole = Math.floor(marks / FINEST);
  let [numerator, denominator] = [marks % FINEST, FINEST];
  if (numerator === 0) return String(whole);
  while (numerator % 2 === 0) [numerator, denominator] = [numerator / 2, denominator / 2];
  return whole === 0 ? `${numerator}/${denominator}` : `${whole} ${numerator}/${denominator}`;
}

const inDecimals = (value: number, places: number, { decimalComma }: LengthHabits): string => {
  const plain = String(Number(value.toFixed(places)));
  return decimalComma ? plain.replace('.', ',') : plain;
};

/**
 * A length in words that `readLength` reads back, to 0.005 mm: `1524 mm`, `60 in`, `3/16 in`; what lies on no mark of a
 * tape measure is told as a decimal fraction.
 */
export function lengthInWords(millimetres: number, habits: LengthHabits): string {
  if (!Number.isFinite(millimetres)) return '';
  if (habits.units === 'mm') return `${inDecimals(millimetres, 3, habits)} mm`;
  const inches = Math.abs(millimetres) / UNITS.in.inBase;
  const told = inFractions(inches) ?? inDecimals(inches, 4, habits);
  return `${millimetres < 0 && told !== '0' ? '-' : ''}${told} in`;
}

/**
 * A sum of many lengths, as one orders bars: `28.66 m`, `94.03 ft`, to a hundredth; what is shorter than one metre or
 * foot is told as other lengths are.
 */
export function lengthSumInWords(millimetres: number, habits: LengthHabits): string {
  const unit = habits.units === 'mm' ? 'm' : 'ft';
  const { inBase } = UNITS[unit];
  if (!(Math.abs(millimetres) >= inBase) || !Number.isFinite(millimetres))
    return lengthInWords(millimetres, habits);
  return `${inDecimals(millimetres / inBase, 2, habits)} ${unit}`;
}

/** Marks per inch that limits are told in. */
const COARSE = 16;

/** A limit, rounded to where it still holds: 100 mm at least are `3 15/16 in`, 6 m at most `236 3/16 in`. */
export function limitInWords(millimetres: number, side: 'least' | 'most', habits: LengthHabits): string {
  if (habits.units === 'mm') return lengthInWords(millimetres, habits);
  const marks = (millimetres / UNITS.in.inBase) * COARSE;
  const near = Math.round(marks);
  const kept =
    Math.abs(near - marks) < CLOSE_ENOUGH ? near : side === 'least' ? Math.ceil(marks) : Math.floor(marks);
  return lengthInWords((kept / COARSE) * UNITS.in.inBase, habits);
}
