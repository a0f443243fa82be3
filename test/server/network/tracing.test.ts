import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { madeWithOf, networkGraph } from '../../../server/network/graph.ts';
import { momentsOfBuild, momentsOfThing } from '../../../server/network/moments.ts';
import { originOf } from '../../../server/network/origin.ts';
import { revisionsAt } from '../../../server/network/revisions.ts';
import { usedIn } from '../../../server/network/usedIn.ts';
import { traceOf } from '../../../server/network/walking.ts';
import { BY, openHistory } from './history.ts';

type History = ReturnType<typeof openHistory>;

/** A trace in words: `  via name`, as deep as it stands. */
const told = (history: History, itemId: string, direction: 'back' | 'forth') =>
  traceOf(history.reader, itemId, direction)?.steps.map(
    ({ level, via, name, again }) => `${'  '.repeat(level)}${via} ${name}${again ? ' …' : ''}`,
  );

/** The story of the network: a press made with a torch table that was made, whose cylinder is in its third machine. */
function pressStory() {
  const history = openHistory();
  const lathe = history.machine('Lathe');
  const table = history.start('Torch table');
  history.use(lathe, table.buildId);
  history.complete(table, 'Torch table');
  history.machine('Torch table', table.itemId);
  const loader = history.receive('Loader', { how: 'unknown' });
  const cylinder = history.receive('Cylinder', { how: 'recovered', from: loader });
  const splitter = history.start('Log splitter');
  const second = history.fit(cylinder, splitter.itemId, splitter.buildId);
  history.complete(splitter, 'Log splitter');
  history.takeOut(cylinder, second, splitter.itemId);
  const press = history.start('CEB press');
  history.use(table.itemId, press.buildId);
  history.use(table.itemId, press.buildId);
  history.fit(cylinder, press.itemId, press.buildId, 'cyl0');
  history.complete(press, 'CEB press');
  return { history, lathe, table: table.itemId, loader, cylinder, splitter: splitter.itemId, press };
}

describe('where a machine was made', () => {
  it('names the build and the machines, each once; of what was bought nothing', () => {
    const { history, table, lathe, press } = pressStory();
    expect(originOf(history.reader, press.itemId)).toMatchObject({
      build: { buildId: press.buildId, name: 'CEB press' },
      with: [{ itemId: table, name: 'Torch table' }],
    });
    expect(originOf(history.reader, lathe)).toBeNull();
  });
});

describe('the trace', () => {
  it('of a press goes back to the lathe, and to the loader that its cylinder came out of', () => {
    const { history, press } = pressStory();
    expect(told(history, press.itemId, 'back')).toEqual([
      'asked CEB press',
      '  made CEB press',
      '    madeWith Torch table',
      '      made Torch table',
      '        madeWith Lathe',
      '  fitted Cylinder',
      '    recovered Loader',
      '    recovered Log splitter',
      '      made Log splitter',
      '      fitted Cylinder …',
    ]);
  });

  it('of a lathe goes forth to all that came of it', () => {
    const { history, lathe } = pressStory();
    expect(told(history, lathe, 'forth')).toEqual([
      'asked Lathe',
      '  madeWith Torch table',
      '    made Torch table',
      '      madeWith CEB press',
      '        made CEB press',
    ]);
  });

  it('of what a part was in before does not know where the part went', () => {
    const { history, splitter } = pressStory();
    expect(told(history, splitter, 'back')?.join()).not.toContain('CEB press');
    expect(told(history, splitter, 'forth')).toEqual([
      'asked Log splitter',
      '  recovered Cylinder',
      '    fitted CEB press',
    ]);
  });

  it('of what a machine made before its repair is not told of the repair', () => {
    const history = openHistory();
    const pump = history.machine('Pump');
    const before = history.start('Early brick');
    history.use(pump, before.buildId);
    history.complete(before, 'Early brick');
    const repair = history.start('Mend the pump', { kind: 'repair', subjectId: pump });
    history.fit(history.receive('Seal'), pump, repair.buildId);
    history.complete(repair, 'unused');
    const after = history.start('Late brick');
    history.use(pump, after.buildId);
    history.complete(after, 'Late brick');
    expect(told(history, before.itemId, 'back')).toEqual([
      'asked Early brick',
      '  made Early brick',
      '    madeWith Pump',
    ]);
    expect(told(history, after.itemId, 'back')).toEqual([
      'asked Late brick',
      '  made Late brick',
      '    madeWith Pump',
      '      mended Pump',
      '      fitted Seal',
    ]);
  });

  it('forgets what was taken back, and never goes in a circle', () => {
    const history = openHistory();
    const [one, other] = [history.receive('One'), history.receive('Other')];
    const fittingId = history.fit(one, other);
    history.fit(other, one);
    expect(told(history, other, 'back')).toEqual(['asked Other', '  fitted One']);
    expect(told(history, one, 'back')).toEqual(['asked One']);
    history.happen('FittingTakenBack', { itemId: one, fittingId, by: BY });
    expect(told(history, other, 'back')).toEqual(['asked Other']);
    expect(usedIn(history.reader, one)).toMatchObject({ lives: 0, uses: [] });
  });
});

describe('where a thing is used', () => {
  it('tells each of its lives, and what was around it meanwhile', () => {
    const { history, cylinder, press, splitter } = pressStory();
    const factory = history.receive('Brick factory');
    history.fit(press.itemId, factory);
    const view = usedIn(history.reader, cylinder);
    expect(view?.lives).toBe(3);
    expect(
      view?.uses.map(({ life, level, in: { name }, until }) => [life, level, name, until === null]),
    ).toEqual([
      [2, 1, 'Log splitter', false],
      [3, 1, 'CEB press', true],
      [null, 2, 'Brick factory', true],
    ]);
    expect(usedIn(history.reader, splitter)?.uses).toEqual([]);
  });

  it('tells what was made with a machine, with its minutes', () => {
    const { history, table } = pressStory();
    expect(usedIn(history.reader, table)?.madeWithIt).toMatchObject([
      { build: { name: 'CEB press' }, things: [{ name: 'CEB press' }], minutes: 120 },
    ]);
  });
});

