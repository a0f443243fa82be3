import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { commandKey, keyOfNamed, nameOfActor, uuidv5 } from '../../../server/commands/identity.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('a name-based UUID is the one that others compute', () => {
  expect(uuidv5('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('it is SHA-1 of name space and name, with version 5 and the RFC variant, for any text', () => {
  for (let length = 0; length < 200; length++) {
    const [name, namespace] = [randomBytes(length).toString('latin1'), randomUUID()];
    const hex = createHash('sha1').update(namespace.replaceAll('-', ''), 'hex').update(name).digest('hex');
    const uuid = uuidv5(name, namespace);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const plain = uuid.replaceAll('-', '');
    expect([plain.slice(0, 12), plain.slice(13, 16), plain.slice(17)]).toEqual([
      hex.slice(0, 12),
      hex.slice(13, 16),
      hex.slice(17, 32),
    ]);
  }
});

test('a command has another key for each actor, and the same one from the name that events hold', () => {
  const commandId = randomUUID();
  const actors = [
    { kind: 'member', memberId: randomUUID() },
    { kind: 'operator' },
    { kind: 'reaction', name: 'tell' },
    { kind: 'timer', name: 'tell' },
  ] as const;
  const keys = actors.map((actor) => commandKey(actor, commandId));
  expect(new Set(keys).size).toBe(actors.length);
  expect(actors.map((actor) => keyOfNamed(nameOfActor(actor), commandId))).toEqual(keys);
  expect(keys[1]).toBe(uuidv5('operator', commandId));
});
