import { useEffect } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { binsOf } from './counting.ts';
import { useShelf } from './useShelf.ts';

const EVERYTHING = { words: '', show: 'all' } as const;

/** All bins of a workshop, in the order in which one walks along them; page after page is read by itself. */
export function useWholeShelf(workshopId: string) {
  const { first, shelves, next, readMore, failure } = useShelf(workshopId, EVERYTHING);
  useEffect(() => {
    if (next !== null && failure === null) readMore();
  }, [next, failure]);
  const bins: StockRow[] = shelves ? binsOf({ shelves }) : [];
  return { first, bins, isWhole: shelves !== undefined && next === null };
}
