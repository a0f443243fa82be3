import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  ASSUMED,
  changeTableOf,
  FIRST_ENTRY,
  TAKEN_OUT,
} from '../../../client/history/changeTable.ts';
import { historyRows } from '../../../client/history/rows.ts';
import { type Follower, Scrub } from '../../../client/history/scrub.ts';
import { slotsOf } from '../../../client/history/slots.ts';
import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import type { Model } from '../../../shared/models/model.ts';
import type { MomentEntry, MomentsView } from '../../../shared/network/momentViews.ts';
import { chanceFrom } from '../../bench/chance.ts';
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
