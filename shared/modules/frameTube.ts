import { defineModule, type ModuleInterface, NO_BUDGET, type Piece } from './module.ts';
import { choice, inches, length, type ValuesOf } from './parameters.ts';
import { made, madeOf, told } from './pieces/pieces.ts';
import { cutBy, cylinder, placed, prism, rectangle, towards } from './solids/shapes.ts';
import { AT_ORIGIN, type Placement, type Vector } from './vectors.ts';

const parameters = {
  length: length({
    least: 100,
    most: 6000,
    usual: inches(60),
    source: 'LifeTrac members of 60 and 76 in; 6 m is a bar as sold',
  }),
  outer: length({ least: 20, most: 200, usual: inches(4), source: 'LifeTrac frame: 4 × 4 in' }),
  wall: length({
    least: 1.5,
    most: 12.7,
    usual: inches(1 / 4),
    source: 'Walls of 3/16 to 1/2 in are in use; LifeTrac II: 1/4 in',
  }),
  pitch: length({
    least: 15,
    most: 1000,
    usual: inches(4),
    source: 'No pitch is standard: it is a choice of the builder',
  }),
  hole: length({ least: 3, most: 100, usual: inches(1), source: 'Holes of typically 1 in' }),
  faces: choice(['none', 'two', 'four'], 'four', 'Drilled through two walls at a time'),
};
type Values = ValuesOf<typeof parameters>;

/** Square tube with holes on a grid, along z from the origin; its middle runs along the z axis. */
export const frameTube = defineModule({
  id: 'frame-tube',
  name: 'Frame tube',
  parameters,
  sources: ['The first hole sits half a pitch from the end, so that tubes meet hole on hole'],
  faults: ({ outer, wall, hole, pitch, faces }) => [
    ...(2 * wall >= outer ? [`Two walls of ${wall} mm leave no room in a tube of ${outer} mm.`] : []),
    ...(faces !== 'none' && hole >= outer - 2 * wall
      ? [`A hole of ${hole} mm would cut through the side walls of a tube of ${outer} mm.`]
      : []),
    ...(faces !== 'none' && hole >= pitch
      ? [`Holes of ${hole} mm at ${pitch} mm would run into each other.`]
      : []),
  ],
  interfaces: (values) => [
    end('end-bottom', values, { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, -1] }),
    end('end-top', values, { origin: [0, 0, values.length], x: [1, 0, 0], z: [0, 0, 1] }),
    ...gridsOf(values),
  ],
  ...madeOf((values: Values) => [tube(values)]),
  budget: () => NO_BUDGET,
});

function tube(values: Values): Piece {
  const { outer, wall, length: tall, hole } = values;
  const inner = outer - 2 * wall;
  // Each wall by itself: drills that cross within the tube make half again as much work for the same holes.
  const drill = cylinder(hole, wall + 2);
  const walls = [-outer / 2 - 1, outer / 2 - wall - 1];
  const drills = holesAlong(values).flatMap((z) =>
    [
      ...walls.map((y) => placed(drill, towards('+y', [0, y, z]))),
      ...walls.map((x) => placed(drill, towards('+x', [x, 0, z]))),
    ].slice(0, wallsDrilled(values)),
  );
  const plain = prism(rectangle(outer, outer), tall, [rectangle(inner, inner)]);
  const stock = `square tube ${told(outer)} × ${told(outer)} × ${told(wall)} mm`;
  return {
    ...made(
      {
        id: 'tube',
        name: `Tube ${told(outer)} × ${told(outer)} × ${told(wall)} mm, ${told(tall)} mm`,
        material: 'steel',
        specification: 'square tube, A500 B',
      },
      drills.length > 0 ? ['saw', 'drillPress'] : ['saw'],
      { stock, length: tall },
    ),
    tracked: true,
    volume: volumeOf(values),
    shape: drills.length > 0 ? cutBy(plain, ...drills) : plain,
    holes: 1 + wallsDrilled(values) * holesAlong(values).length,
    places: [AT_ORIGIN],
  };
}

/** Heights of the holes: half a pitch from the bottom, then every pitch, as far as a whole hole has room. */
function holesAlong({ faces, length: tall, pitch, hole }: Values): number[] {
  if (faces === 'none') return [];
  const places: number[] = [];
  for (let z = pitch / 2; z + hole / 2 < tall; z += pitch) if (z > hole / 2) places.push(z);
  return places;
}

const wallsDrilled = ({ faces }: Values): number => (faces === 'four' ? 4 : faces === 'two' ? 2 : 0);

function volumeOf(values: Values): number {
  const { outer, wall, length: tall, hole } = values;
  const area = outer ** 2 - (outer - 2 * wall) ** 2;
  const drilled = (Math.PI * hole ** 2 * wall) / 4;
  return area * tall - wallsDrilled(values) * holesAlong(values).length * drilled;
}

const end = (id: string, { outer, wall }: Values, at: Placement): ModuleInterface => ({
  id,
  kind: 'tubeEnd',
  side: 'offers',
  outer,
  wall,
  at,
  turns: 90,
});

function gridsOf(values: Values): ModuleInterface[] {
  const [first] = holesAlong(values);
  if (first === undefined) return [];
  const out = values.outer / 2;
  const faces: readonly (readonly [id: string, z: Vector])[] = [
    ['grid-back', [0, 1, 0]],
    ['grid-front', [0, -1, 0]],
    ['grid-right', [1, 0, 0]],
    ['grid-left', [-1, 0, 0]],
  ];
  return faces.slice(0, wallsDrilled(values)).map(([id, z]) => ({
    id,
    kind: 'holeGrid',
    side: 'offers',
    pitch: values.pitch,
    hole: values.hole,
    rows: 1,
    holes: { x: holesAlong(values).length, y: 1 },
    at: { origin: [z[0] * out, z[1] * out, first], x: [0, 0, 1], z },
    turns: 90,
  }));
}
