import { type Budget, defineModule, type ModuleInterface, type Piece } from './module.ts';
import { choice, count, inches, length, type ValuesOf } from './parameters.ts';
import { angleFrame, gaugeOf, mountHoles } from './pieces/angleFrames.ts';
import { ENGINE, engine } from './pieces/engine.ts';
import { COUPLER, cooler, couplers, pump } from './pieces/hydraulicSupply.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { tank } from './pieces/tanks.ts';
import { towards } from './solids/shapes.ts';
import type { Placement } from './vectors.ts';

const FRAME = 'Power Cube: frame of angle iron 29 × 27 × 24 in';
const parameters = {
  width: length({ least: 720, most: 1200, usual: inches(29), source: FRAME }),
  depth: length({ least: 670, most: 1000, usual: inches(27), source: FRAME }),
  height: length({ least: 600, most: 900, usual: inches(24), source: FRAME }),
  leg: length({ least: 45, most: 60, usual: inches(2), source: 'Chosen: nothing is known of the angle' }),
  thickness: length({ least: 3, most: 10, usual: inches(1 / 4), source: 'Chosen: nothing is known of it' }),
  engine: choice(['16', '18', '27', '28'], '28', 'Engine of 28 hp; other builds 16, 18 and 27 hp'),
  speed: count({
    unit: 'rpm',
    least: 1800,
    most: 3600,
    usual: 3600,
    source: 'About 15 gal/min at 3600 turns a minute',
  }),
};
type Values = ValuesOf<typeof parameters>;

/** Cubic centimetres a turn (0.976 in³), and the share that does not leak back: 15 gal/min at 3600. */
const PUMP_TURN = 15.994;
const PUMP_TIGHTNESS = 0.9865;
/** Bar; the relief valve: 2500 lb/in². */
const RELIEF = 172;
const WATTS_PER_HORSEPOWER = 745.7;
const EFFICIENCY = 0.85;
const FLOOR = 6.35;
/** As in the tubes below it. */
const MOUNT = { pitch: inches(4), hole: inches(1) };
const HANGER = 6.35;
/** Of the panel with the couplers. */
const PANEL = { width: 200, height: 120, thickness: 6.35, middle: 210, apart: 90, aside: 26, post: 1 };

/** Litres a minute and bar that the couplers give: what the pump moves, and what the engine can press it to. */
function supply({ engine: horsepower, speed }: Values): { flow: number; pressure: number } {
  const flow = (PUMP_TURN * PUMP_TIGHTNESS * speed) / 1000;
  const strength = Number(horsepower) * WATTS_PER_HORSEPOWER * EFFICIENCY;
  const pressure = Math.min(RELIEF, (0.6 * strength) / flow);
  return { flow: Math.round(flow * 10) / 10, pressure: Math.round(pressure) };
}

/** Hydraulic power unit, standing on the plane z = 0 with its middle above the origin; its couplers look along x. */
export const powerCube = defineModule({
  id: 'power-cube',
  name: 'Power Cube',
  parameters,
  sources: [
    'Pump of 0.976 in³ a turn: about 15 gal/min (56.8 l/min) at 3600 turns a minute; couplers of 1/2 in',
    'Relief at 2500 lb/in² (172 bar); an engine of 16 or 18 hp does not reach it at full flow',
    'The rails that it stands on carry holes of 1 in at 4 in, so that it bolts to two frame tubes: chosen',
    'Of the engine’s power 85 % reaches the oil: chosen. Engine, tanks and cooler are drawn as usual ones are: chosen',
  ],
  faults: () => [],
  interfaces: (values) => {
    const [pressure, back] = couplerPlaces(values, COUPLER.length);
    const port = { kind: 'hydraulicPort', size: COUPLER.bore, turns: 1 } as const;
    return [
      ...mounts(values),
      ...(pressure
        ? [{ ...port, id: 'pressure', side: 'offers', ...supply(values), at: pressure } as const]
        : []),
      ...(back
        ? [{ ...port, id: 'return', side: 'needs', flow: null, pressure: null, at: back } as const]
        : []),
    ];
  },
  ...madeOf((values: Values) => [
    ...angleFrame({ ...values, mount: MOUNT }),
    floor(values),
    ...engine(values.engine, towards('+x', [-270, -100, floorTop(values) + ENGINE.axis])),
    ...pump(towards('+x', [-270 + ENGINE.case, -100, floorTop(values) + ENGINE.axis])),
    ...tanks(values),
    cooler(260, { origin: [290, 5, floorTop(values)], x: [0, -1, 0], z: [0, 0, 1] }),
    panel(values),
    couplers(couplerPlaces(values, 0)),
  ]),
  budget: (values): Budget => {
    const { flow, pressure } = supply(values);
    return { flow, pressure, power: Math.round((flow * pressure) / 0.6) };
  },
});

