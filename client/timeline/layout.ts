import type { Board, BoardRow } from './board.ts';
import { rowAt, topsOf } from './rowWindow.ts';
import { axisOf, instantOf } from './track.ts';

const HOUR = 3_600_000;
export const AXIS_HEIGHT = 44;
const ROW_PADDING = 4;
const DOUBLED_LABEL = 62;
const NARROW_PLATES = 152;
const WIDE_PLATES = 216;

/** Pixels per hour that can be chosen between. */
export const HOUR_WIDTHS = [44, 72, 120] as const;

/** Everything in pixels that follows from a board, a zoom and a kind of pointer. No state, no DOM. */
export interface Layout {
  board: Board;
  /** Pixels per millisecond. */
  scale: number;
  /** Tops of the rows below the axis; one more than rows. */
  tops: Float64Array;
  laneHeight: number;
  /** Blocks narrower than this have no edges to take hold of: the middle must stay for moving. */
  roomForEdges: number;
  /** Width of the machines' plates, left of the tracks. */
  plates: number;
  /** Width of the tracks. */
  width: number;
}

export interface LayoutChoices {
  hourWidth: number;
  /** A finger needs 48 px. */
  coarse: boolean;
  /** Width of the window that it is seen through. */
  windowWidth: number;
}

export const layoutOf = (board: Board, { hourWidth, coarse, windowWidth }: LayoutChoices): Layout => {
  const plates = windowWidth < 900 ? NARROW_PLATES : WIDE_PLATES;
  const fitting = (windowWidth - plates) / (board.length / HOUR);
  // A doubled hour carries its offset: both labels must stand beside one another.
  const needed = board.ticks.some(({ offset }) => offset !== null) ? DOUBLED_LABEL : 0;
  const scale =
    Math.max(hourWidth, needed, board.days.length === 1 || board.layout === 'days' ? fitting : 0) / HOUR;
  const sharedLane = coarse ? 48 : 34;
  const heights = board.rows.map((row) => rowHeight(row, sharedLane));
  return {
    board,
    scale,
    tops: topsOf(heights),
    laneHeight: sharedLane,
    roomForEdges: coarse ? 88 : 44,
    plates,
    width: board.length * scale,
  };
};

/** A machine with one place has a row of 56 px; several places share lanes that are a little lower. */
const rowHeight = (row: BoardRow, sharedLane: number): number =>
  row.laneCount === 1 ? 56 : row.laneCount * sharedLane + 2 * ROW_PADDING;

/** Top and height of a lane within its row. */
export const laneBox = (layout: Layout, row: BoardRow, lane: number): { top: number; height: number } =>
  row.laneCount === 1
    ? { top: ROW_PADDING, height: 56 - 2 * ROW_PADDING }
    : { top: ROW_PADDING + lane * layout.laneHeight, height: layout.laneHeight - 2 };

/** Top of a row below the axis, and its height. */
export const rowBox = (layout: Layout, index: number): { top: number; height: number } => {
  const top = layout.tops[index] ?? 0;
  return { top, height: (layout.tops[index + 1] ?? top) - top };
};

/** Left edge of an instant on a row's track. */
export const leftOf = (layout: Layout, row: BoardRow, instant: number): number =>
  axisOf(row.track, instant) * layout.scale;

/** What lies under a point of the canvas; x from the tracks' left edge, y from the first row's top. */
export const underPoint = (layout: Layout, x: number, y: number): { row: number; at: number } => {
  const row = rowAt(layout.tops, y);
  const track = layout.board.rows[row]?.track;
  return { row, at: track ? instantOf(track, x / layout.scale) : 0 };
};

/** The same place on the clock face in another row. */
export const shiftBetweenRows = (board: Board, at: number, fromRow: number, toRow: number): number => {
  if (board.layout === 'machines') return at;
  const from = board.rows[fromRow]?.track;
  const to = board.rows[toRow]?.track;
  return from && to ? instantOf(to, axisOf(from, at)) : at;
};
