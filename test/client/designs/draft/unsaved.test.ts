import { expect, it } from 'vitest';
import type { Batch } from '../../../../client/designs/draft/batches.ts';
import { unsavedIn } from '../../../../client/designs/draft/unsaved.ts';

/** A browser's storage with so much room, in characters. */
function aStorage(room = 10_000): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => entries.delete(key),
    clear: () => entries.clear(),
    setItem(key, value) {
      if (value.length > room) throw new Error('no room');
      entries.set(key, value);
    },
  };
}

const batch = (saveId: string): Batch => ({
  saveId,
  changes: [{ kind: 'set', at: ['title'], from: 'a', to: 'b' }],
  force: false,
});

it('gives back what every tab of the draft left, and of no other draft or person', () => {
  const storage = aStorage();
  unsavedIn(storage, 'anna', 'cube', 'tab1').keep([batch('1')]);
  unsavedIn(storage, 'anna', 'cube', 'tab2').keep([batch('2')]);
  unsavedIn(storage, 'anna', 'tractor', 'tab3').keep([batch('3')]);
  unsavedIn(storage, 'bela', 'cube', 'tab4').keep([batch('4')]);
  const found = unsavedIn(storage, 'anna', 'cube', 'tab5').take();
  expect(found.map(({ saveId }) => saveId).sort()).toEqual(['1', '2']);
  expect(unsavedIn(storage, 'anna', 'cube', 'tab6').take()).toEqual([]);
});

it('says so where there is no room, and reads nothing out of rubbish', () => {
  const storage = aStorage(20);
  expect(unsavedIn(storage, 'anna', 'cube', 'tab').keep([batch('1')])).toBe(false);
  storage.setItem('commonwright-unsaved:anna:cube:old', '{"broken"');
  expect(unsavedIn(storage, 'anna', 'cube', 'tab').take()).toEqual([]);
});
