import type { Board, BoardRow } from './board.ts';
import type { Cell } from './cells.ts';
import type { Proposal } from './gesture.ts';

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;

/** What a tap or Enter asked to see. Instants are milliseconds since 1970. */
export type Opened =
  | { kind: 'gap'; row: BoardRow; start: number; end: number }
  | { kind: 'booking'; row: BoardRow; bookingId: string }
  | { kind: 'outage'; row: BoardRow; outageId: string }
  | { kind: 'taken'; row: BoardRow; key: string };

/** Opens what a cell is. `at` null: from the start of the stretch. */
export const openCell = (
  row: BoardRow,
  cell: Cell,
  at: number | null,
  onOpen: (opened: Opened) => void,
): void => {
  if (cell.kind === 'plate') return;
  if (cell.kind === 'booking') onOpen({ kind: 'booking', row, bookingId: cell.booking.view.bookingId });
  else if (cell.kind === 'outage') onOpen({ kind: 'outage', row, outageId: cell.outage.view.outageId });
  else if (cell.kind === 'reserved' || (cell.kind === 'held' && !cell.taken.mine))
    onOpen({ kind: 'taken', row, key: cell.key });
  else {
    const wished = Math.floor((at ?? cell.start) / QUARTER) * QUARTER;
    const start = Math.max(cell.start, Math.min(wished, cell.end - QUARTER));
    const end = cell.kind === 'free' ? Math.min(start + HOUR, cell.end) : start + HOUR;
    onOpen({ kind: 'gap', row, start, end });
  }
};

/** Opens the form, or the booking, that a proposal is about. */
export const openProposal = (board: Board, proposal: Proposal, onOpen: (opened: Opened) => void): void => {
  const row = board.rows[proposal.row];
  if (!row) return;
  if (proposal.bookingId === null) onOpen({ kind: 'gap', row, start: proposal.start, end: proposal.end });
  else onOpen({ kind: 'booking', row, bookingId: proposal.bookingId });
};
