import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayInCircle, arrayInLine, copy, mirror } from '../../../client/workbench/gestures/copies.ts';
import { add, remove } from '../../../client/workbench/gestures/entries.ts';
import { groupOf } from '../../../client/workbench/gestures/groups.ts';
import {
  anglesOf,
  moveBy,
  placeAt,
  turnBy,
  turnedTo,
  turnTo,
} from '../../../client/workbench/gestures/move.ts';
import { fitInNewStep, setParameter, takeAlternative } from '../../../client/workbench/gestures/settings.ts';
import { STRAIGHT, setMeeting, snap, unsnap } from '../../../client/workbench/gestures/snap.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import type { Vector } from '../../../shared/modules/vectors.ts';
import { processorTime } from '../../processorTime.ts';
import { apart, carriedOut, ids, machineOf, solved, standing, thing } from './aMachine.ts';

const tube = (id: string, origin?: Vector) => thing(id, 'frame-tube', origin);
const plate = (id: string, origin?: Vector) => thing(id, 'joint-plate', origin);
const place = (instance: string, face: string) => ({ instance, interface: face });
/** Tube, and a plate on its right side. */
const joined = () =>
  carriedOut(machineOf(tube('tube'), plate('plate', [900, 40, 7])), (now) =>
    snap(solved(now), place('tube', 'grid-right'), place('plate', 'grid-bottom'), STRAIGHT, 'mate-1'),
  );
const problems = (content: DraftContent) => solved(content).problems.filter(({ kind }) => kind !== 'unmated');

describe('snapping', () => {
  it('brings the one that moves face to face with the one that stays', () => {
    const content = joined();
    expect(standing(content).get('tube')?.origin).toEqual([0, 0, 0]);
    expect(standing(content).get('plate')?.z.map(Math.round)).toEqual([1, 0, 0]);
    expect(problems(content)).toEqual([]);
  });

  it('moves what was chosen, also where it stands first in the list', () => {
    const content = carriedOut(machineOf(plate('plate', [900, 40, 7]), tube('tube', [5, 6, 7])), (now) =>
      snap(solved(now), place('tube', 'grid-right'), place('plate', 'grid-bottom'), STRAIGHT, 'mate-1'),
    );
    expect(
      standing(content)
        .get('tube')
        ?.origin.map((each) => Math.round(each * 1e6) / 1e6),
    ).toEqual([5, 6, 7]);
    expect(problems(content)).toEqual([]);
  });

  it('takes along whatever is joined to it', () => {
    const before = carriedOut(joined(), () => add(tube('farther', [3000, 0, 0])));
    const content = carriedOut(before, (now) =>
      snap(solved(now), place('farther', 'grid-left'), place('plate', 'grid-top'), STRAIGHT, 'mate-2'),
    );
    expect(standing(content).get('farther')?.origin[0]).toBeCloseTo(3000);
    expect(groupOf(content, 'tube')).toEqual(['tube', 'plate', 'farther']);
    expect(problems(content)).toEqual([]);
  });

  it('lays a hose without moving anything', () => {
    const machine = machineOf(thing('cube', 'power-cube'), thing('rams', 'hydraulic-cylinder', [2000, 0, 0]));
    const [from, to] = ['cube', 'rams'].map(
      (id) =>
        solved(machine)
          .instances.find(({ instance }) => instance.id === id)
          ?.interfaces.find(({ is }) => is.kind === 'hydraulicPort')?.id ?? '',
    );
    const content = carriedOut(machine, (now) =>
      snap(solved(now), place('cube', from ?? ''), place('rams', to ?? ''), STRAIGHT, 'hose'),
    );
    expect(content.mates[0]?.kind).toBe('line');
    expect(content.instances).toBe(machine.instances);
  });

  it('shifts by holes and turns; the one that stays stays', () => {
    const content = carriedOut(joined(), (now) =>
      setMeeting(solved(now), 'mate-1', { turn: 90, offset: { x: 101.6, y: 0, z: 0 } }),
    );
    expect(apart(standing(content).get('tube'), standing(joined()).get('tube'))).toBeLessThan(1e-6);
    expect(apart(standing(content).get('plate'), standing(joined()).get('plate'))).toBeGreaterThan(10);
    expect(problems(content)).toEqual([]);
  });

  it('joins nothing to itself and nothing that is not there', () => {
    const content = joined();
    for (const [one, other] of [
      [place('tube', 'end-top'), place('tube', 'end-bottom')],
      [place('tube', 'end-top'), place('gone', 'end-top')],
      [place('tube', 'nothing'), place('plate', 'grid-top')],
    ] as const)
      expect(snap(solved(content), one, other, STRAIGHT, 'mate-2')(content)).toBe(content);
  });

  it('taken apart, or with one of them gone, all others stay where they stand', () => {
    const content = joined();
    const loose = carriedOut(content, (now) => unsnap(solved(now), ['mate-1']));
    expect(loose.mates).toEqual([]);
    expect(apart(standing(loose).get('plate'), standing(content).get('plate'))).toBeLessThan(1e-5);
    const alone = carriedOut(content, (now) => remove(standing(now), ['tube']));
    expect(alone.mates).toEqual([]);
    expect(apart(standing(alone).get('plate'), standing(content).get('plate'))).toBeLessThan(1e-5);
  });
});

