import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { bearingSizes, flangeBearings } from './pieces/bearings.ts';
import { madeOf } from './pieces/pieces.ts';
import { towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  bore: length({ least: 10, most: 100, usual: inches(1.25), source: 'Wheel unit: a shaft of 1.25 in' }),
  boltCircle: length({
    least: 40,
    most: 500,
    usual: inches(6.19),
    source: 'Wheel unit: bearings with 4 bolts on 6.19 in',
  }),
  bolt: length({
    least: 4,
    most: 40,
    usual: inches(17 / 32),
    source: 'Chosen: clearance for bolts of 1/2 in',
  }),
};
type Values = ValuesOf<typeof parameters>;

/** Flange bearing, its flange on the plane z = 0, its bore along the z axis. */
export const bearing = defineModule({
  id: 'bearing',
  name: 'Flange bearing',
  parameters,
  sources: ['Flange, hub and insert: chosen, near the ratios of UC inserts in square flanges'],
  faults: ({ bore, boltCircle, bolt }) => {
    const { hub, side } = bearingSizes(bore, boltCircle, bolt);
    return boltCircle - 2 * bolt <= hub || side <= hub
      ? [`Bolts on ${boltCircle} mm have no room beside a hub of ${hub} mm for a bore of ${bore} mm.`]
      : [];
  },
  interfaces: (values) => [
    {
      id: 'mount',
      kind: 'boltCircle',
      side: 'offers',
      diameter: values.boltCircle,
      count: 4,
      hole: values.bolt,
      at: towards('-z', [0, 0, 0]),
      turns: 90,
    },
    ...bores(values),
  ],
  ...madeOf((values: Values) => flangeBearings({ id: 'bearing', ...values, places: [AT_ORIGIN] })),
  budget: () => NO_BUDGET,
});

/** A shaft that comes in from one side ends flush with the other. */
function bores(values: Values): ModuleInterface[] {
  const { ringHeight } = bearingSizes(values.bore, values.boltCircle, values.bolt);
  const common = { kind: 'shaft', side: 'needs', diameter: values.bore, keyway: null, turns: 1 } as const;
  return [
    { ...common, id: 'bore-top', at: towards('+z', [0, 0, 0]) },
    { ...common, id: 'bore-bottom', at: towards('-z', [0, 0, ringHeight]) },
  ];
}
