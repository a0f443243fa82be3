import type { BoardRow } from './board.ts';
import type { Span } from './wallDay.ts';

/** A command that is under way, drawn where it will stand until the views tell of it. */
export interface Pending extends Span {
  id: number;
  rowKey: string;
  /** The booking that it changes; null for a new one. */
  bookingId: string | null;
}

const NONE: readonly Pending[] = [];

/** Those of one row; always the same empty list where there are none, so that its row is not drawn anew. */
export const pendingsOf = (pendings: readonly Pending[], row: BoardRow): readonly Pending[] => {
  const own = pendings.filter(({ rowKey }) => rowKey === row.key);
  return own.length === 0 ? NONE : own;
};
