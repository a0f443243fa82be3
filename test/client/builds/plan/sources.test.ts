import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../../client/builds/plan/brief.ts';
import { alikeBars, alikePieces, piecesPlaced } from '../../../../client/builds/plan/cuts.ts';
import { groupsOf, placesOf } from '../../../../client/builds/plan/groups.ts';
import { amountOf, choiceOf } from '../../../../client/builds/plan/sources.ts';
import { countDoings, doingOfLine } from '../../../../shared/plans/doing.ts';
import type { CutList, PlanLine, PlanOption } from '../../../../shared/plans/views.ts';

const id = (number: number) => `0b7e4d1c-52a9-4f0e-9c3d-${String(number).padStart(12, '0')}`;
const riverside = { workshopId: id(1), name: 'Riverside' };
const hilltop = { workshopId: id(2), name: 'Hilltop' };

const onShelf = (workshop: typeof riverside, kilometres: number): PlanOption => ({
  how: 'stock',
  workshop,
  kilometres,
  fits: 'asAsked',
  materialId: id(9),
  name: 'Bolt M8',
  code: '7K3F2',
  shelf: 'A2',
  quantity: 4,
  lengths: [],
});
const buy: PlanOption = { how: 'buy', price: null, quantity: 4 };
const line = (change: Partial<PlanLine>): PlanLine => ({
  line: 'bolt',
  name: 'Bolt',
  specification: '',
  unit: 'piece',
  tracked: false,
  materialId: null,
  needed: 4,
  met: 0,
  missing: 4,
  cut: null,
  chosen: null,
  kept: 0,
  reserved: [],
  metBy: [],
  plan: [],
  else: [],
  ...change,
});

describe('what is to be done about a line', () => {
  it('is to take it here only where all of it is', () => {
    expect(doingOfLine(line({ plan: [onShelf(riverside, 0)] }), id(1))).toBe('here');
    expect(doingOfLine(line({ plan: [onShelf(riverside, 0), onShelf(hilltop, 12)] }), id(1))).toBe('fetch');
    expect(doingOfLine(line({ plan: [onShelf(riverside, 0), buy] }), id(1))).toBe('buy');
  });

  it('is to go to a shop where the plan knows nothing', () => {
    expect(doingOfLine(line({ plan: [] }), id(1))).toBe('buy');
  });

  it('groups the lines, the nearest to fetch first, what is met last', () => {
    const lines = [
      line({ line: 'there', missing: 0 }),
      line({ line: 'far', plan: [onShelf(hilltop, 40)] }),
      line({ line: 'bought', plan: [buy] }),
      line({ line: 'near', plan: [onShelf(hilltop, 12)] }),
    ];
    const counts = countDoings(lines, id(1));
    expect(counts).toEqual({ here: 0, fetch: 2, make: 0, buy: 1, met: 1 });
    const groups = groupsOf({ lines, workshop: riverside, counts });
    expect(groups.map(({ doing, lines: those }) => [doing, ...those.map((one) => one.line)])).toEqual([
      ['fetch', 'near', 'far'],
      ['buy', 'bought'],
      ['met', 'there'],
    ]);
    expect(placesOf(lines, id(1))).toEqual([{ name: 'Hilltop', count: 2 }]);
  });

  it('is told in one short line: where it lies, and what it stands in for', () => {
    const loader = { itemId: id(60), name: 'Loader 7', workshop: hilltop };
    const shaft = { name: 'Shaft', itemId: id(61), substitutes: true, cameOutOf: loader };
    expect(briefOf(line({ plan: [onShelf(hilltop, 12)] }), id(1))).toBe('Hilltop, 12 km, shelf A2');
    expect(briefOf(line({ met: 4, missing: 0, metBy: [shaft] }), id(1))).toBe(
      'Shaft instead, out of Loader 7',
    );
  });
});

describe('a way that is chosen', () => {
  it('names the shelf', () => {
    expect(choiceOf(onShelf(hilltop, 12))).toEqual({ how: 'stock', workshopId: id(2), materialId: id(9) });
  });

  it('is reserved in pieces, or with what the blade takes where pieces are cut', () => {
    expect(amountOf(onShelf(hilltop, 12), line({}))).toEqual({ quantity: 4, unit: 'piece' });
    const cut = { stock: 'tube', length: 610, kerf: 2 };
    expect(amountOf(onShelf(hilltop, 12), line({ cut }))).toEqual({ quantity: 2448, unit: 'mm' });
  });
});

describe('bars', () => {
  type Bar = CutList['bars'][number];
  const bar = (lotId: number, lengths: readonly number[], left: number): Bar => ({
    workshop: riverside,
    kilometres: 0,
    lotId: id(lotId),
    length: 6000,
    pieces: lengths.map((length) => ({ line: 'tube', length })),
    left,
  });

  it('that are cut alike are told once', () => {
    const bars = [bar(1, [1800, 610], 3586), bar(2, [1800, 610], 3586), bar(3, [610], 5388)];
    expect(alikeBars(bars).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('carry their pieces one after the other, with the cuts between', () => {
    expect(piecesPlaced(bar(1, [1800, 610], 3586))).toEqual([
      { from: 0, length: 1800 },
      { from: 1802, length: 610 },
    ]);
    expect(piecesPlaced(bar(1, [], 6000))).toEqual([]);
  });

  it('name each length once, with all lines that it is for', () => {
    const pieces = [
      { line: 'tube', length: 610 },
      { line: 'leg0', length: 610 },
      { line: 'beam', length: 1800 },
    ];
    expect(alikePieces(pieces)).toEqual([
      { count: 2, length: 610, lines: ['tube', 'leg0'] },
      { count: 1, length: 1800, lines: ['beam'] },
    ]);
  });
});
