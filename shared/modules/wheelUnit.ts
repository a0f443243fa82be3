import { type Budget, defineModule, type ModuleInterface, type Piece } from './module.ts';
import { choice, inches, length, type ValuesOf } from './parameters.ts';
import { bearingHeight, driveFaults, drivePlanes, driveUnit } from './pieces/driveUnit.ts';
import { MOTOR, motorPorts } from './pieces/hydraulicMotor.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { hub, hubLength, rim, tyre } from './pieces/wheels.ts';
import { cornersOf, towards } from './solids/shapes.ts';

const UNIT = 'Wheel unit (UWU v25)';
const parameters = {
  plate: length({ least: 200, most: 400, usual: inches(8), source: `${UNIT}: plates of 8 × 8 in` }),
  thickness: length({ least: 5, most: 20, usual: inches(1 / 4), source: `${UNIT}: plates of 1/4 in` }),
  firstGap: length({ least: 60, most: 200, usual: inches(3), source: `${UNIT}: gaps of 3 and 4 in` }),
  secondGap: length({ least: 60, most: 300, usual: inches(4), source: `${UNIT}: gaps of 3 and 4 in` }),
  shaft: length({ least: 20, most: 44.45, usual: inches(1.25), source: `${UNIT}: shaft of 1.25 in` }),
  shaftLength: length({ least: 200, most: 600, usual: inches(10), source: `${UNIT}: shaft 10 in long` }),
  wheel: choice(['none', 'rim', 'tyre'], 'tyre', 'Chosen: a unit may also drive something else'),
  wheelDiameter: length({ least: 420, most: 1200, usual: 500, source: 'LifeTrac v25: wheels of 500 mm' }),
  wheelWidth: length({ least: 120, most: 400, usual: 180, source: 'Chosen: nothing is known' }),
  motor: choice(
    ['large', 'medium', 'small'],
    'large',
    'Motors of 32, 24 and 12 in³ a turn at some 72 turns a minute; bills of materials name 32 and 24, the third is chosen',
  ),
};
type Values = ValuesOf<typeof parameters>;

/** The plate that bolts to a frame of 4 in tubes: two by two holes. */
const MOUNT = { pitch: inches(4), hole: inches(1), thickness: inches(1 / 2) };
/** Between the outer plate and the rim: chosen. */
const RIM_CLEARANCE = 8;

/** What the heads of the wheel’s bolts take on the inner side of the hub. */
const BOLT_HEADS = 9;

const hubPlane = (values: Values): number => drivePlanes(values).shaftEnd - hubLength;

/** Hydraulic wheel drive: its axis along x through the origin, the motor on the side of −x, the mount above. */
export const wheelUnit = defineModule({
  id: 'wheel-unit',
  name: 'Wheel unit',
  parameters,
  sources: [
    `${UNIT}: motor flange 7.5 in square with 4 bolts on 8.25 in; bearings with 4 bolts on 6.19 in`,
    'How a unit hangs on its frame is not known: the mounting plate is a joint plate of 2 × 2, chosen',
    'A motor takes 10 gal/min at 2000 lb/in²: chosen. Bills of materials tell of 11 gal/min at 2000 to 2500 lb/in², and of 15 to 20 at 2500',
  ],
  faults: (values) => [
    ...driveFaults(values),
    ...(values.wheel !== 'none' &&
    hubPlane(values) - BOLT_HEADS <= drivePlanes(values).outer + bearingHeight(values)
      ? [`A shaft of ${values.shaftLength} mm has no room for a hub of ${hubLength} mm outside the bearing.`]
      : []),
    ...(values.wheel !== 'none' &&
    mountMiddle(values) + MOUNT.pitch > drivePlanes(values).outer + RIM_CLEARANCE
      ? [`The plates are so close that the mounting plate of ${2 * MOUNT.pitch} mm reaches into the wheel.`]
      : []),
    ...(values.wheel !== 'none' && rimInset(values) + 20 >= values.wheelWidth
      ? [`A rim ${values.wheelWidth} mm wide does not reach the hub at the end of the shaft.`]
      : []),
  ],
  interfaces: (values) => [mountGrid(values), ...motorInterfaces(values), ...shaftEnd(values)],
  ...madeOf((values: Values) => [...driveUnit(values, 0), mountPlate(values), ...wheelPieces(values)]),
  budget: ({ motor }): Budget => ({
    flow: -FLOWS[motor],
    pressure: -PRESSURE,
    power: -Math.round((FLOWS[motor] * PRESSURE) / 0.6),
  }),
});

