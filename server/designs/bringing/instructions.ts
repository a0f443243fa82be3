import type { Heading, RootContent } from 'mdast';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { entryIdOf } from './assembly.ts';
import { lineOf, textOfAtMost } from './fitting.ts';
import { addressOf, imagesIn, type Page, pageOf, textBetween, withAddresses, wordsOf } from './markdown.ts';
import { Occurrences } from './occurrences.ts';
import type { Places } from './places.ts';
import { extensionOf, nameOf, type Remarks, readText, type Tree, type TreeFile } from './tree.ts';

const MOST_STEPS = 1000;
const MOST_PICTURES = 50;
const MOST_TEXT = 50_000;
const MOST_PAGES = 60;
/** Bytes of all pages: reading Markdown keeps the thread busy. */
const MOST_PAGE_BYTES = 600_000;
const NUMBERED = /^(?:(?:step|schritt|paso|étape|etape|fase|part)\s*\d+|\d+(?:\.\d+)*[.):]\s)/i;
const SECTION =
  /anleitung|zusammenbau|\b(assembl|build|instruction|how to (make|build)|construct|montage|aufbau|anleitung|montaje|ensamblaje|instruccion|construcci|assemblage)/i;
const PAGE =
  /^(assembly|build(ing)?|instructions?|manual|guide|how.?to.*|montage.*|anleitung|aufbau|montaje|ensamblaje|instrucciones|make|making|\d+[-_. ].*|step.*)(?![a-z])/i;
const NOT_STEPS =
  /^(readme|changelog|contributing|license|licence|code_of_conduct|security|authors|index|todo|history)/i;

type Piece = { title: string; text: string; pictures: string[] };

/**
 * Steps from what a folder says of making the thing: pages of its own, or else a part of its README.
 * @param readme the page that was read already, and its path.
 */
export async function stepsOf(
  tree: Tree,
  files: readonly TreeFile[],
  {
    places,
    readme,
    remarks,
  }: { places: Places; readme: { page: Page; path: string } | null; remarks: Remarks },
): Promise<DesignStep[]> {
  const pages = files.filter(({ path }) => isPage(path)).sort((one, other) => inOrder(one.path, other.path));
  const pieces: Piece[] = [];
  let bytes = 0;
  for (const file of pages.slice(0, MOST_PAGES)) {
    bytes += file.bytes;
    if (bytes > MOST_PAGE_BYTES) {
      remarks.add('kept', file.path, 'It was not read for steps: the pages before it hold many already.');
      break;
    }
    const read = await readText(tree, file, 300_000);
    if (read === null) continue;
    const found = piecesOf(pageOf(read.text), file.path, places);
    if (found.length > 0)
      remarks.add('recognised', file.path, `Instructions with ${counted(found.length, 'step')}.`);
    pieces.push(...found);
  }
  if (pieces.length === 0 && readme) {
    const found = sectionsOf(readme.page, readme.path, places);
    if (found.length > 0)
      remarks.add('recognised', readme.path, `Instructions with ${counted(found.length, 'step')}.`);
    pieces.push(...found);
  }
  if (pieces.length > MOST_STEPS) {
    remarks.add('lost', '', `Only the first ${MOST_STEPS} of ${pieces.length} steps were taken.`);
  }
  const seen = new Occurrences();
  return pieces.slice(0, MOST_STEPS).map(({ title, text, pictures }) => {
    const id = entryIdOf('step', title, seen.next(title));
    return {
      id,
      title,
      text: textOfAtMost(text, MOST_TEXT),
      parts: [],
      tools: [],
      machines: [],
      competences: [],
      minutes: null,
      pictures: pictures.slice(0, MOST_PICTURES),
    };
  });
}

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function isPage(path: string): boolean {
  if (!['md', 'markdown'].includes(extensionOf(path)) || NOT_STEPS.test(nameOf(path))) return false;
  const folders = path.split('/').slice(0, -1);
  return (
    PAGE.test(nameOf(path)) ||
    folders.some((folder) => /^(assembly|build|instructions?|manual|montage|montaje|steps)$/i.test(folder))
  );
}

const inOrder = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

/** A page that is about making alone: each of its headings, or each entry of its list, or all of it. */
function piecesOf(page: Page, path: string, places: Places): Piece[] {
  const blocks = page.root.children;
  const numbered = stepHeadings(blocks);
  if (numbered.length > 0) return byHeadings(page, blocks, numbered, path, places);
  const list = listOf(page, blocks, path, places, 3);
  if (list.length > 0) return list;
  for (const depth of [1, 2, 3] as const) {
    const headings = blocks.filter(
      (node): node is Heading => node.type === 'heading' && node.depth === depth,
    );
    if (headings.length >= 2) return byHeadings(page, blocks, headings, path, places);
  }
  const [title] = blocks.filter((node) => node.type === 'heading');
  const rest = blocks.filter((node) => node !== title);
  const name = title
    ? wordsOf(title)
    : nameOf(path)
        .replace(/\.\w+$/, '')
        .replaceAll(/[-_]+/g, ' ');
  return rest.length === 0 ? [] : [pieceOf(page, name, rest, path, places)];
}

