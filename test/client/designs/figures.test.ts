import { expect, it } from 'vitest';
import {
  massInWords,
  megabytes,
  moneyInWords,
  quantityInWords,
  sumsOf,
} from '../../../client/designs/figures.ts';

it('says masses, sums and quantities as people read them', () => {
  expect(['0.34', '2.5', '1234'].map((kilograms) => massInWords(Number(kilograms)))).toEqual([
    '340 g',
    '2.5 kg',
    '1.23 t',
  ]);
  expect(moneyInWords(1250, 'EUR')).toBe('€1,250.00');
  expect(moneyInWords(3, 'XQQ')).toMatch(/XQQ.*3/);
  expect(quantityInWords(2.5, 'm', '2 1/2')).toBe('2 1/2 m');
  expect(quantityInWords(4, 'piece')).toBe('4 ×');
  expect(megabytes(12_345_678)).toBe('12.3 MB');
});

it('says of each sum how much of it is known, and nothing of what is not', () => {
  const rollUp = { mass: 31, massKnown: 0.8, costs: [], costKnown: 0, pieces: 29, kinds: 3, levels: 2 };
  expect(sumsOf(rollUp)).toEqual([
    { label: 'Pieces', value: '29', note: '3 different, in 2 levels' },
    { label: 'Mass', value: '31 kg', note: 'The mass of 80 % of the pieces is known.' },
  ]);
  const costs = [{ currency: 'EUR', amount: 8.4, oldest: '2020-03-01' }];
  expect(sumsOf({ ...rollUp, costs, costKnown: 1 })[2]).toEqual({
    label: 'Bought parts',
    value: '€8.40',
    note: 'Oldest price: Sun 1 Mar 2020.',
  });
});
