import { expect, test } from 'vitest';
import { savingOf } from '../../../../server/designs/drafts/saving.ts';
import { partsFromTable } from '../../../../server/designs/partsTable/fromTable.ts';
import type { ContentChange } from '../../../../shared/designs/changes.ts';
import { EMPTY_CONTENT } from '../../../../shared/designs/content.ts';

const rows = Array.from({ length: 10_000 }, (_, index) => `Part ${index},${index + 1}`);
const { lines } = partsFromTable(`part,qty\n${rows.join('\n')}`, { today: '2026-11-22' });
const content = { ...EMPTY_CONTENT, parts: lines };
const id = lines[7]?.id ?? '';
const set = (at: string[], from: unknown, to: unknown): ContentChange => ({ kind: 'set', at, from, to });

test('one change among ten thousand lines is checked by itself, and kept as its schema has it', () => {
  const saved = savingOf(content, [set(['parts', id, 'note'], '', ' oil it ')], false);
  expect(saved).toMatchObject({ outcome: 'saved', changed: true, conflicts: [] });
  if (saved.outcome !== 'saved') return;
  expect(saved.content.parts[7]).toEqual({ ...lines[7], note: 'oil it' });
  expect(saved.content.parts).toHaveLength(10_000);
});

test.each<[string, ContentChange, string]>([
  ['a quantity below nothing', set(['parts', id, 'quantity'], 8, -1), `parts.${id}.quantity`],
  ['an unknown field', set(['parts', id, 'colour'], undefined, 'red'), `parts.${id}`],
  ['a title of a page', set(['title'], '', 'x'.repeat(200)), 'title'],
  ['a whole entry that is none', set(['parts', id], lines[7], { id }), `parts.${id}.parent`],
  [
    'an entry without its fields',
    { kind: 'add', list: 'steps', id: 'abcd', value: { id: 'abcd' }, after: null },
    'steps.abcd.title',
  ],
  [
    'what no manifest nests',
    set(['exchange'], null, {
      family: 'okh-v1',
      fields: { deep: JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`) },
    }),
    'exchange.fields',
  ],
  [
    'half a character',
    set(['exchange'], null, { family: 'okh-v1', fields: { note: ['\ud800'] } }),
    'exchange.fields',
  ],
  [
    'half a character of a module',
    {
      kind: 'add',
      list: 'modules',
      id: 'abcd',
      value: { id: 'abcd', module: 'tube', quantity: 1, parameters: { length: '\udc00' } },
      after: null,
    },
    'modules.abcd.parameters.length',
  ],
  ['another id', set(['parts', id, 'id'], id, 'other'), `parts.${id}.id`],
])('%s is refused by its place', (_, change, path) => {
  const saved = savingOf(content, [change], false);
  expect(saved.outcome).toBe('mistaken');
  if (saved.outcome === 'mistaken') expect(saved.mistakes[0]?.path).toBe(path);
});
