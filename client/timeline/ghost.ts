import type { Proposal } from './gesture.ts';
import { type Layout, leftOf, rowBox } from './layout.ts';
import { spanCaption } from './words.ts';

/** What the server has said so far about a proposal. */
export type GhostState = 'asking' | 'allowed' | 'refused';

/** Draws a proposal straight into its element, outside of rendering: a drag writes a few styles per frame and reads none. */
export const drawGhost = (
  element: HTMLElement,
  layout: Layout,
  proposal: Proposal,
  state: GhostState,
): void => {
  const row = layout.board.rows[proposal.row];
  if (!row) return;
  const { top, height } = rowBox(layout, proposal.row);
  const left = leftOf(layout, row, proposal.start);
  const width = Math.max(8, leftOf(layout, row, proposal.end) - left);
  element.hidden = false;
  element.dataset.state = state;
  element.style.transform = `translate(${layout.plates + left}px, ${top}px)`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  const caption = element.firstElementChild;
  if (caption) caption.textContent = spanCaption(row, proposal.start, proposal.end);
};

export const hideGhost = (element: HTMLElement): void => {
  element.hidden = true;
};
