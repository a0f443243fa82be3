import { describe, expect, it } from 'vitest';
import { actsFor } from '../../../client/things/acts/act.ts';
import { kilogramsIn } from '../../../client/things/acts/fields.tsx';
import { kindFromName } from '../../../client/things/acts/kindFromName.ts';
import { readDecided, stillDecided } from '../../../client/things/apart/decided.ts';
import { addressWith, filterFrom, thingsPath } from '../../../client/things/thingFilter.ts';
import type { ThingView } from '../../../shared/items/views.ts';

const thing = (told: Partial<ThingView>): ThingView => ({
  itemId: '0b7e4d1c-52a9-4f0e-9c3d-000000000001',
  name: 'Cylinder',
  code: 'K3F9A',
  serial: null,
  status: 'loose',
  of: null,
  description: {
    name: 'Cylinder',
    of: null,
    specification: '',
    material: '',
    massKilograms: null,
    sizes: [],
    interfaces: [],
  },
  measures: { sizes: [], interfaces: [], from: null },
  photographs: [],
  timeZone: 'Europe/Berlin',
  place: {
    status: 'loose',
    workshop: null,
    shelf: null,
    inside: [],
    owner: { kind: 'outside' },
    holder: null,
    since: '2026-03-03T09:00:00.000Z',
  },
  loan: null,
  provenance: 'unknown',
  how: null,
  buildId: null,
  grade: null,
  lives: 0,
  livesIn: [],
  contents: [],
  moreInside: false,
  pieces: [],
  story: [],
  openProblems: [],
  dangersInside: [],
  machine: null,
  allowedActions: ['item.change', 'item.give', 'machine.register'],
  revision: 1,
  ...told,
});

describe('what can be told of a thing', () => {
  it('begins with taking it out where it is in something, and with fitting it where it is not', () => {
    expect(actsFor(thing({ status: 'fitted' })).slice(0, 3)).toEqual(['takeOut', 'move', 'repair']);
    expect(actsFor(thing({})).slice(0, 3)).toEqual(['fit', 'move', 'repair']);
  });

  it('is nothing of what is gone, and nothing for those who may not', () => {
    expect(actsFor(thing({ status: 'scrapped' }))).toEqual([]);
    expect(actsFor(thing({ allowedActions: [] }))).toEqual([]);
  });

  it('is that it is back, only while it is lent', () => {
    expect(actsFor(thing({}))).not.toContain('return');
    const loan = { loanId: '0b7e4d1c-52a9-4f0e-9c3d-000000000002', until: null, overdue: false };
    expect(actsFor(thing({ loan }))).toContain('return');
    expect(actsFor(thing({ loan }))).not.toContain('lend');
  });

  it('is putting it into service, unless it is a machine already', () => {
    expect(actsFor(thing({}))).toContain('intoService');
    const machine = { machineId: '0b7e4d1c-52a9-4f0e-9c3d-000000000001', inService: true };
    expect(actsFor(thing({ machine }))).not.toContain('intoService');
  });
});

it('a weight is read as people type it', () => {
  expect(kilogramsIn('2,5 kg')).toBe(2.5);
  expect(kilogramsIn(' ')).toBeNull();
  expect(kilogramsIn('-1')).toBeUndefined();
  expect(kilogramsIn('heavy')).toBeUndefined();
});

it('the kind of a machine is guessed from its name, in either language', () => {
  expect(kindFromName('CNC torch table')).toBe('torchTable');
  expect(kindFromName('Mesa de corte por plasma')).toBe('torchTable');
  expect(kindFromName('Hydraulic cylinder')).toBeNull();
});

describe('taking apart', () => {
  it('remembers what was decided, and forgets what it cannot read', () => {
    const kept = JSON.stringify([{ key: 'a', itemId: null, name: 'Bolts', fate: 'shelved' }, { key: 'b' }]);
    expect(readDecided({ getItem: () => kept }, 'x')).toHaveLength(1);
    expect(readDecided({ getItem: () => '{' }, 'x')).toEqual([]);
  });

  it('asks again for a part that was put back', () => {
    const part = { key: 'a', itemId: 'a', name: 'Cylinder', fate: 'recovered' as const };
    expect(stillDecided([part], ['a'])).toEqual([]);
    expect(stillDecided([part], [])).toEqual([part]);
  });
});

it('a list of things is asked for as its address says', () => {
  const filter = filterFrom({ show: 'salvage', words: 'shaft' });
  expect(thingsPath(filter, null)).toBe('/api/things?words=shaft&salvage=true');
  expect(addressWith(filter)).toBe('/things?words=shaft&show=salvage');
  expect(thingsPath(filterFrom({ show: 'parts' }), null)).toBe('/api/things?machines=false');
  expect(filterFrom({ show: 'nonsense' }).show).toBe('all');
});
