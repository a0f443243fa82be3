import type { Piece } from '../module.ts';
import { circle, circleArea, eyeArea, eyeOutline, prism } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

/** Plates with a hole for a pin. Their z is the pin's, the hole is at the place, and they stand on what lies at `reach` along y. */
export function lugs(lug: {
  id: string;
  pin: number;
  reach: number;
  thickness: number;
  places: readonly Placement[];
}): Piece {
  const { id, pin, reach, thickness, places } = lug;
  const wide = 2.4 * pin;
  return {
    ...made(
      {
        id,
        name: `Lug ${told(thickness)} mm for a pin of ${told(pin)} mm`,
        material: 'steel',
        specification: 'hot rolled plate, A36',
      },
      ['torchTable', 'drillPress', 'welder'],
    ),
    volume: (eyeArea(wide, reach) - circleArea(pin)) * thickness,
    shape: prism(eyeOutline(wide, reach), thickness, [circle(pin)]),
    holes: 1,
    places,
  };
}