describe('moving', () => {
  it('moves and turns everything that is joined', () => {
    const before = joined();
    const moved = carriedOut(before, (now) => moveBy(standing(now), ['plate'], [10, 20, -30]));
    expect(standing(moved).get('tube')?.origin).toEqual([10, 20, -30]);
    const turned = carriedOut(before, (now) => turnBy(standing(now), ['plate'], 'z', 90));
    expect(standing(turned).get('plate')?.z.map(Math.round)).toEqual([0, 1, 0]);
    expect(problems(turned)).toEqual([]);
  });

  it('puts a thing at typed numbers, and back again: nothing has changed then', () => {
    const before = joined();
    const there = standing(before).get('plate')?.origin ?? [0, 0, 0];
    const back = carriedOut(
      before,
      (now) => placeAt(standing(now), 'plate', [1, 2, 3]),
      (now) => turnTo(standing(now), 'plate', [10, 20, 30]),
      (now) => turnTo(standing(now), 'plate', anglesOf(standing(before).get('plate') ?? turnedTo([0, 0, 0]))),
      (now) => placeAt(standing(now), 'plate', there),
    );
    for (const id of ['tube', 'plate'])
      expect(apart(standing(back).get(id), standing(before).get(id))).toBeLessThan(1e-4);
  });

  it('reads angles back from every turn', () => {
    const angle = fc.integer({ min: -179, max: 180 });
    fc.assert(
      fc.property(angle, fc.integer({ min: -90, max: 90 }), angle, (about, over, round) => {
        const once = turnedTo([about, over, round]);
        const again = turnedTo(anglesOf(once));
        expect(apart({ origin: [0, 0, 0], ...once }, { origin: [0, 0, 0], ...again })).toBeLessThan(1e-4);
      }),
      { numRuns: 60 },
    );
  });

  it('does nothing with what is no number', () => {
    const content = joined();
    for (const gesture of [
      moveBy(standing(content), ['tube'], [Number.NaN, 0, 0]),
      turnBy(standing(content), ['tube'], 'x', Number.POSITIVE_INFINITY),
      turnTo(standing(content), 'tube', [0, Number.NaN, 0]),
      setParameter(['tube'], 'length', Number.NaN),
      arrayInLine(standing(content), ['tube'], { axis: 'x', count: 2.5, step: 10 }, ids()),
      mirror(standing(content), ['tube'], { axis: 'x', at: Number.NaN }, ids()),
    ])
      expect(gesture(content)).toBe(content);
  });
});

