import { describe, expect, it } from 'vitest';
import { sectionAcross } from '../../../client/viewer/acts.ts';
import { boxesOfNodes, boxesOfOccurrences, middleOf } from '../../../client/viewer/bounds.ts';
import { coloursOf } from '../../../client/viewer/colours.ts';
import { exploderOf } from '../../../client/viewer/explode.ts';
import { anglesOf, between, fitted, orbited, placeOf, zoomed } from '../../../client/viewer/eye.ts';
import { inchesInWords, lengthInBoth } from '../../../client/viewer/lengthWords.ts';
import { childrenOf, rowsOf } from '../../../client/viewer/nodeRows.ts';
import type { StandardView } from '../../../client/viewer/viewState.ts';
import { HIDDEN, marksOfNodes, nodeForPress, SELECTED } from '../../../client/viewer/visibility.ts';
import { manyBoxes } from './page/models.ts';

const NOTHING = { selected: [], hovered: null, hidden: [], ghosted: [], isolated: null };
const model = manyBoxes(40, 3);
const nodeOf = (id: string) => model.nodes.findIndex((node) => node.id === id);

describe('what is chosen', () => {
  it('holds for all below it', () => {
    const marks = marksOfNodes(model, { ...NOTHING, selected: ['g0'], hidden: ['g1'] });
    model.nodes.forEach(({ id }, node) => {
      expect((marks[node] ?? 0) & SELECTED).toBe(/^g0(\/|$)/.test(id) ? SELECTED : 0);
      expect((marks[node] ?? 0) & HIDDEN).toBe(/^g1(\/|$)/.test(id) ? HIDDEN : 0);
    });
  });

  it('leaves nothing but what is alone', () => {
    const marks = marksOfNodes(model, { ...NOTHING, isolated: ['g0/b3'] });
    const seen = model.occurrences.filter(({ node }) => !((marks[node] ?? 0) & HIDDEN));
    expect(seen.map(({ node }) => model.nodes[node]?.id)).toEqual(['g0/b3']);
  });

  it('goes up to the assembly when it is pressed again, and back to the part', () => {
    const leaf = nodeOf('g0/b3');
    const first = nodeForPress(model, leaf, []);
    const second = nodeForPress(model, leaf, [first ?? '']);
    expect([first, second, nodeForPress(model, leaf, [second ?? ''])]).toEqual(['g0/b3', 'g0', 'g0/b3']);
  });
});

describe('coming apart', () => {
  it('moves nothing at zero, and the outer level before the inner', () => {
    const exploder = exploderOf(model);
    expect(exploder.levels).toBe(2);
    expect(exploder.offsets({ amount: 0, by: 'level' }).every((value) => value === 0)).toBe(true);
    const half = exploder.offsets({ amount: 0.5, by: 'level' });
    // Two of the same group have gone the same way.
    expect([...half.subarray(0, 3)]).toEqual([...half.subarray(3, 6)]);
    const whole = exploder.offsets({ amount: 1, by: 'level' });
    expect([...whole.subarray(0, 3)]).not.toEqual([...whole.subarray(3, 6)]);
  });

  it('lets the last step leave first', () => {
    const order = ['step-0', 'step-1', 'step-2'];
    const third = exploderOf(model, order).offsets({ amount: 1 / 3, by: 'step' });
    model.occurrences.forEach(({ node }, index) => {
      const moved = [0, 1, 2].some((axis) => third[index * 3 + axis] !== 0);
      expect(moved).toBe(model.nodes[node]?.step === 'step-2');
    });
  });
});

describe('the eye', () => {
  it('stands at the front against y, and above for the top', () => {
    const box = [0, 0, 0, 100, 100, 100];
    const front = placeOf(fitted(anglesOf('front'), box, 1, false));
    expect([Math.round(front[0]), front[1] < 0, Math.round(front[2])]).toEqual([50, true, 50]);
    expect(placeOf(fitted(anglesOf('top'), box, 1, false))[2]).toBeGreaterThan(100);
  });

  it('never turns over, keeps what is under the pointer, and flies the short way', () => {
    const eye = fitted(anglesOf('iso'), [0, 0, 0, 10, 10, 10], 1.5, false);
    expect(orbited(eye, 0, 9).elevation).toBeCloseTo(Math.PI / 2);
    expect(zoomed(eye, 0.5, 0, 0, 400, [1, 1e4]).target).toEqual(eye.target);
    const turned = { ...eye, azimuth: eye.azimuth + 1.9 * Math.PI };
    expect(between(eye, turned, 1).azimuth).toBeCloseTo(eye.azimuth - 0.1 * Math.PI);
  });
});

it('boxes hold mirrored things where they stand', () => {
  const boxes = boxesOfOccurrences(model);
  // The first is mirrored: it reaches from -30 to 0.
  expect([boxes[0], boxes[3]]).toEqual([-30, 0]);
  expect(middleOf(boxesOfNodes(model, boxes)[0] ?? new Float64Array(6)).every(Number.isFinite)).toBe(true);
});

it('colours by material are named, and unknown ones have one of their own', () => {
  const parts = model.parts.map((part, index) => ({ ...part, material: index === 0 ? null : part.material }));
  const { legend, ofParts } = coloursOf({ ...model, parts }, 'material', 'light');
  expect(legend.map(({ key }) => key)).toEqual(['steel', null]);
  expect(ofParts[0]).not.toEqual(ofParts[1]);
});

it('the list shows what is open, in order', () => {
  const children = childrenOf(model);
  expect(rowsOf(model, children, new Set()).length).toBe(10);
  const rows = rowsOf(model, children, new Set(['g0']));
  expect(rows[1]).toEqual({ node: nodeOf('g0/b0'), level: 1, hasChildren: false });
});

it.each([
  [101.6, '4 in'],
  [4.7625, '3/16 in'],
  [82.55, '3 1/4 in'],
  [83, '3.27 in'],
  [0, '0 in'],
])('%f mm is %s', (millimetres, inches) => {
  expect(inchesInWords(millimetres)).toBe(inches);
  expect(lengthInBoth(101.6)).toBe('101.6 mm (4 in)');
});

it('cuts so that the cut is seen, from whichever side somebody looks', () => {
  const eye = { target: [0, 0, 0], distance: 1000 } as const;
  const from = (view: StandardView) => ({ ...eye, ...anglesOf(view) });
  // What is kept lies on the far side: below where somebody looks from above.
  expect(sectionAcross('z', from('top')).flipped).toBe(false);
  expect(sectionAcross('z', from('bottom')).flipped).toBe(true);
  expect(sectionAcross('x', from('left'), 0.2)).toEqual({ axis: 'x', at: 0.2, flipped: true });
  expect(sectionAcross('x', from('iso')).flipped).toBe(false);
  expect(sectionAcross('y', from('iso')).flipped).toBe(true);
});

it('tells colours that a file gives apart from those of materials', () => {
  const parts = model.parts.map((part, index) => ({
    ...part,
    material: 'steel' as const,
    colour: index === 0 ? ([1, 0.5, 0] as const) : null,
  }));
  const { legend, ofParts } = coloursOf({ ...model, parts }, 'own', 'light');
  expect(legend.map(({ key }) => key).sort()).toEqual(['#ff8000', 'steel']);
  expect(ofParts[0]).toEqual([1, 0.5, 0]);
  expect(ofParts[1]).toEqual(legend.find(({ key }) => key === 'steel')?.colour);
});
