import type { StockRow } from '../../shared/stock/views.ts';

/** Where the commands of one bin are given. */
export const stockPath = ({ workshopId, materialId }: Pick<StockRow, 'workshopId' | 'materialId'>) =>
  `/api/workshops/${workshopId}/stock/${materialId}`;

/** What is asked of the shelves of a workshop. */
export interface ShelfQuery {
  words: string;
  show: 'all' | 'low' | 'offcuts';
}

/** The question for a page of the shelves. */
export function shelfQuestion(
  workshopId: string,
  { words, show }: ShelfQuery,
  after?: string | null,
): string {
  const asked = new URLSearchParams();
  if (words.trim() !== '') asked.set('q', words.trim());
  if (show !== 'all') asked.set('only', show);
  if (after) asked.set('after', after);
  return `/api/workshops/${workshopId}/stock${asked.size > 0 ? `?${asked}` : ''}`;
}
