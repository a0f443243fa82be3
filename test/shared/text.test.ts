import { expect, it } from 'vitest';
import { properName } from '../../shared/text.ts';

it.each([
  ['Säge 3 «Größe»', true],
  ['منشار', true],
  ['🪚', true],
  ['\u200b\u200b', false],
  ['\u200d', false],
  ['saw \u202Egnp.exe', true],
  ['a\u0000b', false],
])('a name says something that can be seen: %j %s', (name, isTaken) => {
  expect(properName.safeParse(name).success).toBe(isTaken);
});
