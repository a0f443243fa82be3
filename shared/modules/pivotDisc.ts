import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { made, madeOf, told } from './pieces/pieces.ts';
import { ring, ringArea, towards } from './solids/shapes.ts';
import { AT_ORIGIN, turned } from './vectors.ts';

const parameters = {
  angle: count({
    unit: 'degrees',
    least: -180,
    most: 180,
    usual: 0,
    source: 'How far what turns is turned',
  }),
  outer: length({ least: 20, most: 400, usual: inches(4), source: 'The tubes on both sides of it: 4 in' }),
  thickness: length({ least: 2, most: 200, usual: inches(1 / 2), source: 'Chosen: as a joint plate' }),
  pitch: length({ least: 15, most: 1000, usual: inches(4), source: 'The tubes on both sides of it: 4 in' }),
  hole: length({ least: 3, most: 100, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Steel that must stay around the hole, millimetres: chosen. */
const WEB = 3;

/** Greased disc between two members that turn about one bolt: on the plane z = 0, its hole about the z axis. */
export const pivotDisc = defineModule({
  id: 'pivot-disc',
  name: 'Pivot disc',
  parameters,
  sources: ['How loaders turn on their posts is not known: a disc between two tubes, chosen'],
  faults: ({ outer, hole }) =>
    hole + 2 * WEB > outer ? [`A disc of ${outer} mm has no room around a hole of ${hole} mm.`] : [],
  interfaces: (values) => [
    { ...grid(values), id: 'fixed', at: towards('-z', [0, 0, 0]) },
    { ...grid(values), id: 'turning', at: turned(towards('+z', [0, 0, values.thickness]), values.angle) },
  ],
  ...madeOf(({ outer, hole, thickness }: Values) => [
    {
      ...made(
        {
          id: 'disc',
          name: `Disc ${told(outer)} × ${told(thickness)} mm`,
          material: 'steel',
          specification: 'hot rolled plate, A36',
        },
        ['torchTable', 'drillPress'],
      ),
      volume: ringArea(outer, hole) * thickness,
      shape: ring(outer, hole, thickness),
      holes: 1,
      places: [AT_ORIGIN],
    },
  ]),
  budget: () => NO_BUDGET,
});

const grid = ({
  pitch,
  hole,
}: Values): Omit<Extract<ModuleInterface, { kind: 'holeGrid' }>, 'id' | 'at'> => ({
  kind: 'holeGrid',
  side: 'offers',
  pitch,
  hole,
  rows: 1,
  holes: { x: 1, y: 1 },
  turns: 90,
});
