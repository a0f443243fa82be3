import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hours, ids, PRESS, someShelf, TRACTOR, uuid } from './someShelf.ts';

describe('what is cut', () => {
  it('comes from the shortest piece that it fits in, and leaves an offcut without the kerf', () => {
    const shelf = someShelf('m');
    shelf.bars(1, 6);
    shelf.bars(1, 1.9);
    expect(shelf.cut(1.8, 1, { kerfMillimetres: 3 })).toEqual([]);
    expect(shelf.lengths()).toEqual([6000, 97]);
    const { amount, takes, offcuts, waste } = shelf.lastConsumption();
    expect([amount, takes[0]?.amount, offcuts[0]?.pieceLength, waste]).toEqual([1800, 1900, 97, 3]);
  });

  it('is planned together: the longest first, several pieces from one bar', () => {
    const shelf = someShelf('m');
    shelf.bars(2, 6);
    const pieces = [2, 4, 1.5, 2.5].map((quantity) => ({
      count: 1,
      length: { quantity, unit: 'm' as const },
    }));
    expect(shelf.consume({ pieces })).toEqual([]);
    expect(shelf.lengths()).toEqual([2000]);
  });

  it('leaves no offcut shorter than a hand, and a piece of its length none at all', () => {
    const shelf = someShelf('m');
    shelf.bars(2, 1);
    shelf.cut(0.96, 1, { kerfMillimetres: 3 });
    shelf.cut(1);
    expect(shelf.lengths()).toEqual([]);
    expect(shelf.onHand()).toBe(0);
  });

  it('comes off a coil when no piece is long enough', () => {
    const shelf = someShelf('m');
    shelf.bars(1, 1);
    shelf.amount(50);
    expect(shelf.cut(3, 2)).toEqual([]);
    expect(shelf.onHand()).toBe(45_000);
    expect(shelf.lengths()).toEqual([1000]);
  });

  it('may be said in feet of a bar that is kept in metres', () => {
    const shelf = someShelf('m');
    shelf.bars(1, 6);
    expect(shelf.consume({ amount: { quantity: 6, unit: 'ft' } })).toEqual([]);
    expect(shelf.lengths()).toEqual([4171.2]);
  });

  it('takes more than a bar as bars, and what is left of the last is an offcut', () => {
    const shelf = someShelf('m');
    shelf.bars(3, 6);
    expect(shelf.take(15)).toEqual([]);
    expect(shelf.lengths()).toEqual([3000]);
  });
});

describe('what is not there', () => {
  it('offers to count first, and with one tap writes down both, the count as inferred', () => {
    const shelf = someShelf();
    shelf.amount(3);
    expect(shelf.take(5)).toEqual(['countFirst']);
    expect(shelf.take(5, { infer: true })).toEqual([]);
    expect(shelf.events.slice(-2).map(({ type }) => type)).toEqual(['StockCounted', 'StockConsumed']);
    expect(shelf.onHand()).toBe(0);
  });

  it('is a longer piece, even where enough lies there in all', () => {
    const shelf = someShelf('m');
    shelf.bars(5, 1);
    expect(shelf.cut(2)).toEqual(['countFirst']);
    expect(shelf.cut(2, 1, { infer: true })).toEqual([]);
    expect(shelf.lengths()).toEqual([1000, 1000, 1000, 1000, 1000]);
  });
});

describe('a quantity', () => {
  it.each([
    [{ quantity: 2, unit: 'kg' }, 'measure'],
    [{ quantity: 1.5, unit: 'piece' }, 'whole'],
    [{ quantity: 1e-300, unit: 'piece' }, 'tooLittle'],
  ] as const)('%o of pieces is refused', (amount, rule) => {
    const shelf = someShelf();
    shelf.amount(10);
    expect(shelf.consume({ amount })).toEqual([rule]);
    expect(shelf.receive({ amount })).toEqual([rule]);
    expect(shelf.count([{ amount }])).toEqual([rule]);
    expect(shelf.onHand()).toBe(10);
  });

  it('that no shelf holds is refused, alone and in sum', () => {
    const shelf = someShelf('m2');
    expect(shelf.receive({ amount: { quantity: 1e9, unit: 'm2' } })).toEqual(['tooMuch']);
    for (let round = 0; round < 2; round++) shelf.amount(6e5);
    expect(shelf.receive({ amount: { quantity: 6e5, unit: 'm2' } })).toEqual(['tooMuch']);
  });
});

