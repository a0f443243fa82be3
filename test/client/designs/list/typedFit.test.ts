import { expect, it } from 'vitest';
import { quantities as english } from '../../../../client/catalogue/english/quantities.ts';
import { typedFit } from '../../../../client/designs/list/typedFit.ts';

it.each([
  ['mates with a 1.25 in shaft', { interface: 'shaft', size: '1.25 in' }],
  ['1 1/4" shaft', { interface: 'shaft', size: '1 1/4"' }],
  ['a 30mm Shaft!', { interface: 'shaft', size: '30mm' }],
  ['hydraulic port', { interface: 'hydraulicPort', size: '' }],
  ['12 V electric', { interface: 'electric', size: '12 V' }],
])('reads the interface that is asked for: %s', (text, fit) => {
  expect(typedFit(text, english.interfaces)).toEqual(fit);
});

it.each(['crankshafts', 'other', '1.25 in', 'power cube', ''])(
  'reads none where none is named: %s',
  (text) => {
    expect(typedFit(text, english.interfaces)).toBeNull();
  },
);
