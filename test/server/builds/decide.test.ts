import { describe, expect, it } from 'vitest';
import type { BuildCommand } from '../../../server/builds/buildCommands.ts';
import { type BuildFacts, buildDecider, NO_BUILD_FACTS } from '../../../server/builds/decide.ts';
import { linesOf } from '../../../server/builds/lines.ts';
import type { BuildState } from '../../../server/builds/state.ts';
import { builtOf, replicationsOf } from '../../../server/designs/okh/replications.ts';
import { soundIn } from '../../../server/files/sounds.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';
import type { BuildEvent } from '../../../shared/schemasOfEvents.ts';
import { processorTime } from '../../processorTime.ts';

const id = (last: number) => `0b7e4d1c-52a9-4f0e-9c3d-${String(last).padStart(12, '0')}`;
const [BUILD, WORKSHOP, ANNA, PRESS, SECOND] = [id(1), id(2), id(3), id(4), id(5)];
const NOON = Date.UTC(2026, 10, 22, 12);
const by = { buildId: BUILD, by: ANNA };
const facts: BuildFacts = {
  ...NO_BUILD_FACTS,
  now: NOON,
  plan: { steps: new Set(['weld-frame']), lines: new Set(['frame']) },
  plates: { codes: { [PRESS]: '7K3FM', [SECOND]: '8K3FM' }, name: 'Press', nextNumber: 4, takenSerials: [] },
};
const begin: BuildCommand = {
  type: 'StartBuild',
  ...by,
  workshopId: WORKSHOP,
  kind: 'make',
  name: 'Press',
  of: { designId: id(9), revision: 3 },
  things: [PRESS, SECOND],
  product: null,
  subjectId: null,
  forBuild: null,
  noteId: null,
};
const complete: BuildCommand = { type: 'CompleteBuild', ...by, things: [], produced: null, at: null };

/** The state after commands that all stand, and what the last made. */
function having(commands: BuildCommand[], known = facts): { state: BuildState; events: BuildEvent[] } {
  let state = buildDecider.initialState;
  let events: BuildEvent[] = [];
  for (const command of commands) {
    const decision = buildDecider.decide(command, state, known);
    if (decision.outcome === 'refused') throw new Error(decision.objections[0]?.message);
    ({ events } = decision);
    for (const event of events) state = buildDecider.evolve(state, event, { revision: 0, at: NOON });
  }
  return { state, events };
}
const refusal = (command: BuildCommand, given: BuildCommand[], known: Partial<BuildFacts> = {}) => {
  const { state } = having(given);
  const decision = buildDecider.decide(command, state, { ...facts, ...known });
  return decision.outcome === 'refused'
    ? decision.objections.map(({ rule }) => rule)
    : decision.events.length;
};

describe('a build', () => {
  it('makes its starter the first hand, and does not start twice', () => {
    const { state } = having([begin]);
    expect(state).toMatchObject({ status: 'open', hands: [ANNA] });
    expect(refusal(begin, [begin])).toEqual(['started']);
  });

  it('mends by a note alone, takes apart only what is known, and for a line needs that line', () => {
    const mend: BuildCommand = { ...begin, kind: 'repair', things: [] };
    expect(refusal(mend, [])).toBe(2);
    expect(refusal({ ...mend, kind: 'modify' }, [])).toBe(2);
    expect(refusal({ ...mend, kind: 'takeApart' }, [])).toEqual(['needsThing']);
    const knows = { revision: true, subject: false, otherBuild: false };
    const other: BuildCommand = { ...mend, subjectId: PRESS, forBuild: { buildId: id(8), line: 'x123' } };
    expect(refusal(other, [], { knows })).toEqual(['unknownThing', 'unknownBuild']);
  });

  it('gives numbers that follow, past serials that are taken, and keeps plates when opened again', () => {
    const asked = { ...complete, things: [{ itemId: PRESS, name: null, serial: 'No. 5' }] };
    const { state, events } = having([begin, asked]);
    expect(events[0]?.data).toMatchObject({
      things: [
        { serial: 'No. 5', code: '7K3FM' },
        { serial: 'No. 4', code: '8K3FM' },
      ],
    });
    expect(state.status).toBe('completed');
    const reopened: BuildCommand = { type: 'ReopenBuild', ...by };
    const again = having([begin, asked, reopened, complete]);
    expect(again.events[0]?.data).toMatchObject({ things: [{ serial: 'No. 5' }, { serial: 'No. 4' }] });
    expect(refusal(reopened, [begin, asked], { happenedSince: 'It was sold.' })).toEqual(['usedSince']);
  });

  it('does not give a serial twice, nor complete what is over', () => {
    const twice = [PRESS, SECOND].map((itemId) => ({ itemId, name: null, serial: 'A' }));
    expect(refusal({ ...complete, things: twice }, [begin])).toEqual(['serialTaken']);
    expect(refusal(complete, [begin, complete])).toEqual(['completed']);
    const abandon: BuildCommand = { type: 'AbandonBuild', ...by, reasonId: null };
    expect(refusal(complete, [begin, abandon])).toEqual(['abandoned']);
    expect(refusal(abandon, [begin, complete])).toEqual(['completed']);
  });

  it('takes late facts after its end, but plans no more, and repeats change nothing', () => {
    const step: BuildCommand = { type: 'DoStep', ...by, step: 'weld-frame', at: NOON - 60_000 };
    expect(refusal(step, [begin, complete])).toBe(1);
    expect(refusal(step, [begin, step])).toBe(0);
    const choose: BuildCommand = { type: 'ChooseLine', ...by, line: 'frame', choice: { how: 'new' } };
    expect(refusal(choose, [begin])).toBe(1);
    expect(refusal(choose, [begin, complete])).toEqual(['ended']);
    const itself: BuildCommand = { ...choose, choice: { how: 'made', buildId: BUILD } };
    expect(refusal(itself, [begin])).toEqual(['circular']);
  });
});

