import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../../server/designs/lists/components.ts';
import { ownListOf } from '../../../../server/designs/lists/ownList.ts';
import { rollUpOf } from '../../../../server/designs/lists/rollUps.ts';
import { whereUsed } from '../../../../server/designs/lists/whereUsed.ts';
import { processorTime } from '../../../processorTime.ts';
import { designOf, line, openLibrary, sub } from '../library.ts';

const euro = (amount: number, on = '2026-11-01') => ({ amount, currency: 'EUR', on, supplier: '' });

describe('a parts list rolled up', () => {
  it('multiplies through its own levels and those of its sub-designs', () => {
    const library = openLibrary();
    const pump = library.publish(
      designOf({ title: 'Pump', parts: [line('gear', { quantity: 2, mass: 0.5, price: euro(3) })] }),
    );
    const cube = library.publish(
      designOf({
        title: 'Cube',
        parts: [
          line('frame', { source: 'make' }),
          line('tube', { parent: 'frame', quantity: 12, mass: 2 }),
          sub('pump', pump, { quantity: 2 }),
        ],
      }),
    );
    const tractor = library.publish(
      designOf({ title: 'Tractor', parts: [sub('cube', cube, { quantity: 3 })] }),
    );
    expect(rollUpOf(library.reader, tractor)).toEqual({
      mass: 3 * (12 * 2 + 2 * 2 * 0.5),
      massKnown: 1,
      costs: [{ currency: 'EUR', amount: 3 * 2 * 2 * 3, oldest: '2026-11-01' }],
      costKnown: 12 / 48,
      pieces: 3 * (12 + 4),
      kinds: 2,
      levels: 3,
    });
  });

  it('takes what a line tells of the whole before what its parts tell', () => {
    const library = openLibrary();
    const engine = library.publish(
      designOf({ parts: [line('block', { mass: 10, price: euro(100) }), line('bolt', { quantity: 4 })] }),
    );
    const parts = [
      sub('engine', engine, { mass: 20 }),
      line('box0', { price: euro(50), source: 'make' }),
      line('side', { parent: 'box0', quantity: 6, mass: 1, price: euro(99) }),
    ];
    const whole = library.publish(designOf({ title: 'Whole', parts }));
    expect(rollUpOf(library.reader, whole)).toMatchObject({
      mass: 26,
      massKnown: 1,
      costs: [{ currency: 'EUR', amount: 150 }],
      pieces: 11,
    });
  });

  it('stays a number where quantities grow beyond all that can be built', () => {
    const library = openLibrary();
    const pump = library.publish(
      designOf({ title: 'Pump', parts: [line('gear', { mass: 1, price: euro(1) })] }),
    );
    const nested = Array.from({ length: 40 }, (_, level) =>
      line(`level-${level}`, { parent: level === 0 ? null : `level-${level - 1}`, quantity: 1e9 }),
    );
    const many = sub('pump', pump, { quantity: 1e9, parent: 'level-39' });
    const tower = library.publish(
      designOf({ title: 'Tower', parts: [...nested, many, line('base', { mass: 0 })] }),
    );
    const twice = library.publish(
      designOf({ title: 'Twice', parts: [sub('tower', tower, { quantity: 1e9 })] }),
    );
    const told = [
      rollUpOf(library.reader, twice),
      componentsOf(library.reader, library.contents, twice),
      whereUsed(library.reader, pump.designId),
    ];
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(told[0]).toMatchObject({ pieces: expect.any(Number), mass: expect.any(Number) });
  });

  it('keeps currencies apart, and tells the oldest price', () => {
    const library = openLibrary();
    const other = { ...euro(7, '2024-01-01'), currency: 'USD' };
    const parts = [
      line('nut0', { price: euro(1, '2026-01-01') }),
      line('bolt', { price: euro(1, '2025-01-01') }),
      line('wire', { unit: 'm', quantity: 2.5, price: other }),
    ];
    const { costs, pieces } = rollUpOf(library.reader, library.publish(designOf({ parts })));
    expect(costs).toEqual([
      { currency: 'EUR', amount: 2, oldest: '2025-01-01' },
      { currency: 'USD', amount: 17.5, oldest: '2024-01-01' },
    ]);
    expect(pieces, 'what is measured counts once').toBe(3);
  });

  it('weighs what is counted by mass, and counts pairs as two', () => {
    const library = openLibrary();
    const parts = [
      line('weld', { unit: 'g', quantity: 500 }),
      line('shoe', { unit: 'pair', quantity: 2, mass: 1 }),
    ];
    expect(rollUpOf(library.reader, library.publish(designOf({ parts })))).toMatchObject({
      mass: 2.5,
      pieces: 5,
    });
  });

  it('is not held up by lines in a circle or of a parent that is not there', () => {
    const parts = [
      line('aaaa', { parent: 'bbbb', quantity: 2 }),
      line('bbbb', { parent: 'aaaa', quantity: 3 }),
      line('lost', { parent: 'gone', quantity: 5 }),
    ];
    expect(ownListOf(parts).sums.pieces).toBe(5 + 6);
  });

  it('counts nothing of a withdrawn content, and says what is missing', () => {
    const library = openLibrary();
    const secret = library.publish(designOf({ title: 'Secret', parts: [line('gear', { mass: 5 })] }));
    const whole = library.publish(designOf({ parts: [sub('secret', secret), line('bolt', { mass: 1 })] }));
    library.withdraw(secret.contentId);
    expect(rollUpOf(library.reader, whole)).toMatchObject({ mass: 1, pieces: 1 });
    const { missing } = componentsOf(library.reader, library.contents, whole);
    expect(missing).toEqual([{ designId: secret.designId, revision: 1 }]);
  });

  it('of thousands of paths through shared modules adds up each module once', () => {
    const library = openLibrary();
    let below = library.publish(designOf({ title: 'Bolt', parts: [line('bolt', { mass: 1 })] }));
    for (let level = 0; level < 30; level++) {
      const parts = [sub('left', below), sub('right', below)];
      below = library.publish(designOf({ title: `Level ${level}`, parts }));
    }
    const started = processorTime();
    expect(rollUpOf(library.reader, below)).toMatchObject({ mass: 2 ** 30, kinds: 1, levels: 31 });
    expect(processorTime() - started).toBeLessThan(200);
  });

  it('of ten thousand lines takes well under a fifth of a second', () => {
    const named = (index: number) => `n${String(index).padStart(5, '0')}`;
    const parts = Array.from({ length: 10_000 }, (_, index) =>
      line(named(index), { parent: index % 10 === 0 ? null : named(index - (index % 10)), mass: 1 }),
    );
    const started = processorTime();
    expect(ownListOf(parts).sums.pieces).toBe(9000);
    expect(processorTime() - started).toBeLessThan(200);
  });
});

