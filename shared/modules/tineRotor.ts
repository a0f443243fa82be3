import { defineModule, NO_BUDGET, type Piece } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { made, madeOf, told } from './pieces/pieces.ts';
import { circle, circleArea, cutBy, cylinder, joined, prism, raised, towards } from './solids/shapes.ts';
import { toothedArea, toothedOutline } from './solids/toothed.ts';
import { turned } from './vectors.ts';

const parameters = {
  length: length({
    least: 200,
    most: 3000,
    usual: 1110,
    source: 'Chosen: as wide as a quick attach plate of 45 in',
  }),
  diameter: length({
    least: 120,
    most: 900,
    usual: 205,
    source: 'Chosen: what has room under a wheel unit’s plate',
  }),
  drum: length({ least: 60, most: 400, usual: 90, source: 'Chosen: nothing is known' }),
  stars: count({ least: 2, most: 40, usual: 9, source: 'Chosen: so many rows of teeth' }),
  teeth: count({ least: 3, most: 16, usual: 5, source: 'Chosen: teeth on each star' }),
  thickness: length({ least: 4, most: 40, usual: inches(1 / 2), source: 'Chosen: plate of 1/2 in' }),
  shaft: length({ least: 20, most: 50, usual: inches(1.25), source: 'Wheel unit: shaft of 1.25 in' }),
  socket: length({ least: 20, most: 120, usual: 50, source: 'Wheel unit: a keyway of two diameters' }),
  journal: length({ least: 10, most: 300, usual: 50, source: 'Chosen: through a side and its bearing' }),
};
type Values = ValuesOf<typeof parameters>;

/** From a star to the end of the drum, millimetres: chosen. */
const END = 40;
/** Share of a tooth's angle that it takes at its foot; millimetres of a star that stay around the drum: chosen. */
const FOOT = 0.55;
const LEAST_RING = 2;
/** Degrees from star to star: corners of their bores lie on those of the drum. */
const STEP = 45;

/** Driven drum with toothed stars along x from the origin: a shaft drives it there, a bearing holds it at the other end. */
export const tineRotor = defineModule({
  id: 'tine-rotor',
  name: 'Tine rotor',
  parameters,
  sources: ['A drum with stars cut from plate, each turned a bit further than the one before it: chosen'],
  faults: ({ diameter, drum, shaft, socket, length: long, stars, teeth, thickness }) => [
    ...(drum + 40 > diameter ? [`Teeth of ${diameter} mm do not stand out of a drum of ${drum} mm.`] : []),
    ...(gapOf({ diameter, drum, teeth }) < drum / 2 + LEAST_RING
      ? [`Between ${teeth} teeth of ${diameter} mm nothing is left around a drum of ${drum} mm.`]
      : []),
    ...(shaft + 16 > drum ? [`A shaft of ${shaft} mm does not go into a drum of ${drum} mm.`] : []),
    ...(socket >= long ? [`A socket of ${socket} mm is deeper than ${long} mm.`] : []),
    ...((stars + 1) * thickness > long - 2 * END
      ? [`${stars} stars of ${thickness} mm have no room on ${long} mm.`]
      : []),
  ],
  interfaces: ({ shaft, socket, length: long, journal }) => [
    {
      id: 'drive',
      kind: 'shaft',
      side: 'needs',
      diameter: shaft,
      keyway: null,
      at: towards('-x', [socket, 0, 0]),
      turns: 1,
    },
    {
      id: 'journal',
      kind: 'shaft',
      side: 'offers',
      diameter: shaft,
      keyway: null,
      at: towards('+x', [long + journal, 0, 0]),
      turns: 1,
    },
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

type Sizes = Pick<Values, 'diameter' | 'drum' | 'teeth'>;

/** Radius between the teeth of a star. */
const rootOf = ({ diameter, drum }: Omit<Sizes, 'teeth'>): number =>
  drum / 2 + 0.25 * (diameter / 2 - drum / 2);

/** How near to the middle a star comes between two teeth: the gap is straight. */
const gapOf = (sizes: Sizes): number => rootOf(sizes) * Math.cos(((1 - FOOT) * Math.PI) / sizes.teeth);

function pieces(values: Values): Piece[] {
  const { length: long, diameter, drum, stars, teeth: count, thickness, shaft, socket, journal } = values;
  const teeth = { count, root: rootOf(values), tip: diameter / 2, foot: FOOT, crown: 0.2 };
  const apart = (long - 2 * END - thickness) / (stars - 1);
  return [
    {
      ...made(
        {
          id: 'drum',
          name: `Drum ${told(drum)} × ${told(long)} mm`,
          material: 'steel',
          specification: 'round bar and pipe, turned',
        },
        ['lathe', 'welder', 'mill'],
      ),
      tracked: true,
      volume: circleArea(drum) * long - circleArea(shaft) * socket + circleArea(shaft) * journal,
      shape: cutBy(
        joined(cylinder(drum, long), cylinder(shaft, long + journal)),
        raised(cylinder(shaft, socket + 1), -1),
      ),
      holes: 0,
      places: [towards('+x', [0, 0, 0])],
    },
    {
      ...made(
        {
          id: 'star',
          name: `Star of ${count} teeth, ${told(diameter)} mm`,
          material: 'steel',
          specification: 'wear plate',
        },
        ['torchTable', 'welder'],
      ),
      volume: (toothedArea(teeth) - circleArea(drum)) * thickness,
      shape: prism(toothedOutline(teeth), thickness, [circle(drum)]),
      holes: 1,
      places: Array.from({ length: stars }, (_, n) =>
        turned(towards('+x', [END + n * apart, 0, 0]), n * STEP),
      ),
    },
  ];
}
