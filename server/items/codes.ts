import { labelSourceOf } from '../machines/label.ts';
import { stockByCode } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { items } from './tables.ts';

/** Things are many: their codes have one character more than a machine's at least. */
const SHORTEST_CODE = 5;

/** The thing that carries a code on its label; a machine is one of them. Null: nothing does. */
export function itemIdByCode(views: ViewsReader, code: string): string | null {
  return views.first(items, 'where code = ?', code)?.itemId ?? null;
}

/** The code on a thing's label; null where it has none, or is not here. */
export const codeOfItem = (views: ViewsReader, itemId: string): string | null =>
  views.byKey(items, itemId)?.code ?? null;

/**
 * The code for a thing's label: the one that it has, else the shortest beginning of what its id stands for that no other
 * thing, no machine and no bin carries. Convergent: two that take the same at the same moment both keep it.
 * @param besides codes that are given away in the same breath
 */
export function codeFor(views: ViewsReader, itemId: string, besides: readonly string[] = []): string {
  const own = codeOfItem(views, itemId);
  if (own !== null) return own;
  const source = labelSourceOf(itemId);
  for (let length = SHORTEST_CODE; length < source.length; length++) {
    const code = source.slice(0, length);
    if (besides.includes(code) || itemIdByCode(views, code) !== null) continue;
    if (stockByCode(views, code) === null) return code;
  }
  return source;
}
