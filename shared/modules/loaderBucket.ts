import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { lugs } from './pieces/lugs.ts';
import { madeOf, told } from './pieces/pieces.ts';
import { profiled } from './pieces/profiles.ts';
import { type Point, towards } from './solids/shapes.ts';
import type { Vector } from './vectors.ts';

const parameters = {
  width: length({ least: 400, most: 3000, usual: 1200, source: 'LifeTrac v25: 1200 mm wide' }),
  depth: length({ least: 250, most: 1200, usual: 480, source: 'Chosen: nothing is known' }),
  height: length({ least: 250, most: 1200, usual: 420, source: 'Chosen: nothing is known' }),
  sheet: length({ least: 3, most: 20, usual: inches(1 / 4), source: 'Chosen: plate of 1/4 in' }),
  spread: length({
    least: 200,
    most: 2900,
    usual: inches(41),
    source: 'Chosen: from the inner side of one arm to that of the other',
  }),
  tilt: count({
    unit: 'degrees',
    least: -90,
    most: 90,
    usual: 30,
    source: 'Chosen: how far the arms slope down where the bucket stands level',
  }),
  hole: length({ least: 8, most: 60, usual: inches(1), source: 'Holes of typically 1 in' }),
  pitch: length({ least: 15, most: 1000, usual: inches(4), source: 'The arms: tubes with holes every 4 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen: from the pins to the back, of the lugs, the slanted corner, the cutting edge. */
const BACK = 95;
const LUG = 12.7;
const CORNER = 110;
const EDGE = { depth: 130, thickness: 12.7 };
/**
 * Where the cylinders that tip it meet it, chosen: in front of the pins, as a share of the height above them, and from the
 * inner side of an arm to their middle; their pins, and the room between two lugs.
 */
export const TILT = { out: 40, up: 0.22, aside: 45, pin: 22.4, room: 38 };
/** Share of the height that lies below the pins, and of the depth that the roof reaches. */
const BELOW = 0.7;
const ROOF = 0.3;

/** Loader bucket: its pins on the x axis, opening towards +y. */
export const loaderBucket = defineModule({
  id: 'loader-bucket',
  name: 'Loader bucket',
  parameters,
  sources: [
    'Back 95 mm in front of the pins, a slanted corner of 110 mm, a cutting edge of 1/2 in: all chosen',
    'How it is tipped is not known: lugs for a cylinder beside each arm, chosen',
  ],
  faults: ({ width, spread, sheet }) =>
    spread + 4 * sheet > width
      ? [`Lugs ${told(spread)} mm apart do not stand on a back of ${told(width)} mm.`]
      : [],
  interfaces: (values) => [
    pin('arm-right', values, 1),
    pin('arm-left', values, -1),
    tiltPin('tilt-right', values, 1),
    tiltPin('tilt-left', values, -1),
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

function pin(id: string, { spread, tilt, hole, pitch }: Values, side: -1 | 1): ModuleInterface {
  const angle = (tilt * Math.PI) / 180;
  return {
    id,
    kind: 'holeGrid',
    side: 'offers',
    pitch,
    hole,
    rows: 1,
    holes: { x: 1, y: 1 },
    at: {
      origin: [(side * spread) / 2, 0, 0],
      x: [0, Math.cos(angle), -Math.sin(angle)],
      z: [side, 0, 0],
    },
    turns: 90,
  };
}

/** On the outer one of two lugs, looking at the inner one; turned as the arm is, backwards. */
function tiltPin(id: string, values: Values, side: -1 | 1): ModuleInterface {
  const [middle, y, z] = tiltAt(values, side);
  const angle = (values.tilt * Math.PI) / 180;
  return {
    id,
    kind: 'holeGrid',
    side: 'offers',
    pitch: values.pitch,
    hole: TILT.pin,
    rows: 1,
    holes: { x: 1, y: 1 },
    at: {
      origin: [middle + (side * TILT.room) / 2, y, z],
      x: [0, -Math.cos(angle), Math.sin(angle)],
      z: [-side, 0, 0],
    },
    turns: 90,
  };
}

const tiltAt = ({ spread, height }: Values, side: -1 | 1): Vector => [
  side * (spread / 2 - TILT.aside),
  TILT.out,
  TILT.up * height,
];

function pieces(values: Values): Piece[] {
  const { width, depth, height, sheet, spread, hole } = values;
  const bottom = -BELOW * height;
  const top = bottom + height;
  const [back, front, roof] = [BACK, BACK + depth, BACK + ROOF * depth];
  const inner = sheet * (Math.SQRT2 - 1);
  const shell: Point[] = [
    [back + CORNER, bottom],
    [front, bottom],
    [front, bottom + sheet],
    [back + CORNER + inner, bottom + sheet],
    [back + sheet, bottom + CORNER + inner],
    [back + sheet, top - sheet],
    [roof, top - sheet],
    [roof, top],
    [back, top],
    [back, bottom + CORNER],
  ];
  const side: Point[] = [
    [back + CORNER, bottom],
    [front, bottom],
    [front - 0.1 * depth, bottom + 0.45 * height],
    [roof, top],
    [back, top],
    [back, bottom + CORNER],
  ];
  return [
    profiled({
      id: 'shell',
      name: `Bucket shell ${told(width - 2 * sheet)} mm`,
      specification: 'plate, A36, bent',
      machines: ['torchTable', 'press', 'welder'],
      corners: shell,
      length: width - 2 * sheet,
      places: [towards('+x', [-width / 2 + sheet, 0, 0])],
    }),
    profiled({
      id: 'side',
      name: 'Bucket side',
      specification: 'plate, A36',
      machines: ['torchTable', 'welder'],
      corners: side,
      length: sheet,
      places: [-width / 2, width / 2 - sheet].map((x) => towards('+x', [x, 0, 0])),
    }),
    profiled({
      id: 'cutting-edge',
      name: `Cutting edge ${told(width)} mm`,
      specification: 'wear plate',
      machines: ['torchTable', 'welder'],
      corners: [
        [front - EDGE.depth, bottom - EDGE.thickness],
        [front + 30, bottom - EDGE.thickness],
        [front + 10, bottom],
        [front - EDGE.depth, bottom],
      ],
      length: width,
      places: [towards('+x', [-width / 2, 0, 0])],
    }),
    lugs({
      id: 'lug',
      pin: hole,
      reach: BACK,
      thickness: LUG,
      places: [-spread / 2, spread / 2 - LUG].map((x) => ({
        origin: [x, 0, 0],
        x: [0, 0, -1],
        z: [1, 0, 0],
      })),
    }),
    lugs({
      id: 'tilt-lug',
      pin: TILT.pin,
      reach: BACK - TILT.out,
      thickness: LUG,
      places: ([-1, 1] as const).flatMap((side) => {
        const [middle, y, z] = tiltAt(values, side);
        return [-TILT.room / 2 - LUG, TILT.room / 2].map((aside) => ({
          origin: [middle + aside, y, z] as const,
          x: [0, 0, -1] as const,
          z: [1, 0, 0] as const,
        }));
      }),
    }),
  ];
}
