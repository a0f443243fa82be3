import { deepStrictEqual } from 'node:assert/strict';
import openSolids, { type Manifold } from 'manifold-3d';
import { frameTube } from '../../shared/modules/frameTube.ts';
import type { Solids } from '../../shared/modules/module.ts';
import { inches, usualValues } from '../../shared/modules/parameters.ts';
import { type Bench, interleaved, rounded } from './result.ts';

const LENGTH = 1000;
const OUTER = inches(4);
const WALL = inches(1 / 4);
const HOLE = inches(1);
/** Places along the tube; each has a hole in all four walls: 72. */
const PLACES = 18;
const TUBES_A_ROUND = 4;
const ROUNDS = 41;
/** As many as the module gives to a circle of 1 in, with its radius: so wide that the area is the circle's. */
const CORNERS = 32;
const RADIUS = (HOLE / 2) * Math.sqrt((2 * Math.PI) / (CORNERS * Math.sin((2 * Math.PI) / CORNERS)));

/** A 4 × 4 × 1/4 in tube of 1 m with 72 holes as a module, against the same booleans on bare manifold-3d. */
export const solids: Bench = {
  name: 'solids',
  async run() {
    const solids = await openSolids();
    solids.setup();
    const values = {
      ...usualValues(frameTube.parameters),
      length: LENGTH,
      outer: OUTER,
      wall: WALL,
      hole: HOLE,
      pitch: LENGTH / PLACES,
    };
    const ours = () => frameTube.bodies(values, solids).map(({ solid }) => solid);
    const bare = () => [bareTube(solids)];
    deepStrictEqual(toldOf(ours), toldOf(bare));
    const made = (make: () => Manifold[]) => ({
      run() {
        for (let tube = 0; tube < TUBES_A_ROUND; tube++) toldOf(make);
      },
    });
    const [own = 0, baseline = 0] = await interleaved(ROUNDS, [made(ours), made(bare)]);
    return {
      bench: 'solids',
      value: rounded(TUBES_A_ROUND / own),
      unit: 'tubes/s',
      baseline: rounded(TUBES_A_ROUND / baseline),
      ratio: rounded(baseline / own),
    };
  },
};

/** What was made: asking for its surface makes the library do the work that it puts off. */
function toldOf(make: () => Manifold[]) {
  return make().map((solid) => {
    const { numVert, numTri } = solid.getMesh();
    const told = { numVert, numTri, genus: solid.genus(), volume: Math.round(solid.volume()) };
    solid.delete();
    return told;
  });
}

function bareTube({ CrossSection, Manifold }: Solids): Manifold {
  const square = (half: number): [number, number][] => [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ];
  const ring = new CrossSection([square(OUTER / 2), square(OUTER / 2 - WALL)], 'EvenOdd');
  const plain = Manifold.extrude(ring, LENGTH);
  ring.delete();
  const round = new CrossSection(
    [
      Array.from({ length: CORNERS }, (_, n): [number, number] => {
        const angle = (2 * Math.PI * n) / CORNERS;
        return [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
      }),
    ],
    'EvenOdd',
  );
  const drills: Manifold[] = [];
  for (let place = 0; place < PLACES; place++) {
    const z = (LENGTH / PLACES) * (place + 0.5);
    const drill = Manifold.extrude(round, WALL + 2);
    for (const from of [-OUTER / 2 - 1, OUTER / 2 - WALL - 1]) {
      drills.push(
        drill.transform([-1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, from, z, 1]),
        drill.transform([0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, from, 0, z, 1]),
      );
    }
    drill.delete();
  }
  round.delete();
  const tube = Manifold.difference([plain, ...drills]);
  for (const each of [plain, ...drills]) each.delete();
  return tube;
}
