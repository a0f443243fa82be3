import { expect, it } from 'vitest';
import { codeFrom } from '../../../client/machines/labelCode.ts';

it('reads a code as it is typed, or from the whole address', () => {
  expect(
    ['7k3f', ' 7K3F ', '7k-3f', 'https://shop.example/m/7K3F', 'shop.example/m/7k3f/?a=1'].map(codeFrom),
  ).toEqual(Array(5).fill('7K3F'));
});

it('takes letters that a label never has for the figures that they look like', () => {
  expect(codeFrom('oIl7')).toBe('0117');
});
