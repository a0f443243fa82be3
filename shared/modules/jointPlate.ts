import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { type Point, towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  columns: count({ least: 1, most: 12, usual: 2, source: 'Plates in multiples of 4 × 4 in' }),
  rows: count({ least: 1, most: 12, usual: 1, source: 'Plates in multiples of 4 × 4 in' }),
  pitch: length({
    least: 20,
    most: 300,
    usual: inches(4),
    source: 'The tube it joins: 4 in; no pitch is standard',
  }),
  hole: length({ least: 3, most: 100, usual: inches(1), source: 'The same holes as in the tube: 1 in' }),
  thickness: length({ least: 3, most: 50, usual: inches(1 / 2), source: 'Joint plates of 1/2 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Steel that must stay between two holes, millimetres: chosen. */
const WEB = 3;

/** Middles of the holes, one in each square of the grid. */
function middles({ columns, rows, pitch }: Values): Point[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column): Point => [(column - (columns - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch],
    ),
  ).flat();
}

/** Flat plate that joins tubes, standing on the plane z = 0 with its middle above the origin; columns along x. */
export const jointPlate = defineModule({
  id: 'joint-plate',
  name: 'Joint plate',
  parameters,
  sources: [
    'A hole sits in the middle of each square, as far from the edge as the tube’s first from its end',
  ],
  faults: ({ pitch, hole }) =>
    hole + WEB > pitch ? [`Holes of ${hole} mm at ${pitch} mm leave less than ${WEB} mm between them.`] : [],
  interfaces: (values) => [
    grid('grid-top', values, values.thickness, '+z'),
    grid('grid-bottom', values, 0, '-z'),
  ],
  ...madeOf((values: Values) => [
    drilledPlate({
      id: 'plate',
      name: 'Joint plate',
      width: values.columns * values.pitch,
      height: values.rows * values.pitch,
      thickness: values.thickness,
      holes: [{ diameter: values.hole, middles: middles(values) }],
      places: [AT_ORIGIN],
    }),
  ]),
  budget: () => NO_BUDGET,
});

/** Its first hole is where both columns and rows begin, seen from the side it looks to: rows follow along its y. */
function grid(id: string, values: Values, z: number, axis: '+z' | '-z'): ModuleInterface {
  const [x = 0, y = 0] = middles(values)[0] ?? [];
  const { pitch, hole, columns, rows } = values;
  return {
    id,
    kind: 'holeGrid',
    side: 'offers',
    pitch,
    hole,
    rows,
    holes: { x: columns, y: rows },
    at: towards(axis, [x, axis === '+z' ? y : -y, z]),
    turns: 90,
  };
}
