import { expect, test } from 'vitest';
import { registerMachine } from '../../../shared/machines/commands.ts';
import { machineKind } from '../../../shared/machines/words.ts';
import { DEFAULTS_OF_KINDS } from '../../../shared/machines/kinds.ts';

test.each(machineKind.options)('choosing %s fills in what registering takes', (kind) => {
  const chosen = {
    name: 'Some machine',
    kind,
    maker: null,
    model: null,
    requiredCompetences: [],
    ...DEFAULTS_OF_KINDS[kind],
  };
  expect(registerMachine.parse(chosen)).toEqual(chosen);
});

test('only what works on by itself may run unattended', () => {
  const unattended = machineKind.options.filter((kind) => DEFAULTS_OF_KINDS[kind].mayRunUnattended);
  expect(unattended).toEqual(['printer3d', 'kiln']);
});

test('naming a danger or a competence twice is a mistake', () => {
  const twice = { name: 'Saw', kind: 'saw', maker: null, model: null, ...DEFAULTS_OF_KINDS.saw };
  const body = { ...twice, requiredCompetences: [], dangers: ['dust', 'dust'] };
  expect(registerMachine.safeParse(body).success).toBe(false);
});
