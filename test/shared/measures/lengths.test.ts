import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LengthHabits,
  lengthInWords,
  lengthSumInWords,
  limitInWords,
  readLength,
} from '../../../shared/measures/lengths.ts';

const metric: LengthHabits = { units: 'mm', decimalComma: false };
const inch: LengthHabits = { units: 'in', decimalComma: false };
const comma: LengthHabits = { units: 'mm', decimalComma: true };

describe('a length that somebody types', () => {
  it.each([
    ['60 in', metric, 1524],
    ['76in', metric, 1930.4],
    ['76"', metric, 1930.4],
    ['3/16', metric, 4.7625],
    ['3/16 in', metric, 4.7625],
    ['2 1/2', metric, 63.5],
    ['½', metric, 12.7],
    [`5' 3 1/2"`, metric, 1612.9],
    [`5'`, metric, 1524],
    ['1.5 m', metric, 1500],
    ['12,7', comma, 12.7],
    ['12,7', metric, 12.7],
    ['1.234,5 mm', comma, 1234.5],
    ['12 cm', inch, 120],
    ['12', metric, 12],
    ['12', inch, 304.8],
    ['-20', metric, -20],
    ['−1/2', metric, -12.7],
    ['0', metric, 0],
    ['-0', metric, 0],
  ])('%s is read', (text, habits, millimetres) => {
    expect(readLength(text, habits)).toEqual({ kind: 'length', millimetres });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['long', 'unreadable'],
    ['NaN', 'unreadable'],
    ['Infinity', 'unreadable'],
    ['1/0', 'unreadable'],
    ['--5', 'unreadable'],
    ['5 5', 'unreadable'],
    ['3 kg', 'noLength'],
    ['4 pieces', 'noLength'],
    ['1e300', 'beyond'],
    ['20 000 000 mm', 'beyond'],
    [`=${'1+'.repeat(200)}1`, 'unreadable'],
  ])('%s is none, and it is said why', (text, why) => {
    expect(readLength(text, metric)).toEqual({ kind: 'fault', why });
  });

  it('may be a formula, which is handed on as it stands', () => {
    expect(readLength(' =width - 2 in ', metric)).toEqual({ kind: 'formula', formula: '=width - 2 in' });
  });

  it('is told in the units that a person works in, as a tape measure shows it', () => {
    expect(lengthInWords(1524, inch)).toBe('60 in');
    expect(lengthInWords(4.7625, inch)).toBe('3/16 in');
    expect(lengthInWords(-63.5, inch)).toBe('-2 1/2 in');
    expect(lengthInWords(100, inch)).toBe('3.937 in');
    expect(lengthInWords(4.7625, metric)).toBe('4.763 mm');
    expect(lengthInWords(12.5, comma)).toBe('12,5 mm');
    expect(lengthInWords(Number.NaN, metric)).toBe('');
  });

  it('is told in metres or feet where it is a sum of many', () => {
    expect(lengthSumInWords(28660.59, metric)).toBe('28.66 m');
    expect(lengthSumInWords(28660.59, comma)).toBe('28,66 m');
    expect(lengthSumInWords(28660.59, inch)).toBe('94.03 ft');
    expect(lengthSumInWords(914.4, metric)).toBe('914.4 mm');
    expect(lengthSumInWords(254, inch)).toBe('10 in');
    expect(lengthSumInWords(Number.POSITIVE_INFINITY, metric)).toBe('');
  });

  it('has limits told in marks of a tape measure that still hold', () => {
    expect(limitInWords(100, 'least', inch)).toBe('3 15/16 in');
    expect(limitInWords(6000, 'most', inch)).toBe('236 3/16 in');
    expect(limitInWords(25.4, 'least', inch)).toBe('1 in');
    expect(limitInWords(100, 'least', metric)).toBe('100 mm');
  });

  it('is read back as it is told', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constantFrom(metric, inch, comma, { ...inch, decimalComma: true }),
        (millimetres, habits) => {
          const read = readLength(lengthInWords(millimetres, habits), habits);
          expect(read.kind === 'length' && Math.abs(read.millimetres - millimetres)).toBeLessThan(0.0051);
        },
      ),
      { numRuns: 200 },
    );
  });
});
