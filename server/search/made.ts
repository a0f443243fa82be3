import { MOST_FOUND, type SearchFind } from '../../shared/search/views.ts';
import { buildsWithWords } from '../builds/queries.ts';
import { itemIdByCode } from '../items/codes.ts';
import { listThings } from '../items/listing.ts';
import { chainOf, type Item, itemById, workshopOf } from '../items/queries.ts';
import { type Stock, stockByCode, stocksWithWords } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { rankOf } from './rank.ts';

/** Words that stand in what something says, but not in its name. */
const IN_ITS_CONTENT = 4;
/** What is no more comes after all that is. */
const GONE = 10;
/** What a build is making is found as that build. */
const UNTOLD: ReadonlySet<Item['status']> = new Set(['neverWas', 'beingMade']);
const IS_GONE: ReadonlySet<Item['status']> = new Set(['consumed', 'scrapped', 'split']);

/** A find with how well it fits: the smaller the better. */
export interface Ranked {
  rank: number;
  find: SearchFind;
  /** Where it may be read, or not. */
  workshopId: string | null;
}

/** The one whose label carries the code first, each once. */
const besides = <One>(labelled: One | null, others: readonly One[], idOf: (one: One) => string): One[] =>
  labelled === null ? [...others] : [labelled, ...others.filter((one) => idOf(one) !== idOf(labelled))];

/** Things that are no machines; those are found as machines. `code`: what was typed, where it may be a label's. */
export function thingsFor(views: ViewsReader, typed: string, code: string | null): Ranked[] {
  const labelledId = code === null ? null : itemIdByCode(views, code);
  const labelled = labelledId === null ? null : itemById(views, labelledId);
  const found = listThings(views, { words: typed }, 2 * MOST_FOUND);
  return besides(labelled, found, ({ itemId }) => itemId)
    .filter(({ machine, status }) => machine === 'none' && !UNTOLD.has(status))
    .map((item) => {
      const { itemId, name, serial, specification, material } = item;
      const chain = chainOf(views, itemId);
      const workshopId = workshopOf(chain.at(-1) ?? item);
      const byLabel = itemId === labelledId;
      const gone = IS_GONE.has(item.status);
      const rank = rankOf({ name, more: [serial, specification, material] }, typed) ?? IN_ITS_CONTENT;
      return {
        rank: byLabel ? -1 : rank + (gone ? GONE : 0),
        workshopId: workshopId ?? item.workshopId,
        find: {
          ...{ what: 'thing' as const, itemId, name, serial, labelCode: item.code },
          inside: chain[0]?.name ?? null,
          workshopName: workshopId === null ? null : nameOf(views, workshopId),
          ...{ gone, byLabel },
        },
      };
    });
}

export const buildsFor = (views: ViewsReader, typed: string): Ranked[] =>
  buildsWithWords(views, typed, MOST_FOUND).map(({ buildId, name, status, workshopId }) => ({
    rank: (rankOf({ name, more: [] }, typed) ?? IN_ITS_CONTENT) + (status === 'abandoned' ? GONE : 0),
    workshopId,
    find: { what: 'build', buildId, name, status, workshopName: nameOf(views, workshopId) },
  }));

/** What lies on shelves. */
export function stocksFor(views: ViewsReader, typed: string, code: string | null): Ranked[] {
  const labelled = code === null ? null : stockByCode(views, code);
  const keyOf = ({ workshopId, materialId }: Stock) => `${workshopId} ${materialId}`;
  return besides(labelled, stocksWithWords(views, typed, MOST_FOUND), keyOf).map((stock) => {
    const { workshopId, materialId, description, code: labelCode } = stock;
    const { name, specification, shelf } = description;
    const byLabel = labelled !== null && keyOf(labelled) === keyOf(stock);
    return {
      rank: byLabel ? -1 : (rankOf({ name, more: [specification] }, typed) ?? IN_ITS_CONTENT),
      workshopId,
      find: {
        ...{ what: 'stock' as const, workshopId, materialId, name, specification },
        ...{ workshopName: nameOf(views, workshopId), shelf, labelCode, byLabel },
      },
    };
  });
}

const nameOf = (views: ViewsReader, workshopId: string): string =>
  workshopById(views, workshopId)?.name ?? '';
