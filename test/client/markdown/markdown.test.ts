import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../../client/markdown/markdown.tsx';
import { PORTION, portionsOf } from '../../../client/markdown/parse.ts';
import { targetOf } from '../../../client/markdown/targets.ts';
import { processorTime } from '../../processorTime.ts';

const files = [
  { path: 'img/frame front.JPG', fileId: 'a'.repeat(64) },
  { path: 'docs/plan.pdf', fileId: 'b'.repeat(64) },
];
const drawn = (text: string, highest = 3) =>
  renderToString(h(Markdown, { portions: portionsOf(text), files, highest }));
/** Elements that could do something, with their attributes. */
const dangerous = (html: string) =>
  html.match(/<(?:script|iframe|object|embed|form|input|style|link|meta|base|svg|math|video)\b[^>]*>/gi) ??
  [];

describe('Markdown that somebody wrote', () => {
  it('becomes elements: words, lists, tables, tasks, code', () => {
    const html = drawn(
      '**Cut** the `tube`:\n\n- [x] saw\n- [ ] file\n\n|a|b|\n|-|-:|\n|1|2|\n\n```\nG1 X10\n```',
    );
    for (const part of ['<strong>Cut</strong>', '<code>tube</code>', '<th scope="col">a</th>', 'G1 X10'])
      expect(html).toContain(part);
    expect(html).toContain('☑');
    expect(html).toContain('data-align="right"');
  });

  it.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<svg onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{display:none}</style>',
  ])('shows HTML as it was written: %s', (text) => {
    const html = drawn(text);
    expect(dangerous(html)).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son\w+=/);
    expect(html).toContain('&lt;');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox)',
    '[x](blob:https://here/1)',
    '[x](//evil.example)',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
  ])('links nowhere but to the web, mail, files and headings: %s', (text) => {
    expect(drawn(text)).not.toMatch(/(href|src)=/);
  });

  it('opens other sites without telling them where one came from', () => {
    expect(drawn('[x](https://example.org)')).toContain('rel="noopener noreferrer nofollow"');
  });

  it('shows pictures of the design alone, found by any way of writing their path', () => {
    expect(drawn('![front](./img/frame%20front.jpg)')).toContain(`<img src="/api/files/${'a'.repeat(64)}"`);
    expect(drawn('![front](../img/frame%20front.JPG)')).toContain('<img');
    const elsewhere = drawn('![front](https://evil.example/pixel.png)');
    expect(elsewhere).not.toContain('<img');
    expect(elsewhere).toContain('Picture on another site: front');
    expect(targetOf('plan.pdf', files)).toEqual({ to: 'file', file: files[1] });
  });

  it('puts its headings below those of the page, and skips none on the way down', () => {
    const html = drawn('# One\n\n### Deeper\n\n## Two\n\n# One', 3);
    expect(html.match(/<h\d id="[^"]*"/g)).toEqual([
      '<h3 id="text-one"',
      '<h4 id="text-deeper"',
      '<h4 id="text-two"',
      '<h3 id="text-one-1"',
    ]);
    expect(drawn('#### Only', 3)).toContain('<h3');
  });

  it.each([
    ['quotes', '>'.repeat(60_000)],
    ['lists in one line', '- 1. '.repeat(12_000)],
    ['lists', Array.from({ length: 280 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['brackets', '['.repeat(60_000)],
    ['stars', '*a **b '.repeat(8000)],
    ['footnotes', '[^a]: x\n\n[^a]\n'.repeat(4000)],
    ['tables', `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(6000)}`],
  ])('answers soon whatever is piled up: %s', (_name, text) => {
    const start = processorTime();
    const [first = ''] = portionsOf(text);
    renderToString(h(Markdown, { portions: [first], files, highest: 3 }));
    expect(processorTime() - start).toBeLessThan(6000);
  });
});

describe('a long text', () => {
  const paragraph = `${'A sentence about steel. '.repeat(20)}\n\n`;

  it('comes in portions that end where a paragraph does, and loses nothing', () => {
    const text = paragraph.repeat(300);
    const portions = portionsOf(text);
    expect(portions.length).toBeGreaterThan(2);
    expect(portions.join('').replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '));
    for (const portion of portions) expect(portion.length).toBeLessThanOrEqual(PORTION + 2);
  });

  it('is not cut within a fenced block, and knows its links in every portion', () => {
    const fence = `\`\`\`\n${'G1 X1\n\n'.repeat(100)}\`\`\`\n\n`;
    const text = `[home][h]\n\n${(paragraph + fence).repeat(60)}[h]: https://example.org/home\n`;
    const portions = portionsOf(text);
    for (const portion of portions) expect((portion.match(/^```/gm) ?? []).length % 2).toBe(0);
    expect(renderToString(h(Markdown, { portions: portions.slice(0, 1), files: [], highest: 3 }))).toContain(
      'href="https://example.org/home"',
    );
  });
});