describe('the components of a design', () => {
  it('tell each part once through all levels, in which lists it stands, and what is to be cut', () => {
    const library = openLibrary();
    const cut = { stock: 'tube 100 × 6', length: 500, kerf: 2 };
    const bolt = line('bolt', { quantity: 4, mass: 0.1, price: euro(1) });
    const leg = library.publish(designOf({ title: 'Leg', parts: [bolt, line('post', { cut })] }));
    const frame = library.publish(
      designOf({ title: 'Frame', parts: [{ ...bolt, quantity: 2 }, sub('legs', leg, { quantity: 4 })] }),
    );
    const { components, cuts, rollUp } = componentsOf(library.reader, library.contents, frame);
    expect(components).toHaveLength(2);
    expect(components[0]).toMatchObject({
      name: 'bolt',
      quantity: 2 + 4 * 4,
      cost: { currency: 'EUR', amount: 18 },
      in: [{ title: 'Frame' }, { title: 'Leg' }],
    });
    expect(components[0]?.mass).toBeCloseTo(1.8);
    expect(rollUp.mass).toBeCloseTo(1.8);
    expect(cuts).toEqual([
      { stock: cut.stock, total: 4 * 502, pieces: [{ name: 'post', length: 500, kerf: 2, count: 4 }] },
    ]);
    const table = library.publish(
      designOf({ title: 'Table', parts: [sub('frame', frame, { quantity: 2 })] }),
    );
    const ofTwo = componentsOf(library.reader, library.contents, table);
    expect(ofTwo.components.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['bolt', 36],
      ['post', 8],
    ]);
  });
});
