import { MILLIMETRES_PER_INCH } from '../modules/parameters.ts';

/** The finest mark of a tape measure: a sixty-fourth. */
const FINEST = 64;
/** Millimetres that nobody can measure with a tape. */
const UNSEEN = 0.02;

/** A length as a tape measure shows it: `58"`, `2 3/16"`; with ≈ where it lies between two marks. */
export function onTape(millimetres: number): string {
  const marks = Math.round((millimetres / MILLIMETRES_PER_INCH) * FINEST);
  const off = Math.abs((marks / FINEST) * MILLIMETRES_PER_INCH - millimetres);
  const whole = Math.floor(marks / FINEST);
  let [numerator, denominator] = [marks % FINEST, FINEST];
  while (numerator > 0 && numerator % 2 === 0) [numerator, denominator] = [numerator / 2, denominator / 2];
  const fraction = numerator === 0 ? '' : `${numerator}/${denominator}`;
  const words = [whole === 0 && fraction !== '' ? '' : String(whole), fraction].filter(Boolean).join(' ');
  return `${off > UNSEEN ? '≈ ' : ''}${words}"`;
}

/** Millimetres as a drawing tells them: at most two decimals. */
export const inMillimetres = (millimetres: number): string => String(Math.round(millimetres * 100) / 100 + 0);
