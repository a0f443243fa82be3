import { expect, it } from 'vitest';
import { quantityTyped, typedIn, typedQuantity } from '../../../../client/designs/draft/measures.ts';

it('reads quantities as people write them, and keeps how they wrote it', () => {
  expect(typedQuantity('2 1/2', 'piece')).toEqual({ quantity: 2.5, unit: 'piece', written: '2 1/2' });
  expect(typedQuantity('3/16 in', 'mm')).toEqual({ quantity: 0.1875, unit: 'in', written: '3/16' });
  expect(typedQuantity('1,5 m', 'piece')).toEqual({ quantity: 1.5, unit: 'm', written: '' });
  for (const none of ['', 'some', '0', '-2', '1/0']) expect(typedQuantity(none, 'piece')).toBeNull();
});

it('reads sizes in any unit of their kind', () => {
  expect(typedIn('1.25 in', 'mm')).toBe(31.75);
  expect(typedIn('32', 'mm')).toBe(32);
  expect(typedIn('300 g', 'kg')).toBe(0.3);
  expect(typedIn('3 kg', 'mm')).toBeNull();
});

it('shows what was written, so that it reads back', () => {
  for (const typed of ['2 1/2', '1.5', '1234.5']) {
    const read = typedQuantity(typed, 'piece');
    expect(read && quantityTyped(read)).toBe(typed);
  }
});
