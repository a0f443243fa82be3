import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutPiledMarks } from '../../shared/designs/piledMarks.ts';

/** Characters that are read as one; a phone reads these in well under a second. */
export const PORTION = 40_000;
/** Characters that are read at all. */
const MOST = 300_000;
/** Footnotes that are read as such: their parser slows down with the square of their number. */
const MOST_FOOTNOTES = 200;
/** Thirty quotes or lists within each other at the start of one line: nobody means that, and each costs a call. */
const PILED_UP = /^[ \t]*(?=(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*){30})/gm;
/** Where links are defined, mostly at the end of the whole: each portion knows all of them. */
const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]+\S.{0,1000}$/gm;
const MOST_DEFINITIONS = 300;

/** Markdown with tables, struck text, tasks and bare addresses (GFM) as a tree. Never throws; takes any text. */
export function parseMarkdown(text: string): Root {
  const footnotes = text.match(/\[\^/g)?.length ?? 0;
  const flat = withoutPiledMarks(text).replaceAll(PILED_UP, (indent) => `${indent}\\`);
  const read = footnotes > MOST_FOOTNOTES ? flat.replaceAll('[^', '\\[^') : flat;
  return fromMarkdown(read, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/**
 * A long text in portions of about {@link PORTION} characters, cut where a paragraph ends outside of a fenced block.
 * What is beyond 300,000 characters is left out.
 */
export function portionsOf(whole: string, size = PORTION): string[] {
  const text = whole.slice(0, MOST);
  if (text.length <= size) return [text];
  const definitions = (text.match(DEFINITION) ?? []).slice(0, MOST_DEFINITIONS).join('\n');
  const portions: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + size >= text.length ? text.length : cutWithin(text, from, from + size);
    portions.push(`${text.slice(from, to)}\n\n${definitions}`);
    from = to;
  }
  return portions;
}

/** The last end of a paragraph between the two places that lies in no fence; else of a line; else the end. */
function cutWithin(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  let fenced = false;
  let end = 0;
  for (const { index, 0: found } of part.matchAll(/^ {0,3}(?:```|~~~)|\n[ \t]*\n/gm))
    if (found.trim() !== '') fenced = !fenced;
    else if (!fenced) end = index + found.length;
  return from + (end || part.lastIndexOf('\n') + 1 || part.length);
}

/** What a node says without its marks; however deep it is nested. */
export function plainText(node: Nodes): string {
  const waiting: Nodes[] = [node];
  let text = '';
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('value' in next) text += next.value;
    else if ('alt' in next) text += next.alt ?? '';
    else if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return text;
}