const floorTop = ({ thickness }: Values): number => thickness + FLOOR;

/** It lies on the rails, and carries their holes. */
function floor(values: Values): Piece {
  const { width, depth, thickness } = values;
  const aside = width / 2 - gaugeOf(values);
  const along = mountHoles({ ...values, mount: MOUNT });
  return drilledPlate({
    id: 'floor',
    name: 'Floor',
    // A millimetre of room to the posts on each side.
    width: width - 2 * thickness - 2,
    height: depth - 2 * thickness - 2,
    thickness: FLOOR,
    holes: [
      { diameter: MOUNT.hole, middles: [-aside, aside].flatMap((x) => along.map((y) => [x, y] as const)) },
    ],
    places: [towards('+z', [0, 0, thickness])],
  });
}

/** Oil stands behind the engine; fuel hangs over it from the top of the frame. */
function tanks(values: Values): Piece[] {
  const { height, thickness, depth } = values;
  const oil = { width: 560, depth: 170, height: 350, wall: 4 };
  const fuel = { width: 300, depth: 220, height: 110, wall: 2 };
  const under = height - thickness - fuel.height - HANGER;
  return [
    ...tank({
      ...oil,
      id: 'oil-tank',
      name: 'Oil tank',
      opening: 60,
      aside: -200,
      place: towards('+z', [0, depth / 2 - thickness - 10 - oil.depth / 2, floorTop(values)]),
    }),
    ...tank({
      ...fuel,
      id: 'fuel-tank',
      name: 'Fuel tank',
      opening: 50,
      aside: 90,
      place: towards('+z', [-150, -100, under]),
    }),
    hangers(values),
  ];
}

/** Two flat bars under the top of the frame, with the fuel tank below them. */
const hangers = ({ depth, thickness, height }: Values): Piece =>
  drilledPlate({
    id: 'hanger',
    name: 'Tank hanger',
    width: 40,
    height: depth - 2 * thickness - 2,
    thickness: HANGER,
    holes: [],
    places: [-260, -120].map((x) => towards('+z', [x, 0, height - thickness - HANGER])),
  });

const panelMiddle = ({ depth, thickness }: Values): number =>
  -depth / 2 + thickness + PANEL.post + PANEL.width / 2;

function couplerPlaces(values: Values, out: number): Placement[] {
  const face = values.width / 2 - values.thickness;
  return [-1, 1].map((side) =>
    towards('+x', [face + out, panelMiddle(values) + PANEL.aside + (side * PANEL.apart) / 2, PANEL.middle]),
  );
}

const panel = (values: Values): Piece =>
  drilledPlate({
    id: 'coupler-panel',
    name: 'Coupler panel',
    width: PANEL.width,
    height: PANEL.height,
    thickness: PANEL.thickness,
    holes: [
      {
        diameter: COUPLER.neck,
        middles: [-1, 1].map((side) => [PANEL.aside + (side * PANEL.apart) / 2, 0] as const),
      },
    ],
    places: [
      towards('+x', [
        values.width / 2 - values.thickness - PANEL.thickness,
        panelMiddle(values),
        PANEL.middle,
      ]),
    ],
  });

/** Below, on the left and on the right: each row of holes lies on a tube that runs along the depth. */
function mounts(values: Values): ModuleInterface[] {
  const along = mountHoles({ ...values, mount: MOUNT });
  const aside = values.width / 2 - gaugeOf(values);
  return (
    [
      ['mount-left', -aside],
      ['mount-right', aside],
    ] as const
  ).map(([id, x]) => ({
    ...MOUNT,
    id,
    kind: 'holeGrid',
    side: 'offers',
    rows: 1,
    holes: { x: along.length, y: 1 },
    at: { origin: [x, along[0] ?? 0, 0], x: [0, 1, 0], z: [0, 0, -1] },
    turns: 180,
  }));
}
