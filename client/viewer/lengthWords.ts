import { locale } from '../catalogue/text.ts';

const INCH = 25.4;
/** Inches are told in these parts where a length meets one of them. */
const PARTS = [1, 2, 4, 8, 16, 32, 64] as const;
/** So close a fraction counts as met, inches. */
const MET = 0.002;

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

/** `4 in`, `3 3/16 in`; where no 64th is met, `3.27 in`. */
export function inchesInWords(millimetres: number): string {
  const inches = Math.abs(millimetres) / INCH;
  const sign = millimetres < 0 ? '-' : '';
  for (const part of PARTS) {
    const count = Math.round(inches * part);
    if (count === 0 || Math.abs(inches - count / part) > MET) continue;
    const [whole, rest] = [Math.floor(count / part), count % part];
    const fraction = rest ? `${rest}/${part}` : '';
    return `${sign}${[whole ? number(whole, 0) : '', fraction].filter(Boolean).join(' ')} in`;
  }
  return `${sign}${number(inches, 2)} in`;
}

export const millimetresInWords = (millimetres: number): string =>
  `${number(millimetres, Math.abs(millimetres) < 10 ? 2 : 1)} mm`;

/** `101.6 mm (4 in)`. */
export const lengthInBoth = (millimetres: number): string =>
  `${millimetresInWords(millimetres)} (${inchesInWords(millimetres)})`;

/** Degrees with one decimal. */
export const angleInWords = (degrees: number): string => `${number(degrees, 1)}°`;
