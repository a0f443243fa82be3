import type { Piece } from '../module.ts';
import { prism, rectangle } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

/** Square tubes without holes, each along its place's z. */
export function squareTubes(tube: {
  id: string;
  name: string;
  outer: number;
  wall: number;
  length: number;
  places: readonly Placement[];
}): Piece {
  const { id, outer, wall, length, places } = tube;
  const inner = outer - 2 * wall;
  const stock = `square tube ${told(outer)} × ${told(outer)} × ${told(wall)} mm`;
  return {
    ...made(
      { id, name: `${tube.name}, ${stock}, ${told(length)} mm`, material: 'steel', specification: 'A500 B' },
      ['saw', 'welder'],
      { stock, length },
    ),
    volume: (outer ** 2 - inner ** 2) * length,
    shape: prism(rectangle(outer, outer), length, [rectangle(inner, inner)]),
    holes: 1,
    places,
  };
}
