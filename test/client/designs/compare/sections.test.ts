import { expect, it } from 'vitest';
import { differenceOfLine, sumPairs } from '../../../../client/designs/compare/difference.ts';
import { entryInWords } from '../../../../client/designs/compare/entryWords.ts';
import { headed, sectionsOf } from '../../../../client/designs/compare/sections.ts';
import { sideOf } from '../../../../client/designs/compare/sides.ts';
import { valueInWords } from '../../../../client/designs/compare/values.ts';
import type { DesignContent } from '../../../../shared/designs/content.ts';
import { changesBetween } from '../../../../shared/designs/differences.ts';
import { designOf, line } from '../../../server/designs/library.ts';

const between = (one: DesignContent, other: DesignContent) => {
  const sides = { before: sideOf(one, []), after: sideOf(other, []) };
  return { sides, sections: sectionsOf(changesBetween(one, other), sides) };
};
const price = { amount: 24, currency: 'USD', on: '2020-08-30', supplier: '' };
const angle = line('angl', { name: 'Frame angle 16 in', quantity: 12, mass: 1.1 });

it('gathers what changed by what it is about, licence first, and says a new name once', () => {
  const one = designOf({ parts: [angle, line('bolt')] });
  const other = designOf({
    licence: 'CC-BY-SA-4.0',
    changes: 'Longer.',
    parts: [{ ...angle, name: 'Frame angle 20 in', quantity: 8 }, line('foot')],
  });
  const { sections } = between(one, other);
  expect(sections.map(({ name, entries }) => [name, entries.map(({ what }) => what)])).toEqual([
    ['licence', ['changed']],
    ['parts', ['removed', 'changed', 'added']],
  ]);
  const changed = sections[1]?.entries[1];
  expect(changed && headed(changed)).toMatchObject({
    head: 'Frame angle 16 in → 20 in',
    rest: [{ at: ['parts', 'angl', 'quantity'] }],
  });
});

it('says nothing where only words about the revision differ', () => {
  expect(between(designOf({}), designOf({ changes: 'Nothing.' })).sections).toEqual([]);
});

it('says what a line weighs and costs more, as far as both are known', () => {
  const dear = { ...angle, mass: 1.4, price };
  expect(differenceOfLine(angle, dear)).toEqual(['+3.6 kg']);
  expect(differenceOfLine({ ...dear, price: { ...price, amount: 41 } }, dear)).toEqual(['−US$204.00']);
  expect(differenceOfLine(undefined, dear)).toEqual(['+16.8 kg', '+US$288.00']);
  expect(differenceOfLine(angle, { ...angle, mass: null })).toEqual([]);
});

it('sets sums side by side, with the difference of those that can be taken from each other', () => {
  const rollUp = { mass: 20, massKnown: 1, costs: [], costKnown: 0, pieces: 20, kinds: 3, levels: 1 };
  const pairs = sumPairs(rollUp, { ...rollUp, mass: 22.5, pieces: 21 });
  expect(pairs.map(({ label, difference }) => [label, difference])).toEqual([
    ['Pieces', ''],
    ['Mass', '+2.5 kg'],
  ]);
});

it('says values in words, never as codes', () => {
  const side = sideOf(designOf({ parts: [angle] }), []);
  const say = (list: Parameters<typeof valueInWords>[0], field: string, value: unknown) =>
    valueInWords(list, field, value, side);
  expect(say('parts', 'cut', { stock: 'angle', length: 508, kerf: 3 })).toBe('508 mm, angle, kerf 3 mm');
  expect(say('parts', 'parent', 'angl')).toBe('Frame angle 16 in');
  expect(say('parts', 'parent', null)).toBe('the whole');
  expect(say('parts', 'machines', ['lathe', 'saw'])).toBe('Lathe, Saw');
  expect(say('parts', 'price', price)).toBe('US$24.00 on Sun 30 Aug 2020');
  expect(say('steps', 'parts', [{ line: 'angl', quantity: 4 }])).toBe('4 × Frame angle 16 in');
  expect(say('interfaces', 'diameter', 31.75)).toBe('31.75 mm');
  expect(say(null, 'technologyReadiness', 'OTRL-6')).toBe('Proven in use');
  expect(say(null, 'tags', [])).toBe('nothing');
  expect(entryInWords('parts', angle)).toBe('12 × · 1.1 kg');
});
