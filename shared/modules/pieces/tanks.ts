import type { Piece } from '../module.ts';
import { box, circleArea, cutBy, cylinder, raised } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { bought, made, told } from './pieces.ts';

const LID = { height: 14, rim: 12 };

/** A hollow box with a round opening in its roof, and the cap on it; each stands on its place. */
export function tank(vessel: {
  id: string;
  name: string;
  width: number;
  depth: number;
  height: number;
  wall: number;
  /** Millimetres across the opening. */
  opening: number;
  /** How far the opening is from the middle, along x. */
  aside: number;
  place: Placement;
}): Piece[] {
  const { id, name, width, depth, height, wall, opening, aside, place } = vessel;
  const room = [width - 2 * wall, depth - 2 * wall, height - 2 * wall] as const;
  const litres = (room[0] * room[1] * room[2]) / 1e6;
  const lid = opening + LID.rim;
  return [
    {
      ...made(
        { id, name: `${name}, ${Math.round(litres)} l`, material: 'steel', specification: 'sheet, A36' },
        ['torchTable', 'welder'],
      ),
      volume: width * depth * height - room[0] * room[1] * room[2] - circleArea(opening) * wall,
      shape: cutBy(
        box(width, depth, height),
        raised(box(...room), wall),
        shifted(opening, wall + 2, aside, height - wall - 1),
      ),
      // The one opening leads into a room without another way out: nothing goes through.
      holes: 0,
      places: [place],
    },
    {
      ...bought({
        id: `${id}-cap`,
        name: `Cap ${told(opening)} mm`,
        material: 'aluminium',
        specification: 'vented',
      }),
      volume: circleArea(lid) * LID.height,
      shape: cylinder(lid, LID.height),
      holes: 0,
      places: [
        {
          ...place,
          origin: [
            place.origin[0] + place.x[0] * aside + place.z[0] * height,
            place.origin[1] + place.x[1] * aside + place.z[1] * height,
            place.origin[2] + place.x[2] * aside + place.z[2] * height,
          ],
        },
      ],
    },
  ];
}

const shifted = (diameter: number, height: number, x: number, z: number) =>
  ({
    kind: 'placed',
    shape: cylinder(diameter, height),
    at: { origin: [x, 0, z], x: [1, 0, 0], z: [0, 0, 1] },
  }) as const;
