import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backFrom } from '../../../../client/designs/draft/history.ts';
import { type LineAct, lineActs, rowsOf } from '../../../../client/designs/draft/lines.ts';
import { applyChanges } from '../../../../shared/designs/applying.ts';
import type { DraftContent } from '../../../../shared/designs/content.ts';
import { contentWith, line } from './aDraft.ts';

const drawn = (content: DraftContent) =>
  rowsOf(content.parts).map((row) => `${'  '.repeat(row.level)}${row.line.id}`);
const after = (content: DraftContent, changes: ReturnType<typeof lineActs.up>) =>
  applyChanges(content, changes).content;

const frame = contentWith({
  parts: [
    line('frame'),
    line('post', { parent: 'frame' }),
    line('bolt', { parent: 'post' }),
    line('beam', { parent: 'frame' }),
    line('engine'),
  ],
});

it('draws each line below the one that it stands in, numbered as in a book', () => {
  expect(rowsOf(frame.parts).map(({ number, line: { id } }) => `${number} ${id}`)).toEqual([
    '1 frame',
    '1.1 post',
    '1.1.1 bolt',
    '1.2 beam',
    '2 engine',
  ]);
});

it('draws lines whose parent is gone, or that stand in each other, in the whole', () => {
  const parts = [line('a', { parent: 'gone' }), line('b', { parent: 'c' }), line('c', { parent: 'b' })];
  expect(rowsOf(parts).map(({ line: { id }, level }) => [id, level])).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 0],
  ]);
});

it('moves a line with all that stands in it', () => {
  expect(drawn(after(frame, lineActs.down(frame, 'frame')))).toEqual([
    'engine',
    'frame',
    '  post',
    '    bolt',
    '  beam',
  ]);
  expect(drawn(after(frame, lineActs.up(frame, 'beam')))).toEqual([
    'frame',
    '  beam',
    '  post',
    '    bolt',
    'engine',
  ]);
});

it('puts a line into the one above it, and takes it out again', () => {
  const inside = after(frame, lineActs.indent(frame, 'engine'));
  expect(drawn(inside)).toEqual(['frame', '  post', '    bolt', '  beam', '  engine']);
  expect(drawn(after(inside, lineActs.outdent(inside, 'engine')))).toEqual(drawn(frame));
  const outside = after(frame, lineActs.outdent(frame, 'post'));
  expect(drawn(outside)).toEqual(['frame', '  beam', 'post', '  bolt', 'engine']);
});

it('copies a line with all that stands in it, and removes both alike', () => {
  let count = 0;
  const changes = lineActs.duplicate(frame, 'frame', () => `copy${++count}`);
  const twice = after(frame, changes);
  expect(drawn(twice)).toEqual([
    'frame',
    '  post',
    '    bolt',
    '  beam',
    'copy1',
    '  copy2',
    '    copy3',
    '  copy4',
    'engine',
  ]);
  expect(drawn(after(twice, lineActs.remove(twice, 'frame')))).toEqual([
    'copy1',
    '  copy2',
    '    copy3',
    '  copy4',
    'engine',
  ]);
});

it('can take back whatever is done with lines, exactly', () => {
  const acts: LineAct[] = ['indent', 'outdent', 'up', 'down', 'remove'];
  const lines = fc
    .array(fc.nat(8), { minLength: 1, maxLength: 9 })
    .map((parents) =>
      parents.map((parent, index) =>
        line(`part${index}`, { parent: parent < index ? `part${parent}` : null }),
      ),
    );
  fc.assert(
    fc.property(lines, fc.nat(8), fc.constantFrom(...acts), (parts, chosen, act) => {
      const content = contentWith({ parts });
      const changes = lineActs[act](content, `part${chosen % parts.length}`);
      const changed = applyChanges(content, changes);
      expect(changed.conflicts).toEqual([]);
      expect(applyChanges(changed.content, backFrom(changes)).content).toEqual(content);
    }),
    { numRuns: 200 },
  );
});
