import { useLayoutEffect } from 'preact/hooks';
import type { Proposal } from './gesture.ts';
import { AXIS_HEIGHT, type Layout, leftOf, rowBox } from './layout.ts';

const HOUR = 3_600_000;
/** Height that messages take at the foot of the window, pixels. */
const MESSAGES = 76;

/** Room for a proposal's times beside it, pixels. */
const LABEL = 110;

/** What a scroller shows of its canvas, pixels. */
export const sightOf = (element: HTMLElement | null) => {
  if (!element) return { left: 0, top: 0, width: 0, height: 0 };
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
  // The end of the page, and messages there, may cover its foot.
  const height = Math.min(clientHeight, innerHeight - MESSAGES - element.getBoundingClientRect().top);
  return { left: scrollLeft, top: scrollTop, width: clientWidth, height };
};

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
  else if (right + LABEL > element.scrollLeft + width) element.scrollLeft = right + LABEL - width;
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
    const hour = Math.floor((from - HOUR / 2 - first.start) / HOUR) * HOUR + first.start;
    scroller.current.scrollLeft = leftOf(layout, row, hour);
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
