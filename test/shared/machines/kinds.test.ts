import { expect, test } from 'vitest';
import { bookingRules } from '../../../shared/machines/bookingRules.ts';
import { registerMachine } from '../../../shared/machines/commands.ts';
import { DEFAULTS_OF_KINDS } from '../../../shared/machines/kinds.ts';
import { machineKind } from '../../../shared/machines/words.ts';

test.each(machineKind.options)('choosing %s fills in what registering takes', (kind) => {
  const { wantsInduction, ...defaults } = DEFAULTS_OF_KINDS[kind];
  expect(typeof wantsInduction).toBe('boolean');
  const chosen = {
    name: 'A machine',
    kind,
    maker: null,
    model: null,
    requiredCompetences: [],
    ...defaults,
  };
  expect(registerMachine.parse(chosen)).toMatchObject(chosen);
  expect(bookingRules.parse(defaults.rules)).toEqual(defaults.rules);
});

test('only what works on by itself, or leaves the workshop, may run unattended', () => {
  const unattended = machineKind.options.filter((kind) => DEFAULTS_OF_KINDS[kind].mayRunUnattended);
  expect(unattended).toEqual(['printer3d', 'kiln', 'regional', 'tool', 'kit']);
});

test.each([
  ['dangers', { dangers: ['hot', 'hot'] }],
  ['lentBy', { tier: 'lent' }],
  ['contents', { kind: 'laser', contents: [{ name: 'Bit', quantity: 1, toolId: null }] }],
  [
    'meters',
    {
      meters: [
        { name: 'Tube', unit: 'h' },
        { name: 'Tube', unit: 'km' },
      ],
    },
  ],
])('a description that contradicts itself says where: %s', (field, change) => {
  const { wantsInduction: _, ...defaults } = DEFAULTS_OF_KINDS.laser;
  const said = { name: 'A', kind: 'laser', maker: null, model: null, requiredCompetences: [], ...defaults };
  const refused = registerMachine.safeParse({ ...said, ...change });
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

test('an unknown field is refused, not dropped', () => {
  const { wantsInduction: _, ...defaults } = DEFAULTS_OF_KINDS.saw;
  const said = { name: 'A', kind: 'saw', maker: null, model: null, requiredCompetences: [], ...defaults };
  expect(registerMachine.safeParse({ ...said, power: 3 }).success).toBe(false);
});
