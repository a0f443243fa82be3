import { useEffect, useState } from 'preact/hooks';
import { type StockRow, stockList } from '../../shared/stock/views.ts';
import { online } from '../connection.ts';
import { keptAnswer } from '../offline/kept.ts';
import { shelfQuestion } from './stockPath.ts';

export interface KeptShelf {
  stock: StockRow[];
  /** When it was read, milliseconds since 1970; null: this device has never seen it. */
  at: number | null;
}

/** Those that a person means by words, by name or by what to order them by. */
export const fitting = (stock: readonly StockRow[], words: string): StockRow[] =>
  stock.filter(({ name, specification }) =>
    `${name} ${specification}`.toLowerCase().includes(words.trim().toLowerCase()),
  );

/** Without a signal: what lay on the shelves of a workshop when this device last saw them; null with a connection. */
export function useKeptShelf(workshopId: string | undefined, words: string): KeptShelf | null {
  const [shelf, setShelf] = useState<KeptShelf | null>(null);
  const isAsked = !online.value && workshopId !== undefined;
  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    keptAnswer(shelfQuestion(workshopId, { words: '', show: 'all' })).then((kept) => {
      const read = stockList.safeParse(kept?.value);
      const stock = read.success ? read.data.shelves.flatMap((each) => each.stock) : [];
      if (isCurrent) setShelf({ stock, at: kept && read.success ? kept.at : null });
    });
    return () => {
      isCurrent = false;
    };
  }, [isAsked, workshopId]);
  return isAsked && shelf !== null ? { ...shelf, stock: fitting(shelf.stock, words) } : null;
}
