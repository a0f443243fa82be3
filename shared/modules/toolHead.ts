import { type Budget, defineModule, type ModuleInterface, type Piece } from './module.ts';
import { choice, length, type ValuesOf } from './parameters.ts';
import { bought, madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { turnedVolume } from './pieces/profiles.ts';
import {
  box,
  circle,
  circleArea,
  joined,
  type Point,
  prism,
  raised,
  rectangle,
  towards,
  turnedShape,
} from './solids/shapes.ts';

const parameters = {
  tool: choice(['extruder', 'spindle', 'torch'], 'extruder', '3D printer, circuit mill and torch table'),
  width: length({
    least: 30,
    most: 400,
    usual: 50,
    source: 'Universal Axis: its carriage is 50 mm long at 8 mm',
  }),
  height: length({ least: 24, most: 400, usual: 80, source: 'Chosen: as high as what it is screwed to' }),
  thickness: length({ least: 2, most: 20, usual: 4, source: 'Chosen: nothing is known' }),
};
type Values = ValuesOf<typeof parameters>;

/** Radius and height above the tip, going up; millimetres, all chosen. */
const BODIES: Record<Values['tool'], readonly Point[]> = {
  extruder: [
    ...[0, 0.6, 4, 4, 9, 9, 3, 3].map((radius, n): Point => [radius, [0, 0, 6, 9, 9, 20, 20, 24][n] ?? 0]),
    ...Array.from({ length: 6 }, (_, n): Point[] => [
      [11, 24 + 4 * n],
      [11, 26 + 4 * n],
      [6, 26 + 4 * n],
      [6, 28 + 4 * n],
    ]).flat(),
    [8, 48],
    [8, 74],
    [0, 74],
  ],
  spindle: [
    [0, 0],
    [1.5, 0],
    [1.5, 24],
    [8, 24],
    [9.5, 44],
    [26, 44],
    [26, 156],
    [18, 156],
    [18, 170],
    [0, 170],
  ],
  torch: [
    [0, 0],
    [3, 0],
    [9, 18],
    [14, 30],
    [14, 200],
    [9, 204],
    [9, 260],
    [0, 260],
  ],
};
/** The round part that the clamp holds: its radius, and where the clamp begins above the tip. */
const HELD: Record<Values['tool'], { radius: number; from: number; height: number }> = {
  extruder: { radius: 8, from: 52, height: 16 },
  spindle: { radius: 26, from: 84, height: 36 },
  torch: { radius: 14, from: 110, height: 40 },
};
/** Of the clamp, so that the feeder clears the plate; and the gap in it. */
const WALL = 15;
const GAP = 0.5;
const NAMES: Record<Values['tool'], string> = {
  extruder: 'Hot end 0.4 mm',
  spindle: 'Spindle 300 W, ER11',
  torch: 'Plasma torch, machine type, 45 A',
};
/** What it takes beside what moves it; the torch has its own source. */
const CURRENT = { extruder: { volts: 12, amps: 4 }, spindle: { volts: 24, amps: 12 }, torch: null } as const;
/** The stepper that pushes the filament. */
const FEEDER = { side: 42.3, depth: 40, from: 74 };

/** Tool of a machine with axes: its plate is screwed on at y = 0 and looks to +y, the tool points down in front of it. */
export const toolHead = defineModule({
  id: 'tool-head',
  name: 'Tool head',
  parameters,
  sources: [
    'Hot end, spindle of 300 W and machine torch are drawn as usual ones are: chosen',
    'An extruder takes 4 A at 12 V, a spindle 12 A at 24 V: chosen. The torch has its own source',
  ],
  faults: ({ tool, width, height }) => [
    ...(2 * HELD[tool].radius + 4 > width + 40 ? [`A plate of ${width} mm is too narrow for the tool.`] : []),
    ...(HELD[tool].height + 8 > height ? [`A plate of ${height} mm is too low for the clamp.`] : []),
  ],
  interfaces: (values) => [
    {
      id: 'mount',
      kind: 'mountFace',
      side: 'offers',
      width: values.width,
      height: values.height,
      at: towards('+y', [0, 0, 0]),
      turns: 180,
    },
    // The same plate for a carriage that goes up and down.
    {
      id: 'mount-turned',
      kind: 'mountFace',
      side: 'offers',
      width: values.height,
      height: values.width,
      at: { origin: [0, 0, 0], x: [0, 0, -1], z: [0, 1, 0] },
      turns: 180,
    },
    ...power(values),
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: ({ tool }): Budget => {
    const current = CURRENT[tool];
    return { flow: 0, pressure: 0, power: current ? -current.volts * current.amps : 0 };
  },
});

const axisAt = ({ tool, thickness }: Values): number => -thickness - HELD[tool].radius - WALL;
/** Height of the tip, so that the clamp is at the middle of the plate. */
const tipAt = ({ tool }: Values): number => -HELD[tool].from - HELD[tool].height / 2;

function power(values: Values): ModuleInterface[] {
  const current = CURRENT[values.tool];
  if (!current) return [];
  const top = Math.max(...BODIES[values.tool].map(([, height]) => height));
  const at = towards('+z', [0, axisAt(values), tipAt(values) + top]);
  return [{ id: 'power', kind: 'electric', side: 'needs', ...current, at, turns: 1 }];
}

function pieces(values: Values): Piece[] {
  const { tool, width, height, thickness } = values;
  const { radius, from, height: high } = HELD[tool];
  const [y, tip] = [axisAt(values), tipAt(values)];
  const side = 2 * (radius + WALL);
  return [
    {
      ...drilledPlate({
        id: 'plate',
        name: 'Tool plate',
        width,
        height,
        thickness,
        holes: [],
        places: [towards('-y', [0, 0, 0])],
      }),
      material: 'aluminium',
      specification: 'plate, 6061',
    },
    {
      ...bought({ id: 'clamp', name: 'Clamp', material: 'aluminium', specification: 'split ring' }),
      source: 'make',
      machines: ['mill'],
      volume: (side * side - circleArea(2 * radius + GAP)) * high,
      shape: prism(rectangle(side, side), high, [circle(2 * radius + GAP)]),
      holes: 1,
      places: [towards('+z', [0, y, tip + from])],
    },
    {
      ...bought({
        id: 'tool',
        name: NAMES[tool],
        material: 'machine',
        specification: tool === 'extruder' ? 'with its feeder' : '',
      }),
      tracked: true,
      volume: turnedVolume(BODIES[tool]) + (tool === 'extruder' ? FEEDER.side ** 2 * FEEDER.depth : 0),
      shape:
        tool === 'extruder'
          ? joined(
              turnedShape(BODIES[tool]),
              raised(box(FEEDER.side, FEEDER.side, FEEDER.depth), FEEDER.from),
            )
          : turnedShape(BODIES[tool]),
      holes: 0,
      places: [towards('+z', [0, y, tip])],
    },
  ];
}
