import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { uuidv5 } from '../../../server/commands/identity.ts';
import { PerhapsKnown } from '../../../server/commands/perhapsKnown.ts';

test('a key that was added is never said to be unknown; of others hardly one is said to be perhaps known', () => {
  const known = new PerhapsKnown();
  const namespace = randomUUID();
  const keys = Array.from({ length: 100_000 }, (_, index) => uuidv5(String(index), namespace));
  for (const key of keys) known.add(key);
  expect(keys.every((key) => known.has(key))).toBe(true);
  const others = Array.from({ length: 20_000 }, (_, index) => uuidv5(`other ${index}`, namespace));
  expect(others.filter((key) => known.has(key)).length).toBeLessThan(40);
});
