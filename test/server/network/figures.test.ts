import { describe, expect, it } from 'vitest';
import { designFiguresOf, networkFiguresOf } from '../../../server/network/figures.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';
import { openHistory } from './history.ts';

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
    const figures = await networkFiguresOf(history.reader);
    const { reuseRate, massClosure, meanLives, lives } = figures;
    expect(figures.reuseMeasured).toEqual([]);
    expect(reuseRate).toEqual({ value: 1 / 3, restsOn: { known: 3, all: 4 } });
    // 6 kg new, 6 kg again, 2 kg new; the plate weighs nothing that anybody wrote down.
    expect(massClosure).toEqual({ value: 6 / 14, restsOn: { known: 14, all: 15 } });
    expect(meanLives).toEqual({ value: 4 / 3, restsOn: { known: 2, all: 3 } });
    expect(lives).toEqual([
      { lives: 1, things: 2 },
      { lives: 2, things: 1 },
    ]);
  });

  it('count what is measured apart from pieces, each kind by its own unit', async () => {
    const history = openHistory();
    const press = history.start('Press');
    const meet = (name: string, how: 'new' | 'unknown', quantity: number, unit: QuantityUnit) =>
      history.meet(press.buildId, { name, how, quantity, unit });
    meet('Bolts', 'new', 2, 'pair');
    meet('Steel tube', 'new', 3, 'm');
    meet('Steel tube', 'unknown', 500, 'mm');
    meet('Grease', 'new', 1, 'h');
    const again = history.receive('Wheel', { how: 'recovered' });
    history.fit(again, press.itemId, press.buildId);
    const { reuseRate, reuseMeasured } = await networkFiguresOf(history.reader);
    expect(reuseRate).toEqual({ value: 1 / 5, restsOn: { known: 5, all: 5 } });
    expect(reuseMeasured).toEqual([{ unit: 'm', rate: { value: 0, restsOn: { known: 3, all: 3.5 } } }]);
  });

  it('have the CO2e of what is new, apart from that of what was recovered, and how circular it is', async () => {
    const history = openHistory();
    const [cart, press] = [history.receive('Cart'), history.start('Press')];
    const wheel = history.receive('Wheel', { kilograms: 10, material: 'cast iron' });
    history.takeOut(wheel, history.fit(wheel, cart), cart);
    history.fit(wheel, press.itemId, press.buildId);
    history.fit(history.receive('Hose', { material: 'rubber' }), cart);
    history.meet(press.buildId, { name: 'Steel tube 4 in', how: 'new', quantity: 3, massKilograms: 30 });
    history.meet(press.buildId, { name: 'Steel or wood', how: 'new', quantity: 1, massKilograms: 5 });
    const before = await networkFiguresOf(history.reader);
    const carbon = { footprint: 10 * 2.03 + 30 * 1.46, avoided: 10 * 2.03 };
    expect(before.carbon.footprint.value).toBeCloseTo(carbon.footprint, 9);
    expect(before.carbon.footprint.restsOn).toEqual({ known: 40, all: 46 });
    expect(before.carbon.avoided).toEqual({ value: carbon.avoided, restsOn: { known: 10, all: 10 } });
    expect(before.circularity.value).toBeNull();
    const scrapped = { itemId: cart, buildId: null, massKilograms: null, material: '', reasonId: null };
    history.happen('ItemScrapped', { ...scrapped, ...history.done() });
    const { circularity } = await networkFiguresOf(history.reader);
    // 10 of 55 kg came in recovered, and all that weighed something was recovered of the cart: LFI = (1 − 10/55)/2.
    expect(circularity.value).toBeCloseTo(1 - 0.9 * ((1 - 10 / 55) / 2), 9);
    expect(circularity.restsOn).toEqual({ known: 65, all: 67 });
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
  /** A lathe that was made here for 5,000, and two vices that were turned on it for an hour each. */
  function lathe() {
    const history = openHistory();
    const [tool, vice] = [history.publish({ title: 'Lathe' }), history.publish({ title: 'Vice' })];
    const build = history.start('Lathe 1', { of: tool });
    const steel = { name: 'Steel', how: 'new', quantity: 1, massKilograms: 100 } as const;
    history.meet(build.buildId, { ...steel, price: { amount: 5000, currency: 'EUR' } });
    history.complete(build, 'Lathe 1', tool);
    history.machine('Lathe 1', build.itemId);
    for (const name of ['Vice 1', 'Vice 2']) {
      const made = history.start(name, { of: vice });
      history.use(build.itemId, made.buildId);
      history.meet(made.buildId, { ...steel, massKilograms: 10, price: { amount: 20, currency: 'EUR' } });
      history.complete(made, name, vice);
    }
    return { history, machine: build.itemId, lathe: tool, vice };
  }
  const cost = ({ embodiedCost }: ReturnType<typeof designFiguresOf>) => embodiedCost[0]?.cost.value;

  it('spread a machine over 10,000 hours, or over what it ran once its life is over', () => {
    const { history, machine, vice } = lathe();
    const before = designFiguresOf(history.reader, vice.designId);
    expect(cost(before)).toBeCloseTo(20 + 5000 / 10_000, 9);
    expect(before.lifetimes).toEqual({ known: 0, all: 2 });
    const scrapped = { itemId: machine, buildId: null, massKilograms: null, material: '', reasonId: null };
    history.happen('ItemScrapped', { ...scrapped, ...history.done() });
    const after = designFiguresOf(history.reader, vice.designId);
    expect(cost(after)).toBeCloseTo(20 + 5000 / 2, 9);
    expect(after.lifetimes).toEqual({ known: 2, all: 2 });
    expect(after.carbon.footprint.value).toBeCloseTo(1.46 * (10 + 100 / 2), 9);
    expect(after.carbon.avoided.value).toBeNull();
  });

  it('tell what owning the lathe saves on a vice against one that is sold for more', () => {
    const { history, lathe: tool, vice } = lathe();
    const told = (price: { amount: number; currency: string } | null) =>
      designFiguresOf(history.reader, tool.designId, price).cascadeSaving;
    const [saving] = told({ amount: 25_000, currency: 'EUR' });
    expect(saving).toMatchObject({ design: { designId: vice.designId }, currency: 'EUR' });
    expect(saving?.saving.value).toBeCloseTo((25_000 - 5000) / 10_000, 9);
    expect(told(null)).toEqual([]);
  });

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
      const price = { amount: cost, currency: 'EUR' };
      history.meet(build.buildId, {
        name: 'Steel',
        how: 'new',
        quantity: 1,
        unit: 'kg',
        massKilograms: 1,
        price,
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
