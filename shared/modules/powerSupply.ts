import { type Budget, defineModule } from './module.ts';
import { choice, count, length, type ValuesOf } from './parameters.ts';
import { bought, madeOf } from './pieces/pieces.ts';
import { box, circleArea, cylinder, joined, placed, towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

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
};
type Values = ValuesOf<typeof parameters>;

/** The gland that the cables leave by, millimetres: chosen. */
const GLAND = { diameter: 16, length: 12, sunk: 2 };

/** Electric supply for the motors of axes, lying on the plane z = 0 along x from the origin; cables leave along x. */
export const powerSupply = defineModule({
  id: 'power-supply',
  name: 'Power supply',
  parameters,
  sources: [
    'A closed box with its cables at one end, bought; its plug goes into the wall',
    'All measures chosen',
  ],
  faults: () => [],
  interfaces: (values) => [
    {
      id: 'supply',
      kind: 'electric',
      side: 'offers',
      volts: Number(values.volts),
      amps: Math.round((values.watts / Number(values.volts)) * 10) / 10,
      at: towards('+x', [values.length + GLAND.length, 0, values.height / 2]),
      turns: 1,
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
      places: [AT_ORIGIN],
    },
  ]),
  budget: (values): Budget => ({ flow: 0, pressure: 0, power: values.watts }),
});
