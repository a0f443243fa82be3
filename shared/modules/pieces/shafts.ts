import type { Piece } from '../module.ts';
import { box, circleArea, cutBy, cylinder, placed, type Shape, towards } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

export interface Keyway {
  /** A square key: it lies half in the shaft. */
  width: number;
  /** Along the shaft, from its end. */
  length: number;
  ends: readonly ('bottom' | 'top')[];
}

/** A round shaft along z from the origin; keyways open towards x. */
export function shaft(bar: {
  id: string;
  name: string;
  diameter: number;
  length: number;
  keyway: Keyway;
  places: readonly Placement[];
}): Piece {
  const { id, name, diameter, length, keyway, places } = bar;
  return {
    ...made(
      {
        id,
        name: `${name} ${told(diameter)} × ${told(length)} mm`,
        material: 'steel',
        specification: 'cold drawn round bar, 1045',
      },
      keyway.ends.length > 0 ? ['saw', 'mill'] : ['saw'],
      { stock: `round bar ${told(diameter)} mm`, length },
    ),
    volume: circleArea(diameter) * length - keywaysVolume(diameter, keyway),
    shape: withKeyways(cylinder(diameter, length), diameter, length, keyway),
    holes: 0,
    places,
  };
}

function withKeyways(
  bar: Shape,
  diameter: number,
  length: number,
  { width, length: long, ends }: Keyway,
): Shape {
  if (ends.length === 0) return bar;
  const floor = (diameter - width) / 2;
  const cutters = ends.map((end) =>
    placed(
      // A millimetre past the end and out into the air, so that no skin is left.
      box(width, width, long + 1),
      towards('+z', [floor + width / 2, 0, end === 'bottom' ? -1 : length - long]),
    ),
  );
  return cutBy(bar, ...cutters);
}

const keywaysVolume = (diameter: number, keyway: Keyway): number =>
  keyway.ends.length === 0 ? 0 : keyway.ends.length * keyway.length * keywayArea(diameter, keyway);

/** Square millimetres that a keyway takes from a shaft's round: the circle above its floor, between its walls. */
function keywayArea(diameter: number, { width }: Keyway): number {
  const radius = diameter / 2;
  const half = width / 2;
  const underArc = half * Math.sqrt(radius ** 2 - half ** 2) + radius ** 2 * Math.asin(half / radius);
  return underArc - width * (radius - half);
}
