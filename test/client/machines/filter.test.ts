import { describe, expect, it } from 'vitest';
import { addressWith, filterFrom, fitting, noFilter } from '../../../client/machines/filter.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { MachineSummary } from '../../../shared/machines/views.ts';
import { machineKind } from '../../../shared/machines/words.ts';

const machine = (name: string, part: Partial<MachineSummary> = {}): MachineSummary => ({
  machineId: name,
  workshopId: 'one',
  workshopName: 'Holzwerk',
  timeZone: 'Europe/Berlin',
  labelCode: '7K3F',
  name,
  kind: 'saw',
  maker: null,
  model: null,
  tier: 'workshop',
  origin: 'unknown',
  area: null,
  dangers: [],
  protection: [],
  emergencyStop: null,
  capacity: 1,
  requiredCompetences: [],
  dependsOn: [],
  meters: [],
  contents: [],
  rules: NO_BOOKING_RULES,
  photographs: [],
  mayRunUnattended: false,
  retired: false,
  outage: null,
  availability: { answer: 'free', until: null },
  ...part,
});
const taken = { availability: { answer: 'taken', freeAt: null, mayWait: true, overrun: null } } as const;
const names = (machines: MachineSummary[]) => machines.map(({ name }) => name);

describe('the list of machines', () => {
  const all = [
    machine('Säge', taken),
    machine('Kiln', { workshopId: 'two', kind: 'kiln' }),
    machine('Bench'),
    machine('Old mill', { retired: true, availability: { answer: 'retired' } }),
  ];

  it('shows those free now first, and leaves retired ones out', () => {
    expect(names(fitting(all, noFilter, []))).toEqual(['Bench', 'Kiln', 'Säge']);
  });

  it('finds by words without minding accents, and retired ones by name', () => {
    expect(names(fitting(all, { ...noFilter, search: 'sage holz' }, []))).toEqual(['Säge']);
    expect(names(fitting(all, { ...noFilter, search: 'old mill' }, []))).toEqual(['Old mill']);
    expect(names(fitting(all, { ...noFilter, search: '7k3f bench' }, []))).toEqual(['Bench']);
  });

  it('narrows to one workshop, to one’s own, to a kind, to what is free', () => {
    expect(names(fitting(all, { ...noFilter, workshop: 'two' }, []))).toEqual(['Kiln']);
    expect(names(fitting(all, { ...noFilter, workshop: 'mine' }, ['one']))).toEqual(['Bench', 'Säge']);
    expect(names(fitting(all, { ...noFilter, kind: 'kiln' }, []))).toEqual(['Kiln']);
    expect(names(fitting(all, { ...noFilter, freeOnly: true }, []))).toEqual(['Bench', 'Kiln']);
  });
});

it('a filter is the same after a round through the address', () => {
  const filter = { search: 'drill & mill', workshop: 'mine', kind: 'saw', freeOnly: true } as const;
  const query = Object.fromEntries(new URL(addressWith(filter), 'http://x').searchParams);
  const isKind = (text: string): text is 'saw' => machineKind.safeParse(text).success;
  expect(filterFrom(query, isKind)).toEqual(filter);
  expect(addressWith(noFilter)).toBe('/machines');
});
