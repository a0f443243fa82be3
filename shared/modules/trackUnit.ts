import { type Budget, defineModule, type ModuleInterface } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { driveFaults, driveUnit } from './pieces/driveUnit.ts';
import { MOTOR, motorPorts } from './pieces/hydraulicMotor.ts';
import { madeOf } from './pieces/pieces.ts';
import { trackChain } from './pieces/trackChain.ts';
import { trackFrame } from './pieces/trackFrame.ts';
import { RAIL, railHoles, trackPlanes } from './pieces/trackSizes.ts';
import { towards } from './solids/shapes.ts';

const UNIT = 'Track unit (UTU v25)';
const SAME = 'the same plates as the wheel unit';
const parameters = {
  apart: length({ least: 700, most: 3000, usual: inches(48), source: `${UNIT}: idlers 48 in apart` }),
  above: length({ least: 450, most: 1200, usual: inches(24), source: `${UNIT}: drive 24 in above` }),
  teeth: count({ least: 12, most: 24, usual: 12, source: `${UNIT}: sprocket of 12 teeth` }),
  chainPitch: length({ least: 76, most: 102, usual: inches(3), source: `${UNIT}: sprocket of 3 in pitch` }),
  barEvery: count({ least: 1, most: 4, usual: 2, source: 'Chosen: a bar on every second link' }),
  barLength: length({
    least: 220,
    most: 500,
    usual: inches(10),
    source: `${UNIT}: bars of 2.5 × 0.5 × 10 in`,
  }),
  plate: length({ least: 200, most: 205, usual: inches(8), source: `${UNIT}: ${SAME}, 8 × 8 in` }),
  thickness: length({ least: 5, most: 20, usual: inches(1 / 4), source: `${UNIT}: ${SAME}, 1/4 in` }),
  firstGap: length({
    least: 60,
    most: 120,
    usual: inches(3),
    source: `${UNIT}: ${SAME}, gaps of 3 and 4 in`,
  }),
  secondGap: length({
    least: 60,
    most: 200,
    usual: inches(4),
    source: `${UNIT}: ${SAME}, gaps of 3 and 4 in`,
  }),
  shaft: length({ least: 25, most: 44.45, usual: inches(1.25), source: `${UNIT}: shaft of 1.25 in` }),
  shaftLength: length({ least: 250, most: 800, usual: inches(14), source: `${UNIT}: shaft 14 in long` }),
};
type Values = ValuesOf<typeof parameters>;

/** What its motor takes: 10 gal/min at 2000 lb/in²; litres a minute and bar. */
const TRACK_MOTOR = { flow: 37.9, pressure: 138 };

/** Hydraulic crawler: the idlers stand on a line along y through the origin, the drive above, its axis along x. */
export const trackUnit = defineModule({
  id: 'track-unit',
  name: 'Track unit',
  parameters,
  sources: [
    `${UNIT}: motor flange 7.5 in square with 4 bolts on 8.25 in; bearings with 4 bolts on 6.19 in`,
    'Side plates, idlers of 10 in and the sides of the chain are chosen: nothing is known of them',
    'The inner side plate carries a row of holes of 1 in at 4 in, so that it bolts to a frame tube: chosen',
    'A motor takes 10 gal/min at 2000 lb/in²: chosen, as for the wheel unit',
  ],
  faults: (values) => [
    ...driveFaults(values),
    ...(trackPlanes(values).chainEnd > trackPlanes(values).shaftEnd
      ? [`A shaft of ${values.shaftLength} mm ends before the second sprocket.`]
      : []),
    ...(values.barLength > 2 * (trackPlanes(values).middle - trackPlanes(values).second)
      ? [`Bars of ${values.barLength} mm reach the motor’s side of the unit.`]
      : []),
  ],
  interfaces: (values) => [...motorInterfaces(values), ...mountGrid(values)],
  ...madeOf((values: Values) => [
    ...driveUnit(values, values.above),
    ...trackFrame(values),
    ...trackChain(values),
  ]),
  budget: (): Budget => ({
    flow: -TRACK_MOTOR.flow,
    pressure: -TRACK_MOTOR.pressure,
    power: -Math.round((TRACK_MOTOR.flow * TRACK_MOTOR.pressure) / 0.6),
  }),
});

function motorInterfaces({ above }: Values): ModuleInterface[] {
  const [inlet, outlet] = motorPorts(towards('-x', [0, 0, above]));
  const port = { kind: 'hydraulicPort', size: MOTOR.port, turns: 1 } as const;
  return [
    ...(inlet ? [{ ...port, id: 'port-in', side: 'needs', ...TRACK_MOTOR, at: inlet } as const] : []),
    ...(outlet
      ? [{ ...port, id: 'port-out', side: 'offers', flow: null, pressure: null, at: outlet } as const]
      : []),
  ];
}

function mountGrid(values: Values): ModuleInterface[] {
  const [first] = railHoles(values);
  if (first === undefined) return [];
  const common = {
    kind: 'holeGrid',
    side: 'offers',
    pitch: RAIL.pitch,
    hole: RAIL.hole,
    turns: 180,
  } as const;
  const at = { origin: [trackPlanes(values).outer, first, 0], x: [0, 1, 0], z: [-1, 0, 0] } as const;
  return [{ ...common, id: 'mount', rows: 1, holes: { x: railHoles(values).length, y: 1 }, at }];
}
