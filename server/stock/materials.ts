import type { PartLine } from '../../shared/designs/partLines.ts';
import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import { derivedId } from '../commands/identity.ts';

/** Namespace of ids of materials; of ours alone. */
const MATERIALS = '6f0f4c0e-6a3d-4d0b-9d0a-3f5f2b7c1e54';

const FRACTIONS: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

/** A part by a standard is the same one whatever people call it: `ISO 4017 M8 × 30`. */
const BY_STANDARD = /\b(?:iso|din|en|ansi|asme|astm|sae|jis|gost|gb) ?-?\d/;

/** Words of a material as everybody would have written them: `Square tube 4 x 4 x ¼″` is `square tube 4x4x1/4 in`. */
export function plainWords(text: string): string {
  return (
    text
      .replaceAll(/(\d?)\s*([½⅓⅔¼¾⅕⅛⅜⅝⅞])/g, (_, whole: string, one: string) =>
        whole === '' ? (FRACTIONS[one] ?? one) : `${whole} ${FRACTIONS[one] ?? one}`,
      )
      .replaceAll(/[″”“]|''|′′/g, '"')
      .normalize('NFKD')
      .replaceAll(/\p{Mn}/gu, '')
      .toLowerCase()
      .replaceAll('⁄', '/')
      .replaceAll(/(?<=\d)\s*(?:"|inch(?:es)?\b)/g, ' in ')
      // 4 in × 4 in is 4 × 4 in: the unit is said at the end.
      .replaceAll(/(?<=\d)\s*(?:\bin)?\s*[x×*]\s*(?=[\d.])/g, 'x')
      .replaceAll(/(?<=m\d+)\s*[x×*]\s*(?=\d)/g, 'x')
      .replaceAll(/(?<=\d),(?=\d)/g, '.')
      .replaceAll(/(?<=\d)(?=(?:mm|cm|in|ft|kg)\b)/g, ' ')
      .replaceAll(/[^\p{L}\p{N}./+-]+/gu, ' ')
      .replaceAll(/[.,;:]+(?=\s|$)/g, '')
      .trim()
  );
}

/**
 * The id of a material, the same in every workshop, from its words and what its unit measures: 6 m and 20 ft of one
 * bar are the same material, 5 kg of it is another.
 */
export function materialIdOf(name: string, specification: string, unit: QuantityUnit): string {
  const [called, ordered] = [plainWords(name), plainWords(specification)];
  const words = BY_STANDARD.test(ordered) ? ordered : [called, ordered].join(' ').trim();
  return derivedId(MATERIALS, `${UNITS[unit].measures} ${words}`);
}

/** The material that a line of a parts list is taken from: of what is cut, the bar. */
export function materialOfLine({
  cut,
  name,
  specification,
  unit,
}: Pick<PartLine, 'cut' | 'name' | 'specification' | 'unit'>): string {
  return cut === null ? materialIdOf(name, specification, unit) : materialIdOf(cut.stock, '', 'mm');
}
