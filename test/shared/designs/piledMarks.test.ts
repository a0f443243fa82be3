import { expect, test } from 'vitest';
import { parseMarkdown, portionsOf } from '../../../client/markdown/parse.ts';
import { pageOf } from '../../../server/designs/bringing/markdown.ts';
import { isPiledUp, withoutPiledMarks } from '../../../shared/designs/piledMarks.ts';
import { processorTime } from '../../processorTime.ts';

/** Each took minutes, or would have. */
const hostile = ['**_a', '_*', 'a**b', '[a][b]', '[a]('].map((piece) =>
  piece.repeat(Math.floor(280_000 / piece.length)),
);

test.each(hostile)('%.6s…, piled up, keeps neither a server nor a page busy', (text) => {
  const since = processorTime();
  const [portion = ''] = portionsOf(text);
  parseMarkdown(portion);
  expect(pageOf(text).text).toBe(text.slice(0, 200_000));
  expect(processorTime() - since).toBeLessThan(6000);
});

test('a long list with many marks, and a paragraph with more than anybody writes, stay as they are', () => {
  const list = '- **Bolt** _M8_, see [the list](parts.md)\n'.repeat(2000);
  const prose = '**Warning** '.repeat(1500);
  expect([isPiledUp(list), isPiledUp(prose)]).toEqual([false, false]);
  expect(withoutPiledMarks(list)).toBe(list);
});

test('what follows a very long beginning is kept as words', () => {
  const text = `# Mill\n\n${'It mills.\n\n'.repeat(12_000)}`;
  const { text: kept, root } = pageOf(text);
  expect(kept).toBe(text);
  expect(root.children.at(-1)?.position?.end.offset).toBe(text.length);
});
