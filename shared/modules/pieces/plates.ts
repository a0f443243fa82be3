import type { Piece } from '../module.ts';
import { circle, circleArea, type Point, prism, rectangle } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

interface Hole {
  diameter: number;
  middles: readonly Point[];
}

/** A flat rectangular steel plate with round holes, standing on its face; its middle is the origin. */
export function drilledPlate(plate: {
  id: string;
  name: string;
  width: number;
  height: number;
  thickness: number;
  holes: readonly Hole[];
  places: readonly Placement[];
}): Piece {
  const { id, width, height, thickness, holes, places } = plate;
  const openings = holes.flatMap(({ diameter, middles }) => middles.map((at) => circle(diameter, at)));
  const drilled = holes.reduce(
    (sum, { diameter, middles }) => sum + middles.length * circleArea(diameter),
    0,
  );
  return {
    ...made(
      {
        id,
        name: `${plate.name} ${told(width)} × ${told(height)} × ${told(thickness)} mm`,
        material: 'steel',
        specification: 'hot rolled plate, A36',
      },
      openings.length > 0 ? ['torchTable', 'drillPress'] : ['torchTable'],
    ),
    volume: (width * height - drilled) * thickness,
    shape: prism(rectangle(width, height), thickness, openings),
    holes: openings.length,
    places,
  };
}
