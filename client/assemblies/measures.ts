import type { Carried } from '../../shared/assemblies/problems.ts';
import type { AnyInterface } from '../../shared/modules/mating.ts';
import { locale } from '../catalogue/text.ts';
import { lengthTold, lengthUnits } from '../measures/lengthUnits.ts';

/** US liquid gallon; pound-force on a square inch. */
const LITRES_PER_GALLON = 3.785411784;
const POUNDS_PER_SQUARE_INCH_PER_BAR = 14.5037738;
const CUBIC_MILLIMETRES_PER_CUBIC_INCH = 25.4 ** 3;

const rounded = (value: number, digits: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

/** Litres a minute, in the units of the person: `56.8 l/min`, `15 gal/min`. */
export const flowTold = (litres: number): string =>
  lengthUnits.value === 'in'
    ? `${rounded(litres / LITRES_PER_GALLON, 1)} gal/min`
    : `${rounded(litres, 1)} l/min`;

export const pressureTold = (bar: number): string =>
  lengthUnits.value === 'in'
    ? `${rounded(bar * POUNDS_PER_SQUARE_INCH_PER_BAR, 0)} lb/in²`
    : `${rounded(bar, 1)} bar`;

export const powerTold = (watts: number): string =>
  watts >= 1000 ? `${rounded(watts / 1000, 1)} kW` : `${rounded(watts, 0)} W`;

export const degreesTold = (degrees: number): string => `${rounded(degrees, 1)}°`;

/** Cubic millimetres as one sees them: `12.5 cm³`, `0.8 in³`. */
export const volumeTold = (cubicMillimetres: number): string => {
  if (lengthUnits.value === 'in') {
    const inches = cubicMillimetres / CUBIC_MILLIMETRES_PER_CUBIC_INCH;
    return `${rounded(inches, inches < 1 ? 3 : 1)} in³`;
  }
  return cubicMillimetres >= 1000
    ? `${rounded(cubicMillimetres / 1000, 1)} cm³`
    : `${rounded(cubicMillimetres, 0)} mm³`;
};

export const carriedTold = (carried: Carried, amount: number): string =>
  carried === 'flow' ? flowTold(amount) : carried === 'pressure' ? pressureTold(amount) : powerTold(amount);

/** A measure of an interface in its own unit. */
export function measureTold(what: string, value: number | string): string {
  if (typeof value === 'string') return value;
  switch (what) {
    case 'flow':
      return flowTold(value);
    case 'pressure':
      return pressureTold(value);
    case 'volts':
      return `${rounded(value, 1)} V`;
    case 'amps':
      return `${rounded(value, 1)} A`;
    case 'count':
    case 'rows':
      return rounded(value, 0);
    default:
      return lengthTold(value);
  }
}

/** What is known of an interface, in a line: `□ 101.6 mm`, `Ø 25.4 mm, every 101.6 mm`. */
export function faceMeasures(face: AnyInterface): string {
  switch (face.kind) {
    case 'tubeEnd':
      return told([lengthTold(face.outer), face.wall !== null && `× ${lengthTold(face.wall)}`]);
    case 'holeGrid':
      return told([`Ø ${lengthTold(face.hole)}`, `↔ ${lengthTold(face.pitch)}`]);
    case 'boltCircle':
      return told([
        `${face.count} ×`,
        `Ø ${lengthTold(face.diameter)}`,
        face.hole !== null && `Ø ${lengthTold(face.hole)}`,
      ]);
    case 'shaft':
      return told([`Ø ${lengthTold(face.diameter)}`, face.keyway !== null && `⊏ ${lengthTold(face.keyway)}`]);
    case 'rodPair':
      return told([
        `Ø ${lengthTold(face.diameter)}`,
        face.spacing !== null && `↔ ${lengthTold(face.spacing)}`,
      ]);
    case 'hydraulicPort':
      return told([
        face.size !== null && lengthTold(face.size),
        face.flow !== null && flowTold(face.flow),
        face.pressure !== null && pressureTold(face.pressure),
      ]);
    case 'electric':
      return told([measureTold('volts', face.volts), face.amps !== null && measureTold('amps', face.amps)]);
    case 'mountFace':
      return `${lengthTold(face.width)} × ${lengthTold(face.height)}`;
    case 'other':
      return face.size === null ? '' : lengthTold(face.size);
  }
}

const told = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ');
