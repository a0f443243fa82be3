import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { count, inches, length, type ValuesOf } from './parameters.ts';
import { bought, madeOf } from './pieces/pieces.ts';
import { box, circleArea, cylinder, joined, placed, towards } from './solids/shapes.ts';

const parameters = {
  motors: count({ least: 0, most: 6, usual: 2, source: 'MicroTrac: one lever for each wheel' }),
  cylinders: count({ least: 0, most: 6, usual: 1, source: 'Chosen: one lever for what lifts' }),
  pitch: length({ least: 15, most: 1000, usual: inches(4), source: 'The tube it is bolted to: 4 in' }),
  hole: length({ least: 3, most: 60, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen, near valves for 15 gal/min. */
const SECTION = 48;
const END = 30;
const BODY = { depth: 90, height: 120 };
const PORT = { size: 12.7, boss: 30, height: 14 };
const LEVER = { diameter: 12, length: 190, knob: 34, knobLength: 40 };

/** Hand valve, standing on the plane z = 0 about the origin, sections side by side along x, its hoses at −y. */
export const valveBank = defineModule({
  id: 'valve-bank',
  name: 'Valve bank',
  parameters,
  sources: [
    'A section of 48 mm for each motor and each cylinder, ports of 1/2 in: chosen, near valves for 15 gal/min',
    'A motor’s section gives pressure and takes the oil back; a cylinder’s gives it to either side',
  ],
  faults: ({ motors, cylinders }) =>
    motors + cylinders === 0 ? ['A valve bank needs a section for something.'] : [],
  interfaces: (values) => [
    {
      id: 'mount',
      kind: 'holeGrid',
      side: 'offers',
      pitch: values.pitch,
      hole: values.hole,
      rows: 1,
      holes: { x: 1, y: 1 },
      at: towards('-z', [0, 0, 0]),
      turns: 90,
    },
    port('port-in', 'needs', towards('-x', [-long(values) / 2 - PORT.height, 0, BODY.height / 2])),
    port('port-out', 'offers', towards('+x', [long(values) / 2 + PORT.height, 0, BODY.height / 2])),
    ...sections(values).flatMap(({ word, gives, x }) =>
      [0, 1].map((n) =>
        port(`${word}-${n === 0 ? 'a' : 'b'}`, n === 0 || gives === 2 ? 'offers' : 'needs', portAt(x, n)),
      ),
    ),
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

const long = ({ motors, cylinders }: Values): number => (motors + cylinders) * SECTION + 2 * END;

const sections = (values: Values) =>
  Array.from({ length: values.motors + values.cylinders }, (_, n) => ({
    word: n < values.motors ? `motor-${n + 1}` : `cylinder-${n - values.motors + 1}`,
    /** Ports that give pressure. */
    gives: n < values.motors ? 1 : 2,
    x: -long(values) / 2 + END + (n + 0.5) * SECTION,
  }));

const portAt = (x: number, n: number) =>
  towards('-y', [x, -BODY.depth / 2 - PORT.height, BODY.height * (n === 0 ? 0.7 : 0.3)]);

const port = (id: string, side: 'offers' | 'needs', at: ModuleInterface['at']): ModuleInterface => ({
  id,
  kind: 'hydraulicPort',
  side,
  size: PORT.size,
  flow: null,
  pressure: null,
  at,
  turns: 1,
});

function pieces(values: Values): Piece[] {
  const each = sections(values);
  const wide = long(values);
  const boss = cylinder(PORT.boss, PORT.height + 2);
  const places = [
    ...each.flatMap(({ x }) => [0, 1].map((n) => portAt(x, n))),
    towards('-x', [-wide / 2 - PORT.height, 0, BODY.height / 2]),
    towards('+x', [wide / 2 + PORT.height, 0, BODY.height / 2]),
  ];
  return [
    {
      ...bought({
        id: 'valve',
        name: `Valve bank, ${each.length} ${each.length === 1 ? 'spool' : 'spools'}`,
        material: 'castIron',
        specification: 'ports of 1/2 in, 15 gal/min, spring centred',
      }),
      tracked: true,
      volume: wide * BODY.depth * BODY.height + places.length * circleArea(PORT.boss) * PORT.height,
      shape: joined(
        box(wide, BODY.depth, BODY.height),
        ...places.map(({ origin, x, z }) =>
          placed(boss, {
            origin: [
              origin[0] - z[0] * (PORT.height + 2),
              origin[1] - z[1] * (PORT.height + 2),
              origin[2] - z[2] * (PORT.height + 2),
            ],
            x,
            z,
          }),
        ),
      ),
      holes: 0,
      places: [towards('+z', [0, 0, 0])],
    },
    {
      ...bought({
        id: 'lever',
        name: 'Lever with knob',
        material: 'steel',
        specification: 'comes with the valve',
      }),
      volume: circleArea(LEVER.diameter) * LEVER.length + circleArea(LEVER.knob) * LEVER.knobLength,
      shape: joined(
        cylinder(LEVER.diameter, LEVER.length + 1),
        placed(cylinder(LEVER.knob, LEVER.knobLength), towards('+z', [0, 0, LEVER.length])),
      ),
      holes: 0,
      places: each.map(({ x }) => towards('+z', [x, 0, BODY.height])),
    },
  ];
}
