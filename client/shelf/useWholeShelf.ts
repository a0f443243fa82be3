import { useEffect, useRef } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { binsOf } from './counting.ts';
import { useShelf } from './useShelf.ts';

const EVERYTHING = { words: '', show: 'all' } as const;

/**
 * All bins of a workshop, in the order in which one walks along them; page after page is read by itself. While they are
 * read anew, those that were known stand.
 */
export function useWholeShelf(workshopId: string) {
  const { first, shelves, next, readMore, failure } = useShelf(workshopId, EVERYTHING);
  const known = useRef<{ of: string; bins: StockRow[] }>({ of: workshopId, bins: [] });
  useEffect(() => {
    if (next !== null && failure === null) readMore();
  }, [next, failure]);
  const isWhole = shelves !== undefined && (next === null || failure !== null);
  if (isWhole) known.current = { of: workshopId, bins: binsOf({ shelves }) };
  const bins = known.current.of === workshopId ? known.current.bins : [];
  return { first, bins, isThere: isWhole || bins.length > 0 };
}
