import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { choice, inches, length, type ValuesOf } from './parameters.ts';
import { madeOf } from './pieces/pieces.ts';
import { type Keyway, shaft as shaftPiece } from './pieces/shafts.ts';
import { towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  diameter: length({ least: 4, most: 150, usual: inches(1.25), source: 'Wheel and track unit: 1.25 in' }),
  length: length({
    least: 20,
    most: 3000,
    usual: inches(10),
    source: 'Wheel unit: 10 in; track unit: 14 in',
  }),
  keyways: choice(['none', 'one', 'both'], 'one', 'Chosen: a key at the driven end'),
  keyway: length({
    least: 1,
    most: 40,
    usual: inches(1 / 4),
    source: 'ASME B17.1: a shaft of 1.25 in takes a square key of 1/4 in',
  }),
  seat: length({
    least: 0,
    most: 1500,
    usual: inches(2),
    source: 'Chosen: how far from its ends a shaft lies in its bearings',
  }),
  keywayLength: length({ least: 3, most: 500, usual: inches(2), source: 'Chosen: a hub of 2 in' }),
};
type Values = ValuesOf<typeof parameters>;

const keywayOf = ({ keyways, keyway, keywayLength }: Values): Keyway => ({
  width: keyway,
  length: keywayLength,
  ends: keyways === 'both' ? ['bottom', 'top'] : keyways === 'one' ? ['top'] : [],
});

/** Round shaft along z from the origin; keyways open towards x. */
export const shaft = defineModule({
  id: 'shaft',
  name: 'Shaft',
  parameters,
  sources: ['A square key lies half in the shaft (ASME B17.1)'],
  faults: ({ diameter, length: long, keyways, keyway, keywayLength }) => {
    if (keyways === 'none') return [];
    const ends = keyways === 'both' ? 2 : 1;
    return [
      ...(keyway > diameter / 2
        ? [`A keyway of ${keyway} mm is wider than half a shaft of ${diameter} mm.`]
        : []),
      ...(ends * keywayLength >= long
        ? [`Keyways of ${keywayLength} mm have no room on a shaft of ${long} mm.`]
        : []),
    ];
  },
  interfaces: (values) => [
    end('end-bottom', values, values.keyways === 'both', 0),
    end('end-top', values, values.keyways !== 'none', values.length),
    ...seats(values),
  ],
  ...madeOf((values: Values) => [
    shaftPiece({
      id: 'shaft',
      name: 'Shaft',
      diameter: values.diameter,
      length: values.length,
      keyway: keywayOf(values),
      places: [AT_ORIGIN],
    }),
  ]),
  budget: () => NO_BUDGET,
});

const end = (id: string, values: Values, hasKey: boolean, height: number): ModuleInterface => ({
  id,
  kind: 'shaft',
  side: 'offers',
  diameter: values.diameter,
  keyway: hasKey ? values.keyway : null,
  at: { origin: [0, 0, height], x: [1, 0, 0], z: [0, 0, height > 0 ? 1 : -1] },
  turns: 1,
});

/** Where a bearing sits on the round, so that the shaft goes on through it on both sides; nothing where there is no room. */
function seats({ diameter, length: long, seat }: Values): ModuleInterface[] {
  if (seat <= 0 || 2 * seat >= long) return [];
  const common = { kind: 'shaft', side: 'offers', diameter, keyway: null, turns: 1 } as const;
  return [
    { ...common, id: 'seat-bottom', at: towards('-z', [0, 0, seat]) },
    { ...common, id: 'seat-top', at: towards('+z', [0, 0, long - seat]) },
  ];
}
