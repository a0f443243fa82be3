import type { Piece } from '../module.ts';
import {
  circle,
  circleArea,
  cylinder,
  hexagon,
  hexagonArea,
  joined,
  prism,
  raised,
} from '../solids/shapes.ts';
import { type Placement, plus, times } from '../vectors.ts';
import { bought, told } from './pieces.ts';

/** Inch hex bolts (ASME B18.2.1 and B18.2.2, rounded to the rule of thumb): times the diameter. */
const ACROSS_FLATS = 1.5;
const HEAD = 0.65;
const NUT = 0.875;
/** What sticks out of the nut: chosen. */
const END = 0.2;

/** Millimetres that nut and end of thread take beyond what is clamped. */
export const beyondGrip = (diameter: number): number => (NUT + END) * diameter;

/** Hex bolts and their nuts; each place is where the head rests, z the way the shank goes. */
export function boltsAndNuts(bolts: {
  id: string;
  diameter: number;
  /** Millimetres from under the head to the nut. */
  grip: number;
  /** Under the head; default: what is needed for the nut. */
  length?: number;
  places: readonly Placement[];
}): Piece[] {
  const { id, diameter, grip, places } = bolts;
  const length = bolts.length ?? grip + beyondGrip(diameter);
  const flats = ACROSS_FLATS * diameter;
  const head = HEAD * diameter;
  const nut = NUT * diameter;
  return [
    {
      ...bought({
        id,
        name: `Hex bolt ${told(diameter)} × ${told(length)} mm`,
        material: 'steel',
        specification: 'hex bolt, grade 5',
      }),
      volume: hexagonArea(flats) * head + circleArea(diameter) * length,
      // The shank begins inside the head, so that both are one solid.
      shape: joined(
        raised(prism(hexagon(flats), head), -head),
        raised(cylinder(diameter, length + head), -head),
      ),
      holes: 0,
      places,
    },
    {
      ...bought({
        id: `${id}-nut`,
        name: `Hex nut ${told(diameter)} mm`,
        material: 'steel',
        specification: 'hex nut, grade 5',
      }),
      volume: (hexagonArea(flats) - circleArea(diameter)) * nut,
      shape: prism(hexagon(flats), nut, [circle(diameter)]),
      holes: 1,
      places: places.map((place) => ({ ...place, origin: plus(place.origin, times(place.z, grip)) })),
    },
  ];
}
