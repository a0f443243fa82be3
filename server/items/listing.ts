import type { ThingStatus } from '../../shared/items/views.ts';
import { wordsQuery } from '../designs/search/words.ts';
import type { SqlValue, ViewsReader } from '../views/reader.ts';
import { type Item, itemOf } from './queries.ts';
import { items } from './tables.ts';

/** Which things; whatever is left out does not matter. */
export interface ThingFilter {
  workshop?: string | undefined;
  status?: ThingStatus | undefined;
  design?: string | undefined;
  revision?: number | undefined;
  salvage?: boolean | undefined;
  machines?: boolean | undefined;
  words?: string | undefined;
  /** The last one of the page before. */
  after?: string | undefined;
}

/**
 * Things by name, one page after the other: those that are no more only where their status is asked for. A thing that is
 * inside of another counts to the workshop where it lay last.
 */
export function listThings(views: ViewsReader, filter: ThingFilter, limit: number): Item[] {
  const { workshop, status, design, revision, salvage, machines, words, after } = filter;
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...of: SqlValue[]) => {
    conditions.push(condition);
    values.push(...of);
  };
  if (words !== undefined && words !== '') {
    const query = wordsQuery(words);
    const code = words.trim().toUpperCase();
    const byWords = 'rowid in (select rowid from itemsWords where itemsWords match ?)';
    if (query === null) where('code = ?', code);
    else where(`(${byWords} or code = ?)`, query, code);
  }
  if (status !== undefined) where('status = ?', status);
  else where("status in ('beingMade', 'unfinished', 'loose', 'fitted')");
  if (workshop !== undefined) where('workshopId = ?', workshop);
  if (design !== undefined) where('ofDesign = ?', design);
  if (revision !== undefined) where('ofRevision = ?', revision);
  if (salvage === true) where('salvage = 1');
  if (machines === false) where('machine <> 1');
  const last = after === undefined ? undefined : views.byKey(items, after);
  if (last) where('(name, itemId) > (?, ?)', last.name, last.itemId);
  const rest = `where ${conditions.join(' and ')} order by name, itemId limit ${Math.trunc(limit)}`;
  return views.all(items, rest, ...values).map(itemOf);
}