describe('the graph', () => {
  it('of a press holds its ancestors with their generations, and no part that has no story', () => {
    const { history, press } = pressStory();
    for (const name of ['Bolt', 'Hose']) history.fit(history.receive(name), history.receive(`${name} box`));
    const graph = madeWithOf(history.reader, press.itemId);
    const names = new Map(graph?.nodes.map(({ itemId, name }) => [itemId, name]));
    expect(
      graph?.nodes.map(({ name, generation, lives, provenance }) => [name, generation, lives, provenance]),
    ).toEqual(
      expect.arrayContaining([
        ['CEB press', 1, 0, 'made'],
        ['Torch table', 0, 0, 'made'],
        ['Lathe', 0, 0, 'new'],
        ['Cylinder', 0, 3, 'recovered'],
        ['Loader', 0, 0, 'unknown'],
        ['Log splitter', 0, 0, 'made'],
      ]),
    );
    expect(graph?.nodes).toHaveLength(6);
    const edges = graph?.edges.map(({ kind, from, to }) => `${names.get(from)} ${kind} ${names.get(to)}`);
    expect(edges?.toSorted()).toEqual([
      'Cylinder fitted CEB press',
      'Cylinder fitted Log splitter',
      'Lathe madeWith Torch table',
      'Loader recoveredFrom Cylinder',
      'Log splitter recoveredFrom Cylinder',
      'Torch table madeWith CEB press',
    ]);
  });

  it('of the network shows machines, second lives and what these came out of', () => {
    const { history } = pressStory();
    const box = history.receive('Box');
    history.fit(history.receive('Bolt'), box);
    const { nodes, cut } = networkGraph(history.reader);
    const names = nodes.map(({ name }) => name).toSorted();
    expect(names).toEqual(['CEB press', 'Cylinder', 'Lathe', 'Loader', 'Log splitter', 'Torch table']);
    expect(cut).toBe(false);
  });
});

describe('the moments', () => {
  it('of a build tell what entered, where it came from and in which of its lives', () => {
    const { history, press, splitter } = pressStory();
    const view = momentsOfBuild(history.reader, press.buildId);
    expect(view?.moments.map(({ kind }) => kind)).toEqual([
      'started',
      'machineUsed',
      'machineUsed',
      'fitted',
      'made',
    ]);
    expect(view?.entries).toMatchObject([
      { name: 'Cylinder', line: 'cyl0', provenance: 'recovered', lives: 3, into: press.itemId },
    ]);
    expect(view?.moments[3]?.enters).toEqual([0]);
    const before = momentsOfThing(history.reader, splitter);
    expect(before?.entries).toMatchObject([{ name: 'Cylinder', lives: 2 }]);
    expect(before?.moments.at(-1)).toMatchObject({ kind: 'takenOut', leaves: [0] });
  });

  it('of a thing hold what is inside of its parts as well', () => {
    const history = openHistory();
    const [tractor, pump, seal] = ['Tractor', 'Pump', 'Seal'].map((name) => history.receive(name));
    if (!tractor || !pump || !seal) throw new Error('unreachable');
    history.fit(seal, pump);
    history.fit(pump, tractor);
    const view = momentsOfThing(history.reader, tractor);
    expect(view?.entries.map(({ name, into }) => [name, into])).toEqual([
      ['Seal', pump],
      ['Pump', tractor],
    ]);
  });

  it('tell which revision a thing was at each of them, and in a build what it was by its end', () => {
    const history = openHistory();
    const one = history.publish({ title: 'Press' });
    const two = history.publish({ title: 'Press' }, one.designId, 2);
    const build = history.start('Press 1', { of: one });
    history.complete(build, 'Press 1', one);
    const { itemId } = build;
    history.takeOut(itemId, history.fit(history.receive('Lamp'), itemId), itemId);
    const repairId = randomUUID();
    const modified = { itemId, repairId, of: two, buildId: null, noteId: null, ...history.done() };
    history.happen('ItemModified', modified);
    const view = momentsOfThing(history.reader, itemId);
    const at = view?.moments.findIndex(({ kind }) => kind === 'modified');
    const [before, after] = [
      { from: 0, of: one },
      { from: at, of: two },
    ];
    expect(view?.things[0]?.revisions).toEqual([before, after]);
    expect(momentsOfBuild(history.reader, build.buildId)?.things[0]?.revisions).toEqual([before]);
    history.happen('ItemRepairTakenBack', { itemId, repairId, by: BY });
    expect(momentsOfThing(history.reader, itemId)?.things[0]?.revisions).toEqual([before]);
  });

  it('take a description that was corrected, and a build that was given up, for no change', () => {
    const span = (version: string | null, since: number, why: string) => ({ version, since, why });
    const corrected = [span(null, 1, 'begun'), span('a:1', 5, 'described'), span(null, 8, 'abandoned')];
    expect(revisionsAt(corrected, [1, 2, 6, 9])).toEqual([{ from: 0, of: { designId: 'a', revision: 1 } }]);
    const changed = [...corrected, span(null, 7, 'modified')];
    expect(revisionsAt(changed, [1, 2, 6, 9]).at(-1)).toEqual({ from: 3, of: null });
  });
});
