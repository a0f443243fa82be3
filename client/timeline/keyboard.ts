import { type Cell, PLATE } from './cells.ts';
import type { Proposal } from './gesture.ts';

/** Where the keyboard is: on a cell, or holding a new or an existing booking that arrows move. */
export type KeyboardState =
  | { mode: 'browsing'; row: number; key: string; at: number }
  | { mode: 'holding'; row: number; key: string; at: number; proposal: Proposal };

export interface KeyStroke {
  /** `KeyboardEvent.key` */
  key: string;
  shift: boolean;
  ctrl: boolean;
}

/** What a stroke asks of the world: show the cell, tell the proposal, send it, and so on. `ignored`: not ours. */
export type KeyEffect =
  | 'ignored'
  | 'moved'
  | 'preview'
  | 'send'
  | 'released'
  | 'open'
  | 'grabbed'
  | 'cannotGrab';

export interface KeyboardRules {
  rowCount: number;
  cellsOf(row: number): readonly Cell[];
  /** The same place on the clock face in another row: the same instant for machines, another day for days. */
  shift(at: number, fromRow: number, toRow: number): number;
  /** Milliseconds. */
  step: number;
  fineStep: number;
  usualLength: number;
  /** Whether a held booking may go to another row. */
  mayChangeRow: boolean;
  /** Rows that Page Up and Page Down pass. */
  page: number;
}

interface Stepped {
  state: KeyboardState;
  effect: KeyEffect;
}

/** The cell that the keyboard is on; after others' changes the one that now covers the same time. */
export const focusedCell = (state: KeyboardState, rules: KeyboardRules): Cell | undefined => {
  const cells = rules.cellsOf(state.row);
  return cells.find((cell) => cell.key === state.key) ?? cellAt(cells, state.at);
};

/** The cell of a row that covers an instant, else the one nearest to it. */
export const cellAt = (cells: readonly Cell[], at: number): Cell | undefined => {
  const distance = (cell: Cell) =>
    cell.kind === 'plate'
      ? Number.MAX_SAFE_INTEGER
      : at < cell.start
        ? cell.start - at
        : at >= cell.end
          ? at - cell.end + 1
          : 0;
  return cells.reduce<Cell | undefined>(
    (best, cell) => (best && distance(best) <= distance(cell) ? best : cell),
    undefined,
  );
};

/** One stroke: pure. */
export const stepKeyboard = (state: KeyboardState, stroke: KeyStroke, rules: KeyboardRules): Stepped =>
  state.mode === 'holding' ? stepHolding(state, stroke, rules) : stepBrowsing(state, stroke, rules);

const ignored = (state: KeyboardState): Stepped => ({ state, effect: 'ignored' });

const stepBrowsing = (state: KeyboardState, stroke: KeyStroke, rules: KeyboardRules): Stepped => {
  const cells = rules.cellsOf(state.row);
  const cell = focusedCell(state, rules);
  if (!cell) return ignored(state);
  const index = cells.indexOf(cell);
  const lastRow = rules.rowCount - 1;
  switch (stroke.key) {
    case 'ArrowRight':
      return toCell(state, cells[index + 1] ?? cell);
    case 'ArrowLeft':
      return toCell(state, cells[index - 1] ?? cell);
    case 'Home':
      return stroke.ctrl ? toRow(state, 0, rules) : toCell(state, cells[0] ?? cell);
    case 'End':
      return stroke.ctrl ? toRow(state, lastRow, rules) : toCell(state, cells.at(-1) ?? cell);
    case 'ArrowDown':
      return toRow(state, state.row + 1, rules);
    case 'ArrowUp':
      return toRow(state, state.row - 1, rules);
    case 'PageDown':
      return toRow(state, state.row + rules.page, rules);
    case 'PageUp':
      return toRow(state, state.row - rules.page, rules);
    case 'Enter':
      if (cell.kind === 'plate') return ignored(state);
      return cell.kind === 'booking' || cell.kind === 'outage'
        ? { state, effect: 'open' }
        : startNew(state, cell, rules);
    case ' ':
      return cell.kind === 'booking' ? grab(state, cell) : startNew(state, cell, rules);
    default:
      return ignored(state);
  }
};

const toCell = (state: KeyboardState, cell: Cell): Stepped => ({
  state: { mode: 'browsing', row: state.row, key: cell.key, at: cell.start },
  effect: 'moved',
});

