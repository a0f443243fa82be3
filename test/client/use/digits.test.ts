import { expect, it } from 'vitest';
import { digitsOf } from '../../../client/use/digits.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

it('shows the time left as a clock does: hours only where there are some', () => {
  expect(digitsOf(0)).toBe('0:00');
  expect(digitsOf(9 * SECOND)).toBe('0:09');
  expect(digitsOf(5 * MINUTE + 9 * SECOND)).toBe('5:09');
  expect(digitsOf(HOUR + 5 * MINUTE + 9 * SECOND)).toBe('1:05:09');
  expect(digitsOf(26 * HOUR)).toBe('26:00:00');
});

it('counts a second that has begun as gone, and shows past its end how long ago that was', () => {
  expect(digitsOf(1999)).toBe('0:01');
  expect(digitsOf(-90 * SECOND)).toBe('1:30');
});
