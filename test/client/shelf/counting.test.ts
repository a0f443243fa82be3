import { describe, expect, it } from 'vitest';
import {
  amountCount,
  binWith,
  differencesOf,
  nextBin,
  padAfter,
  piecesCount,
  piecesOf,
  roundFrom,
  sumOf,
} from '../../../client/shelf/counting.ts';
import { bin, lot } from './bins.ts';

const AT = '2026-06-16T18:00:00.000Z';
const HOUR = 3_600_000;
const bins = ['one', 'two', 'three'].map((name, index) => bin({ name, code: `7K3F${index}` }));
const round = (bins: Record<string, { before: number; found: number }>) => ({ began: 0, bins });

describe('a round of counting', () => {
  it('goes on with the next bin in order, and comes back to those that were left out', () => {
    const counted = { before: 10, found: 10 };
    expect(nextBin(bins, round({}), null)?.name).toBe('one');
    expect(nextBin(bins, round({ one: counted }), 'one')?.name).toBe('two');
    expect(nextBin(bins, round({ three: counted }), 'three')?.name).toBe('one');
    expect(nextBin(bins, round({ one: counted, two: counted, three: counted }), 'two')).toBe(null);
  });

  it('finds a bin by its code, and lists what was different', () => {
    expect(binWith(bins, '7K3F1')?.name).toBe('two');
    expect(binWith(bins, 'ZZZZ')).toBe(null);
    const counted = round({ one: { before: 10, found: 10 }, two: { before: 10, found: 7 } });
    expect(differencesOf(bins, counted)).toEqual([{ bin: bins[1], before: 10, found: 7 }]);
  });

  it('is kept for a day, and nonsense is none', () => {
    const kept = { began: 0, bins: { one: { before: 1, found: 2 }, two: 'much' } };
    expect(roundFrom(kept, HOUR)).toEqual({ began: 0, bins: { one: { before: 1, found: 2 } } });
    expect([roundFrom(kept, 20 * HOUR), roundFrom(null, 0), roundFrom({ began: 'x', bins: {} }, 0)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('what the server is told', () => {
  it('is one amount, or that nothing is there', () => {
    expect(amountCount(14, { unit: 'piece' }, AT)).toEqual({
      lots: [{ amount: { quantity: 14, unit: 'piece' } }],
      at: AT,
    });
    expect(amountCount(0, { unit: 'piece' }, AT).lots).toEqual([]);
    // Lengths are told in millimetres, without a rest.
    expect(amountCount(12.7, { unit: 'm' }, AT).lots).toEqual([{ amount: { quantity: 12.7, unit: 'mm' } }]);
  });

  it('keeps pieces in the lots that they are known of, and adds what nobody knew', () => {
    const lots = [
      lot({ lotId: 'long', pieces: 2, pieceLength: 6000 }),
      lot({ lotId: 'also', pieces: 1, pieceLength: 6000, source: 'given' }),
      lot({ lotId: 'short', pieces: 1, pieceLength: 900, source: 'offcut' }),
      lot({ lotId: 'coil', amount: 5000 }),
    ];
    const tube = bin({ unit: 'm', lots });
    expect(piecesOf(tube)).toEqual([
      { length: 6000, count: 3 },
      { length: 900, count: 1 },
    ]);
    const found = [
      { length: 6000, count: 4 },
      { length: 900, count: 0 },
      { length: 412, count: 2 },
    ];
    const of = (count: number, quantity: number) => ({ count, length: { quantity, unit: 'mm' } });
    expect(piecesCount(found, tube, AT).lots).toEqual([
      { lotId: 'long', pieces: of(2, 6000) },
      { lotId: 'also', pieces: of(1, 6000) },
      { lotId: 'coil', amount: { quantity: 5000, unit: 'mm' } },
      { pieces: of(1, 6000) },
      { pieces: of(2, 412) },
    ]);
    expect(sumOf(found, tube)).toBe(4 * 6000 + 2 * 412 + 5000);
  });
});

it('the number pad takes digits, one point, and takes back', () => {
  const after = (...keys: string[]) => keys.reduce(padAfter, '');
  expect(after('0', '1', '4')).toBe('14');
  expect(after('.', '5', '.')).toBe('0.5');
  expect(after('1', '2', 'back')).toBe('1');
  expect(after(...'1234567890123')).toBe('123456789');
});
