import { useEffect, useState } from 'preact/hooks';
import { type StockList, type StockRow, stockList } from '../../shared/stock/views.ts';
import { get } from '../api.ts';
import { RequestFailed } from '../problem.ts';
import { useResource } from '../resource.ts';
import { type ShelfQuery, shelfQuestion } from './stockPath.ts';

type Shelves = StockList['shelves'];

/** A page's shelves after those before it: one that goes on there is the same shelf. */
export function joined(before: Shelves, after: Shelves): Shelves {
  const last = before.at(-1);
  const [first, ...rest] = after;
  if (!last || !first || last.shelf !== first.shelf) return [...before, ...after];
  const known = new Set(last.stock.map(({ materialId }: StockRow) => materialId));
  const fresh = first.stock.filter(({ materialId }) => !known.has(materialId));
  return [...before.slice(0, -1), { shelf: last.shelf, stock: [...last.stock, ...fresh] }, ...rest];
}

/** What lies on the shelves of a workshop; further pages follow by `readMore`. */
export function useShelf(workshopId: string, query: ShelfQuery) {
  const path = shelfQuestion(workshopId, query);
  const first = useResource(path, stockList, [`stock-${workshopId}-`]);
  const [further, setFurther] = useState<{ of: StockList; shelves: Shelves; next: string | null } | null>(
    null,
  );
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const now = first.value.value;
  const more = further?.of === now ? further : null;
  const next = (more ?? now)?.next ?? null;
  useEffect(() => setFailure(null), [path]);
  const readMore = async () => {
    if (!now || next === null) return;
    try {
      const page = await get(shelfQuestion(workshopId, query, next), stockList);
      setFurther({ of: now, shelves: joined(more?.shelves ?? [], page.shelves), next: page.next });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
    }
  };
  const shelves = now && joined(now.shelves, more?.shelves ?? []);
  return { first, shelves, next, readMore, failure };
}
