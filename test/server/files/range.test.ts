import { expect, it } from 'vitest';
import { rangeOf } from '../../../server/files/range.ts';

it.each([
  ['bytes=0-0', { from: 0, through: 0 }],
  ['bytes=0-', { from: 0, through: 99 }],
  ['bytes=90-500', { from: 90, through: 99 }],
  ['bytes=-10', { from: 90, through: 99 }],
  ['bytes=-500', { from: 0, through: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', null],
  ['bytes=-', null],
  ['bytes=1-2,4-5', null],
  ['items=0-1', null],
  ['bytes=0-99999999999999999999', null],
  [undefined, null],
])('of 100 bytes %s asks for %o', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
