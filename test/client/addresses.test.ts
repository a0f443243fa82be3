import { expect, it } from 'vitest';
import { addressOf, safeNext } from '../../client/addresses.ts';

it('after signing in one goes on within the program, never to another site', () => {
  expect(safeNext('/machines/1?a=b')).toBe('/machines/1?a=b');
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    undefined,
  ])
    expect(safeNext(elsewhere), String(elsewhere)).toBe('/');
});

it('the way to sign in remembers where one wanted to be', () => {
  expect(addressOf.signIn('/m/7K3F')).toBe('/sign-in?next=%2Fm%2F7K3F');
  expect(addressOf.signIn('/')).toBe('/sign-in');
});
