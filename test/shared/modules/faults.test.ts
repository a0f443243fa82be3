import { expect, it } from 'vitest';
import { moduleById, modules } from '../../../shared/modules/all.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';

const faultsOf = (id: string, changed: Record<string, number | string>): string[] => {
  const module = moduleById(id);
  return module ? module.faults({ ...usualValues(module.parameters), ...changed }) : [`There is no ${id}.`];
};

it('modules are told apart by their ids, and nothing contradicts itself in what is usual', () => {
  expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length);
  expect(modules.length).toBeGreaterThanOrEqual(12);
  for (const { id } of modules) expect(faultsOf(id, {}), id).toEqual([]);
});

it.each([
  ['frame-tube', { outer: 20, wall: 12 }, /no room in a tube of 20 mm/],
  ['joint-plate', { hole: 100 }, /leave less than 3 mm between them/],
  ['angle', { leg: 20, thickness: 12 }, /too short for 12 mm/],
  ['angle', { hole: 60, leg: 60 }, /wider than the flat/],
  ['shaft', { keyway: 20 }, /wider than half a shaft/],
  ['shaft', { length: 40 }, /have no room on a shaft of 40 mm/],
  ['bearing', { bore: 80 }, /have no room beside a hub/],
  ['bolt', { length: 15 }, /no room for its nut/],
  ['bolt', { length: 50, grip: 40 }, /is too short for 40 mm/],
  ['filament-spool', { bore: 80, diameter: 110 }, /no room for filament/],
  ['quick-attach', { columns: 12 }, /reach beyond a plate/],
  ['power-supply', { hole: 30 }, /no room on a flange of 25.4 mm/],
  ['wheel-unit', { shaftLength: 210 }, /no room for a hub/],
  ['wheel-unit', { shaftLength: 400 }, /does not reach the hub/],
  ['track-unit', { shaftLength: 260 }, /ends before/],
  ['track-unit', { barLength: 500 }, /reach the motor’s side/],
  ['tine-rotor', { drum: 139, teeth: 3 }, /nothing is left around a drum of 139 mm/],
  ['hydraulic-cylinder', { rod: 120 }, /leaves no room for oil/],
  ['hydraulic-cylinder', { extension: 300 }, /cannot be drawn out 300 mm/],
  ['hydraulic-cylinder', { pin: 90 }, /wider than the cap/],
])('a %s says what cannot be built with %o', (id, changed, words) => {
  expect(faultsOf(id, changed).join(' ')).toMatch(words);
});
