import { describe, expect, it } from 'vitest';
import { bodyOfComplete, gapsOf } from '../../../client/builds/completion.ts';
import { askedFrom, nearFirst, pathOf } from '../../../client/builds/list.ts';
import { bodyOfStart, type StartWanted, startAsked } from '../../../client/builds/start.ts';
import { startBuild } from '../../../shared/builds/commands.ts';
import type { BuildRow, BuildView, LineView } from '../../../shared/builds/views.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';

const id = (number: number) => `0b7e4d1c-52a9-4f0e-9c3d-${String(number).padStart(12, '0')}`;
const wanted: StartWanted = {
  buildId: id(1),
  workshopId: id(2),
  kind: 'make',
  name: '',
  note: '',
  count: 2,
  of: { designId: id(3), revision: 4 },
  subjectId: null,
  forLine: null,
};
const lineView = (tracked: boolean): LineView => ({
  line: { ...emptyLine('bolt', 'Bolt'), tracked },
  needed: 12,
  met: 0,
  missing: 12,
  kept: 0,
  unclear: false,
  state: 'open',
  choice: null,
  meetings: [],
});

describe('beginning a build', () => {
  it('makes so many things after a design, under its name', () => {
    const body = bodyOfStart(wanted);
    expect(body).toMatchObject({ things: 2, of: wanted.of });
    expect(body).not.toHaveProperty('name');
    expect(startBuild.safeParse(body).success).toBe(true);
  });

  it('makes no thing where something is mended', () => {
    const body = bodyOfStart({ ...wanted, of: null, kind: 'repair', name: ' Pump ', subjectId: id(5) });
    expect(body).toMatchObject({ things: 0, name: 'Pump', subjectId: id(5) });
    expect(startBuild.safeParse(body).success).toBe(true);
  });

  it('puts on the shelf what a line only counts', () => {
    const forLine = { build: { buildId: id(6) }, line: lineView(false) };
    const body = bodyOfStart({ ...wanted, of: null, name: 'Bolt', count: 12, forLine });
    expect(body.product).toMatchObject({ name: 'Bolt', quantity: 12, unit: 'piece' });
    expect(body).toMatchObject({ things: 0, forBuild: { buildId: id(6), line: 'bolt' } });
    expect(startBuild.safeParse(body).success).toBe(true);
    const tracked = bodyOfStart({ ...wanted, forLine: { ...forLine, line: lineView(true) } });
    expect(tracked).toMatchObject({ things: 2 });
    expect(tracked).not.toHaveProperty('product');
  });

  it('takes from the address what makes sense', () => {
    expect(startAsked({ design: id(3), revision: '4', kind: 'dance', forBuild: id(6) })).toEqual({
      designId: id(3),
      revision: 4,
      subjectId: null,
      kind: null,
      workshopId: null,
      forBuild: null,
    });
    expect(startAsked({ design: '../x', revision: '-1' })).toMatchObject({ designId: null, revision: null });
  });
});

describe('the list of builds', () => {
  it('asks for open ones unless the address says otherwise', () => {
    expect(pathOf(askedFrom({}), 0)).toBe('/api/builds?status=open');
    expect(pathOf(askedFrom({ show: 'mine', kind: 'repair' }), 50)).toBe(
      '/api/builds?mine=true&kind=repair&offset=50',
    );
    expect(askedFrom({ show: 'best', kind: 'x' })).toMatchObject({ show: 'open', kind: null });
  });

  it('puts those of the own workshops first', () => {
    const at = (workshopId: string) => ({ workshop: { workshopId, name: workshopId } }) as BuildRow;
    const order = nearFirst([at('far'), at('near'), at('further')], new Set(['near']));
    expect(order.map(({ workshop }) => workshop?.name)).toEqual(['near', 'far', 'further']);
  });
});

describe('completing a build', () => {
  const things = [
    { itemId: id(7), name: 'Press', serial: null, code: null, inService: false },
    { itemId: id(8), name: 'Press', serial: null, code: null, inService: false },
  ];

  it('says only what differs from what the program would choose', () => {
    const plates = new Map([
      [id(7), { name: 'Press', serial: '' }],
      [id(8), { name: 'Press', serial: ' R-2 ' }],
    ]);
    expect(bodyOfComplete({ thingList: things, product: null }, plates, null)).toEqual({
      things: [{ itemId: id(8), serial: 'R-2' }],
    });
  });

  it('tells what nobody wrote down; a test that was passed later counts as passed', () => {
    const test = { note: null, by: { memberId: null, name: null }, mine: false };
    const build: Pick<BuildView, 'stepList' | 'lineList' | 'tests' | 'sessions' | 'of'> = {
      of: { designId: id(3), revision: 4, latest: 4, title: 'Press' },
      stepList: [{ step: 'weld', title: 'Weld', minutes: null, parts: [], machines: [], done: null }],
      lineList: [lineView(true)],
      sessions: [],
      tests: [
        { ...test, testId: id(10), name: 'Leaks', outcome: 'passed', at: '2026-06-16T10:00:00Z' },
        { ...test, testId: id(9), name: 'Leaks', outcome: 'failed', at: '2026-06-16T09:00:00Z' },
      ],
    };
    expect(gapsOf(build)).toEqual({
      steps: ['Weld'],
      lines: ['Bolt'],
      untested: false,
      failedTests: [],
      running: [],
    });
    expect(gapsOf({ ...build, tests: [] }).untested).toBe(true);
  });
});
