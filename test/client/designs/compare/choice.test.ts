import { expect, it } from 'vitest';
import {
  adoptBody,
  type Choice,
  counted,
  firstChoice,
  undecided,
} from '../../../../client/designs/suggest/choice.ts';
import type { ContentChange } from '../../../../shared/designs/changes.ts';

const set = (at: string[], from: unknown, to: unknown): ContentChange => ({ kind: 'set', at, from, to });
const quantity = set(['parts', 'tube', 'quantity'], 4, 2.5);
const written = set(['parts', 'tube', 'written'], '', '2 1/2');
const title = set(['title'], 'Cube', 'Quiet cube');
const purpose = set(['purpose'], '', 'Power.');
const offer = {
  changes: [quantity, written, title, purpose],
  conflicts: [
    { change: quantity, mine: 3 },
    { change: written, mine: '3' },
  ],
};
const at = { onto: 3, words: '' };
const without = (choice: Choice, ...keys: string[]): Choice => ({
  ...choice,
  taken: new Set([...choice.taken].filter((key) => !keys.includes(key))),
});

it('takes everything but the title at first, and asks for a side where both changed the same', () => {
  const choice = firstChoice(offer);
  expect([...choice.taken]).toEqual(['parts/tube/quantity', 'purpose']);
  expect(undecided(choice, offer)).toEqual(['parts/tube/quantity']);
  expect(counted(choice, offer)).toEqual({ taken: 2, all: 2 });
  expect(undecided(without(choice, 'parts/tube/quantity'), offer)).toEqual([]);
});

it('lets what is not shown by itself go the way of what it belongs to', () => {
  const chosen = firstChoice(offer);
  const choice = { ...chosen, sides: new Map([['parts/tube/quantity', 'theirs' as const]]) };
  expect(adoptBody(choice, offer, at)).toEqual({
    changes: ['parts/tube/quantity', 'parts/tube/written', 'purpose'],
    sides: { 'parts/tube/quantity': 'theirs', 'parts/tube/written': 'theirs' },
    ...at,
  });
  expect(adoptBody(without(choice, 'parts/tube/quantity'), offer, at)).toEqual({
    changes: ['purpose'],
    sides: {},
    ...at,
  });
});

it('does not count what stays ours', () => {
  const choice = { ...firstChoice(offer), sides: new Map([['parts/tube/quantity', 'mine' as const]]) };
  expect(counted(choice, offer)).toEqual({ taken: 1, all: 2 });
});
