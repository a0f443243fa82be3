import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { choice, inches, length, type ValuesOf } from './parameters.ts';
import type { Placement, Vector } from './vectors.ts';

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

/** Corners of a circle; its area is then 0.16 % short. */
const SEGMENTS = 64;

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
  parts: (values) => [
    {
      id: 'tube',
      name: `Tube ${values.outer} × ${values.outer} × ${values.wall} mm, ${values.length} mm`,
      quantity: 1,
      material: 'steel',
      volume: volumeOf(values),
      source: 'make',
      specification: 'square tube, A500 B',
      tracked: true,
      machines: holesAlong(values).length > 0 ? ['saw', 'drillPress'] : ['saw'],
      cut: {
        stock: `square tube ${values.outer} × ${values.outer} × ${values.wall} mm`,
        length: values.length,
      },
    },
  ],
  holes: (values) => ({ tube: 1 + wallsDrilled(values) * holesAlong(values).length }),
  budget: () => NO_BUDGET,
  bodies: (values, { Manifold }) => {
    const { outer, wall, length: tall, hole } = values;
    const inner = outer - 2 * wall;
    const made = [
      Manifold.cube([outer, outer, tall], true).translate([0, 0, tall / 2]),
      Manifold.cube([inner, inner, tall + 2], true).translate([0, 0, tall / 2]),
    ];
    const [block, room] = made;
    if (!block || !room) return [];
    const drills = holesAlong(values).flatMap((z) => {
      const drill = Manifold.cylinder(outer + 2, hole / 2, hole / 2, SEGMENTS, true);
      const along = [[90, 0, 0] as const, ...(values.faces === 'four' ? [[0, 90, 0] as const] : [])];
      const turned = along.map((turn) => drill.rotate([...turn]).translate([0, 0, z]));
      drill.delete();
      return turned;
    });
    const cutter = Manifold.union([room, ...drills]);
    const solid = block.subtract(cutter);
    for (const each of [...made, ...drills, cutter]) each.delete();
    return [{ part: 'tube', solid }];
  },
});

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
    at: { origin: [z[0] * out, z[1] * out, first], x: [0, 0, 1], z },
    turns: 90,
  }));
}