describe('making many', () => {
  it('copies a group with the mates inside it', () => {
    const content = carriedOut(joined(), (now) => copy(standing(now), ['tube', 'plate'], [500, 0, 0], ids()));
    expect(content.instances).toHaveLength(4);
    expect(content.mates).toHaveLength(2);
    expect(standing(content).get('new-1')?.origin).toEqual([500, 0, 0]);
    expect(problems(content)).toEqual([]);
  });

  it('sets a row and a circle', () => {
    const row = carriedOut(machineOf(tube('tube')), (now) =>
      arrayInLine(standing(now), ['tube'], { axis: 'y', count: 4, step: 203.2 }, ids()),
    );
    expect(row.instances.map(({ at }) => at.origin[1])).toEqual([0, 203.2, 406.4, 609.6]);
    const circle = carriedOut(machineOf(tube('tube', [100, 0, 0])), (now) =>
      arrayInCircle(standing(now), ['tube'], { axis: 'z', middle: [0, 0, 0], count: 4, degrees: 360 }, ids()),
    );
    expect(circle.instances.map(({ at }) => at.origin)).toEqual([
      [100, 0, 0],
      [0, 100, 0],
      [-100, 0, 0],
      [0, -100, 0],
    ]);
  });

  it('mirrors a joined group, and the image is joined as well', () => {
    const content = carriedOut(
      joined(),
      (now) => setMeeting(solved(now), 'mate-1', { turn: 90, offset: { x: 101.6, y: 0, z: 0 } }),
      (now) => mirror(standing(now), ['tube', 'plate'], { axis: 'x', at: 1000 }, ids()),
    );
    expect(content.instances[2]).toMatchObject({ mirrored: true, at: { origin: [2000, 0, 0] } });
    const [stood, image] = ['plate', 'new-2'].map((id) => standing(content).get(id)?.origin ?? [0, 0, 0]);
    expect(image?.[0]).toBeCloseTo(2000 - (stood?.[0] ?? 0), 4);
    expect(image?.[1]).toBeCloseTo(stood?.[1] ?? 0, 4);
    expect(image?.[2]).toBeCloseTo(stood?.[2] ?? 0, 4);
    expect(problems(content)).toEqual([]);
  });

  it('stops before there are too many', () => {
    const content = machineOf(tube('tube'));
    expect(
      arrayInLine(standing(content), ['tube'], { axis: 'x', count: 10_001, step: 1 }, ids())(content),
    ).toBe(content);
  });
});

it('an alternative and what it stands for change places, and back', () => {
  const other = {
    id: 'other',
    name: 'Angle',
    of: { kind: 'module', module: 'angle' } as const,
    parameters: { length: 500 },
    note: '',
  };
  const before = machineOf({ ...tube('tube'), alternatives: [other] });
  const content = carriedOut(before, () => takeAlternative('tube', 'other'));
  expect(content.instances[0]).toMatchObject({ of: { module: 'angle' }, parameters: { length: 500 } });
  expect(carriedOut(content, () => takeAlternative('tube', 'other'))).toEqual(before);
});

it('a gesture on one thing of ten thousand touches that thing alone', () => {
  const many = machineOf(
    ...Array.from({ length: 10_000 }, (_, index) => tube(`tube-${index}`, [index, 0, 0])),
  );
  const content = setParameter(['tube-5000'], 'length', 1930.4)(many);
  const began = processorTime();
  expect(changesBetween(many, content)).toHaveLength(1);
  expect(processorTime() - began).toBeLessThan(400);
});

it('things are fitted in a step that begins behind all others', () => {
  const content = machineOf(thing('tube', 'frame-tube'), thing('plate', 'joint-plate'));
  const first = carriedOut(content, () => fitInNewStep(['tube'], { id: 'step-1', title: 'Step 1' }));
  const second = carriedOut(first, () => fitInNewStep(['plate'], { id: 'step-2', title: 'Step 2' }));
  expect(second.steps.map(({ title }) => title)).toEqual(['Step 1', 'Step 2']);
  expect(second.instances.map(({ step }) => step)).toEqual(['step-1', 'step-2']);
});
