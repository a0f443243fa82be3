import { expect, it } from 'vitest';
import { gapsOf } from '../../../client/builds/completion.ts';
import { nameInShort } from '../../../client/builds/lineNames.ts';
import { lacking } from '../../../client/builds/log/lacking.ts';
import type { LineView } from '../../../shared/builds/views.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';

const cut = { stock: 'square tube 3 × 3 × 1/4 in', length: 1219.2, kerf: 3 };
const LEG = 'Leg, square tube 3 × 3 × 1/4 in, 48 in';

const open = (id: string, name: string, about: Partial<LineView['line']> = {}): LineView => ({
  line: { ...emptyLine(id, name), quantity: 4, ...about },
  needed: 4,
  met: 0,
  missing: 4,
  kept: 0,
  state: 'open',
  unclear: false,
  choice: null,
  meetings: [],
});

it('leaves out of a name what its cut says, and nothing else', () => {
  expect(nameInShort({ name: LEG, cut })).toBe('Leg');
  expect(nameInShort({ name: LEG, cut: null })).toBe(LEG);
  expect(nameInShort({ name: 'Grate bar 40 in', cut })).toBe('Grate bar 40 in');
});

it('asks for what a whole is made of, and never for the whole beside it', () => {
  const lineList = [open('frame', 'Frame'), open('legs', LEG, { parent: 'frame', cut })];
  expect(lacking({ lineList })).toEqual([{ name: 'Leg', quantity: '4\u00a0×' }]);
  expect(gapsOf({ lineList, stepList: [], tests: [], sessions: [], of: null }).lines).toEqual(['Leg']);
});