describe('what is kept for a build', () => {
  it('goes to nobody else, who hears for which build it is', () => {
    const shelf = someShelf();
    shelf.amount(3);
    expect(shelf.reserve(2, PRESS)).toEqual([]);
    expect(shelf.take(2, { buildId: TRACTOR })).toEqual(['reserved']);
    expect(shelf.take(1, { buildId: TRACTOR })).toEqual([]);
    expect(shelf.take(2, { buildId: PRESS })).toEqual([]);
    expect(shelf.events.at(-1)).toMatchObject({ type: 'StockReservationEnded', data: { why: 'used' } });
  });

  it('is never more than is free, nor for a build that is over', () => {
    const shelf = someShelf();
    shelf.amount(3);
    shelf.reserve(2, PRESS);
    expect(shelf.reserve(2, TRACTOR)).toEqual(['notEnough']);
    expect(shelf.reserve(1, TRACTOR, { buildIsOpen: false })).toEqual(['build']);
  });

  it('is free again when the build ends', () => {
    const shelf = someShelf();
    shelf.amount(3);
    shelf.reserve(3, PRESS);
    shelf.give({ type: 'EndReservations', ...ids, buildId: PRESS });
    expect(shelf.take(3)).toEqual([]);
  });

  it('stays when something is sent away', () => {
    const shelf = someShelf();
    shelf.amount(3);
    shelf.reserve(2, PRESS);
    expect(shelf.send({ amount: { quantity: 2, unit: 'piece' } })).toEqual(['reserved']);
    expect(shelf.send({ amount: { quantity: 1, unit: 'piece' }, toWorkshopId: ids.workshopId })).toEqual([
      'there',
    ]);
  });
});

describe('taking back', () => {
  it('a consumption puts the whole bar back in place of its offcut', () => {
    const shelf = someShelf('m');
    shelf.bars(1, 6);
    shelf.cut(2);
    expect(shelf.takeBack(shelf.lastConsumption().consumptionId)).toEqual([]);
    expect(shelf.lengths()).toEqual([6000]);
    // Twice is once.
    expect(shelf.takeBack(shelf.lastConsumption().consumptionId)).toEqual([]);
    expect(shelf.lengths()).toEqual([6000]);
  });

  it('is refused while the offcut has been used since', () => {
    const shelf = someShelf('m');
    shelf.bars(1, 6);
    shelf.cut(2);
    const first = shelf.lastConsumption().consumptionId;
    shelf.cut(1);
    expect(shelf.takeBack(first)).toEqual(['offcutUsed']);
    expect(shelf.takeBack(uuid(999))).toEqual(['unknown']);
  });

  it('leaves what was counted since as it was seen', () => {
    const shelf = someShelf();
    shelf.amount(5, { at: hours(-3) });
    shelf.take(2, { at: hours(-2) });
    shelf.counted(4, hours(-1));
    expect(shelf.takeBack(shelf.lastConsumption().consumptionId)).toEqual([]);
    expect(shelf.onHand()).toBe(4);
  });

  it('a receipt works while nothing of it was used', () => {
    const shelf = someShelf();
    shelf.amount(5);
    const [lot] = shelf.state().lots;
    const back = { type: 'TakeReceiptBack', ...ids, lotId: lot?.lotId ?? '', by: uuid(3) } as const;
    shelf.take(1);
    expect(shelf.give(back)).toEqual(['usedSince']);
    shelf.takeBack(shelf.lastConsumption().consumptionId);
    expect(shelf.give(back)).toEqual([]);
    expect(shelf.onHand()).toBe(0);
    expect(shelf.give(back)).toEqual(['countedSince']);
  });
});

describe('facts that arrive late', () => {
  it('a count before later takings does not bring back what was taken', () => {
    const shelf = someShelf();
    shelf.amount(10, { at: hours(-9) });
    shelf.take(4, { at: hours(-1) });
    shelf.counted(8, hours(-2));
    expect(shelf.onHand()).toBe(4);
  });

  it('a count before another count changes nothing', () => {
    const shelf = someShelf();
    shelf.amount(10, { at: hours(-9) });
    shelf.counted(7, hours(-1));
    shelf.counted(9, hours(-2));
    expect(shelf.onHand()).toBe(7);
  });

  it('a taking before the count was seen by it already', () => {
    const shelf = someShelf();
    shelf.amount(10, { at: hours(-9) });
    shelf.counted(6, hours(-1));
    expect(shelf.take(4, { at: hours(-2) })).toEqual([]);
    expect(shelf.onHand()).toBe(6);
    shelf.takeBack(shelf.lastConsumption().consumptionId);
    expect(shelf.onHand()).toBe(6);
  });

  it('nothing happens tomorrow, or happened years ago', () => {
    const shelf = someShelf();
    shelf.amount(10);
    expect(shelf.take(1, { at: hours(24) })).toEqual(['future']);
    expect(shelf.take(1, { at: hours(-24 * 400) })).toEqual(['longAgo']);
  });
});

