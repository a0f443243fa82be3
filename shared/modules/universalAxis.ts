import { type Budget, defineModule, type ModuleInterface } from './module.ts';
import { choice, count, length, type ValuesOf } from './parameters.ts';
import { carriage, idlerSide, motorSide } from './pieces/axisBlocks.ts';
import { axisParts } from './pieces/axisParts.ts';
import { axisSizes } from './pieces/axisSizes.ts';
import { madeOf } from './pieces/pieces.ts';
import { towards } from './solids/shapes.ts';
import type { Placement } from './vectors.ts';

const parameters = {
  rod: choice(['8', '25.4', '50.8'], '8', 'Universal Axis: rods of 8 mm (5/16 in), 1 in and 2 in'),
  travel: length({ least: 20, most: 3000, usual: 200, source: 'Chosen: a printer’s bed of 200 mm' }),
  wider: length({ least: 0, most: 300, usual: 0, source: 'Chosen: how much further apart the rods are' }),
  position: count({
    unit: 'percent',
    least: 0,
    most: 100,
    usual: 50,
    source: 'Where the carriage stands, per cent of its travel',
  }),
};
type Values = ValuesOf<typeof parameters>;

/** Carriage on two rods along x, drawn by a belt: the motor's side begins at the origin. */
export const universalAxis = defineModule({
  id: 'universal-axis',
  name: 'Universal Axis',
  parameters,
  sources: [
    'Belt GT2; carriage, motor side and idler side; fourteen distinct parts at 8 mm',
    'Linear bearings: LM8UU 15 × 24 mm, and inch sizes of 1 9/16 × 2 1/4 in and 3 × 4 in',
    'Motors NEMA 17, 23 and 34 with their screws on 31, 47.14 and 69.6 mm: chosen by size of rod, as are volts and amps',
    'Walls of the blocks: chosen',
  ],
  faults: () => [],
  interfaces: (values) => {
    const { carriage: long, carriageFrom, across, tall, wall, ...axis } = axisSizes(values);
    const middle = carriageFrom + long / 2;
    return [
      {
        id: 'carriage',
        kind: 'mountFace',
        side: 'offers',
        width: long,
        height: across,
        at: towards('+z', [middle, 0, tall / 2 + wall]),
        turns: 180,
      },
      rodsAt('rods-motor', axis, { origin: [0, 0, 0], x: [0, -1, 0], z: [-1, 0, 0] }),
      rodsAt('rods-idler', axis, { origin: [axis.long, 0, 0], x: [0, 1, 0], z: [1, 0, 0] }),
      {
        id: 'motor',
        kind: 'electric',
        side: 'needs',
        volts: axis.volts,
        amps: axis.amps,
        at: towards('-z', [axis.motorSide / 2, 0, -tall / 2 - axis.motorDepth]),
        turns: 1,
      },
    ];
  },
  ...madeOf((values: Values) => {
    const axis = axisSizes(values);
    return [motorSide(axis), idlerSide(axis), ...carriage(axis), ...axisParts(axis)];
  }),
  budget: (values): Budget => {
    const { volts, amps } = axisSizes(values);
    return { flow: 0, pressure: 0, power: -Math.round(volts * amps) };
  },
});

const rodsAt = (
  id: string,
  { rod, spacing }: { rod: number; spacing: number },
  at: Placement,
): ModuleInterface => ({ id, kind: 'rodPair', side: 'offers', diameter: rod, spacing, at, turns: 180 });
