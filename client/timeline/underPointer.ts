import { type Cell, cellsOf } from './cells.ts';
import type { Grip } from './gesture.ts';
import { type Layout, underPoint } from './layout.ts';

/** The cell that an element of the grid shows, and its row. */
export const cellUnder = (
  layout: Layout,
  target: EventTarget | null,
  now: number,
): { row: number; cell: Cell } | null => {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>('[data-cell]');
  const index = Number(element?.closest<HTMLElement>('[data-row]')?.dataset.row ?? -1);
  const row = layout.board.rows[index];
  const cell = row && cellsOf(row, now).find(({ key }) => key === element?.dataset.cell);
  return cell ? { row: index, cell } : null;
};

/** What a pointer takes hold of: one's own booking or an edge of it, or an empty stretch. */
export const gripAt = (layout: Layout, target: Element, x: number, y: number): Grip | null => {
  const index = Number(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? -1);
  const row = layout.board.rows[index];
  const element = target.closest<HTMLElement>('[data-cell]');
  if (!row || !element || x < 0) return null;
  const { at } = underPoint(layout, x, y);
  const placed = row.bookings.find(({ view }) => view.bookingId === element.dataset.cell);
  if (!placed)
    return element.dataset.kind === 'outage' ? null : { row: index, at, part: 'empty', booking: null };
  if (!placed.view.mine || placed.view.over) return null;
  const edge = target instanceof HTMLElement ? target.dataset.edge : undefined;
  const part = edge === 'start' || edge === 'end' ? edge : 'body';
  const { start, end } = placed;
  return { row: index, at, part, booking: { bookingId: placed.view.bookingId, start, end } };
};
