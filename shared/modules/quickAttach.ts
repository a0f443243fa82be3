import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { madeOf, told } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { profiled } from './pieces/profiles.ts';
import { type Point, towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  width: length({ least: 300, most: 2000, usual: inches(45), source: 'Quick attach plates of 45 in' }),
  height: length({ least: 200, most: 900, usual: inches(18), source: 'Quick attach plates 18 in high' }),
  thickness: length({ least: 5, most: 25, usual: inches(3 / 8), source: 'Chosen: nothing is known of it' }),
  columns: count({ least: 1, most: 20, usual: 9, source: 'The tubes behind it: a hole every 4 in' }),
  rows: count({ least: 1, most: 10, usual: 4, source: 'The tubes behind it: a hole every 4 in' }),
  pitch: length({ least: 40, most: 300, usual: inches(4), source: 'The tubes behind it: holes every 4 in' }),
  hole: length({ least: 5, most: 60, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen: how far hook and foot reach out, how thick they are, and from the sides to the stops. */
const HOOK = { out: 60, down: 45, thick: 12.7 };
const FOOT = { out: 55, up: 30, thick: 12.7 };
const STOP = 12.7;
/** What must stay from a hole to the next, and to the edge, millimetres: chosen. */
const WEB = 3;

const middles = ({ columns, rows, pitch }: Values): Point[] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column): Point => [(column - (columns - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch],
    ),
  ).flat();

/** What an implement is carried by: a plate on the plane z = 0, its middle above the origin, hook at +y, foot at −y. */
export const quickAttach = defineModule({
  id: 'quick-attach',
  name: 'Quick attach plate',
  parameters,
  sources: [
    'A hook above and a slanted foot below, as skid steers carry their implements; all but width and height chosen',
  ],
  faults: ({ width, height, columns, rows, pitch, hole }) => [
    ...(hole + WEB > pitch
      ? [`Holes of ${told(hole)} mm at ${told(pitch)} mm leave less than ${WEB} mm between them.`]
      : []),
    ...((columns - 1) * pitch + hole + 2 * WEB > width || (rows - 1) * pitch + hole + 2 * WEB > height
      ? [
          `${columns} × ${rows} holes at ${told(pitch)} mm reach beyond a plate of ${told(width)} × ${told(height)} mm.`,
        ]
      : []),
  ],
  interfaces: (values) => [
    {
      id: 'face',
      kind: 'mountFace',
      side: 'offers',
      width: values.width,
      height: values.height,
      at: towards('+z', [0, 0, values.thickness]),
      turns: 180,
    },
    grid(values),
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

/** Its first hole is the highest on the side of −x; rows follow downwards. */
function grid(values: Values): ModuleInterface {
  const { columns, rows, pitch, hole } = values;
  const [x = 0, y = 0] = middles(values)[0] ?? [];
  return {
    id: 'grid',
    kind: 'holeGrid',
    side: 'offers',
    pitch,
    hole,
    rows,
    holes: { x: columns, y: rows },
    at: towards('-z', [x, -y, 0]),
    turns: 90,
  };
}

function pieces(values: Values): Piece[] {
  const { width, height, thickness, hole } = values;
  const [top, front] = [height / 2, thickness];
  const { out, down, thick } = HOOK;
  // Outlines of height over depth, along the width.
  const hook: Point[] = [
    [front, top - thick],
    [front + out - thick, top - thick],
    [front + out, top - thick - down],
    [front + out + thick, top - thick - down],
    [front + out, top],
    [front, top],
  ];
  const foot: Point[] = [
    [front, -top],
    [front + FOOT.thick, -top],
    [front + FOOT.out, -top + FOOT.up],
    [front + FOOT.out, -top + FOOT.up + FOOT.thick],
    [front, -top + FOOT.thick],
  ];
  const along = { x: [0, 0, 1], z: [-1, 0, 0] } as const;
  const welded = ['torchTable', 'welder'] as const;
  const bar = { specification: 'plate, A36', machines: welded, length: width - 2 * STOP };
  return [
    drilledPlate({
      id: 'plate',
      name: 'Attach plate',
      ...{ width, height, thickness },
      holes: [{ diameter: hole, middles: middles(values) }],
      places: [AT_ORIGIN],
    }),
    profiled({
      id: 'hook',
      name: 'Hook',
      ...bar,
      corners: hook,
      places: [{ origin: [width / 2 - STOP, 0, 0], ...along }],
    }),
    profiled({
      id: 'foot',
      name: 'Foot',
      ...bar,
      corners: foot,
      places: [{ origin: [width / 2 - STOP, 0, 0], ...along }],
    }),
    profiled({
      id: 'stop',
      name: 'Stop at the side',
      specification: 'plate, A36',
      machines: welded,
      corners: [
        [front, -top],
        [front + FOOT.thick, -top],
        [front + FOOT.out + FOOT.thick, -top + FOOT.up],
        [front + out, top],
        [front, top],
      ],
      length: STOP,
      places: [width / 2, STOP - width / 2].map((x) => ({ origin: [x, 0, 0], ...along })),
    }),
  ];
}