it('keeps ten thousand entries of a log in state, each told from the other', () => {
  let { state } = having([begin]);
  const told = (last: number): BuildCommand => ({
    type: 'WriteLog',
    ...by,
    logId: `${(last % 256).toString(16).padStart(2, '0')}${id(last).slice(2)}`,
    at: null,
    step: null,
    photographs: [],
    sounds: [],
    noteId: id(7),
  });
  const write = (last: number) => buildDecider.decide(told(last), state, facts);
  const started = processorTime();
  for (let last = 0; last < 10_000; last++) {
    const decision = write(last);
    for (const event of decision.outcome === 'accepted' ? decision.events : []) {
      state = buildDecider.evolve(state, event, { revision: last, at: NOON });
    }
  }
  // Copied as a whole with each of them, they took ten seconds.
  expect(processorTime() - started).toBeLessThan(4_000);
  expect([write(0), write(9_999)]).toEqual([
    { outcome: 'accepted', events: [] },
    { outcome: 'accepted', events: [] },
  ]);
});

describe('what was taken back', () => {
  const of = { ...by, at: NOON - 60_000 };
  const BEN = id(7);
  const word = { step: null, line: 'frame', substitutes: false, reasonId: null, price: null };
  const met = { meetingId: id(20), name: 'Frame', how: 'new', quantity: 1, unit: 'piece', massKilograms: 9 };
  const limits = { least: null, most: null, step: null, line: null };
  const said: [BuildCommand, BuildCommand, BuildCommand][] = [
    [
      { type: 'MeetLine', ...of, ...word, ...met, how: 'new', unit: 'piece' },
      { type: 'TakeBackMeeting', buildId: BUILD, by: BEN, meetingId: id(20) },
      { type: 'RestoreMeeting', buildId: BUILD, by: BEN, meetingId: id(20) },
    ],
    [
      { type: 'TakeMeasurement', ...of, ...limits, measurementId: id(21), name: 'x', value: 1, unit: 'mm' },
      { type: 'TakeBackMeasurement', buildId: BUILD, by: BEN, measurementId: id(21) },
      { type: 'RestoreMeasurement', buildId: BUILD, by: BEN, measurementId: id(21) },
    ],
    [
      { type: 'RecordTest', ...of, testId: id(22), name: 'x', outcome: 'passed', noteId: id(23) },
      { type: 'TakeBackTest', buildId: BUILD, by: BEN, testId: id(22) },
      { type: 'RestoreTest', buildId: BUILD, by: BEN, testId: id(22) },
    ],
    [
      {
        type: 'MakeRemark',
        ...of,
        ...{ step: null, line: null, safety: false, problemId: null },
        remarkId: id(24),
        kind: 'deviation',
        textId: id(25),
      },
      { type: 'TakeBackRemark', buildId: BUILD, by: BEN, remarkId: id(24) },
      { type: 'RestoreRemark', buildId: BUILD, by: BEN, remarkId: id(24) },
    ],
  ];

  it('stands once more as it was said, by whoever said it and when, and only once', () => {
    for (const [say, takeBack, restore] of said) {
      const first = having([begin, say]).events;
      const again = having([begin, say, takeBack, restore]).events;
      expect(again).toEqual(first);
      expect(first[0]?.data).toMatchObject({ by: ANNA, at: '2026-11-22T11:59:00.000Z' });
      expect(refusal(restore, [begin, say])).toBe(0);
      expect(refusal(takeBack, [begin, say, takeBack, restore])).toBe(1);
      expect(refusal(restore, [begin])).toEqual(['noSuchEntry']);
    }
  });
});

