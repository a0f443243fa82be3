import { defineModule, NO_BUDGET } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { beyondGrip, boltsAndNuts } from './pieces/bolts.ts';
import { madeOf } from './pieces/pieces.ts';
import { towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  diameter: length({ least: 2, most: 50, usual: inches(3 / 4), source: 'LifeTrac II: bolts of 3/4 in' }),
  length: length({
    least: 8,
    most: 600,
    usual: inches(9),
    source:
      'LifeTrac II: 9 × 3/4 in, read as 9 in long: through two tubes of 4 in and a nut; joint plates take pins of 3 in',
  }),
};

/** Hex bolt with its nut: the head rests on the plane z = 0, the shank runs along z. */
export const bolt = defineModule({
  id: 'bolt',
  name: 'Bolt',
  parameters,
  sources: [
    'Head 1.5 diameters across flats and 0.65 high, nut 0.875 high: ASME B18.2.1 and B18.2.2, rounded',
    'A fifth of a diameter sticks out of the nut: chosen. The thread is told as a cylinder',
  ],
  faults: ({ diameter, length: long }) =>
    beyondGrip(diameter) >= long
      ? [`A bolt of ${diameter} mm that is ${long} mm long has no room for its nut.`]
      : [],
  interfaces: ({ diameter }) => [
    {
      id: 'shank',
      kind: 'shaft',
      side: 'offers',
      diameter,
      keyway: null,
      at: towards('+z', [0, 0, 0]),
      turns: 1,
    },
  ],
  ...madeOf(({ diameter, length: long }: ValuesOf<typeof parameters>) =>
    boltsAndNuts({ id: 'bolt', diameter, grip: long - beyondGrip(diameter), places: [AT_ORIGIN] }),
  ),
  budget: () => NO_BUDGET,
});
