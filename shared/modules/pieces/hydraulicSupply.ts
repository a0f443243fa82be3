import type { Piece } from '../module.ts';
import {
  box,
  circleArea,
  cutBy,
  cylinder,
  joined,
  type Point,
  placed,
  polygon,
  prism,
  raised,
  ring,
  ringArea,
  towards,
  turnedShape,
} from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { bought } from './pieces.ts';

/** Millimetres; chosen, near gear pumps of 16 cm³ a turn and couplers of 1/2 in. */
export const PUMP = { width: 96, height: 120, length: 120, mount: 150, mountLength: 95, bore: 60 } as const;
const PORT = { width: 40, reach: 22, bore: 19, depth: 20 };
export const COUPLER = { length: 62, inside: 20, bore: 12.7, neck: 27 } as const;
const COOLER = { fins: 22, pitch: 11, fin: 4, back: 12, depth: 45 };

/** Pump with its ports to both sides, and the tube that joins it to the engine, along the place's z. */
export function pump(place: Placement): Piece[] {
  const { width, height, length, mount, mountLength, bore } = PUMP;
  const reach = width / 2 + PORT.reach;
  const sides = [towards('+x', [0, 0, length / 2]), towards('-x', [0, 0, length / 2])];
  const body = joined(
    box(width, height, length),
    ...sides.map((at) => placed(cylinder(PORT.width, reach), at)),
  );
  const bores = sides.map((at) =>
    placed(raised(cylinder(PORT.bore, PORT.depth + 1), reach - PORT.depth), at),
  );
  return [
    {
      ...bought({
        id: 'pump-mount',
        name: 'Pump mount',
        material: 'aluminium',
        specification: 'bell housing with jaw coupling',
      }),
      volume: ringArea(mount, bore) * mountLength,
      shape: ring(mount, bore, mountLength),
      holes: 1,
      places: [place],
    },
    {
      ...bought({
        id: 'pump',
        name: 'Hydraulic pump, 16 cm³ a turn',
        material: 'castIron',
        specification: 'gear pump, 0.976 in³ a turn',
      }),
      tracked: true,
      volume:
        width * height * length +
        2 * (circleArea(PORT.width) * PORT.reach - circleArea(PORT.bore) * PORT.depth),
      shape: cutBy(body, ...bores),
      holes: 0,
      places: [
        {
          ...place,
          origin: [
            place.origin[0] + place.z[0] * mountLength,
            place.origin[1] + place.z[1] * mountLength,
            place.origin[2] + place.z[2] * mountLength,
          ],
        },
      ],
    },
  ];
}

/** Rings of radius and length, one after the other along z, with the oil's way through all of them. */
const COUPLER_STEPS: readonly (readonly [diameter: number, length: number])[] = [
  [COUPLER.neck, COUPLER.inside],
  [40, 14],
  [30, 20],
  [36, 16],
  [24, 12],
];

/** Quick couplers of 1/2 in; each place is on the face of the panel that they stick out of. */
export function couplers(places: readonly Placement[]): Piece {
  let height = -COUPLER.inside;
  const profile: Point[] = [[0, height]];
  let volume = 0;
  for (const [diameter, length] of COUPLER_STEPS) {
    profile.push([diameter / 2, height], [diameter / 2, height + length]);
    height += length;
    volume += ringArea(diameter, COUPLER.bore) * length;
  }
  profile.push([0, height]);
  const long = COUPLER.inside + COUPLER.length;
  return {
    ...bought({
      id: 'coupler',
      name: 'Quick coupler 1/2 in',
      material: 'steel',
      specification: 'ISO 7241-A, 1/2 in',
    }),
    volume,
    shape: cutBy(turnedShape(profile), raised(cylinder(COUPLER.bore, long + 2), -COUPLER.inside - 1)),
    holes: 1,
    places,
  };
}

/** Oil cooler: a back with fins, its back's middle at the place, its fins along z, looking towards y. */
export function cooler(height: number, place: Placement): Piece {
  const { fins, pitch, fin, back, depth } = COOLER;
  const half = ((fins - 1) * pitch + fin) / 2;
  const comb = Array.from({ length: fins }, (_, n): Point[] => {
    const right = half - n * pitch;
    return [
      [right, back],
      [right, depth],
      [right - fin, depth],
      [right - fin, back],
    ];
  }).flat();
  return {
    ...bought({ id: 'cooler', name: 'Oil cooler', material: 'aluminium', specification: 'finned cooler' }),
    volume: height * (2 * half * back + fins * fin * (depth - back)),
    shape: prism(polygon([[-half, 0], [half, 0], ...comb]), height),
    holes: 0,
    places: [place],
  };
}
