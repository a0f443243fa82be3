import type { Html, Image, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isPiledUp } from '../../../shared/designs/piledMarks.ts';

/** Characters that are taken in; a text may be longer. */
const MOST_READ = 200_000;
/** Of these, so many have their structure read: some tenths of a second; what follows is words. */
const MOST_STRUCTURED = 80_000;
/** Beyond so many, footnotes cost the parser quadratic time: then they are words. */
const MOST_FOOTNOTES = 200;
/** Deeper quotes and lists take the parser quadratic time, and mean nothing. */
const DEEP = /^([ \t]*[>*+-][ \t]*){12,}/gm;

/** A text with its structure. */
export interface Page {
  text: string;
  root: Root;
}

/** Markdown with its tables. HTML that can be said in Markdown is said so first. Never throws. */
export function pageOf(markdown: string): Page {
  const bounded = markdown.slice(0, MOST_READ).replaceAll(DEEP, '> ');
  const end =
    bounded.length > MOST_STRUCTURED ? bounded.lastIndexOf('\n', MOST_STRUCTURED) + 1 : bounded.length;
  const rest = bounded.slice(end);
  const structured = bounded.slice(0, end);
  if (isPiledUp(structured)) return { text: bounded, root: { type: 'root', children: plain(0, bounded) } };
  const footnotes = structured.split('[^').length - 1;
  const head = withoutHtml(footnotes > MOST_FOOTNOTES ? structured.replaceAll('[^', '\\[^') : structured);
  try {
    const { children } = parsed(head);
    const all = rest === '' ? children : [...children, ...plain(head.length, rest)];
    return { text: head + rest, root: { type: 'root', children: all } };
  } catch {
    return { text: head + rest, root: { type: 'root', children: [] } };
  }
}

/** A text as one paragraph of words, from an offset on. */
function plain(from: number, value: string): RootContent[] {
  const at = (offset: number) => ({ line: 1, column: 1, offset });
  const position = { start: at(from), end: at(from + value.length) };
  return [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }];
}

const parsed = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** What a node says without its marks. */
export function wordsOf(node: Nodes): string {
  const waiting: Nodes[] = [node];
  let text = '';
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') text += next.value;
    else if (next.type === 'break') text += ' ';
    else if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What a node says, with the addresses of its links behind their words. */
export function wordsWithLinks(node: Nodes): string {
  const links = [...nodesIn(node)].filter((each) => each.type === 'link');
  const listed = node.type === 'list' ? node.children.map(wordsOf).join('\n') : wordsOf(node);
  return [listed, ...links.map(({ url }) => url)].join('\n');
}

/** The blocks that stand under headings of which a pattern fits, also below smaller headings there. */
export function sectionsUnder({ root }: Page, pattern: RegExp): RootContent[] {
  let depth: number | null = null;
  return root.children.filter((node) => {
    if (node.type !== 'heading') return depth !== null;
    if (depth !== null && node.depth > depth) return false;
    depth = pattern.test(wordsOf(node)) ? node.depth : null;
    return false;
  });
}

/** All nodes below one, in the order of the text. */
export function* nodesIn(node: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
}

export const imagesIn = (node: Nodes): Image[] => [...nodesIn(node)].filter((each) => each.type === 'image');

export const startOf = ({ position }: Nodes): number => position?.start.offset ?? 0;
export const endOf = ({ position }: Nodes): number => position?.end.offset ?? 0;

/** The text of some nodes beside each other, as it is written. */
export function textBetween({ text }: Page, nodes: readonly RootContent[]): string {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last ? text.slice(startOf(first), endOf(last)) : '';
}

/**
 * The text with every address of a link or picture led to where it stands now.
 * @param lead the new address; null where the old one stays.
 */
export function withAddresses({ text, root }: Page, lead: (url: string) => string | null): string {
  const edits: { from: number; to: number; by: string }[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') continue;
    const url = lead(node.url);
    if (url === null) continue;
    const [start, end] = [startOf(node), endOf(node)];
    const after = node.type === 'link' ? endOf(node.children.at(-1) ?? node) : start;
    const mark = node.type === 'definition' ? ']:' : '](';
    const at = node.type === 'image' ? text.lastIndexOf('](', end) : text.indexOf(mark, after);
    // An address that is its own link has no such mark, and none that a folder could hold.
    if (at < after || at >= end) continue;
    const by = node.type === 'definition' ? `]: ${url}` : `](${url})`;
    edits.push({ from: at, to: end, by });
  }
  let result = '';
  let from = 0;
  for (const edit of edits.sort((one, other) => one.from - other.from)) {
    if (edit.from < from) continue;
    result += text.slice(from, edit.from) + edit.by;
    from = edit.to;
  }
  return result + text.slice(from);
}

/** A path as an address in Markdown. */
export const addressOf = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/').replaceAll('(', '%28').replaceAll(')', '%29');

/** Blocks of HTML, as repositories begin with, as Markdown: pictures, headings, words; nothing else stays. */
function withoutHtml(text: string): string {
  if (!/<[a-z!]/i.test(text)) return text;
  let root: Root;
  try {
    root = parsed(text);
  } catch {
    return text;
  }
  const blocks = [...nodesIn(root)].filter((node): node is Html => node.type === 'html');
  // A new line within a cell would end its row.
  const inCells = new Set<Nodes>(
    [...nodesIn(root)].filter(({ type }) => type === 'tableCell').flatMap((cell) => [...nodesIn(cell)]),
  );
  let result = '';
  let from = 0;
  for (const block of blocks) {
    const markdown = markdownOf(block.value);
    result +=
      text.slice(from, startOf(block)) +
      (inCells.has(block) ? markdown.replaceAll(/\s*\n\s*/g, ' ') : markdown);
    from = endOf(block);
  }
  return result + text.slice(from);
}

function markdownOf(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?(-->|$)/g, '')
    .replaceAll(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replaceAll(/<img\b[^<>]{0,4000}>/gi, (tag) => {
      const source = attributeOf(tag, 'src');
      return source === ''
        ? ''
        : `![${attributeOf(tag, 'alt').replaceAll(/[[\]]/g, '')}](${OPEN}${source.replaceAll(/[<>\n]/g, '')}${CLOSE})`;
    })
    .replaceAll(/<a\b[^<>]{0,2000}>(?:(?!<a\b)[\s\S]){0,500}?<\/a\s*>/gi, linkOf)
    .replaceAll(/<h([1-6])\b[^<>]{0,2000}>/gi, (_tag, level: string) => `\n${'#'.repeat(Number(level))} `)
    .replaceAll(/<br\s*\/?>|<\/(h[1-6]|p|div|li|tr)\s*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]{0,4000}>/gi, '')
    .replaceAll(OPEN, '<')
    .replaceAll(CLOSE, '>');
}
/** Stand for the brackets around an address, while tags are taken out. */
const [OPEN, CLOSE] = ['\u{E001}', '\u{E002}'];

function linkOf(html: string): string {
  const [tag = ''] = /^<a\b[^<>]*>/i.exec(html) ?? [];
  const words = html
    .slice(tag.length)
    .replace(/<\/a\s*>$/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const address = attributeOf(tag, 'href').replaceAll(/[<>\n]/g, '');
  return address === '' || words === '' ? words : `[${words}](${OPEN}${address}${CLOSE})`;
}

const attributeOf = (tag: string, name: string): string => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
};
