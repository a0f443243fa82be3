/** Units of length that files are written in. */
export const LENGTH_UNITS = ['mm', 'um', 'cm', 'm', 'in', 'ft'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** Millimetres in one of each; inch and foot are exact since 1959. */
export const MILLIMETRES: Readonly<Record<LengthUnit, number>> = {
  mm: 1,
  um: 0.001,
  cm: 10,
  m: 1000,
  in: 25.4,
  ft: 304.8,
};

/** Why a file's numbers are taken for a unit; the pages have a sentence for each. */
export type UnitReason =
  | 'given'
  | 'inFile'
  | 'converted'
  | 'format'
  | 'comment'
  | 'usual'
  | 'small'
  | 'large';

export interface ReadUnit {
  guessed: LengthUnit;
  /** Nobody needs to be asked. */
  sure: boolean;
  why: UnitReason;
  /** Where numbers were converted on reading: the unit that the file names. */
  written?: LengthUnit;
}

/** Numbers below this would make a part of less than a millimetre: they are likelier metres. */
export const SMALLEST_MILLIMETRES = 1;
/** Ten metres: larger than what leaves a workshop in one piece. */
const LARGEST_MILLIMETRES = 10_000;

/** The unit of a file that says none, from its largest extent in its own numbers. */
export function guessedUnit(extent: number): ReadUnit {
  if (extent > 0 && extent < SMALLEST_MILLIMETRES) return { guessed: 'm', sure: false, why: 'small' };
  if (extent > LARGEST_MILLIMETRES) return { guessed: 'mm', sure: false, why: 'large' };
  return { guessed: 'mm', sure: false, why: 'usual' };
}

const WORDS: Readonly<Record<string, LengthUnit>> = {
  mm: 'mm',
  millimeter: 'mm',
  millimeters: 'mm',
  millimetre: 'mm',
  millimetres: 'mm',
  um: 'um',
  micron: 'um',
  microns: 'um',
  micrometer: 'um',
  micrometre: 'um',
  cm: 'cm',
  centimeter: 'cm',
  centimeters: 'cm',
  centimetre: 'cm',
  centimetres: 'cm',
  m: 'm',
  meter: 'm',
  meters: 'm',
  metre: 'm',
  metres: 'm',
  in: 'in',
  inch: 'in',
  inches: 'in',
  ft: 'ft',
  foot: 'ft',
  feet: 'ft',
};

/** The unit that a word of a file names; null: none that is known. */
export const unitNamed = (word: string): LengthUnit | null => WORDS[word.trim().toLowerCase()] ?? null;

/** `UNITS=mm`, `# File units = meters`, `comment unit: inch`: what exporters leave in headers and comments; the last counts. */
export function unitInComment(text: string): LengthUnit | null {
  const said = text.matchAll(/\bunits?\b(?=\s*(?:[:=]|is|are)?\s*"?([a-z]+))/gi);
  let unit: LengthUnit | null = null;
  for (const [, word = ''] of said) unit = unitNamed(word) ?? unit;
  return unit;
}
