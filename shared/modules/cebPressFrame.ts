import { type Budget, defineModule, type ModuleInterface, type Piece } from './module.ts';
import { choice, inches, length, type ValuesOf } from './parameters.ts';
import { grate, type Hopper, hopperWalls } from './pieces/hoppers.ts';
import { madeOf } from './pieces/pieces.ts';
import {
  cylinderPorts,
  pressChamber,
  pressFrame,
  pressLugs,
  pressPins,
  pressValve,
  valvePorts,
} from './pieces/pressParts.ts';
import { PRESS, pressSizes } from './pieces/pressSizes.ts';
import { towards } from './solids/shapes.ts';
import type { Placement, Vector } from './vectors.ts';

const BLOCK = 'CEB press: block of 12 × 6 × 4 to 6 in';
const parameters = {
  blockLength: length({ least: 200, most: 400, usual: inches(12), source: BLOCK }),
  blockWidth: length({ least: 100, most: 200, usual: inches(6), source: BLOCK }),
  blockHeight: length({ least: inches(3.5), most: inches(6), usual: inches(4), source: BLOCK }),
  table: length({
    least: 950,
    most: 1300,
    usual: 1000,
    source: 'Chosen: the height at which blocks are taken',
  }),
  hopper: choice(['none', 'hopper'], 'hopper', 'Chosen: soil from a loader’s bucket'),
};
type Values = ValuesOf<typeof parameters>;

/** What the press needs at least: 14 gal/min at 2200 lb/in²; litres a minute and bar. */
const NEED = { flow: 53, pressure: 152 };

/** Frame, chamber and hopper of the brick press on the plane z = 0; the chamber's middle is above the origin. */
export const cebPressFrame = defineModule({
  id: 'ceb-press-frame',
  name: 'CEB press frame',
  parameters,
  sources: [
    'At least 14 gal/min at 2200 lb/in², at most 3000; main cylinder of 5 in bore: 43,000 lb; 6 to 10 blocks a minute',
    'Legs of 3 in tube, walls of 1 in, lugs, arms and hopper: chosen; nothing is known of them',
    'Loose soil is 1.7 times as high as the block: chosen',
  ],
  faults: () => [],
  interfaces: (values) => {
    const pins = pressPins(values);
    return [
      pinAt('main-pin', PRESS.mainPin, pins.main, [0, 0, 1]),
      pinAt('foot-pin', PRESS.mainPin, pins.foot, [0, 0, -1]),
      pinAt('drawer-pin', PRESS.drawerPin, pins.drawer, [1, 0, 0]),
      drawerTable(values),
      ...ports(values),
      ...cylinderPorts(values).map((at, n) => toCylinder(CYLINDER_PORTS[n] ?? '', at)),
    ];
  },
  ...madeOf((values: Values) => [
    ...pressFrame(values),
    ...pressLugs(values),
    ...pressChamber(values),
    pressValve(values),
    ...hopper(values),
  ]),
  budget: (): Budget => ({
    flow: -NEED.flow,
    pressure: -NEED.pressure,
    power: -Math.round((NEED.flow * NEED.pressure) / 0.6),
  }),
});

const CYLINDER_PORTS = ['main-push', 'main-pull', 'drawer-push', 'drawer-pull'];
/** How much flows there depends on which way the valve stands. */
const toCylinder = (id: string, at: Placement): ModuleInterface => ({
  id,
  kind: 'hydraulicPort',
  side: 'offers',
  size: 12.7,
  flow: null,
  pressure: null,
  at,
  turns: 1,
});

const GRATE_BARS = 9;

function hopper(values: Values): Piece[] {
  if (values.hopper === 'none') return [];
  const { channel, top } = pressSizes(values);
  const walls: Hopper = { mouth: [2 * PRESS.reach, 2 * channel], lean: 200, height: 380, sheet: 3 };
  // A sheet’s thickness above the side walls: the lower edges of leaning walls dip.
  const bottom = top + walls.sheet;
  return [...hopperWalls(walls, bottom), grate(walls, bottom, GRATE_BARS)];
}

/** A pin's axis runs along y; x looks along the cylinder that comes there. */
const pinAt = (id: string, diameter: number, origin: Vector, x: Vector): ModuleInterface => ({
  id,
  kind: 'shaft',
  side: 'needs',
  diameter,
  keyway: null,
  at: { origin, x, z: [0, -1, 0] },
  turns: 1,
});

/** Where the drawer's opening lies over the chamber. */
const drawerTable = ({ blockLength, blockWidth, table }: Values): ModuleInterface => ({
  id: 'table',
  kind: 'mountFace',
  side: 'offers',
  width: blockWidth,
  height: blockLength,
  at: towards('+z', [0, 0, table]),
  turns: 180,
});

function ports(values: Values): ModuleInterface[] {
  const [pressure, back] = valvePorts(values);
  const port = { kind: 'hydraulicPort', size: 12.7, turns: 1 } as const;
  return [
    ...(pressure ? [{ ...port, id: 'port-in', side: 'needs', ...NEED, at: pressure } as const] : []),
    ...(back
      ? [{ ...port, id: 'port-out', side: 'offers', flow: null, pressure: null, at: back } as const]
      : []),
  ];
}
