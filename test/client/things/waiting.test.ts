import { describe, expect, it } from 'vitest';
import { labelled } from '../../../client/offline/labelled.ts';
import { byWorkshop } from '../../../client/things/impact/byWorkshop.ts';
import { meant, thingByCode, thingsIn } from '../../../client/things/keptThings.ts';
import { asWaiting } from '../../../client/things/useThingCommand.ts';

describe('what is told of a thing without a connection', () => {
  const now = Date.parse('2026-03-03T09:00:00.000Z');
  const moved = { to: 'move', body: { workshopId: 'here' }, done: 'Cylinder is moved.' };

  it('waits with the time at which it happened, called as it will be told', () => {
    expect(asWaiting(moved, now)).toEqual({
      body: { at: '2026-03-03T09:00:00.000Z', workshopId: 'here' },
      keepAs: 'Cylinder is moved',
    });
    const yesterday = { ...moved, body: { at: '2026-03-02T09:00:00.000Z' } };
    expect(asWaiting(yesterday, now).body).toEqual(yesterday.body);
    expect(asWaiting(moved, null).body).toEqual(moved.body);
  });

  it('does not wait where an answer is needed, and has no time where it just is so', () => {
    const machine = { to: 'into-service', body: { kind: 'saw' }, done: 'It can be booked.' };
    expect(asWaiting(machine, now)).toEqual({ body: machine.body });
    const described = { to: 'description', body: { name: 'Cylinder' }, done: 'It is described.' };
    expect(asWaiting(described, now)).toEqual({ body: described.body, keepAs: 'It is described' });
  });
});

describe('a thing without a connection', () => {
  const seen = thingsIn([
    {
      shelves: [],
      things: [{ itemId: 'one', name: 'Cylinder', code: 'K3F7', of: { title: 'Cylinder', revision: 1 } }],
    },
    { place: { inside: [{ itemId: 'two', name: 'Loader 7', code: null }] } },
    { machines: [{ machineId: 'three', name: 'Torch table', labelCode: 'M2T9' }] },
    // The same, told elsewhere without its code.
    { into: { itemId: 'one', name: 'Cylinder', code: null } },
  ]);
  const found = (typed: string) => meant(seen.values(), typed).map(({ itemId }) => itemId);

  it('is found by its name or code where this device has seen it, machines too', () => {
    expect(seen.get('one')?.code).toBe('K3F7');
    expect([
      found('cylin'),
      found('k3f7'),
      found('https://here.example/m/M2T9'),
      found('7'),
      found('saw'),
    ]).toEqual([['one'], ['one'], ['three'], ['two'], []]);
  });

  it('is known by its code alone where it has not, if that is one', () => {
    expect(thingByCode('abcd')).toEqual({
      ...{ itemId: labelled('ABCD'), name: 'the thing with the code ABCD', code: 'ABCD' },
    });
    expect(thingByCode('Cylinder, the old one')).toBe(null);
  });
});

describe('things that a problem concerns', () => {
  const thing = (name: string, workshop: string | null, state: 'open' | 'fixed') => ({
    thing: {
      ...{ itemId: name, name, serial: null, code: null, of: null, workshop: null, isMachine: false },
      ...{ provenance: 'new' as const, generation: 0, lives: 0, buildId: null, at: null },
      ...{ beingMade: false, ended: null },
    },
    ...{ fork: null, revision: 1, through: [], isEarlier: false, inside: [], how: null, by: null, at: null },
    ...{ owner: { kind: 'outside' as const }, holder: null, reason: null, mayAnswer: false, state },
    workshop: workshop === null ? null : { workshopId: workshop, name: workshop },
  });

  it('stand by workshop, first where most is to be done', () => {
    const things = [
      thing('a', 'Hilltop', 'fixed'),
      thing('b', null, 'open'),
      thing('c', 'Riverside', 'open'),
      thing('d', 'Riverside', 'open'),
      thing('e', 'Harbour', 'fixed'),
    ];
    expect(
      byWorkshop(things).map(({ workshop, open, things: here }) => [workshop?.name, open, here.length]),
    ).toEqual([
      ['Riverside', 2, 2],
      [undefined, 1, 1],
      ['Harbour', 0, 1],
      ['Hilltop', 0, 1],
    ]);
  });
});
