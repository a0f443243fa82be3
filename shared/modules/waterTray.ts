import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { count, length, type ValuesOf } from './parameters.ts';
import { made, madeOf, told } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { box, cutBy, raised, towards } from './solids/shapes.ts';

const parameters = {
  width: length({
    least: 300,
    most: 2500,
    usual: 1220,
    source: 'CNC torch table: sheets of 4 × 8 ft, the narrow side',
  }),
  length: length({ least: 300, most: 5000, usual: 2440, source: 'CNC torch table: sheets of 4 × 8 ft' }),
  height: length({ least: 40, most: 400, usual: 110, source: 'Chosen: room for water under the slats' }),
  sheet: length({ least: 2, most: 8, usual: 3.2, source: 'Chosen: sheet of 1/8 in' }),
  slats: count({ least: 2, most: 80, usual: 24, source: 'Chosen: a slat every 100 mm' }),
  spread: length({
    least: 100,
    most: 2400,
    usual: 1016,
    source: 'Chosen: as far apart as the tubes it lies on',
  }),
  pitch: length({ least: 15, most: 300, usual: 50.8, source: 'The tubes it lies on: 2 in' }),
  hole: length({ least: 3, most: 60, usual: 12.7, source: 'Chosen: half an inch' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen: of the runners below, of the slats, and what stays around a hole. */
const RUNNER = { width: 50, thickness: 6 };
const SLAT = { width: 3.2, height: 100, above: 25 };
const WEB = 2;

const middles = ({ length: long, pitch }: Values): number[] => {
  const holes = Math.max(1, Math.floor((long - pitch) / pitch));
  return Array.from({ length: holes }, (_, n) => (n - (holes - 1) / 2) * pitch);
};

/** Tray with slats on which sheets are cut: its runners lie on z = 0 along y, its middle above the origin. */
export const waterTray = defineModule({
  id: 'water-tray',
  name: 'Water tray',
  parameters,
  sources: ['Slats of 4 in × 1/8 in stand 25 mm out of the tray; runners of 50 × 6 mm: chosen'],
  faults: ({ width, spread, length: long, slats, sheet, pitch, hole, height }) => [
    ...(spread + RUNNER.width > width
      ? [`Runners ${spread} mm apart reach beyond a tray of ${width} mm.`]
      : []),
    ...(slats * (SLAT.width + 5) > long - 2 * sheet ? [`${slats} slats have no room on ${long} mm.`] : []),
    ...(hole + WEB > pitch || hole + 2 * WEB > RUNNER.width || hole + pitch > long
      ? [`Holes of ${hole} mm at ${pitch} mm do not fit the runners.`]
      : []),
    ...(height + SLAT.above <= SLAT.height + sheet && height + SLAT.above - sheet < 20
      ? [`A tray of ${height} mm has no room for slats.`]
      : []),
  ],
  interfaces: (values) => [mount('mount-left', values, -1), mount('mount-right', values, 1)],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

const mount = (id: string, values: Values, side: -1 | 1): ModuleInterface => ({
  id,
  kind: 'holeGrid',
  side: 'offers',
  pitch: values.pitch,
  hole: values.hole,
  rows: 1,
  holes: { x: middles(values).length, y: 1 },
  at: { origin: [(side * values.spread) / 2, middles(values)[0] ?? 0, 0], x: [0, 1, 0], z: [0, 0, -1] },
  turns: 180,
});

function pieces(values: Values): Piece[] {
  const { width, length: long, height, sheet, slats, spread, hole } = values;
  const bottom = RUNNER.thickness;
  const room = [width - 2 * sheet, long - 2 * sheet, height - sheet] as const;
  const tall = Math.min(SLAT.height, height - sheet + SLAT.above);
  return [
    {
      ...made(
        {
          id: 'tray',
          name: `Tray ${told(width)} × ${told(long)} × ${told(height)} mm`,
          material: 'steel',
          specification: 'sheet, A36, welded tight',
        },
        ['torchTable', 'press', 'welder'],
      ),
      tracked: true,
      volume: width * long * height - room[0] * room[1] * room[2],
      shape: cutBy(box(width, long, height), raised(box(room[0], room[1], height), sheet)),
      holes: 0,
      places: [towards('+z', [0, 0, bottom])],
    },
    drilledPlate({
      id: 'runner',
      name: 'Runner',
      width: RUNNER.width,
      height: long,
      thickness: RUNNER.thickness,
      holes: [{ diameter: hole, middles: middles(values).map((y) => [0, y] as const) }],
      places: [-spread / 2, spread / 2].map((x) => towards('+z', [x, 0, 0])),
    }),
    {
      ...made(
        { id: 'slat', name: `Slat ${told(room[0])} mm`, material: 'steel', specification: 'flat bar, A36' },
        ['saw'],
        { stock: `flat bar ${SLAT.height} × ${SLAT.width} mm`, length: room[0] },
      ),
      volume: room[0] * SLAT.width * tall,
      shape: box(room[0], SLAT.width, tall),
      holes: 0,
      places: Array.from({ length: slats }, (_, n) =>
        towards('+z', [0, ((n + 0.5) / slats - 0.5) * room[1], bottom + height + SLAT.above - tall]),
      ),
    },
  ];
}
