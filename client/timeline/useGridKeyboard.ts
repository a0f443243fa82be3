import { type Signal, useSignal } from '@preact/signals';
import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { spanHeard } from '../booking/moments.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { Board } from './board.ts';
import { type Cell, cellsOf } from './cells.ts';
import { cellAt, focusedCell, type KeyboardRules, type KeyboardState, stepKeyboard } from './keyboard.ts';
import { type Layout, shiftBetweenRows } from './layout.ts';
import { type Opened, openCell } from './opened.ts';
import { showProposal } from './sight.ts';
import type { Proposals } from './useProposals.ts';

const QUARTER = 15 * 60_000;

export interface GridKeyboard {
  cursor: Signal<KeyboardState>;
  /** The cell that Tab leads to. */
  cell: Cell | undefined;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  /** Brings the focus back to the cell. */
  refocus: () => void;
}

/** The keyboard's way through a grid: arrows, a new booking, taking one up; everything said. */
export const useGridKeyboard = (
  scroller: RefObject<HTMLElement | null>,
  layout: Layout,
  quarter: number,
  proposals: Proposals,
  onOpen: (opened: Opened) => void,
): GridKeyboard => {
  const { board } = layout;
  const cursor = useSignal<KeyboardState>(firstCursor(board, quarter));
  // A search leaves fewer rows than there were.
  if (cursor.peek().row >= board.rows.length && board.rows.length > 0)
    cursor.value = firstCursor(board, quarter);
  const wantsFocus = useRef(false);
  const typedHere = useRef(false);
  const rules = keyboardRulesOf(board, quarter);
  const cell = focusedCell(cursor.value, rules);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const state = cursor.value;
    if (state.mode === 'holding') showProposal(scroller.current, layout, state.proposal);
    else focusCell(scroller.current, state.row, cell?.key);
  }, [cursor.value]);

  // Another cell covers the time now (a booking was made or went): the focus goes along.
  useLayoutEffect(() => {
    const { mode, row } = cursor.value;
    const holder = document.activeElement;
    const isHere = scroller.current?.contains(holder) || (typedHere.current && holder === document.body);
    typedHere.current &&= isHere === true;
    if (typedHere.current && mode === 'browsing') focusCell(scroller.current, row, cell?.key);
  }, [cell?.key]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey) return;
    typedHere.current = true;
    const stroke = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey };
    const before = cursor.value;
    const { state, effect } = stepKeyboard(before, stroke, rules);
    if (effect !== 'ignored') event.preventDefault();
    else if (before.mode === 'holding' && state.mode === 'browsing') proposals.drop();
    wantsFocus.current = effect !== 'ignored';
    cursor.value = state;
    const { said } = t.timeline;
    if (state.mode === 'holding') {
      const heard = spanHeard(
        board.rows[state.proposal.row]?.days ?? [],
        state.proposal.start,
        state.proposal.end,
      );
      if (effect === 'grabbed' || effect === 'preview') proposals.show(state.proposal);
      if (effect === 'preview') proposals.said.value = said.proposed(heard);
      if (effect === 'grabbed')
        proposals.tellTakenUp(
          state.proposal.bookingId === null ? said.grabbedNew(heard) : said.grabbed(heard),
        );
    }
    if (effect === 'released') {
      proposals.drop();
      proposals.said.value = said.released;
    }
    if (effect === 'send' && before.mode === 'holding') proposals.send(before.proposal);
    if (effect === 'cannotGrab') proposals.said.value = cell?.kind === 'outage' ? said.outage : said.notYours;
    const row = board.rows[state.row];
    if (effect === 'open' && cell && row) openCell(row, cell, null, onOpen);
  };

  const refocus = () => {
    wantsFocus.current = true;
    cursor.value = { ...cursor.value };
  };
  return { cursor, cell, onKeyDown, refocus };
};

const focusCell = (scroller: HTMLElement | null, row: number, key: string | undefined): void => {
  const element = scroller?.querySelector(`[data-row="${row}"] [data-cell="${key}"]`);
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

const keyboardRulesOf = (board: Board, now: number): KeyboardRules => ({
  rowCount: board.rows.length,
  cellsOf: (index) => {
    const row = board.rows[index];
    return row ? cellsOf(row, now) : [];
  },
  shift: (at, fromRow, toRow) => shiftBetweenRows(board, at, fromRow, toRow),
  step: QUARTER,
  fineStep: QUARTER / 3,
  usualLength: 4 * QUARTER,
  mayChangeRow: board.layout === 'days',
  page: 10,
});

/** Tab leads first to what is now, else to the first opening. */
const firstCursor = (board: Board, now: number): KeyboardState => {
  const row = Math.max(
    0,
    board.layout === 'days' ? board.rows.findIndex(({ days }) => days.some(({ end }) => now < end)) : 0,
  );
  const first = board.rows[row];
  const day = first?.days[0];
  const at = day && now >= day.start && now < day.end ? now : (day?.open[0]?.start ?? day?.start ?? 0);
  const cell = first && cellAt(cellsOf(first, now), at);
  return { mode: 'browsing', row, key: cell?.key ?? '', at };
};
