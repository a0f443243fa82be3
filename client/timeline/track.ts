import { type WallDay, wallMinutes } from './wallDay.ts';

const MINUTE = 60_000;

/** Milliseconds `[from, to)` laid without stretching onto the axis at `at` (axis milliseconds from its left end). */
export interface TrackPiece {
  from: number;
  to: number;
  at: number;
}

/** How one row's time lies on the shared axis: pieces in order, with voids between them where a row has no such hour. */
export interface Track {
  pieces: TrackPiece[];
  /** Length of the whole axis in milliseconds; pixels are axis milliseconds times a scale. */
  length: number;
}

/** One line of the hour axis. */
export interface Tick {
  /** Axis milliseconds. */
  at: number;
  /** `02:00`, or the day's date at midnight of a strip of several days. */
  time: string;
  /** Set on the hours that this day's clock shows twice: `+02:00`, then `+01:00`. */
  offset: number | null;
  /** Date where the tick begins a day. */
  date: string | null;
}

/** One strip of days laid end to end by elapsed time: a skipped hour is absent, a doubled one there twice. */
export const stripTrack = (days: readonly WallDay[]): Track => {
  const from = days.at(0)?.start ?? 0;
  const to = days.at(-1)?.end ?? 0;
  return { pieces: [{ from, to, at: 0 }], length: to - from };
};

/** The doubled wall minutes among days that share one clock-face axis, if any day has them. */
interface Doubled {
  from: number;
  to: number;
}

const doubledOf = (days: readonly WallDay[]): Doubled | null => {
  for (const day of days) {
    const [first, second] = day.pieces;
    if (!first || !second || second.offset >= first.offset) continue;
    const to = wallMinutes(day, first.from) + (first.to - first.from) / MINUTE;
    return { from: to - (first.offset - second.offset), to };
  }
  return null;
};

/**
 * Tracks of days that stand one under the other on one clock-face axis. Where a day has a doubled hour the axis shows it
 * twice, and the other days are void in the second; a skipped hour is void in its own day.
 */
export const stackedTracks = (days: readonly WallDay[]): Track[] => {
  const doubled = doubledOf(days);
  const extra = doubled ? doubled.to - doubled.from : 0;
  const length = (1440 + extra) * MINUTE;
  return days.map((day) => {
    const pieces: TrackPiece[] = [];
    day.pieces.forEach((piece, index) => {
      const wall = wallMinutes(day, piece.from);
      const wallEnd = wall + (piece.to - piece.from) / MINUTE;
      const isSecond = index === 1 && doubled !== null && wall < doubled.to && wall >= doubled.from;
      const cut = isSecond || !doubled || wall >= doubled.to || wallEnd <= doubled.to ? null : doubled.to;
      const shift = isSecond || (doubled !== null && wall >= doubled.to) ? extra : 0;
      if (cut === null) {
        pieces.push({ from: piece.from, to: piece.to, at: (wall + shift) * MINUTE });
        return;
      }
      const middle = piece.from + (cut - wall) * MINUTE;
      pieces.push({ from: piece.from, to: middle, at: wall * MINUTE });
      pieces.push({ from: middle, to: piece.to, at: (cut + extra) * MINUTE });
    });
    return { pieces, length };
  });
};

/** Axis milliseconds of an instant; before, after and between pieces the nearest edge. */
export const axisOf = (track: Track, instant: number): number => {
  let nearest = track.pieces.at(0)?.at ?? 0;
  for (const piece of track.pieces) {
    if (instant < piece.from) return nearest;
    if (instant < piece.to) return piece.at + (instant - piece.from);
    nearest = piece.at + (piece.to - piece.from);
  }
  return nearest;
};

/** The instant under an axis position; in a void, and beyond the ends, the nearest instant there is. */
export const instantOf = (track: Track, axis: number): number => {
  let before: TrackPiece | undefined;
  for (const piece of track.pieces) {
    const end = piece.at + (piece.to - piece.from);
    if (axis < piece.at) {
      if (!before) return piece.from;
      const beforeEnd = before.at + (before.to - before.from);
      return axis - beforeEnd < piece.at - axis ? before.to : piece.from;
    }
    if (axis < end) return piece.from + (axis - piece.at);
    before = piece;
  }
  return before?.to ?? 0;
};

/** Stretches of the axis that this row does not have, in axis milliseconds. */
export const voidsOf = (track: Track): { start: number; end: number }[] => {
  const voids: { start: number; end: number }[] = [];
  let reached = 0;
  for (const piece of track.pieces) {
    if (piece.at > reached) voids.push({ start: reached, end: piece.at });
    reached = piece.at + (piece.to - piece.from);
  }
  if (reached < track.length) voids.push({ start: reached, end: track.length });
  return voids;
};

/** The parts of a span that this row shows, on the axis; bookings across a void come in two parts. */
export const partsOf = (track: Track, start: number, end: number): { start: number; end: number }[] => {
  const parts: { start: number; end: number }[] = [];
  for (const piece of track.pieces) {
    const from = Math.max(start, piece.from);
    const to = Math.min(end, piece.to);
    if (from >= to) continue;
    const part = { start: piece.at + (from - piece.from), end: piece.at + (to - piece.from) };
    const last = parts.at(-1);
    if (last && last.end === part.start) last.end = part.end;
    else parts.push(part);
  }
  return parts;
};
