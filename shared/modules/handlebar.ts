import { defineModule, NO_BUDGET, type Piece } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { bought, made, madeOf, told } from './pieces/pieces.ts';
import { circle, circleArea, prism, rectangle, ring, ringArea, towards } from './solids/shapes.ts';
import type { Placement } from './vectors.ts';

const parameters = {
  spread: length({
    least: 200,
    most: 2000,
    usual: inches(20),
    source: 'Chosen: as far apart as the posts it is bolted to',
  }),
  reach: length({ least: 200, most: 2000, usual: 700, source: 'Chosen: an arm’s length behind the machine' }),
  rise: length({
    least: 0,
    most: 1000,
    usual: 250,
    source: 'Chosen: up to the hands of whoever walks behind',
  }),
  pitch: length({ least: 15, most: 1000, usual: inches(4), source: 'The tube it is bolted to: 4 in' }),
  hole: length({ least: 3, most: 60, usual: inches(1), source: 'Holes of typically 1 in' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen: of the bars, their ends, and the grips on the bar between them. */
const TUBE = { outer: 32, wall: 3 };
const EYE = { side: 80, thickness: 8 };
const GRIP = { outer: 40, length: 130 };

/** Two bars that reach back along −y and up, and a bar with grips between them; bolted by two plates that look to +y. */
export const handlebar = defineModule({
  id: 'handlebar',
  name: 'Handlebar',
  parameters,
  sources: ['Nothing is known of it: all chosen. The lever that must be held is left out'],
  faults: ({ spread, hole }) => [
    ...(hole + 20 > EYE.side ? [`A hole of ${hole} mm is too wide for a plate of ${EYE.side} mm.`] : []),
    ...(spread < 2 * GRIP.length + TUBE.outer ? [`There is no room for two grips on ${spread} mm.`] : []),
  ],
  interfaces: ({ spread, pitch, hole }) =>
    [-1, 1].map((side) => ({
      id: side < 0 ? 'mount-left' : 'mount-right',
      kind: 'holeGrid',
      side: 'offers',
      pitch,
      hole,
      rows: 1,
      holes: { x: 1, y: 1 },
      at: { origin: [(side * spread) / 2, 0, 0], x: [0, 0, 1], z: [0, 1, 0] },
      turns: 90,
    })),
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

const pipe = (id: string, name: string, long: number, places: readonly Placement[]): Piece => ({
  ...made(
    { id, name: `${name}, ${told(long)} mm`, material: 'steel', specification: 'pipe, A53' },
    ['saw', 'welder'],
    { stock: `pipe ${TUBE.outer} × ${TUBE.wall} mm`, length: long },
  ),
  volume: ringArea(TUBE.outer, TUBE.outer - 2 * TUBE.wall) * long,
  shape: ring(TUBE.outer, TUBE.outer - 2 * TUBE.wall, long),
  holes: 1,
  places,
});

function pieces({ spread, reach, rise, hole }: Values): Piece[] {
  // The bars begin above the bolt, behind the plate; they end under the cross bar.
  const from = EYE.side / 2 + TUBE.outer;
  const slope = Math.hypot(reach, rise);
  const along = [0, -reach / slope, rise / slope] as const;
  const start = -EYE.thickness - (TUBE.outer / 2) * (rise / slope) - 1;
  // The bars end on the round of the grips.
  const beyond = GRIP.outer / 2 + 1;
  const end = [start + along[1] * (slope + beyond), from + along[2] * (slope + beyond)] as const;
  const wide = spread + TUBE.outer;
  return [
    {
      ...made({ id: 'plate', name: 'End plate', material: 'steel', specification: 'hot rolled plate, A36' }, [
        'torchTable',
        'drillPress',
        'welder',
      ]),
      volume: (EYE.side * (EYE.side + 2 * TUBE.outer) - circleArea(hole)) * EYE.thickness,
      shape: prism(rectangle(EYE.side, EYE.side + 2 * TUBE.outer, [0, TUBE.outer]), EYE.thickness, [
        circle(hole),
      ]),
      holes: 1,
      places: [-1, 1].map((side) => towards('-y', [(side * spread) / 2, 0, 0])),
    },
    pipe(
      'bar',
      'Bar',
      slope,
      [-1, 1].map((side) => ({
        origin: [(side * spread) / 2, start, from],
        x: [1, 0, 0],
        z: along,
      })),
    ),
    pipe('cross-bar', 'Cross bar', wide, [towards('+x', [-wide / 2, end[0], end[1]])]),
    {
      ...bought({ id: 'grip', name: 'Grip', material: 'rubber', specification: 'for a pipe of 32 mm' }),
      volume: ringArea(GRIP.outer, TUBE.outer) * GRIP.length,
      shape: ring(GRIP.outer, TUBE.outer, GRIP.length),
      holes: 1,
      places: [-wide / 2, wide / 2 - GRIP.length].map((x) => towards('+x', [x, end[0], end[1]])),
    },
  ];
}