/** What a motor takes, litres a minute: 10, 7.5 and 3.7 gal/min. */
const FLOWS: Record<Values['motor'], number> = { large: 37.9, medium: 28.4, small: 14.1 };
/** Bar: 2000 lb/in². */
const PRESSURE = 138;

/** How far the rim begins before the hub's flange. */
const rimInset = (values: Values): number => {
  const disc = hubPlane(values) + 12;
  return disc - drivePlanes(values).outer - RIM_CLEARANCE;
};

function wheelPieces(values: Values): Piece[] {
  if (values.wheel === 'none') return [];
  const { shaft, wheelDiameter: diameter, wheelWidth: width } = values;
  const plane = hubPlane(values);
  const inset = rimInset(values);
  const rolling = [
    hub(shaft, towards('+x', [plane, 0, 0])),
    ...rim({ shaft, diameter, width, inset }, towards('+x', [plane + 12, 0, 0])),
  ];
  if (values.wheel === 'rim') return rolling;
  return [...rolling, tyre(diameter, width, towards('+x', [plane + 12 - inset, 0, 0]))];
}

const mountMiddle = (values: Values): number => drivePlanes(values).outer / 2;

const mountPlate = (values: Values): Piece =>
  drilledPlate({
    id: 'mounting-plate',
    name: 'Mounting plate',
    width: 2 * MOUNT.pitch,
    height: 2 * MOUNT.pitch,
    thickness: MOUNT.thickness,
    holes: [{ diameter: MOUNT.hole, middles: cornersOf(MOUNT.pitch, MOUNT.pitch) }],
    places: [towards('+z', [mountMiddle(values), 0, values.plate / 2])],
  });

const mountGrid = (values: Values): ModuleInterface => ({
  id: 'mount',
  kind: 'holeGrid',
  side: 'offers',
  pitch: MOUNT.pitch,
  hole: MOUNT.hole,
  rows: 2,
  holes: { x: 2, y: 2 },
  // Its x lies across the axle, as the long tubes of a frame do.
  at: {
    origin: [mountMiddle(values) + MOUNT.pitch / 2, -MOUNT.pitch / 2, values.plate / 2 + MOUNT.thickness],
    x: [0, 1, 0],
    z: [0, 0, 1],
  },
  turns: 90,
});

function motorInterfaces({ motor }: Values): ModuleInterface[] {
  const [inlet, outlet] = motorPorts(towards('-x', [0, 0, 0]));
  const port = { kind: 'hydraulicPort', size: MOTOR.port, turns: 1 } as const;
  return [
    ...(inlet
      ? [
          {
            ...port,
            id: 'port-in',
            side: 'needs',
            flow: FLOWS[motor],
            pressure: PRESSURE,
            at: inlet,
          } as const,
        ]
      : []),
    ...(outlet
      ? [{ ...port, id: 'port-out', side: 'offers', flow: null, pressure: null, at: outlet } as const]
      : []),
  ];
}

const shaftEnd = (values: Values): ModuleInterface[] =>
  values.wheel === 'none'
    ? [
        {
          id: 'shaft-end',
          kind: 'shaft',
          side: 'offers',
          diameter: values.shaft,
          keyway: values.shaft / 4,
          at: towards('+x', [drivePlanes(values).shaftEnd, 0, 0]),
          turns: 1,
        },
      ]
    : [];
