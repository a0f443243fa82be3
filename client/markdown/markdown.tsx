import './markdown.css';
import type { AlignType, Definition, Heading, ListItem, Nodes, Root, Table, TableRow } from 'mdast';
import type { ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { addressOfFile } from '../../shared/files/kinds.ts';
import { t } from '../catalogue/designTexts.ts';
import { parseMarkdown, plainText } from './parse.ts';
import { type ProseFile, slugOf, targetOf } from './targets.ts';

const words = t.designs.markdown;
/** What is nested deeper is shown as plain text. */
const DEEPEST = 20;

export interface MarkdownProps {
  /** Parts of one text, in order. */
  portions: readonly string[];
  /** The design's: what the text may show. */
  files: readonly ProseFile[];
  /** The rank that its highest headings get on the page: 3 below a section. */
  highest: number;
}

/** Markdown as elements. No HTML of a text ever becomes an element; pictures are the design's own files alone. */
export function Markdown({ portions, files, highest }: MarkdownProps) {
  const trees = useMemo(() => portions.map((portion) => parseMarkdown(portion)), [portions]);
  const drawing = new Drawing(trees, files, highest);
  return <div class="prose">{trees.map((tree) => drawing.children(tree, 0))}</div>;
}

const headingsOf = (trees: readonly Root[]) =>
  trees.flatMap(({ children }) => children.filter((node) => node.type === 'heading'));

/** One pass over the trees: it remembers which headings have been. */
class Drawing {
  readonly #files: readonly ProseFile[];
  readonly #definitions = new Map<string, Definition>();
  readonly #slugs = new Map<string, number>();
  readonly #lift: number;
  #lastRank: number;
  #inLink = false;

  constructor(trees: readonly Root[], files: readonly ProseFile[], highest: number) {
    this.#files = files;
    for (const { children } of trees)
      for (const node of children)
        if (node.type === 'definition' && !this.#definitions.has(node.identifier))
          this.#definitions.set(node.identifier, node);
    this.#lift = highest - Math.min(6, ...headingsOf(trees).map(({ depth }) => depth));
    this.#lastRank = highest - 1;
  }

  children(node: Nodes, depth: number): ComponentChildren {
    if (!('children' in node)) return null;
    if (depth > DEEPEST) return plainText(node);
    return node.children.map((child) => this.#draw(child, depth + 1));
  }

  #draw(node: Nodes, depth: number): ComponentChildren {
    const inside = () => this.children(node, depth);
    switch (node.type) {
      case 'text':
        return node.value;
      case 'html':
        return this.#html(node.value);
      case 'paragraph':
        return <p>{inside()}</p>;
      case 'heading':
        return this.#heading(node, depth);
      case 'emphasis':
        return <em>{inside()}</em>;
      case 'strong':
        return <strong>{inside()}</strong>;
      case 'delete':
        return <del>{inside()}</del>;
      case 'inlineCode':
        return <code>{node.value}</code>;
      case 'code':
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keys too
          <pre tabIndex={0}>
            <code>{node.value}</code>
          </pre>
        );
      case 'break':
        return <br />;
      case 'thematicBreak':
        return <hr />;
      case 'blockquote':
        return <blockquote>{inside()}</blockquote>;
      case 'list':
        return node.ordered ? <ol start={node.start ?? 1}>{inside()}</ol> : <ul>{inside()}</ul>;
      case 'listItem':
        return this.#item(node, depth);
      case 'table':
        return this.#table(node, depth);
      case 'link':
        return this.#link(node.url, inside);
      case 'linkReference':
        return this.#link(this.#definitions.get(node.identifier)?.url ?? '', inside);
      case 'image':
        return this.#picture(node.url, node.alt ?? '');
      case 'imageReference':
        return this.#picture(this.#definitions.get(node.identifier)?.url ?? '', node.alt ?? '');
      case 'footnoteReference':
        return <sup>[{node.label ?? node.identifier}]</sup>;
      case 'footnoteDefinition':
        return (
          <div class="footnote">
            <sup>[{node.label ?? node.identifier}]</sup>
            <div>{inside()}</div>
          </div>
        );
      default:
        return null;
    }
  }

  /** Comments say nothing to readers; all else stands there as it was written. */
  #html(written: string): ComponentChildren {
    if (/^<br\s*\/?>$/i.test(written)) return <br />;
    const shown = written.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
    return shown === '' ? null : <code class="as-written">{shown}</code>;
  }

  /** Ranks follow those of the page, and none is skipped on the way down. */
  #heading(node: Heading, depth: number): VNode {
    const rank = Math.min(node.depth + this.#lift, this.#lastRank + 1, 6);
    this.#lastRank = rank;
    const slug = slugOf(plainText(node));
    const before = this.#slugs.get(slug) ?? 0;
    this.#slugs.set(slug, before + 1);
    const Rank = rank === 2 ? 'h2' : rank === 3 ? 'h3' : rank === 4 ? 'h4' : rank === 5 ? 'h5' : 'h6';
    return <Rank id={`text-${slug}${before > 0 ? `-${before}` : ''}`}>{this.children(node, depth)}</Rank>;
  }

  #item(node: ListItem, depth: number): VNode {
    const { checked = null } = node;
    return (
      <li data-task={checked === null ? undefined : ''}>
        {checked !== null && (
          <span role="img" aria-label={checked ? words.done : words.toDo}>
            {checked ? '☑ ' : '☐ '}
          </span>
        )}
        {node.children.map((child) =>
          // In a list without blank lines between its entries a paragraph is just the entry's words.
          child.type === 'paragraph' && !node.spread
            ? this.children(child, depth)
            : this.#draw(child, depth + 1),
        )}
      </li>
    );
  }

  #table(node: Table, depth: number): VNode {
    const [head, ...rows] = node.children;
    const align = node.align ?? [];
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keys too
      <div class="wide" tabIndex={0}>
        <table>
          <thead>
            <tr>{head && this.#cells(head, align, depth, true)}</tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>{this.#cells(row, align, depth, false)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }

  #cells(row: TableRow, align: readonly AlignType[], depth: number, head: boolean): ComponentChildren {
    return row.children.map((cell, index) => {
      const side = align[index] ?? undefined;
      const inside = this.children(cell, depth + 1);
      return head && cell.children.length > 0 ? (
        <th key={index} scope="col" data-align={side}>
          {inside}
        </th>
      ) : (
        <td key={index} data-align={side}>
          {inside}
        </td>
      );
    });
  }

  #link(url: string, words: () => ComponentChildren): ComponentChildren {
    const target = targetOf(url, this.#files);
    if (!target || this.#inLink) return words();
    this.#inLink = true;
    const inside = words();
    this.#inLink = false;
    if (target.to === 'heading') return <a href={`#text-${target.slug}`}>{inside}</a>;
    const isFile = target.to === 'file';
    const href = isFile ? addressOfFile(target.file.fileId) : target.href;
    return (
      <a href={href} target="_blank" rel={isFile ? 'noopener' : 'noopener noreferrer nofollow'}>
        {inside}
      </a>
    );
  }

  /** Pictures of other sites are not fetched: they would tell those sites who reads here. */
  #picture(url: string, alt: string): ComponentChildren {
    const target = targetOf(url, this.#files);
    if (target?.to === 'file')
      return <img src={addressOfFile(target.file.fileId)} alt={alt || target.file.path} loading="lazy" />;
    if (target?.to === 'elsewhere') return this.#link(url, () => words.pictureElsewhere(alt));
    return alt === '' ? null : <em>{alt}</em>;
  }
}