describe('lines of a build', () => {
  const line = (name: string, parent: string | null, quantity: number) => ({
    ...emptyLine(name, name),
    parent,
    quantity,
  });
  const parts = [line('head', null, 2), line('bolt', 'head', 4), line('plate', 'head', 1)];
  const met = (of: string, quantity: number) => ({
    how: 'word' as const,
    provenance: 'new' as const,
    line: of,
    step: null,
    name: of,
    quantity,
    unit: 'piece' as const,
    massKilograms: null,
    price: null,
    substitutes: false,
    reason: null,
    at: '2026-11-22T10:00:00.000Z',
    by: { memberId: null, name: null },
    itemId: null,
    fittingId: null,
    into: null,
    stock: null,
    meetingId: null,
  });
  const states = (...meetings: ReturnType<typeof met>[]) =>
    linesOf(parts, 3, meetings, new Map()).map(({ needed, missing, state }) => [needed, missing, state]);

  it('multiply through their parents, and are covered from above and from below', () => {
    expect(states()).toEqual([
      [6, 6, 'open'],
      [24, 24, 'open'],
      [6, 6, 'open'],
    ]);
    expect(states(met('head', 6))).toEqual([
      [6, 0, 'met'],
      [24, 0, 'met'],
      [6, 0, 'met'],
    ]);
    expect(states(met('bolt', 24), met('plate', 6))[0]).toEqual([6, 0, 'met']);
    expect(states(met('bolt', 24))[0]).toEqual([6, 6, 'partly']);
  });
});

describe('a voice note', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    );
  const mp3 = () => {
    const frame = Buffer.alloc(417);
    frame.set([0xff, 0xfb, 0x90, 0x00]);
    return Buffer.concat([frame, frame]);
  };
  it.each([
    ['audio/webm', bytes('\x1a\x45\xdf\xa3....webm...A_OPUS')],
    [null, bytes('\x1a\x45\xdf\xa3....webm...V_VP8...A_OPUS')],
    ['audio/ogg', bytes('OggS', new Array(24).fill(0), 'OpusHead')],
    ['audio/mp4', bytes([0, 0, 0, 28], 'ftypiso5........', 'hdlr........soun')],
    [null, bytes([0, 0, 0, 28], 'ftypisom........', 'hdlr........vide', 'hdlr........soun')],
    ['audio/mp4', bytes([0, 0, 0, 28], 'ftypM4A ')],
    ['audio/mpeg', mp3()],
    ['audio/mpeg', bytes('ID3\x04\0\0\0\0\0\x7f')],
    [null, bytes('\xff\xfb\x90\0 one frame alone')],
    [null, bytes('A letter')],
  ])('%s is told by its bytes', (type, start) => {
    expect(soundIn(start)).toBe(type);
  });
});

it('leaves with its design as Markdown in which the words of others stay words', () => {
  const numbers = { made: 0, workshops: 0, commercialPrice: null };
  const none = { designId: BUILD, builds: [], more: false, contributors: [], ...numbers };
  expect(replicationsOf(none)).toBeNull();
  const minutes = { machines: 90, noted: 0, attended: 90, hands: 90 };
  const row = {
    buildId: BUILD,
    name: 'Press\n# A heading',
    status: 'completed' as const,
    workshop: null,
    of: { designId: id(9), revision: 3, title: 'Press', latest: 3 },
    fork: false,
    builders: [],
    startedAt: '2026-11-01T10:00:00.000Z',
    endedAt: null,
    things: [],
    deviations: ['[Click](javascript:x)'],
    substitutions: [{ line: 'Frame', by: 'Old rail' }],
    minutes,
    cost: [{ currency: 'EUR', amount: 12.5 }],
    costRestsOn: { known: 1, all: 4 },
    testsPassed: 0,
    testsFailed: 0,
    tests: [],
    picture: null,
  };
  const text = replicationsOf({ ...none, builds: [row] });
  expect(text).toContain('## Press \\# A heading');
  expect(text).toContain('Otherwise: \\[Click\\](javascript:x)');
  expect(text).toContain('Cost: 12.50 EUR (prices of 1 of 4 lines known)');
  expect(text).toContain('Hours: 1.5 of machines, 1.5 of hands');
  const workshop = { workshopId: id(8), name: 'Hilltop' };
  const [here, elsewhere] = [builtOf({ ...none, builds: [row] }, null), { ...row, workshop }];
  expect(here).toMatchObject({ made: true, independently: false });
  const built = builtOf({ ...none, builds: [elsewhere] }, id(7));
  expect(built).toMatchObject({ made: true, independently: true });
  expect(built.replications).toMatchObject([
    { workshop: 'Hilltop', revision: 3, 'machine-hours': 1.5, cost: [{ amount: 12.5, currency: 'EUR' }] },
  ]);
  expect(builtOf({ ...none, builds: [{ ...row, status: 'open' }] }, null).made).toBe(false);
});
