import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { bearingSizes } from './pieces/bearings.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { onCircle, type Point, towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  between: count({
    least: 1,
    most: 8,
    usual: 2,
    source: 'Wheel unit: a bearing takes a plate of 8 × 8 in, two squares of 4 in',
  }),
  rows: count({ least: 2, most: 8, usual: 2, source: 'Plates in multiples of 4 × 4 in' }),
  pitch: length({ least: 20, most: 300, usual: inches(4), source: 'The tubes it lies on: 4 in' }),
  hole: length({ least: 3, most: 100, usual: inches(1), source: 'The same holes as in the tube: 1 in' }),
  boltCircle: length({
    least: 40,
    most: 500,
    usual: inches(6.19),
    source: 'Wheel unit: bearings with 4 bolts on 6.19 in',
  }),
  bolt: length({
    least: 4,
    most: 40,
    usual: inches(17 / 32),
    source: 'Chosen: clearance for bolts of 1/2 in, as in the bearing',
  }),
  opening: length({
    least: 10,
    most: 200,
    usual: inches(1.5),
    source: 'Chosen: room around a shaft of 1.25 in',
  }),
  thickness: length({ least: 3, most: 50, usual: inches(1 / 4), source: 'Wheel unit: plates of 1/4 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Steel that must stay between two holes, and around the bolts to the edge; millimetres, chosen. */
const WEB = 3;

/** Middles of one column of holes, on the left (-1) or on the right (1). */
const column = ({ between, rows, pitch }: Values, side: -1 | 1): Point[] =>
  Array.from({ length: rows }, (_, row) => [
    (side * (between + 1) * pitch) / 2,
    (row - (rows - 1) / 2) * pitch,
  ]);

/** Plate that carries a flange bearing between two tubes: its middle is above the origin, the tubes run along y. */
export const bearingPlate = defineModule({
  id: 'bearing-plate',
  name: 'Bearing plate',
  parameters,
  sources: [
    'A column of holes on each side lies on a tube; the squares between are free for the bearing: chosen',
    'How bearings meet a frame is not known but in the wheel and track unit',
  ],
  faults: (values) => {
    const { between, rows, pitch, hole, boltCircle, bolt, opening } = values;
    const { side: reach } = bearingSizes(0, boltCircle, bolt);
    return [
      ...(hole + WEB > pitch
        ? [`Holes of ${hole} mm at ${pitch} mm leave less than ${WEB} mm between them.`]
        : []),
      ...(reach > between * pitch || reach > rows * pitch
        ? [
            `A bearing with bolts on ${boltCircle} mm has no room on ${between * pitch} × ${rows * pitch} mm between the tubes.`,
          ]
        : []),
      ...(opening + bolt + 2 * WEB > boltCircle
        ? [`An opening of ${opening} mm reaches the bolts on ${boltCircle} mm.`]
        : []),
    ];
  },
  interfaces: (values) => [
    seat('seat', values, values.thickness, '+z'),
    seat('seat-below', values, 0, '-z'),
    grid('grid-left', values, -1),
    grid('grid-right', values, 1),
  ],
  ...madeOf((values: Values) => [
    drilledPlate({
      id: 'plate',
      name: 'Bearing plate',
      width: (values.between + 2) * values.pitch,
      height: values.rows * values.pitch,
      thickness: values.thickness,
      holes: [
        { diameter: values.hole, middles: [...column(values, -1), ...column(values, 1)] },
        { diameter: values.bolt, middles: onCircle(values.boltCircle, 4) },
        { diameter: values.opening, middles: [[0, 0]] },
      ],
      places: [AT_ORIGIN],
    }),
  ]),
  budget: () => NO_BUDGET,
});

const seat = (id: string, { boltCircle, bolt }: Values, z: number, axis: '+z' | '-z'): ModuleInterface => ({
  id,
  kind: 'boltCircle',
  side: 'offers',
  diameter: boltCircle,
  count: 4,
  hole: bolt,
  at: towards(axis, [0, 0, z]),
  turns: 90,
});

/** On the lower face, where the tubes are; x runs along the tube, as a tube's own grid does. */
function grid(id: string, values: Values, side: -1 | 1): ModuleInterface {
  const [x, y] = column(values, side)[0] ?? [0, 0];
  const { pitch, hole, rows } = values;
  return {
    id,
    kind: 'holeGrid',
    side: 'offers',
    pitch,
    hole,
    rows: 1,
    holes: { x: rows, y: 1 },
    at: { origin: [x, y, 0], x: [0, 1, 0], z: [0, 0, -1] },
    turns: 180,
  };
}