const toRow = (state: KeyboardState, wished: number, rules: KeyboardRules): Stepped => {
  const row = Math.max(0, Math.min(rules.rowCount - 1, wished));
  const at = rules.shift(state.at, state.row, row);
  const cells = rules.cellsOf(row);
  const cell = (state.key === PLATE && cells.find(({ key }) => key === PLATE)) || cellAt(cells, at);
  if (!cell) return ignored(state);
  // The time is kept, not the cell's start: going down and up again ends where it began.
  return { state: { mode: 'browsing', row, key: cell.key, at }, effect: 'moved' };
};

const startNew = (state: KeyboardState, cell: Cell, rules: KeyboardRules): Stepped => {
  if (cell.kind === 'outage' || cell.kind === 'plate') return { state, effect: 'cannotGrab' };
  const start = Math.ceil(Math.max(cell.start, Math.min(state.at, cell.end - 1)) / rules.step) * rules.step;
  const room = cell.kind === 'free' ? Math.max(rules.step, cell.end - start) : rules.usualLength;
  const end = start + Math.min(rules.usualLength, room);
  const proposal: Proposal = { row: state.row, action: 'place', bookingId: null, start, end };
  return { state: { ...state, mode: 'holding', proposal }, effect: 'grabbed' };
};

const grab = (state: KeyboardState, cell: Extract<Cell, { kind: 'booking' }>): Stepped => {
  const { view, start, end } = cell.booking;
  if (!view.mine || view.over) return { state, effect: 'cannotGrab' };
  const proposal: Proposal = { row: state.row, action: 'move', bookingId: view.bookingId, start, end };
  return { state: { ...state, mode: 'holding', key: cell.key, proposal }, effect: 'grabbed' };
};

const stepHolding = (
  state: Extract<KeyboardState, { mode: 'holding' }>,
  stroke: KeyStroke,
  rules: KeyboardRules,
): Stepped => {
  const later = { ArrowRight: rules.step, '.': rules.fineStep, '>': rules.fineStep, PageDown: 3_600_000 };
  const earlier = { ArrowLeft: rules.step, ',': rules.fineStep, '<': rules.fineStep, PageUp: 3_600_000 };
  const resizes = stroke.shift;
  for (const [key, step] of Object.entries(later))
    if (key === stroke.key) return shifted(state, step, resizes);
  for (const [key, step] of Object.entries(earlier))
    if (key === stroke.key) return shifted(state, -step, resizes);
  switch (stroke.key) {
    case 'ArrowDown':
      return toOtherRow(state, state.row + 1, rules);
    case 'ArrowUp':
      return toOtherRow(state, state.row - 1, rules);
    case 'Enter':
    case ' ':
      return { state: afterSending(state), effect: 'send' };
    case 'Escape':
      return { state: browsingAgain(state), effect: 'released' };
    case 'Tab':
      return { state: browsingAgain(state), effect: 'ignored' };
    default:
      return ignored(state);
  }
};

const browsingAgain = (state: Extract<KeyboardState, { mode: 'holding' }>): KeyboardState => ({
  mode: 'browsing',
  row: state.row,
  key: state.key,
  at: state.proposal.start,
});

/** A new booking has no key yet: whatever will stand at its start is gone to. */
const afterSending = (state: Extract<KeyboardState, { mode: 'holding' }>): KeyboardState =>
  state.proposal.bookingId === null ? { ...browsingAgain(state), key: '' } : browsingAgain(state);

const shifted = (
  state: Extract<KeyboardState, { mode: 'holding' }>,
  by: number,
  resizes: boolean,
): Stepped => {
  const { proposal } = state;
  if (!resizes) {
    const action = proposal.action === 'place' ? 'place' : 'move';
    const moved: Proposal = { ...proposal, action, start: proposal.start + by, end: proposal.end + by };
    return { state: { ...state, proposal: moved }, effect: 'preview' };
  }
  const end = proposal.end + by;
  if (end <= proposal.start) return { state, effect: 'preview' };
  const resized: Proposal = { ...proposal, end };
  return { state: { ...state, proposal: resized }, effect: 'preview' };
};

const toOtherRow = (
  state: Extract<KeyboardState, { mode: 'holding' }>,
  wished: number,
  rules: KeyboardRules,
): Stepped => {
  const { proposal } = state;
  const row = Math.max(0, Math.min(rules.rowCount - 1, wished));
  const mayGo = proposal.action === 'place' || rules.mayChangeRow;
  if (row === state.row || !mayGo) return { state, effect: 'preview' };
  const start = rules.shift(proposal.start, state.row, row);
  const moved: Proposal = { ...proposal, row, start, end: start + (proposal.end - proposal.start) };
  return { state: { ...state, row, proposal: moved }, effect: 'preview' };
};