/** The part of a README that is about making. */
function sectionsOf(page: Page, path: string, places: Places): Piece[] {
  const blocks = page.root.children;
  for (const [index, node] of blocks.entries()) {
    if (node.type !== 'heading' || !SECTION.test(wordsOf(node))) continue;
    const inside = blocks.slice(index + 1);
    const end = inside.findIndex((each) => each.type === 'heading' && each.depth <= node.depth);
    const section = end < 0 ? inside : inside.slice(0, end);
    const explicit = stepHeadings(section);
    if (explicit.length >= 2) return byHeadings(page, section, explicit, path, places);
    const headings = section.filter(
      (each): each is Heading => each.type === 'heading' && each.depth === node.depth + 1,
    );
    if (headings.length >= 2) return byHeadings(page, section, headings, path, places);
    const list = listOf(page, section, path, places, 2);
    if (list.length > 0) return list;
    const told = byParagraphs(page, section, path, places);
    if (told.length > 0) return told;
  }
  const explicit = stepHeadings(blocks);
  return explicit.length >= 2 ? byHeadings(page, blocks, explicit, path, places) : [];
}

const stepHeadings = (blocks: readonly RootContent[]): Heading[] => {
  const found = blocks.filter(
    (node): node is Heading => node.type === 'heading' && NUMBERED.test(wordsOf(node)),
  );
  const depth = Math.min(...found.map((heading) => heading.depth));
  return found.filter((heading) => heading.depth === depth);
};

function byHeadings(
  page: Page,
  blocks: readonly RootContent[],
  headings: readonly Heading[],
  path: string,
  places: Places,
): Piece[] {
  return headings.map((heading) => {
    const inside = blocks.slice(blocks.indexOf(heading) + 1);
    const end = inside.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
    return pieceOf(page, wordsOf(heading), end < 0 ? inside : inside.slice(0, end), path, places);
  });
}

/** Paragraphs that begin with `Step 1`, each with what follows it. */
function byParagraphs(page: Page, blocks: readonly RootContent[], path: string, places: Places): Piece[] {
  const starts = blocks.flatMap((node, index) =>
    node.type === 'paragraph' && /^(step|schritt|paso|étape|etape)\s*\d/i.test(wordsOf(node)) ? [index] : [],
  );
  if (starts.length < 2) return [];
  return starts.map((start, index) => {
    const nodes = blocks.slice(start, starts[index + 1]);
    return pieceOf(page, firstSentence(nodes[0] ? wordsOf(nodes[0]) : ''), nodes, path, places);
  });
}

/** Without the word and the number of the step before it. */
function firstSentence(words: string): string {
  const told = words.replace(/^(step|schritt|paso|étape|etape)\s*\d+\s*[.:–—-]*\s*/i, '') || words;
  return (/^.{3,120}?[.:!](?=\s|$)/.exec(told)?.[0] ?? told).replace(/[.:]$/, '');
}

/** The longest numbered list of so many entries or more: two where the heading says that it is about making. */
function listOf(
  page: Page,
  blocks: readonly RootContent[],
  path: string,
  places: Places,
  least: 2 | 3,
): Piece[] {
  const lists = blocks.flatMap((node) => (node.type === 'list' && node.ordered ? [node] : []));
  const [longest] = lists.sort((one, other) => other.children.length - one.children.length);
  if (!longest || longest.children.length < least) return [];
  return longest.children.map((item) => {
    const words = item.children[0] ? wordsOf(item.children[0]) : '';
    return pieceOf(page, firstSentence(words), item.children, path, places);
  });
}

/** Pictures of the folder stand beside the step's text, not in it. */
function pieceOf(
  page: Page,
  heading: string,
  nodes: readonly RootContent[],
  path: string,
  places: Places,
): Piece {
  const written = pageOf(dedented(page, nodes));
  const pictures = imagesIn(written.root).flatMap((image) => {
    const found = places.find(image.url, path);
    return found === null ? [] : [{ image, found }];
  });
  const mark = '\u{E000}';
  const led = withAddresses(written, (url) => {
    const found = places.find(url, path);
    return found === null
      ? null
      : pictures.some((picture) => picture.image.url === url)
        ? mark
        : addressOf(found);
  });
  const text = led.replaceAll(new RegExp(`!\\[[^\\]]*\\]\\(${mark}\\)`, 'g'), '').replaceAll(mark, '');
  const title =
    heading.replace(/^(step|schritt|paso|étape|etape)\s*\d+\s*[.:–—-]*\s*|^\d+(\.\d+)*[.):]\s*/i, '') ||
    heading;
  const named = lineOf(title, 160) || 'Step';
  const told = text.replaceAll(/\n{3,}/g, '\n\n').trim();
  return {
    title: named,
    // What the title says needs no saying again.
    text: told.replace(/[.:!]$/, '') === named ? '' : told,
    pictures: [...new Set(pictures.map(({ found }) => found))],
  };
}

/** Nodes of a list entry are written with the list's indent. */
function dedented(page: Page, nodes: readonly RootContent[]): string {
  const text = textBetween(page, nodes);
  const column = (nodes[0]?.position?.start.column ?? 1) - 1;
  return column === 0 ? text : text.replaceAll(new RegExp(`^ {1,${column}}`, 'gm'), '');
}
