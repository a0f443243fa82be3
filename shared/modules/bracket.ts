import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { count, length, type ValuesOf } from './parameters.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { type Point, towards } from './solids/shapes.ts';

const parameters = {
  width: length({
    least: 20,
    most: 1000,
    usual: 50,
    source: 'Universal Axis: its carriage is 50 mm long at 8 mm',
  }),
  depth: length({ least: 20, most: 1000, usual: 111, source: 'Chosen: as wide as what it lies on' }),
  height: length({ least: 20, most: 1500, usual: 80, source: 'Chosen: room for what it carries' }),
  thickness: length({ least: 2, most: 30, usual: 4, source: 'Chosen: nothing is known' }),
  columns: count({ least: 1, most: 30, usual: 1, source: 'Chosen: one line of screws' }),
  rows: count({ least: 1, most: 40, usual: 2, source: 'Chosen: two screws' }),
  pitch: length({ least: 10, most: 300, usual: 25.4, source: 'The printer’s tubes: 1 in' }),
  hole: length({ least: 2, most: 60, usual: 6.5, source: 'Chosen: clearance for M6' }),
};
type Values = ValuesOf<typeof parameters>;

/** What must stay around a hole, millimetres: chosen. */
const WEB = 1;
const middles = ({ columns, rows, pitch }: Values): Point[] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column): Point => [(column - (columns - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch],
    ),
  ).flat();

/** Two plates at a right angle: one lies on the plane z = 0 about the origin, the other stands at its edge, looking to −y. */
export const bracket = defineModule({
  id: 'bracket',
  name: 'Bracket',
  parameters,
  sources: ['Two plates welded at a right angle; the holes are in the middle of the one that stands: chosen'],
  faults: ({ width, height, columns, rows, pitch, hole, depth, thickness }) => [
    ...(columns * rows > 1 && hole + WEB > pitch
      ? [`Holes of ${hole} mm at ${pitch} mm leave less than ${WEB} mm between them.`]
      : []),
    ...((columns - 1) * pitch + hole + 2 * WEB > width || (rows - 1) * pitch + hole + 2 * WEB > height
      ? [`${columns} × ${rows} holes at ${pitch} mm reach beyond ${width} × ${height} mm.`]
      : []),
    ...(thickness * 2 >= depth ? [`${depth} mm is too short for a plate of ${thickness} mm.`] : []),
  ],
  interfaces: (values) => {
    const { width, depth, height, thickness } = values;
    const front = -depth / 2;
    const up = thickness + height / 2;
    return [
      mountFace('face', width, depth, towards('-z', [0, 0, 0])),
      // The same face for what lies the other way.
      mountFace('face-turned', depth, width, { origin: [0, 0, 0], x: [0, -1, 0], z: [0, 0, -1] }),
      mountFace('side', width, height, towards('-y', [0, front, up])),
      grid('grid-front', values, towards('-y', [0, front, up])),
      grid('grid-back', values, towards('+y', [0, front + thickness, up])),
    ];
  },
  ...madeOf((values: Values) => plates(values)),
  budget: () => NO_BUDGET,
});

const mountFace = (
  id: string,
  width: number,
  height: number,
  at: ModuleInterface['at'],
): ModuleInterface => ({
  id,
  kind: 'mountFace',
  side: 'offers',
  width,
  height,
  at,
  turns: 180,
});

/** The first hole is the lowest, on the side where x begins. */
function grid(id: string, values: Values, middle: ModuleInterface['at']): ModuleInterface {
  const { pitch, hole, columns, rows } = values;
  const [right, up] = middles(values)[0] ?? [0, 0];
  const [x, y, z] = middle.origin;
  return {
    id,
    kind: 'holeGrid',
    side: 'offers',
    pitch,
    hole,
    rows,
    holes: { x: columns, y: rows },
    at: { ...middle, origin: [x + right * middle.x[0], y, z + up] },
    turns: 90,
  };
}

function plates(values: Values): Piece[] {
  const { width, depth, height, thickness, hole } = values;
  return [
    drilledPlate({
      id: 'lying',
      name: 'Lying plate',
      width,
      height: depth,
      thickness,
      holes: [],
      places: [towards('+z', [0, 0, 0])],
    }),
    drilledPlate({
      id: 'standing',
      name: 'Standing plate',
      width,
      height,
      thickness,
      holes: [{ diameter: hole, middles: middles(values) }],
      places: [towards('-y', [0, -depth / 2 + thickness, thickness + height / 2])],
    }),
  ];
}
