import type { Heading, Root } from 'mdast';
import { lineOf, textOfAtMost } from './fitting.ts';
import { addressOf, imagesIn, type Page, pageOf, textBetween, withAddresses, wordsOf } from './markdown.ts';
import type { Places } from './places.ts';
import { extensionOf, nameOf, type Remarks, readText, type Tree, type TreeFile } from './tree.ts';

const MOST_STORY = 300_000;
const README =
  /^(read.?me|liesmich|l[eé]eme|lisez.?moi|leggimi|leiame)([._-](en|de|es|fr))?(\.(md|markdown|txt|rst|adoc))?$/i;
/** A paragraph of fewer letters is a badge or a greeting. */
const LEAST_PURPOSE = 20;

/** What the README of a folder tells. */
export interface Story {
  path: string;
  page: Page;
  title: string;
  purpose: string;
  story: string;
  /** What pictures show, by their path, as the text says. */
  shown: Map<string, string>;
}

/** The README nearest to the top; null where there is none. */
export async function storyOf(
  tree: Tree,
  files: readonly TreeFile[],
  places: Places,
  remarks: Remarks,
): Promise<Story | null> {
  const [file] = files
    .filter(({ path }) => README.test(nameOf(path)) && path.split('/').length <= 2)
    .sort((one, other) => rankOf(one.path) - rankOf(other.path));
  const read = file && (await readText(tree, file, MOST_STORY * 2));
  if (!file || !read) return null;
  const markdown = extensionOf(file.path) === 'rst' ? markdownOfRst(read.text) : read.text;
  const page = pageOf(markdown);
  const heading = page.root.children.slice(0, 8).find((node) => node.type === 'heading');
  const paragraph = page.root.children.find(
    (node) => node.type === 'paragraph' && wordsOf(node).length >= LEAST_PURPOSE,
  );
  const shown = new Map<string, string>();
  for (const { url, alt } of imagesIn(page.root)) {
    const path = places.find(url, file.path);
    if (path !== null && alt) shown.set(path, lineOf(alt, 300));
  }
  const whole = withAddresses(page, (url) => {
    const path = places.find(url, file.path);
    return path === null ? null : addressOf(path);
  });
  // The title stands above the story already.
  const story = heading ? whole.replace(textBetween(page, [heading]), () => '') : whole;
  remarks.add('recognised', file.path, 'This became the story.');
  if (read.cut || markdown.length > MOST_STORY)
    remarks.add('lost', file.path, 'It is very long: only its beginning was taken.');
  return {
    path: file.path,
    page,
    title: heading ? lineOf(wordsOf(heading), 120) : '',
    purpose: firstSentences(wordsOf(paragraph ?? subtitleOf(page, heading) ?? EMPTY)),
    story: textOfAtMost(story.trim(), MOST_STORY),
    shown,
  };
}

/** Named as everybody names it, in Markdown, near the top. */
const rankOf = (path: string): number =>
  path.split('/').length * 10 +
  (extensionOf(path) === 'md' ? 0 : 1) +
  (/^read.?me(\.\w+)?$/i.test(nameOf(path)) ? 0 : /[._-]en\.\w+$/i.test(nameOf(path)) ? 2 : 3);

const EMPTY: Root = { type: 'root', children: [] };

/** A heading right below the title, of more words than a section has. */
function subtitleOf({ root }: Page, title: Heading | undefined): Heading | undefined {
  const next = title && root.children[root.children.indexOf(title) + 1];
  return next?.type === 'heading' && wordsOf(next).length >= LEAST_PURPOSE ? next : undefined;
}

/** As many whole sentences as fit into a purpose. */
function firstSentences(text: string): string {
  const line = lineOf(text, 501);
  if (line.length <= 500) return line;
  const end = Math.max(line.lastIndexOf('. ', 499), line.lastIndexOf('! ', 499), line.lastIndexOf('? ', 499));
  return lineOf(end > 0 ? line.slice(0, end + 1) : `${line.slice(0, 498)}…`, 500);
}

/** Headings, pictures and links of reStructuredText as Markdown; the rest reads well as it is. */
function markdownOfRst(text: string): string {
  const order: string[] = [];
  return (
    text
      .replaceAll(
        /^(?:([=\-~^"'#*+])\1{2,}\n)?(\S.{0,200})\n([=\-~^"'#*+])\3{2,}$/gm,
        (_all, _over, title: string, mark: string) => {
          if (!order.includes(mark)) order.push(mark);
          return `${'#'.repeat(Math.min(6, order.indexOf(mark) + 1))} ${title}`;
        },
      )
      .replaceAll(
        /^\.\. (?:image|figure):: (\S+).*(?:\n[ \t]+:(\w+):[ \t]*(.*)){0,8}$/gm,
        (all: string, path: string) => `![${/:alt:[ \t]*(.*)/.exec(all)?.[1]?.trim() ?? ''}](${path})`,
      )
      // Tables drawn with lines: the one below the headings is a row of Markdown, the others are none.
      .replaceAll(/^\+(?:=+\+)+$/gm, (line) => `|${'---|'.repeat(line.split('+').length - 2)}`)
      .replaceAll(/^\+(?:-+\+)+\n?$/gm, '')
      .replaceAll(/^#\. /gm, '1. ')
      .replaceAll(
        /`([^`<]{1,200}) <([^>]{1,500})>`__?/g,
        (_all, words: string, url: string) => `[${words}](${url})`,
      )
  );
}
