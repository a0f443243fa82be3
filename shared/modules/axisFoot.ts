import { defineModule, NO_BUDGET, type Piece } from './module.ts';
import { choice, count, length, type ValuesOf } from './parameters.ts';
import { axisSizes } from './pieces/axisSizes.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { type Point, towards } from './solids/shapes.ts';

const parameters = {
  rod: choice(['8', '25.4', '50.8'], '8', 'Universal Axis: rods of 8 mm (5/16 in), 1 in and 2 in'),
  wider: length({
    least: 0,
    most: 300,
    usual: 0,
    source: 'As the axis: how much further apart its rods are',
  }),
  drop: length({
    least: 5,
    most: 400,
    usual: 12.5,
    source: 'Chosen: from the middle of the rods down to what it stands on; the axis at 8 mm is 25 mm high',
  }),
  foot: length({ least: 15, most: 200, usual: 25.4, source: 'Chosen: the tube below it, 1 in' }),
  thickness: length({ least: 2, most: 20, usual: 4, source: 'Chosen: nothing is known' }),
  columns: count({ least: 1, most: 12, usual: 3, source: 'Chosen: three screws' }),
  pitch: length({ least: 10, most: 300, usual: 25.4, source: 'The tube below it: 1 in' }),
  hole: length({ least: 2, most: 60, usual: 6.5, source: 'Chosen: clearance for M6' }),
};
type Values = ValuesOf<typeof parameters>;

/** What must stay around a hole, millimetres: chosen. */
const WEB = 1;
const sizes = ({ rod, wider }: Values) => axisSizes({ rod, wider, travel: 0, position: 0 });
const middles = ({ columns, pitch }: Values): Point[] =>
  Array.from({ length: columns }, (_, n) => [0, (n - (columns - 1) / 2) * pitch]);

/** Holds the rods of a Universal Axis at one end: they come along x to the origin, the foot lies behind, below them. */
export const axisFoot = defineModule({
  id: 'axis-foot',
  name: 'Axis foot',
  parameters,
  sources: ['How axes are held is not known: a plate across the ends of the rods and a foot, chosen'],
  faults: (values) => {
    const { foot, columns, pitch, hole, drop, thickness } = values;
    const { across } = sizes(values);
    return [
      ...(columns > 1 && hole + WEB > pitch
        ? [`Holes of ${hole} mm at ${pitch} mm leave less than ${WEB} mm between them.`]
        : []),
      ...((columns - 1) * pitch + hole + 2 * WEB > across || hole + 2 * WEB > foot
        ? [`${columns} holes of ${hole} mm have no room on a foot of ${across} × ${foot} mm.`]
        : []),
      ...(drop < thickness ? [`A foot of ${thickness} mm does not fit under rods ${drop} mm up.`] : []),
    ];
  },
  interfaces: (values) => {
    const { rod, spacing } = sizes(values);
    const [first] = middles(values);
    const { pitch, hole, columns, thickness, foot, drop } = values;
    return [
      {
        id: 'rods',
        kind: 'rodPair',
        side: 'offers',
        diameter: rod,
        spacing,
        at: { origin: [0, 0, 0], x: [0, -1, 0], z: [1, 0, 0] },
        turns: 180,
      },
      {
        id: 'grid',
        kind: 'holeGrid',
        side: 'offers',
        pitch,
        hole,
        rows: 1,
        holes: { x: columns, y: 1 },
        at: { origin: [-thickness - foot / 2, first?.[1] ?? 0, -drop], x: [0, 1, 0], z: [0, 0, -1] },
        turns: 90,
      },
    ];
  },
  ...madeOf((values: Values) => plates(values)),
  budget: () => NO_BUDGET,
});

function plates(values: Values): Piece[] {
  const { thickness, foot, drop, hole } = values;
  const { across, tall } = sizes(values);
  const high = drop + tall / 2;
  return [
    drilledPlate({
      id: 'upright',
      name: 'Upright',
      width: across,
      height: high,
      thickness,
      holes: [],
      places: [towards('+x', [-thickness, 0, tall / 2 - high / 2])],
    }),
    drilledPlate({
      id: 'foot',
      name: 'Foot',
      width: foot,
      height: across,
      thickness,
      holes: [{ diameter: hole, middles: middles(values) }],
      places: [towards('+z', [-thickness - foot / 2, 0, -drop])],
    }),
  ];
}