describe('a count', () => {
  it('of bars names what lies there: the rest is gone, known lots keep their price', () => {
    const shelf = someShelf('m');
    shelf.bars(3, 6);
    shelf.bars(1, 2);
    const [first] = shelf.state().lots;
    const metres = (quantity: number, count: number, lotId?: string) => ({
      ...(lotId === undefined ? {} : { lotId }),
      pieces: { count, length: { quantity, unit: 'm' as const } },
    });
    expect(shelf.count([metres(6, 2, first?.lotId), metres(1.1, 1)])).toEqual([]);
    expect(shelf.lengths()).toEqual([6000, 6000, 1100]);
    expect(shelf.state().lots.map(({ source }) => source)).toEqual(['bought', 'counted']);
    expect(shelf.counted(5)).toEqual(['sayPieces']);
    expect(shelf.count([metres(6, 1, first?.lotId), metres(6, 1, first?.lotId)])).toEqual(['twice']);
    expect(shelf.count([])).toEqual([]);
    expect(shelf.onHand()).toBe(0);
  });

  it('crosses the limit once', () => {
    const shelf = someShelf('piece', 5);
    shelf.amount(10);
    expect(shelf.state().lowSince).toBeNull();
    shelf.take(6);
    const since = shelf.state().lowSince;
    expect(since).toBe(2);
    shelf.take(1);
    expect(shelf.state().lowSince).toBe(since);
    shelf.amount(10);
    expect(shelf.state().lowSince).toBeNull();
  });
});

describe('whatever is done', () => {
  it('nothing falls below zero, and every event balances', () => {
    const amount = fc.integer({ min: 1, max: 9000 }).map((tenths) => tenths / 10);
    const step = fc.oneof(
      fc.record({ do: fc.constant('bars' as const), count: fc.integer({ min: 1, max: 4 }), amount }),
      fc.record({ do: fc.constant('cut' as const), count: fc.integer({ min: 1, max: 4 }), amount }),
      fc.record({ do: fc.constant('take' as const), count: fc.constant(1), amount }),
      fc.record({ do: fc.constant('infer' as const), count: fc.integer({ min: 1, max: 3 }), amount }),
      fc.record({ do: fc.constant('back' as const), count: fc.integer({ min: 0, max: 9 }), amount }),
      fc.record({ do: fc.constant('late' as const), count: fc.integer({ min: 1, max: 3 }), amount }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const shelf = someShelf('m');
        shelf.bars(2, 6);
        for (const { do: what, count, amount: tenths } of steps) {
          const metres = tenths / 100;
          if (what === 'bars') shelf.bars(count, metres);
          if (what === 'cut') shelf.cut(metres, count, { kerfMillimetres: 3 });
          if (what === 'take') shelf.take(metres);
          if (what === 'infer') shelf.cut(metres, count, { infer: true });
          if (what === 'late') {
            const pieces = { count, length: { quantity: metres, unit: 'm' as const } };
            shelf.count([{ pieces }], hours(-count));
          }
          const all = shelf.events.filter(({ type }) => type === 'StockConsumed');
          const taken = all[count % Math.max(1, all.length)];
          if (what === 'back' && taken?.type === 'StockConsumed') shelf.takeBack(taken.data.consumptionId);
          for (const lot of shelf.state().lots) expect(lot.amount).toBeGreaterThan(0);
        }
        for (const event of shelf.events) {
          if (event.type !== 'StockConsumed') continue;
          const { amount: used, takes, offcuts, waste } = event.data;
          const out = takes.reduce((sum, one) => sum + one.amount, 0);
          const kept = offcuts.reduce((sum, one) => sum + one.amount, 0);
          expect(out).toBeCloseTo(used + kept + waste, 3);
        }
      }),
      { numRuns: 60 },
    );
  });
});
