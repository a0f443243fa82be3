import type { ViewsReader } from '../../views/reader.ts';
import type { Facets } from '../searchWords.ts';
import { valuesOf } from './facetValues.ts';
import { wordsQuery } from './words.ts';

/** One design as the catalogue knows it. */
export interface Entry {
  designId: string;
  /** In small letters. */
  called: string;
  publishedAt: number;
  facets: Facets;
  /** The same as numbers, to be counted. */
  values: Uint32Array;
}

const changedRows = {
  row: 'integer',
  designId: 'text',
  title: 'text',
  facets: 'text',
  publishedAt: 'integer',
  changedAt: 'integer',
} as const;
const CHANGED = `select rowid as row, designId, title, facets, publishedAt, changedAt from designWords
  where changedAt > ? order by changedAt`;
/** The title counts most, then tags and purpose. */
const MATCHING = `select json_group_array(row) as rows from (
  select rowid as row from designWordsWords where designWordsWords match ?
    order by bm25(designWordsWords, 10, 4, 6, 1, 1), rowid)`;

/**
 * What designs are found by, kept in memory beside the views: ten thousand designs' facets are counted for every letter
 * that somebody types. It takes in what has changed since it was last asked.
 */
class Catalogue {
  /** By the row of `designWords`, which its index of words names. */
  readonly #entries = new Map<number, Entry>();
  /** The newest first; null: to be sorted anew. */
  #newest: readonly Entry[] | null = null;
  #seen = -1;

  /** All designs, the newest first, or those with all the words, the best first. */
  find(views: ViewsReader, typed: string): readonly Entry[] {
    this.#takeIn(views);
    if (typed.trim() === '') return this.#inOrder();
    const query = wordsQuery(typed);
    if (query === null) return [];
    // All rows in one text: thousands of objects would take longer to make than they took to find.
    const rows: number[] = JSON.parse(views.ask({ rows: 'text' }, MATCHING, query)[0]?.rows ?? '[]');
    const asTyped = typed.trim().toLowerCase();
    const named: Entry[] = [];
    const found: Entry[] = [];
    for (const row of rows) {
      const entry = this.#entries.get(row);
      // Who types a whole title wants that design, whatever else is written in it.
      if (entry) (entry.called === asTyped ? named : found).push(entry);
    }
    return named.length === 0 ? found : [...named, ...found];
  }

  #takeIn(views: ViewsReader): void {
    for (const { row, title, facets, changedAt, ...entry } of views.ask(changedRows, CHANGED, this.#seen)) {
      const read: Facets = JSON.parse(facets);
      this.#entries.set(row, { ...entry, called: title.toLowerCase(), facets: read, values: valuesOf(read) });
      this.#seen = changedAt;
      this.#newest = null;
    }
  }

  #inOrder(): readonly Entry[] {
    this.#newest ??= [...this.#entries.values()].toSorted(
      (one, other) => other.publishedAt - one.publishedAt || (one.designId < other.designId ? -1 : 1),
    );
    return this.#newest;
  }
}

const catalogues = new WeakMap<ViewsReader, Catalogue>();

/** Designs by words; without any, all of them, the newest first. */
export function designsByWords(views: ViewsReader, typed: string): readonly Entry[] {
  const catalogue = catalogues.get(views) ?? new Catalogue();
  catalogues.set(views, catalogue);
  return catalogue.find(views, typed);
}
