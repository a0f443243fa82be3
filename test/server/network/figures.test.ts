import { describe, expect, it } from 'vitest';
import { designFiguresOf, networkFiguresOf } from '../../../server/network/figures.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';
import { HERE, openHistory } from './history.ts';

describe('the figures of the network', () => {
  it('count hours on machines made in the network among those whose making is known', async () => {
    const history = openHistory();
    const bought = history.machine('Lathe');
    const unknown = history.receive('Old saw', { how: 'unknown' });
    history.machine('Old saw', unknown);
    const table = history.start('Torch table');
    history.use(bought, table.buildId);
    history.complete(table, 'Torch table');
    history.machine('Torch table', table.itemId);
    for (let run = 0; run < 3; run++) history.use(table.itemId, null);
    history.use(unknown, null);
    const { toolClosure, generations } = await networkFiguresOf(history.reader);
    expect(toolClosure).toEqual({ value: 0.75, restsOn: { known: 4, all: 5 } });
    expect(generations).toEqual([{ generation: 0, things: 1 }]);
  });

  it('count what had been in something before, and the mass of what came from here', async () => {
    const history = openHistory();
    const press = history.start('Press');
    const [first, second] = [history.receive('Cart'), press.itemId];
    const wheel = history.receive('Wheel', { kilograms: 6 });
    history.takeOut(wheel, history.fit(wheel, first), first);
    history.fit(wheel, second, press.buildId);
    history.fit(history.receive('Bolt', { kilograms: 2 }), second, press.buildId);
    history.fit(history.receive('Plate', { how: 'unknown' }), second, press.buildId);
    const { reuseRate, massClosure, meanLives, lives } = await networkFiguresOf(history.reader);
    expect(reuseRate).toEqual({ value: 1 / 3, restsOn: { known: 3, all: 4 } });
    // 6 kg new, 6 kg again, 2 kg new; the plate weighs nothing that anybody wrote down.
    expect(massClosure).toEqual({ value: 6 / 14, restsOn: { known: 14, all: 15 } });
    expect(meanLives).toEqual({ value: 4 / 3, restsOn: { known: 2, all: 3 } });
    expect(lives).toEqual([
      { lives: 1, things: 2 },
      { lives: 2, things: 1 },
    ]);
  });

  it('have the commonality of the definitions for the newest parts lists', async () => {
    const history = openHistory();
    const lists = {
      press: ['frame', 'valve', 'cylinder', 'bolt', 'hose'],
      mixer: ['frame', 'motor', 'bolt', 'drum'],
      tractor: ['frame', 'valve', 'motor', 'cylinder', 'wheel', 'bolt', 'hose'],
    };
    for (const [title, parts] of Object.entries(lists)) {
      history.publish({ title, parts: parts.map((name) => emptyLine(`line-${name}`, name)) });
    }
    const { commonality } = await networkFiguresOf(history.reader);
    expect(commonality).toMatchObject({ designs: 3, components: 8, dci: { value: 2 } });
    expect(commonality.tcci.value).toBeCloseTo(0.5333, 4);
    expect(commonality.ci.value).toBeCloseTo(0.8889, 4);
    expect(commonality.pci).toMatchObject({ restsOn: { known: 3, all: 3 } });
    expect(commonality.pci.value).toBeCloseTo(61.497, 3);
  });
});

describe('the figures of a design', () => {
  it('tell in what kinds of things it is used, what one costs, and with what it goes in circles', async () => {
    const history = openHistory();
    const lathe = history.publish({ title: 'Lathe' });
    const screw = history.publish({ title: 'Screw' });
    const make = (
      of: typeof lathe,
      name: string,
      machine: string | null,
      part: string | null,
      cost: number,
    ) => {
      const build = history.start(name, { of });
      if (machine) history.use(machine, build.buildId);
      if (part) history.fit(part, build.itemId, build.buildId);
      const met = {
        meetingId: crypto.randomUUID(),
        line: null,
        step: null,
        name: 'Steel',
        how: 'new' as const,
      };
      const price = { amount: cost, currency: 'EUR', on: '2026-01-01', supplier: '' };
      const all = {
        quantity: 1,
        unit: 'kg' as const,
        massKilograms: 1,
        price,
        substitutes: false,
        reasonId: null,
      };
      history.happen('LineMet', {
        buildId: build.buildId,
        workshopId: HERE,
        ...met,
        ...all,
        ...history.done(),
      });
      history.complete(build, name, of);
      return build.itemId;
    };
    const first = make(lathe, 'Lathe 1', null, null, 1000);
    history.machine('Lathe 1', first);
    const part = make(screw, 'Screw 1', first, null, 2);
    make(lathe, 'Lathe 2', null, part, 1000);
    const of = designFiguresOf(history.reader, screw.designId);
    expect(of).toMatchObject({ things: 1, highestGeneration: 1, toolClosure: { value: 1 } });
    expect(of.whereUsed).toMatchObject([{ design: { title: 'Lathe' }, now: 1, ever: 1 }]);
    // e(lathe) = 1000 + e(screw) / 2, e(screw) = 2 + e(lathe) · 1 h / 10,000 h.
    const cost = 2.1 / (1 - 0.00005);
    expect(of.embodiedCost).toMatchObject([{ currency: 'EUR', cost: { restsOn: { known: 5, all: 5 } } }]);
    expect(of.embodiedCost[0]?.cost.value).toBeCloseTo(cost, 6);
    const { circles } = await networkFiguresOf(history.reader);
    expect(circles.map((each) => each.map(({ title }) => title).toSorted())).toEqual([['Lathe', 'Screw']]);
  });
});
