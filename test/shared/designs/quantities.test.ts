import { expect, test } from 'vitest';
import { decimalFrom, readQuantity, unitFrom } from '../../../shared/designs/quantities.ts';

test.each([
  ['4', 4, null, ''],
  ['4x', 4, 'piece', ''],
  ['x4', 4, null, ''],
  ['2 1/2', 2.5, null, '2 1/2'],
  ['1-1/2"', 1.5, 'in', '1-1/2'],
  ['3/16 in', 0.1875, 'in', '3/16'],
  ['½ gal', 0.5, 'gal', '1/2'],
  ['1½', 1.5, null, '1 1/2'],
  ['1,5 m', 1.5, 'm', ''],
  ['2 metros', 2, 'm', ''],
  ['25 cm', 250, 'mm', ''],
  ['5\' 3 1/2"', 63.5, 'in', '5\' 3 1/2"'],
  ['12 ft', 12, 'ft', ''],
  ['~ 3 kg', 3, 'kg', ''],
  ['1e-7', 1e-7, null, ''],
  ['.5 lb.', 0.5, 'lb', ''],
] as const)('“%s” is read as %d %s', (text, quantity, unit, written) => {
  expect(readQuantity(text)).toEqual({ quantity, unit, written });
});

test.each(['', 'as required', 'two', '1/0', '2-3', '3 bananas', '-4', '1..2.3,4,5'])(
  '“%s” is no quantity',
  (text) => {
    expect(readQuantity(text)).toBeNull();
  },
);

test('thousands and decimals are told apart, and doubt is decided by the table', () => {
  expect(decimalFrom('1,234.5')).toBe(1234.5);
  expect(decimalFrom('1.234,5')).toBe(1234.5);
  expect(decimalFrom('1 234')).toBe(1234);
  expect(decimalFrom('1,234')).toBe(1234);
  expect(decimalFrom('1,234', true)).toBe(1.234);
  expect(decimalFrom('1.234')).toBe(1.234);
  expect(decimalFrom('0,125')).toBe(0.125);
});

test('a unit is known in English and Spanish, with and without accents', () => {
  expect(unitFrom('Pzas.')).toEqual({ unit: 'piece', times: 1 });
  expect(unitFrom('galón')).toEqual({ unit: 'gal', times: 1 });
  expect(unitFrom('furlong')).toBeNull();
});
