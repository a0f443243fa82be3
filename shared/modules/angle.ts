import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { choice, inches, length, type ValuesOf } from './parameters.ts';
import { made, madeOf, told } from './pieces/pieces.ts';
import { angleOutline, circleArea, cutBy, cylinder, placed, prism, towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  length: length({
    least: 50,
    most: 6000,
    usual: inches(24),
    source: 'Height of the Power Cube’s frame of angle iron: 24 in; 6 m is a bar as sold',
  }),
  leg: length({ least: 20, most: 200, usual: inches(2), source: 'Chosen: nothing is known' }),
  thickness: length({ least: 2, most: 25.4, usual: inches(1 / 4), source: 'Chosen: nothing is known' }),
  holes: choice(['none', 'one', 'both'], 'one', 'Chosen: legs that are drilled'),
  pitch: length({ least: 15, most: 1000, usual: inches(4), source: 'The tube it meets: 4 in' }),
  hole: length({ least: 3, most: 100, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Equal-leg angle along z from the origin, its heel on the z axis, its legs along x and y. */
export const angle = defineModule({
  id: 'angle',
  name: 'Angle',
  parameters,
  sources: [
    'Holes run along the middle of the flat of a leg; the first sits half a pitch from the end, as in the tube',
    'The roundings of a rolled angle are left out',
  ],
  faults: ({ leg, thickness, holes, hole, pitch }) => [
    ...(2 * thickness >= leg ? [`Legs of ${leg} mm are too short for ${thickness} mm of thickness.`] : []),
    ...(holes !== 'none' && hole >= leg - thickness
      ? [`A hole of ${hole} mm is wider than the flat of a leg of ${leg} mm.`]
      : []),
    ...(holes !== 'none' && hole >= pitch
      ? [`Holes of ${hole} mm at ${pitch} mm would run into each other.`]
      : []),
  ],
  interfaces: (values) => [
    end('end-bottom', values, 0, '-z'),
    end('end-top', values, values.length, '+z'),
    ...gridsOf(values),
  ],
  ...madeOf((values: Values) => [bar(values)]),
  budget: () => NO_BUDGET,
});

const legsDrilled = ({ holes }: Values): number => (holes === 'both' ? 2 : holes === 'one' ? 1 : 0);
/** Distance of the holes' line from the heel. */
const gauge = ({ leg, thickness }: Values): number => (leg + thickness) / 2;

/** Heights of the holes, as far as a whole one has room. */
function heights(values: Values): number[] {
  const { length: long, pitch, hole } = values;
  if (legsDrilled(values) === 0 || pitch <= hole) return [];
  const places: number[] = [];
  for (let z = pitch / 2; z + hole / 2 < long; z += pitch) places.push(z);
  return places;
}

function bar(values: Values): Piece {
  const { length: long, leg, thickness, hole } = values;
  const through = cylinder(hole, thickness + 2);
  const drills = heights(values).flatMap((z) =>
    [
      placed(through, towards('+y', [gauge(values), -1, z])),
      placed(through, towards('+x', [-1, gauge(values), z])),
    ].slice(0, legsDrilled(values)),
  );
  const plain = prism(angleOutline(leg, thickness), long);
  return {
    ...made(
      {
        id: 'angle',
        name: `Angle ${told(leg)} × ${told(leg)} × ${told(thickness)} mm, ${told(long)} mm`,
        material: 'steel',
        specification: 'equal angle, A36',
      },
      drills.length > 0 ? ['saw', 'drillPress'] : ['saw'],
      { stock: `angle ${told(leg)} × ${told(leg)} × ${told(thickness)} mm`, length: long },
    ),
    volume: (2 * leg - thickness) * thickness * long - drills.length * circleArea(hole) * thickness,
    shape: drills.length > 0 ? cutBy(plain, ...drills) : plain,
    holes: drills.length,
    places: [AT_ORIGIN],
  };
}

const end = (id: string, { leg }: Values, z: number, axis: '+z' | '-z'): ModuleInterface => ({
  id,
  kind: 'mountFace',
  side: 'offers',
  width: leg,
  height: leg,
  at: towards(axis, [leg / 2, leg / 2, z]),
  turns: 90,
});

function gridsOf(values: Values): ModuleInterface[] {
  const [first] = heights(values);
  if (first === undefined) return [];
  const { pitch, hole } = values;
  const holes = { x: heights(values).length, y: 1 };
  const common = { kind: 'holeGrid', side: 'offers', pitch, hole, rows: 1, holes, turns: 180 } as const;
  const front = { origin: [gauge(values), 0, first], x: [0, 0, 1], z: [0, -1, 0] } as const;
  const left = { origin: [0, gauge(values), first], x: [0, 0, 1], z: [-1, 0, 0] } as const;
  const grids: ModuleInterface[] = [
    { ...common, id: 'grid-front', at: front },
    { ...common, id: 'grid-left', at: left },
  ];
  return grids.slice(0, legsDrilled(values));
}
