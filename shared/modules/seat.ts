import { defineModule, NO_BUDGET, type Piece } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { bought, madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { squareTubes } from './pieces/tubes.ts';
import { box, towards } from './solids/shapes.ts';

const parameters = {
  width: length({ least: 250, most: 700, usual: 440, source: 'Chosen: one person' }),
  height: length({
    least: 120,
    most: 700,
    usual: 260,
    source: 'Chosen: from what it stands on to the cushion',
  }),
  back: length({ least: 100, most: 800, usual: 380, source: 'Chosen: up to the shoulders' }),
  pitch: length({ least: 40, most: 300, usual: inches(4), source: 'What it stands on: holes every 4 in' }),
  hole: length({ least: 3, most: 60, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen. */
const CUSHION = 60;
const BASE = 6.35;
const POST = 60;
const PAN = 5;

/** Seat on a post: it stands on the plane z = 0 about the origin, and whoever sits on it looks to +y. */
export const seat = defineModule({
  id: 'seat',
  name: 'Seat',
  parameters,
  sources: ['Nothing is known of it: all chosen. The belt is left out'],
  faults: ({ pitch, hole }) =>
    hole + POST > pitch * Math.SQRT2
      ? [`Holes of ${hole} mm at ${pitch} mm lie under the post of ${POST} mm.`]
      : [],
  interfaces: ({ pitch, hole }) => [
    {
      id: 'mount',
      kind: 'holeGrid',
      side: 'offers',
      pitch,
      hole,
      rows: 2,
      holes: { x: 2, y: 2 },
      at: towards('-z', [-pitch / 2, pitch / 2, 0]),
      turns: 90,
    },
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

function pieces({ width, height, back, pitch, hole }: Values): Piece[] {
  const half = pitch / 2;
  const side = pitch + hole + 30;
  const top = height + CUSHION;
  return [
    drilledPlate({
      id: 'base',
      name: 'Seat base',
      width: side,
      height: side,
      thickness: BASE,
      holes: [
        {
          diameter: hole,
          middles: [
            [-half, -half],
            [half, -half],
            [half, half],
            [-half, half],
          ],
        },
      ],
      places: [towards('+z', [0, 0, 0])],
    }),
    squareTubes({
      id: 'post',
      name: 'Seat post',
      outer: POST,
      wall: 4,
      length: height - PAN - BASE,
      places: [towards('+z', [0, 0, BASE])],
    }),
    drilledPlate({
      id: 'pan',
      name: 'Seat pan',
      width,
      height: width,
      thickness: PAN,
      holes: [],
      places: [towards('+z', [0, 0, height - PAN])],
    }),
    {
      ...bought({ id: 'cushion', name: 'Cushion', material: 'rubber', specification: 'foam, covered' }),
      source: 'recover',
      volume: width * width * CUSHION,
      shape: box(width, width, CUSHION),
      holes: 0,
      places: [towards('+z', [0, 0, height])],
    },
    {
      ...bought({
        id: 'back',
        name: 'Back rest',
        material: 'rubber',
        specification: 'foam on a plate, covered',
      }),
      source: 'recover',
      volume: width * CUSHION * back,
      shape: box(width, CUSHION, back),
      holes: 0,
      places: [towards('+z', [0, -width / 2 + CUSHION / 2, top])],
    },
  ];
}
