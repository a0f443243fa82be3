import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  ASSUMED,
  changeTableOf,
  FIRST_ENTRY,
  TAKEN_OUT,
} from '../../../client/history/changeTable.ts';
import { innerLinesOf } from '../../../client/history/innerLines.ts';
import { placeAt } from '../../../client/history/revisionsRead.ts';
import { historyRows } from '../../../client/history/rows.ts';
import { type Follower, Scrub } from '../../../client/history/scrub.ts';
import { slotsOf } from '../../../client/history/slots.ts';
import { EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import type { Model } from '../../../shared/models/model.ts';
import type { MomentEntry, MomentsView } from '../../../shared/network/momentViews.ts';
import { chanceFrom } from '../../bench/chance.ts';
import { thing } from '../workbench/aMachine.ts';
import { longBuild, WHOLE, wideModel } from './longBuild.ts';

type Moment = MomentsView['moments'][number];
const NOBODY: Follower = { piece() {}, entry() {}, assumed() {} };

const entry = (line: string | null, more: Partial<MomentEntry> = {}): MomentEntry => ({
  ...{ name: line ?? 'Extra', itemId: null, fittingId: null, into: WHOLE, line, of: null },
  ...{ provenance: 'new', lives: 1, quantity: 1, unit: 'piece' },
  ...more,
});
const moment = (
  kind: Moment['kind'],
  enters: number[] = [],
  leaves: number[] = [],
  step: string | null = null,
): Moment => ({
  ...{ at: '2026-06-16T08:00:00.000Z', kind, step, about: null, enters, leaves },
});
const tubes: PartLine = { ...emptyLine('tube', 'Tube'), quantity: 4 };
/** Four tubes, and one thing without a line that is fitted in step `paint`. */
const frame: Pick<Model, 'nodes' | 'occurrences'> = {
  nodes: [
    { id: '', name: 'Frame', parent: -1, instance: null, line: null, step: null },
    ...[1, 2, 3, 4].map((number) => ({
      id: `t${number}`,
      name: 'Tube',
      parent: 0,
      instance: null,
      line: 'tube',
      step: null,
    })),
    { id: 'sign', name: 'Sign', parent: 0, instance: null, line: null, step: 'paint' },
  ],
  occurrences: [1, 2, 3, 4, 5].map((node) => ({ part: 0, matrix: [], node })),
};

function walk(entries: MomentEntry[], moments: Moment[], more: { stood?: boolean; parts?: PartLine[] } = {}) {
  const rows = historyRows(entries, WHOLE, more.parts ?? [tubes]);
  const slots = slotsOf(frame);
  const table = changeTableOf({
    view: { entries, moments },
    thing: WHOLE,
    rows,
    slots,
    steps: [],
    stood: more.stood ?? false,
  });
  const sizes = { pieces: slots.ofOccurrences.length, entries: entries.length, rows: rows.rows.length };
  const scrub = new Scrub(table, sizes);
  return {
    scrub,
    rows,
    piecesAt(at: number) {
      scrub.go(at, NOBODY);
      return [...scrub.pieces];
    },
  };
}

describe('a line of four', () => {
  it('shows as many pieces as were fitted, and their share where they are counted', () => {
    const { piecesAt } = walk(
      [entry('tube'), entry('tube', { quantity: 2 })],
      [moment('fitted', [0]), moment('met', [1])],
    );
    expect(piecesAt(0)).toEqual([FIRST_ENTRY, ABSENT, ABSENT, ABSENT, ABSENT]);
    expect(piecesAt(1)).toEqual([FIRST_ENTRY, FIRST_ENTRY + 1, FIRST_ENTRY + 1, ABSENT, ABSENT]);
  });

  it('shows what was taken out as gone, and what came in its place', () => {
    const moments = [
      moment('fitted', [0]),
      moment('made'),
      moment('takenOut', [], [0]),
      moment('fitted', [1]),
    ];
    const { piecesAt } = walk([entry('tube'), entry('tube')], moments);
    const rest = [ASSUMED, ASSUMED, ASSUMED, ASSUMED];
    expect(piecesAt(1)).toEqual([FIRST_ENTRY, ...rest]);
    expect(piecesAt(2)).toEqual([TAKEN_OUT, ...rest]);
    expect(piecesAt(3)).toEqual([FIRST_ENTRY + 1, ...rest]);
    expect(piecesAt(0)).toEqual([FIRST_ENTRY, ABSENT, ABSENT, ABSENT, ABSENT]);
  });
});

describe('what nobody wrote down', () => {
  it('is there when its step is done, and not when that is taken back', () => {
    const moments = [moment('stepDone', [], [], 'paint'), moment('stepUndone', [], [], 'paint')];
    const { piecesAt } = walk([], moments);
    expect(piecesAt(0)).toEqual([ABSENT, ABSENT, ABSENT, ABSENT, ASSUMED]);
    expect(piecesAt(1)).toEqual([ABSENT, ABSENT, ABSENT, ABSENT, ABSENT]);
  });

  it('was there all along in a thing that is mended', () => {
    const { piecesAt, scrub } = walk([], [moment('started')], { stood: true });
    expect(piecesAt(0)).toEqual(Array.from({ length: 5 }, () => ASSUMED));
    expect([...scrub.assumed]).toEqual([1]);
  });
});

it('what is inside of a part comes and goes with it, below its row', () => {
  const pump = '00000000-0000-4000-8000-0000000000aa';
  const entries = [entry(null, { name: 'Seal', into: pump }), entry(null, { name: 'Pump', itemId: pump })];
  const moments = [moment('fitted', [0]), moment('fitted', [1]), moment('takenOut', [], [1])];
  const { scrub, rows } = walk(entries, moments);
  const there = [0, 1, 2].map((at) => {
    scrub.go(at, NOBODY);
    return [...scrub.entries];
  });
  expect(there).toEqual([
    [0, 0],
    [1, 1],
    [0, 0],
  ]);
  expect(rows.rows.map(({ name, level, outer }) => [name, level, outer])).toEqual([
    ['Tube', 0, -1],
    ['Pump', 0, -1],
    ['Seal', 1, 1],
  ]);
});

describe('what is inside of a part that is of a design', () => {
  const [pump, seal] = ['00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-0000000000bb'];
  /** A pump of two pieces in the whole: its body, and the seal that is line `seal` of the pump's own list. */
  const nested: Pick<Model, 'nodes' | 'occurrences'> = {
    nodes: [
      { id: '', name: 'Press', parent: -1, instance: null, line: null, step: null },
      ...['p', 'p/body', 'p/seal'].map((id, number) => ({
        ...{ id, name: id, parent: number === 0 ? 0 : 1, instance: 'p', line: 'pump', step: null },
      })),
    ],
    occurrences: [2, 3].map((node) => ({ part: 0, matrix: [], node })),
  };
  const line: PartLine = emptyLine('pump', 'Pump');
  const inPump = entry('seal', { name: 'Seal', itemId: seal, into: pump, provenance: 'recovered' });
  const itself = entry('pump', { name: 'Pump', itemId: pump });
  const other = entry('pump', { name: 'Another', itemId: '00000000-0000-4000-8000-0000000000cc' });

  const states = (entries: MomentEntry[], moments: Moment[]) => {
    const slots = slotsOf(nested, new Map([['p/seal', 'seal']]));
    const rows = historyRows(entries, WHOLE, [line]);
    const view = { entries, moments };
    const table = changeTableOf({ view, thing: WHOLE, rows, slots, steps: [], stood: false });
    const scrub = new Scrub(table, { pieces: 2, entries: entries.length, rows: rows.rows.length });
    return moments.map((_, at) => {
      scrub.go(at, NOBODY);
      return [...scrub.pieces];
    });
  };
  const [first, second] = [FIRST_ENTRY, FIRST_ENTRY + 1];

  it('comes with it, is taken out of it in the picture, and is not missing in another one', () => {
    const moments = [
      moment('fitted', [0]),
      moment('fitted', [1]),
      moment('takenOut', [], [0]),
      moment('takenOut', [], [1]),
      moment('fitted', [2]),
    ];
    expect(states([inPump, itself, other], moments)).toEqual([
      [ABSENT, ABSENT],
      [second, first],
      [second, TAKEN_OUT],
      [TAKEN_OUT, TAKEN_OUT],
      [FIRST_ENTRY + 2, FIRST_ENTRY + 2],
    ]);
  });

  it('is missing in what it was taken out of before that came', () => {
    const moments = [moment('fitted', [0]), moment('takenOut', [], [0]), moment('fitted', [1])];
    expect(states([inPump, itself], moments).at(-1)).toEqual([second, TAKEN_OUT]);
    const again = { ...inPump, name: 'Seal 2' };
    const put = [...moments, moment('fitted', [2])];
    expect(states([inPump, itself, again], put).at(-1)).toEqual([second, FIRST_ENTRY + 2]);
  });

  it('is found by the line of its own design, whatever stands how deep', () => {
    const designId = '00000000-0000-4000-8000-0000000000dd';
    const pin = { kind: 'design' as const, designId, revision: 1 };
    const design = {
      ...{ ...EMPTY_CONTENT, title: 'Pump', licence: 'MIT' },
      instances: [thing('seal1', 'frame-tube'), thing('seal2', 'frame-tube')],
      parts: [emptyLine('m-seal2', 'Seal')],
    };
    const lines = innerLinesOf({ instances: [thing('p', '', [0, 0, 0], { of: pin })] }, () => design);
    expect(Object.fromEntries(lines)).toEqual({ 'p/seal1': 'm-seal2', 'p/seal2': 'm-seal2' });
  });
});

it('a thing is at each moment the revision that it was then', () => {
  const revisions = [
    { from: 0, of: null },
    { from: 3, of: null },
    { from: 7, of: null },
  ];
  expect([0, 2, 3, 6, 7, 20].map((at) => placeAt(revisions, at))).toEqual([0, 0, 1, 1, 2, 2]);
});

it('a jump there and back shows what a walk shows', () => {
  const seed = 7;
  const chance = chanceFrom(seed);
  const view = longBuild(300, 40, chance);
  const { model, parts } = wideModel(40);
  const slots = slotsOf(model);
  const rows = historyRows(view.entries, WHOLE, parts);
  const table = changeTableOf({ view, thing: WHOLE, rows, slots, steps: [], stood: false });
  const open = () => new Scrub(table, { pieces: 160, entries: view.entries.length, rows: rows.rows.length });
  const walked = open();
  const jumping = open();
  for (let at = 0; at < 300; at += 1) {
    walked.go(at, NOBODY);
    jumping.go(Math.floor(chance() * 300), NOBODY);
    jumping.go(at, NOBODY);
    expect(jumping.pieces, `seed ${seed}, moment ${at}`).toEqual(walked.pieces);
    expect(jumping.entries).toEqual(walked.entries);
  }
});
