import { type Budget, defineModule, type Piece } from './module.ts';
import { choice, count, inches, length, type ValuesOf } from './parameters.ts';
import { bought, madeOf, told } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { box, circleArea, cylinder, joined, type Point, placed, towards } from './solids/shapes.ts';

const parameters = {
  volts: choice(['12', '24', '48'], '12', 'Universal Axis: motors for 12, 24 and 48 V'),
  watts: count({
    unit: 'W',
    least: 30,
    most: 1000,
    usual: 350,
    source: 'Chosen: a printer with a heated bed',
  }),
  length: length({ least: 80, most: 400, usual: 215, source: 'Chosen: as a supply of 350 W is sold' }),
  width: length({ least: 40, most: 200, usual: 115, source: 'Chosen: as a supply of 350 W is sold' }),
  height: length({ least: 20, most: 120, usual: 50, source: 'Chosen: as a supply of 350 W is sold' }),
  pitch: length({
    least: 15,
    most: 300,
    usual: inches(1),
    source: 'The tube it is screwed to: 1 in; no pitch is standard',
  }),
  hole: length({ least: 3, most: 60, usual: 6.5, source: 'Screws of 6 mm, as in smaller machines' }),
};
type Values = ValuesOf<typeof parameters>;

/** Of the plate that it is screwed to a frame with: chosen. Its flange is as wide as the tube's holes are apart. */
const PLATE = 3;
/** What must stay between two holes and from a hole to an edge, millimetres: chosen. */
const WEB = 1;

/** Middles of the holes in the flange, about the middle of the length. */
function middles({ length: long, width, pitch, hole }: Values): Point[] {
  const count = Math.max(1, Math.floor((long - hole - 2 * WEB) / pitch) + 1);
  return Array.from(
    { length: count },
    (_, n): Point => [(n - (count - 1) / 2) * pitch, -(width + pitch) / 2],
  );
}

/** The gland that the cables leave by, millimetres: chosen. */
const GLAND = { diameter: 16, length: 12, sunk: 2 };

/**
 * Electric supply for the motors of axes, lying on the plane z = 0 along x from the origin; cables leave along x. The
 * flange of the plate below it sticks out to −y.
 */
export const powerSupply = defineModule({
  id: 'power-supply',
  name: 'Power supply',
  parameters,
  sources: [
    'A closed box with its cables at one end, bought; its plug goes into the wall',
    'A plate with a row of holes below it: chosen',
    'All measures chosen',
  ],
  faults: ({ pitch, hole, length: long }) =>
    hole + 2 * WEB > Math.min(pitch, long)
      ? [`Holes of ${told(hole)} mm have no room on a flange of ${told(Math.min(pitch, long))} mm.`]
      : [],
  interfaces: (values) => [
    {
      id: 'supply',
      kind: 'electric',
      side: 'offers',
      volts: Number(values.volts),
      amps: Math.round((values.watts / Number(values.volts)) * 10) / 10,
      at: towards('+x', [values.length + GLAND.length, 0, PLATE + values.height / 2]),
      turns: 1,
    },
    {
      id: 'mount',
      kind: 'holeGrid',
      side: 'offers',
      pitch: values.pitch,
      hole: values.hole,
      rows: 1,
      holes: { x: middles(values).length, y: 1 },
      at: towards('-z', [
        values.length / 2 + (middles(values)[0]?.[0] ?? 0),
        middles(values)[0]?.[1] ?? 0,
        0,
      ]),
      turns: 90,
    },
  ],
  ...madeOf((values: Values) => [
    {
      ...bought({
        id: 'supply',
        name: `Power supply ${values.volts} V, ${values.watts} W`,
        material: 'machine',
        specification: 'switching, in a closed case',
      }),
      tracked: true,
      volume: values.length * values.width * values.height + circleArea(GLAND.diameter) * GLAND.length,
      shape: joined(
        placed(box(values.length, values.width, values.height), towards('+z', [values.length / 2, 0, 0])),
        placed(
          cylinder(GLAND.diameter, GLAND.length + GLAND.sunk),
          towards('+x', [values.length - GLAND.sunk, 0, values.height / 2]),
        ),
      ),
      holes: 0,
      places: [towards('+z', [0, 0, PLATE])],
    },
    plate(values),
  ]),
  budget: (values): Budget => ({ flow: 0, pressure: 0, power: values.watts }),
});

function plate(values: Values): Piece {
  const { length: long, width, pitch, hole } = values;
  return drilledPlate({
    id: 'plate',
    name: 'Plate of the supply',
    width: long,
    height: width + pitch,
    thickness: PLATE,
    // About the plate's own middle, half a flange beside that of the box.
    holes: [{ diameter: hole, middles: middles(values).map(([x, y]): Point => [x, y + pitch / 2]) }],
    places: [towards('+z', [long / 2, -pitch / 2, 0])],
  });
}
