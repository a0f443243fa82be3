import { expect, it } from 'vitest';
import { typedTime } from '../../../client/time/typed.ts';

it('reads what people type for a time', () => {
  expect(['9', '09', '9:00', '900', '9.00', '9h00', ' 9:00 '].map((text) => typedTime(text, false))).toEqual(
    Array(7).fill('09:00'),
  );
  expect(typedTime('2130', false)).toBe('21:30');
  expect(typedTime('0:05', false)).toBe('00:05');
});

it('lets only the end of a day be 24:00', () => {
  expect(typedTime('24:00', true)).toBe('24:00');
  expect(typedTime('24', true)).toBe('24:00');
  expect(typedTime('24:00', false)).toBeNull();
  expect(typedTime('24:01', true)).toBeNull();
});

it('does not guess', () => {
  for (const text of ['', 'noon', '25:00', '12:60', '1:2:3', '-1', '9:3'])
    expect(typedTime(text, true), text).toBeNull();
});
