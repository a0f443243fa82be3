import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { made, madeOf, told } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { polygonArea, profiled } from './pieces/profiles.ts';
import { box, circle, circleArea, onCircle, type Point, polygon, prism, towards } from './solids/shapes.ts';

const parameters = {
  width: length({
    least: 400,
    most: 3000,
    usual: inches(45),
    source: 'Chosen: a quick attach plate of 45 in',
  }),
  radius: length({ least: 70, most: 500, usual: 112, source: 'Chosen: what turns in it, and a bit' }),
  above: length({
    least: 80,
    most: 510,
    usual: inches(4.5),
    source: 'Wheel unit: its mounting plate lies 4 1/2 in above the shaft',
  }),
  sheet: length({ least: 3, most: 16, usual: inches(1 / 4), source: 'Chosen: plate of 1/4 in' }),
  boltCircle: length({
    least: 60,
    most: 400,
    usual: inches(6.19),
    source: 'Wheel unit: bearings with 4 bolts on 6.19 in',
  }),
  bolt: length({
    least: 4,
    most: 40,
    usual: inches(17 / 32),
    source: 'Clearance for bolts of 1/2 in, as in the bearing',
  }),
  opening: length({ least: 20, most: 300, usual: 60, source: 'Chosen: room around a shaft of 1.25 in' }),
  pitch: length({ least: 40, most: 300, usual: inches(4), source: 'The tubes that it hangs on: 4 in' }),
  hole: length({ least: 3, most: 60, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen: from the sides to the first hole at least, and of the grate's bars. */
const MARGIN = 80;
const BAR = { width: 12, height: 25, apart: 45 };

/** Middles of the holes in its roof, two rows, about the middle of the width. */
function middles({ width, pitch }: Values): Point[] {
  const columns = Math.floor((width - 2 * MARGIN) / pitch) + 1;
  return [-0.5, 0.5].flatMap((row) =>
    Array.from({ length: columns }, (_, n): Point => [(n - (columns - 1) / 2) * pitch, row * pitch]),
  );
}

/** Steel between the lower bolts, which sit at 45°, and the slanted edge in front of them; millimetres, or a bit more. */
function besideBolts(hood: Pick<Values, 'radius' | 'above' | 'sheet' | 'boltCircle' | 'bolt'>): number {
  const { radius, above, sheet, boltCircle, bolt } = hood;
  const middle = boltCircle / Math.sqrt(8);
  const share = Math.max(0, (middle - 0.2 * radius) / (1.05 * above - 0.2 * radius));
  return (radius + sheet) * (1 - 0.6 * share) - middle - 0.65 * bolt;
}

/** Hood over what turns along x through the origin, from its left side to the right; hangs by its roof, open below. */
export const tillerHood = defineModule({
  id: 'tiller-hood',
  name: 'Tiller hood',
  parameters,
  sources: ['A roof, a sloping back, two sides with the bolts of a bearing, a grate behind: all chosen'],
  faults: ({ radius, above, sheet, boltCircle, bolt, opening, pitch, hole }) => [
    ...(above <= sheet + 10 || radius + sheet > above + 60
      ? [`A roof ${told(above)} mm up has no room for a radius of ${told(radius)} mm.`]
      : []),
    ...(boltCircle + bolt + 4 > 2 * above ||
    besideBolts({ radius, above, sheet, boltCircle, bolt }) < 3 ||
    opening + bolt + 6 > boltCircle
      ? [`Bolts on ${told(boltCircle)} mm do not fit the side.`]
      : []),
    ...(hole + 3 > pitch || radius < pitch / 2 + hole / 2 + sheet + 2
      ? [`Two rows of holes ${told(pitch)} mm apart do not fit a roof of ${told(2 * radius)} mm.`]
      : []),
  ],
  interfaces: (values) => {
    const { boltCircle, bolt, width, above, pitch, hole } = values;
    const bolts = { kind: 'boltCircle', side: 'offers', diameter: boltCircle, count: 4, hole: bolt } as const;
    const [x, y] = middles(values)[0] ?? [0, 0];
    const columns = middles(values).length / 2;
    const roof: ModuleInterface = {
      id: 'grid-top',
      kind: 'holeGrid',
      side: 'offers',
      pitch,
      hole,
      rows: 2,
      holes: { x: columns, y: 2 },
      at: towards('+z', [width / 2 + x, y, above]),
      turns: 90,
    };
    return [
      roof,
      { ...bolts, id: 'side-left', at: towards('-x', [0, 0, 0]), turns: 90 },
      { ...bolts, id: 'side-right', at: towards('+x', [width, 0, 0]), turns: 90 },
    ];
  },
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

function pieces(values: Values): Piece[] {
  const { width, radius, above, sheet, boltCircle, bolt, opening, hole } = values;
  const inside = width - 2 * sheet;
  const out = radius + sheet;
  const low = -0.75 * radius;
  const under = above - sheet;
  const side: Point[] = [
    [-out, low],
    [-0.4 * out, -1.05 * above],
    [0.4 * out, -1.05 * above],
    [out, -0.2 * radius],
    [out, under],
    [-out, under],
  ];
  const bolts = onCircle(boltCircle, 4);
  const bars = Math.floor((inside - BAR.width) / BAR.apart) + 1;
  return [
    drilledPlate({
      id: 'roof',
      name: 'Roof',
      width,
      height: 2 * out,
      thickness: sheet,
      holes: [{ diameter: hole, middles: middles(values) }],
      places: [towards('+z', [width / 2, 0, under])],
    }),
    {
      ...made({ id: 'side', name: 'Hood side', material: 'steel', specification: 'plate, A36' }, [
        'torchTable',
        'drillPress',
        'welder',
      ]),
      volume: (polygonArea(side) - circleArea(opening) - 4 * circleArea(bolt)) * sheet,
      shape: prism(polygon(side), sheet, [circle(opening), ...bolts.map((at) => circle(bolt, at))]),
      holes: 5,
      places: [0, width - sheet].map((x) => towards('+x', [x, 0, 0])),
    },
    profiled({
      id: 'back',
      name: 'Hood back',
      specification: 'plate, A36',
      machines: ['torchTable', 'welder'],
      corners: [
        [-out, low / 3],
        [-radius, low / 3],
        [-radius, under],
        [-out, under],
      ],
      length: inside,
      places: [towards('+x', [sheet, 0, 0])],
    }),
    {
      ...made(
        { id: 'grate-bar', name: 'Grate bar', material: 'steel', specification: 'flat bar, A36' },
        ['saw', 'welder'],
        { stock: `flat bar ${BAR.height} × ${BAR.width} mm`, length: Math.abs(low) * (2 / 3) },
      ),
      volume: BAR.width * (sheet + 6) * Math.abs(low) * (2 / 3),
      shape: box(BAR.width, sheet + 6, Math.abs(low) * (2 / 3)),
      holes: 0,
      places: Array.from({ length: bars }, (_, n) =>
        towards('+z', [width / 2 + (n - (bars - 1) / 2) * BAR.apart, -out + (sheet + 6) / 2, low]),
      ),
    },
  ];
}
