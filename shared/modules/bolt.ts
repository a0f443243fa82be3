import { defineModule, NO_BUDGET } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { beyondGrip, boltsAndNuts } from './pieces/bolts.ts';
import { madeOf, told } from './pieces/pieces.ts';
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
  grip: length({
    least: 0,
    most: 600,
    usual: 0,
    source: 'What it clamps, from head to nut; none: as much as its length allows',
  }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres from head to nut. */
const clamped = ({ diameter, length: long, grip }: Values): number => grip || long - beyondGrip(diameter);

/** Hex bolt with its nut: the head rests on the plane z = 0, the shank runs along z. */
export const bolt = defineModule({
  id: 'bolt',
  name: 'Bolt',
  parameters,
  sources: [
    'Head 1.5 diameters across flats and 0.65 high, nut 0.875 high: ASME B18.2.1 and B18.2.2, rounded',
    'A fifth of a diameter sticks out of the nut: chosen. The thread is told as a cylinder',
  ],
  faults: ({ diameter, length: long, grip }) => {
    const room = long - beyondGrip(diameter);
    if (room <= 0) return [`A bolt of ${diameter} mm that is ${long} mm long has no room for its nut.`];
    return grip > room
      ? [`A bolt of ${long} mm is too short for ${grip} mm: its nut needs ${told(beyondGrip(diameter))} mm.`]
      : [];
  },
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
  ...madeOf((values: Values) =>
    boltsAndNuts({
      id: 'bolt',
      diameter: values.diameter,
      grip: clamped(values),
      length: values.length,
      places: [AT_ORIGIN],
    }),
  ),
  budget: () => NO_BUDGET,
});
