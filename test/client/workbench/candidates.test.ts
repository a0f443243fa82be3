import { beforeEach, expect, it } from 'vitest';
import { lengthUnits } from '../../../client/measures/lengthUnits.ts';
import { candidatesFor } from '../../../client/workbench/candidates.ts';
import { setParameter } from '../../../client/workbench/gestures/settings.ts';
import { STRAIGHT, snap } from '../../../client/workbench/gestures/snap.ts';
import { reasonInWords } from '../../../client/workbench/reasons.ts';
import { carriedOut, machineOf, solved, thing } from './aMachine.ts';

const machine = machineOf(
  thing('tube', 'frame-tube'),
  thing('plate', 'joint-plate', [500, 0, 0]),
  thing('cube', 'power-cube', [2000, 0, 0]),
);
const from = { instance: 'plate', interface: 'grid-bottom' };
const told = (content: typeof machine, place = from) =>
  new Map(
    (candidatesFor(solved(content), place) ?? []).map(({ place: { instance, interface: face }, reason }) => [
      `${instance} ${face}`,
      reason ? reasonInWords(reason) : 'fits',
    ]),
  );

beforeEach(() => {
  lengthUnits.value = 'mm';
});

it('what fits comes first, and what does not says why', () => {
  const found = told(machine);
  expect([...found.values()].indexOf('fits')).toBe(0);
  expect(found.get('tube grid-left')).toBe('fits');
  expect(found.get('tube end-top')).toBe('grid of holes against tube end');
  expect(found.get('plate grid-top')).toBe('it belongs to the same thing');
  expect(found.has('plate grid-bottom')).toBe(false);
});

it('another pitch is told with both numbers', () => {
  const content = carriedOut(machine, () => setParameter(['plate'], 'pitch', 100));
  expect(told(content).get('tube grid-left')).toBe('pitch 100 mm against 101.6 mm');
});

it('a tube’s end takes one thing, its holes take many', () => {
  const two = machineOf(
    thing('tube', 'frame-tube'),
    thing('next', 'frame-tube', [0, 0, 3000]),
    thing('last', 'frame-tube', [900, 0, 0]),
    thing('plate', 'joint-plate', [500, 0, 0]),
  );
  const content = carriedOut(
    two,
    (now) =>
      snap(
        solved(now),
        { instance: 'tube', interface: 'end-top' },
        { instance: 'next', interface: 'end-bottom' },
        STRAIGHT,
        'mate-1',
      ),
    (now) => snap(solved(now), { instance: 'tube', interface: 'grid-left' }, from, STRAIGHT, 'mate-2'),
  );
  const ends = told(content, { instance: 'last', interface: 'end-top' });
  expect(ends.get('tube end-top')).toMatch(/^it is joined to .* already$/);
  expect(ends.get('tube end-bottom')).toBe('fits');
  expect(told(content, { instance: 'last', interface: 'grid-left' }).get('tube grid-left')).toBe('fits');
});

it('a hose may be laid where the flow does not suffice: the budgets tell', () => {
  const content = machineOf(thing('cube', 'power-cube'), thing('wheel', 'wheel-unit', [2000, 0, 0]));
  const ports = solved(content).instances.map(
    ({ instance, interfaces }) =>
      interfaces.find(({ is }) => is.kind === 'hydraulicPort' && is.flow !== null)?.id ?? instance.id,
  );
  expect(told(content, { instance: 'wheel', interface: ports[1] ?? '' }).get(`cube ${ports[0]}`)).toBe(
    'fits',
  );
});

it('an interface that is not there has no candidates', () => {
  expect(candidatesFor(solved(machine), { instance: 'gone', interface: 'end-top' })).toBeNull();
});
