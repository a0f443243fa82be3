import { describe, expect, it } from 'vitest';
import { amountInWords, lotInWords, pieceInWords } from '../../../client/shelf/amounts.ts';
import { barsOf } from '../../../client/shelf/bars.ts';
import { priceTyped } from '../../../client/shelf/price.ts';
import {
  lengthWritten,
  salvageAddress,
  salvageFrom,
  salvageQuestion,
} from '../../../client/shelf/salvageQuery.ts';
import { shelfQuestion } from '../../../client/shelf/stockPath.ts';
import { baseAmountOf, typedAmount } from '../../../client/shelf/typedAmount.ts';
import { joined } from '../../../client/shelf/useShelf.ts';
import { bin, lot } from './bins.ts';

const millimetres = { units: 'mm', decimalComma: false } as const;

describe('how much somebody typed', () => {
  const base = (text: string, unit: 'ft' | 'm' | 'piece' | 'kg') => {
    const typed = typedAmount(text, unit, false);
    return typed.kind === 'said' ? Number(baseAmountOf(typed.said).toFixed(3)) : typed.why;
  };

  it('is an amount in any unit that measures the same', () => {
    expect(['14', '2 1/2 ft', '6 m', '30 cm'].map((text) => base(text, 'ft'))).toEqual([
      14 * 304.8,
      762,
      6000,
      300,
    ]);
    expect(base('500 g', 'kg')).toBe(0.5);
  });

  it('is pieces of one length where lengths are kept', () => {
    expect(typedAmount('4 × 6 m', 'm', false)).toEqual({
      kind: 'said',
      said: { pieces: { count: 4, length: { quantity: 6, unit: 'm' } } },
    });
    expect(base('3x20', 'ft')).toBe(3 * 20 * 304.8);
    expect(base('4x', 'piece')).toBe(4);
  });

  it('is told what is wrong with it', () => {
    expect([
      base('', 'm'),
      base('many', 'm'),
      base('3 kg', 'm'),
      base('0', 'm'),
      base('0 x 6 m', 'm'),
    ]).toEqual(['empty', 'unreadable', 'otherMeasure', 'none', 'none']);
  });
});

describe('amounts on the shelf', () => {
  it('are told in the unit in which they are counted', () => {
    expect(amountInWords(14, 'piece')).toBe('14 pieces');
    expect(amountInWords(1, 'piece')).toBe('1 piece');
    expect(amountInWords(12_500, 'm')).toBe('12.5 m');
    expect(amountInWords(9906, 'ft')).toBe('32 1/2 ft');
  });

  it('have lengths as people write them', () => {
    expect(pieceInWords(6000, 'm')).toBe('6 m');
    expect(pieceInWords(412, 'm')).toBe('412 mm');
    expect(pieceInWords(3810, 'ft')).toBe(`12' 6"`);
    expect(pieceInWords(215.9, 'ft')).toBe('8 1/2 in');
    expect(lotInWords(lot({ pieces: 2, pieceLength: 6000 }), 'm')).toBe('2 × 6 m');
  });

  it('are drawn to one scale, the longest first, offcuts apart', () => {
    const bars = barsOf([
      lot({ pieces: 1, pieceLength: 1500, source: 'offcut' }),
      lot({ pieces: 2, pieceLength: 6000 }),
      lot({ pieces: 1, pieceLength: 6000, source: 'recovered' }),
      lot({ pieces: null, pieceLength: null }),
    ]);
    expect(bars.map(({ length, pieces, share, isOffcut }) => [length, pieces, share, isOffcut])).toEqual([
      [6000, 3, 1, false],
      [1500, 1, 0.25, true],
    ]);
  });
});

describe('pages of shelves', () => {
  it('are one shelf where one goes on, and nothing stands there twice', () => {
    const [one, two, three] = [bin({ name: 'one' }), bin({ name: 'two' }), bin({ name: 'three' })];
    const before = [{ shelf: 'A', stock: [one, two] }];
    expect(
      joined(before, [
        { shelf: 'A', stock: [two, three] },
        { shelf: null, stock: [one] },
      ]),
    ).toEqual([
      { shelf: 'A', stock: [one, two, three] },
      { shelf: null, stock: [one] },
    ]);
  });

  it('are asked for by words and by what is shown', () => {
    const query = { words: ' tube ', show: 'offcuts' } as const;
    expect(shelfQuestion('w', query, 'x')).toBe('/api/workshops/w/stock?q=tube&only=offcuts&after=x');
  });
});

describe('looking for salvage', () => {
  it('asks for a shaft of 1.25 in, at least 8 in long, within 50 km', () => {
    const asked = { words: ' rod ', kind: 'shaft', size: '1.25 in', length: '8 in', within: '50' };
    const query = salvageFrom(asked, 'w1');
    const { pathname, searchParams } = new URL(salvageQuestion(query, millimetres), 'http://a');
    expect(pathname).toBe('/api/salvage');
    expect(Object.fromEntries(searchParams)).toEqual({
      words: 'rod',
      kind: 'shaft',
      diameter: '31.75',
      'least-length': '203.2',
      near: 'w1',
      kilometres: '50',
    });
    expect(salvageAddress(query)).toBe(
      '/salvage?words=+rod+&kind=shaft&size=1.25+in&length=8+in&near=w1&within=50',
    );
  });

  it('leaves out what makes no sense', () => {
    const query = salvageFrom({ kind: 'wish', size: 'big', within: '-3' }, '');
    expect(salvageQuestion(query, millimetres)).toBe('/api/salvage');
    expect(['', 'big', '0', '30'].map((text) => lengthWritten(text, millimetres))).toEqual([
      undefined,
      null,
      null,
      30,
    ]);
  });
});

it('a price needs a number and a currency, or nothing at all', () => {
  const typed = (amount: string, currency: string) =>
    priceTyped({ amount, currency, supplier: ' Steel & Co ' }, '2026-06-16', false);
  expect(typed('12.50', 'eur')).toEqual({
    amount: 12.5,
    currency: 'EUR',
    on: '2026-06-16',
    supplier: 'Steel & Co',
  });
  expect([typed('', 'EUR'), typed('much', 'EUR'), typed('3', '€')]).toEqual([null, undefined, undefined]);
});
