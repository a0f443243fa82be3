import { defineModule, NO_BUDGET, type Piece } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { lugs } from './pieces/lugs.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { PRESS } from './pieces/pressSizes.ts';
import { towards } from './solids/shapes.ts';
import type { Placement } from './vectors.ts';

const BLOCK = 'CEB press: block of 12 × 6 × 4 to 6 in';
const parameters = {
  blockLength: length({ least: 200, most: 400, usual: inches(12), source: BLOCK }),
  blockWidth: length({ least: 100, most: 200, usual: inches(6), source: BLOCK }),
  cover: length({
    least: 120,
    most: 400,
    usual: 190,
    source: 'Chosen: what closes the chamber while it presses',
  }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres; chosen. */
const SIDE = 12;
const END = 12.7;
const COVER = 25.4;
const LUG_REACH = 50;

/** The box that carries soil over the chamber: it slides along x on the plane z = 0, its opening above the origin. */
export const cebPressDrawer = defineModule({
  id: 'ceb-press-drawer',
  name: 'CEB press drawer',
  parameters,
  sources: ['Plates of 12 to 25 mm, their height and the cover: chosen; only the block is known'],
  faults: () => [],
  interfaces: (values) => [
    {
      id: 'slide',
      kind: 'mountFace',
      side: 'offers',
      width: values.blockWidth,
      height: values.blockLength,
      at: towards('-z', [0, 0, 0]),
      turns: 180,
    },
    {
      id: 'pin',
      kind: 'shaft',
      side: 'needs',
      diameter: PRESS.drawerPin,
      keyway: null,
      at: { origin: pinPlace(values).origin, x: [-1, 0, 0], z: [0, -1, 0] },
      turns: 1,
    },
  ],
  ...madeOf((values: Values) => drawerPieces(values)),
  budget: () => NO_BUDGET,
});

/** The back of the drawer, where its cylinder pulls. */
const back = ({ blockWidth }: Values): number => -blockWidth / 2 - END;
/** The cover begins in front of the opening and ends here. */
const front = ({ blockWidth, cover }: Values): number => blockWidth / 2 + END + cover;
const pinPlace = (values: Values): Pick<Placement, 'origin'> => ({
  origin: [back(values) - LUG_REACH, 0, PRESS.drawerAxis],
});

function drawerPieces(values: Values): Piece[] {
  const { blockLength, blockWidth, cover } = values;
  const long = front(values) - back(values);
  const out = blockLength / 2 + PRESS.drawerClearance / 2;
  const tall = PRESS.drawer;
  const plain = { holes: [] } as const;
  const [x, , z] = pinPlace(values).origin;
  return [
    drilledPlate({
      ...plain,
      id: 'side',
      name: 'Drawer side',
      width: long,
      height: tall,
      thickness: SIDE,
      places: [-out, out + SIDE].map((y) => towards('-y', [(front(values) + back(values)) / 2, y, tall / 2])),
    }),
    drilledPlate({
      ...plain,
      id: 'end',
      name: 'Drawer end',
      width: 2 * out,
      height: tall,
      thickness: END,
      places: [back(values), blockWidth / 2].map((from) => towards('+x', [from, 0, tall / 2])),
    }),
    drilledPlate({
      ...plain,
      id: 'cover',
      name: 'Press cover',
      width: cover,
      height: 2 * out,
      thickness: COVER,
      places: [towards('+z', [blockWidth / 2 + END + cover / 2, 0, 0])],
    }),
    drilledPlate({
      ...plain,
      id: 'stiffener',
      name: 'Cover stiffener',
      width: cover,
      height: tall - COVER,
      thickness: END,
      places: [-1, 0, 1].map((n) =>
        towards('-y', [
          blockWidth / 2 + END + cover / 2,
          (n * blockLength) / 3 + END / 2,
          COVER + (tall - COVER) / 2,
        ]),
      ),
    }),
    lugs({
      id: 'lug',
      pin: PRESS.drawerPin,
      reach: LUG_REACH,
      thickness: PRESS.lug,
      places: [PRESS.drawerEye / 2, -PRESS.drawerEye / 2 - PRESS.lug].map((y) => ({
        origin: [x, y, z],
        x: [0, 0, 1],
        z: [0, 1, 0],
      })),
    }),
  ];
}
