import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { cylinderPieces, cylinderSizes } from './pieces/cylinders.ts';
import { madeOf } from './pieces/pieces.ts';
import { circleArea, ringArea, towards } from './solids/shapes.ts';

const PRESS = 'CEB press';
const parameters = {
  bore: length({ least: 25, most: 250, usual: inches(5), source: `${PRESS}: cylinder of 5 in bore` }),
  rod: length({ least: 12, most: 200, usual: inches(2.5), source: `${PRESS}: rod of 2.5 in` }),
  stroke: length({
    least: 50,
    most: 2000,
    usual: inches(10),
    source: 'Chosen: a block of 6 in from loose soil',
  }),
  extension: length({ least: 0, most: 2000, usual: 0, source: 'How far it is drawn out' }),
  wall: length({ least: 3, most: 40, usual: inches(1 / 2), source: 'Chosen: nothing is known of the wall' }),
  pin: length({ least: 8, most: 100, usual: inches(1.5), source: 'Chosen: nothing is known of the pins' }),
  pressure: count({
    unit: 'bar',
    least: 10,
    most: 350,
    usual: 152,
    source: `${PRESS}: 2200 lb/in² (152 bar), at most 3000`,
  }),
  port: length({ least: 6, most: 40, usual: inches(1 / 2), source: 'The Power Cube’s couplers: 1/2 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Double-acting cylinder along z: the pin of its base along y through the origin, the rod's pin above. */
export const hydraulicCylinder = defineModule({
  id: 'hydraulic-cylinder',
  name: 'Hydraulic cylinder',
  parameters,
  sources: [
    'Force is pressure times the area of the piston: at 2200 lb/in² (152 bar) a bore of 5 in pushes with 43,000 lb (192 kN)',
    'Piston, gland, caps and eyes: chosen as shares of bore and pin',
  ],
  faults: (values) => {
    const { bore, rod, stroke, extension, wall, pin } = values;
    const { basePort, rodPort, boss } = cylinderSizes(values);
    return [
      ...(rod > 0.8 * bore ? [`A rod of ${rod} mm leaves no room for oil in a bore of ${bore} mm.`] : []),
      ...(extension > stroke
        ? [`It cannot be drawn out ${extension} mm with a stroke of ${stroke} mm.`]
        : []),
      ...(rodPort - basePort <= boss.width
        ? [`A stroke of ${stroke} mm is too short for two ports of ${values.port} mm.`]
        : []),
      ...(2.6 * pin > bore + 2 * wall
        ? [`An eye for a pin of ${pin} mm is wider than the cap of a bore of ${bore} mm.`]
        : []),
    ];
  },
  interfaces: (values) => {
    const { rodPin, portFrom, basePort, rodPort, boss } = cylinderSizes(values);
    const side = portFrom + boss.height;
    return [
      pinAt('base-pin', values, 0, [0, 0, 1]),
      pinAt('rod-pin', values, rodPin, [0, 0, -1]),
      portAt('base-port', values, side, basePort),
      portAt('rod-port', values, side, rodPort),
    ];
  },
  ...madeOf(cylinderPieces),
  budget: () => NO_BUDGET,
  figures: (values) => {
    const { bore, rod, stroke, pressure } = values;
    const { rodPin } = cylinderSizes({ ...values, extension: 0 });
    // 1 bar is 0.1 N/mm².
    return [
      { id: 'push', value: 0.1 * pressure * circleArea(bore), unit: 'N' },
      { id: 'pull', value: 0.1 * pressure * ringArea(bore, rod), unit: 'N' },
      { id: 'oil', value: (circleArea(bore) * stroke) / 1e6, unit: 'l' },
      { id: 'shortest', value: rodPin, unit: 'mm' },
      { id: 'longest', value: rodPin + stroke, unit: 'mm' },
    ];
  },
});

const pinAt = (id: string, { pin }: Values, z: number, x: readonly [0, 0, number]): ModuleInterface => ({
  id,
  kind: 'shaft',
  side: 'offers',
  diameter: pin,
  keyway: null,
  at: { origin: [0, 0, z], x, z: [0, 1, 0] },
  turns: 1,
});

/** What flows depends on how fast it moves: nobody knows that of the cylinder alone. */
const portAt = (id: string, { port }: Values, x: number, z: number): ModuleInterface => ({
  id,
  kind: 'hydraulicPort',
  side: 'needs',
  size: port,
  flow: null,
  pressure: null,
  at: towards('+x', [x, 0, z]),
  turns: 1,
});
