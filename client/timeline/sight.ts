import { useLayoutEffect } from 'preact/hooks';
import type { Proposal } from './gesture.ts';
import { AXIS_HEIGHT, type Layout, leftOf, rowBox } from './layout.ts';

const HOUR = 3_600_000;

/** What a scroller shows of its canvas, pixels. */
export const sightOf = (element: HTMLElement | null) => ({
  left: element?.scrollLeft ?? 0,
  top: element?.scrollTop ?? 0,
  width: element?.clientWidth ?? 0,
  height: element?.clientHeight ?? 0,
});

/** Brings a proposal that the keyboard moves into sight. */
export const showProposal = (element: HTMLElement | null, layout: Layout, proposal: Proposal): void => {
  const row = layout.board.rows[proposal.row];
  if (!element || !row) return;
  const left = leftOf(layout, row, proposal.start);
  const right = leftOf(layout, row, proposal.end);
  const width = element.clientWidth - layout.plates;
  const { top, height } = rowBox(layout, proposal.row);
  const seenHeight = element.clientHeight - AXIS_HEIGHT;
  if (left < element.scrollLeft) element.scrollLeft = left - 24;
  else if (right > element.scrollLeft + width) element.scrollLeft = right - width + 24;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + height > element.scrollTop + seenHeight) element.scrollTop = top + height - seenHeight;
};

/** A day is first seen an hour before now, or before its first opening. */
export const useFirstSight = (scroller: { current: HTMLElement | null }, layout: Layout, now: number) => {
  const { board } = layout;
  const [first] = board.days;
  useLayoutEffect(() => {
    const row = board.rows[0];
    const last = board.days.at(-1);
    if (!scroller.current || !first || !row || !last) return;
    const isNow = board.layout === 'machines' && now >= first.start && now < last.end;
    const at = isNow ? now : (board.days.find(({ open }) => open.length > 0)?.open[0]?.start ?? first.start);
    const from =
      board.layout === 'machines'
        ? at
        : at - (board.days.find(({ open }) => open.length > 0)?.start ?? at) + first.start;
    scroller.current.scrollLeft = leftOf(layout, row, from - HOUR);
  }, [first?.date, board.layout, board.days.length, board.rows.length > 0]);
};

/** Rows to draw: those in the window, and the one that the keyboard is in. */
export const rowsToDraw = (
  rows: { first: number; last: number },
  pinned: number,
  count: number,
): number[] => {
  const drawn = Array.from(
    { length: Math.max(0, Math.min(rows.last, count) - rows.first) },
    (_, index) => rows.first + index,
  );
  if (pinned < rows.first) drawn.unshift(pinned);
  if (pinned >= rows.last && pinned < count) drawn.push(pinned);
  return drawn;
};
