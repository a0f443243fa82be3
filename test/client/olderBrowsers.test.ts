import { afterEach, expect, it, vi } from 'vitest';

const [groupBy, withResolvers] = [Map.groupBy, Promise.withResolvers];
afterEach(() => {
  Object.assign(Map, { groupBy });
  Object.assign(Promise, { withResolvers });
});

it('groups and resolves in a browser that cannot by itself', async () => {
  Reflect.deleteProperty(Map, 'groupBy');
  Reflect.deleteProperty(Promise, 'withResolvers');
  vi.resetModules();
  await import('../../client/olderBrowsers.ts');

  expect(Map.groupBy).not.toBe(groupBy);
  const words = ['saw', 'lathe', 'mill', 'laser'];
  const byLength = Map.groupBy(words, (word) => word.length);
  expect([...byLength]).toEqual([...groupBy(words, (word) => word.length)]);
  expect([...Map.groupBy(words, (_word, index) => index % 2).values()]).toEqual([
    ['saw', 'mill'],
    ['lathe', 'laser'],
  ]);

  const { promise, resolve } = Promise.withResolvers<string>();
  resolve('done');
  expect(await promise).toBe('done');
  const failing = Promise.withResolvers<string>();
  failing.reject(new Error('no'));
  await expect(failing.promise).rejects.toThrow('no');
});

it('leaves alone what a browser knows', async () => {
  vi.resetModules();
  await import('../../client/olderBrowsers.ts');
  expect([Map.groupBy, Promise.withResolvers]).toEqual([groupBy, withResolvers]);
});
