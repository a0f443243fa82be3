import type { DesignList } from '../../../shared/designs/catalogueViews.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { cardsOf } from '../views/cards.ts';
import { designsByWords, type Entry } from './catalogue.ts';
import { countFacets } from './facetValues.ts';
import { type Filters, fits } from './filters.ts';

export interface Search extends Filters {
  /** What was typed; may be empty. */
  words: string;
  /** The design that the page before ended with. */
  after?: string | undefined;
  limit: number;
  /** Kinds of machine in the asked workshop; null: none was asked, or what it has is not to be told. */
  kindsThere: ReadonlySet<MachineKind> | null;
}

/** A page of the catalogue, with counts of what all the found ones are. */
export function searchDesigns(views: ViewsReader, search: Search): DesignList {
  const { words, after, limit, kindsThere } = search;
  const found = designsByWords(views, words).filter((entry) => fits(entry, search));
  const { page, next } = pageOf(found, after, limit);
  const lacks = ({ facets }: Entry) => kindsThere && facets.machines.filter((kind) => !kindsThere.has(kind));
  return {
    total: found.length,
    designs: cardsOf(
      views,
      page.map((entry) => ({ designId: entry.designId, lacks: lacks(entry) })),
    ),
    facets: countFacets(found),
    next,
  };
}

/** The page after a design; from the beginning where that is not among the found any more. */
function pageOf(found: readonly Entry[], after: string | undefined, limit: number) {
  const from = after === undefined ? 0 : found.findIndex(({ designId }) => designId === after) + 1;
  const page = found.slice(from, from + limit);
  const last = page.at(-1);
  return { page, next: last && from + limit < found.length ? last.designId : null };
}
