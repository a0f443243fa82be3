import type { WorkshopDay } from '../../shared/bookings/views.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A stretch of time with one offset from UTC. Half-open `[from, to)`, milliseconds since 1970; offset in minutes. */
export interface WallPiece {
  from: number;
  to: number;
  offset: number;
}

/** A half-open span `[start, end)` in milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
}

/** A workshop's calendar day as the client reckons with it: one piece, or two where the clock changes. */
export interface WallDay {
  date: string;
  start: number;
  end: number;
  pieces: WallPiece[];
  open: Span[];
  holiday: string | null;
}

/** One quarter of an hour (or other step) as a wall clock shows it; `repeated` where another instant shows the same. */
export interface WallMoment {
  at: number;
  /** `02:15` */
  time: string;
  /** Offset from UTC in minutes. */
  offset: number;
  repeated: boolean;
}

/** Offset in minutes that stands at the end of a zoned instant: 120 for `…+02:00`, 0 for `…Z`. */
export const offsetOf = (zoned: string): number => {
  const found = /([+-])(\d{2}):(\d{2})$/.exec(zoned);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
};

/** Reads a view's day. `timeZone` is asked only for the moment of a change that the day's own offsets announce. */
export const wallDay = (day: WorkshopDay, timeZone: string): WallDay => {
  const start = Date.parse(day.start);
  const end = Date.parse(day.end);
  const before = offsetOf(day.start);
  const after = offsetOf(day.end);
  const change = before === after ? end : changeWithin(start, end, before, after, timeZone);
  const pieces =
    change > start && change < end
      ? [
          { from: start, to: change, offset: before },
          { from: change, to: end, offset: after },
        ]
      : [{ from: start, to: end, offset: change <= start ? after : before }];
  const open = day.open.map((stretch) => ({
    start: Date.parse(stretch.start),
    end: Date.parse(stretch.end),
  }));
  return { date: day.date, start, end, pieces, open, holiday: day.holiday };
};

/**
 * The instant within the day at which the offset changes. The browser's zone data finds it by bisection; where that data
 * is older than the server's and does not know the change, two hours after midnight is taken, as most zones do.
 */
const changeWithin = (
  start: number,
  end: number,
  before: number,
  after: number,
  timeZone: string,
): number => {
  const offset = zoneOffset(timeZone);
  // A change at the very midnight that ends the day still belongs to the next one.
  if (offset(start) === before && offset(end - MINUTE) === before) return end;
  if (offset(start) !== before || offset(end - MINUTE) !== after) return start + 2 * HOUR;
  let low = start / MINUTE;
  let high = end / MINUTE;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
};

const zoneOffset = (timeZone: string): ((at: number) => number) => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return Math.round((wall - Math.floor(at / MINUTE) * MINUTE) / MINUTE);
  };
};

/** Offset in minutes at an instant; outside the day the nearest piece's. */
export const offsetAt = (day: WallDay, at: number): number => {
  const piece = day.pieces.find((candidate) => at < candidate.to) ?? day.pieces.at(-1);
  return piece?.offset ?? 0;
};

/** Minutes since the day's own midnight that the workshop's clock shows at an instant. */
export const wallMinutes = (day: WallDay, at: number): number =>
  (at - Date.parse(`${day.date}T00:00:00Z`)) / MINUTE + offsetAt(day, at);

/** `14:05`; at a day's end `24:00`. */
export const wallTime = (day: WallDay, at: number): string => {
  const minutes = Math.floor(wallMinutes(day, at));
  const within = at >= day.end && minutes === 1440 ? 1440 : ((minutes % 1440) + 1440) % 1440;
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
};

/** `+02:00` */
export const offsetText = (offset: number): string => {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
};

const pad = (value: number) => String(value).padStart(2, '0');

/** An instant as text with the workshop's own offset: `2026-11-22T14:00:00+01:00`. */
export const zonedText = (day: WallDay, at: number): string => {
  const offset = offsetAt(day, at);
  return `${new Date(at + offset * MINUTE).toISOString().slice(0, 19)}${offsetText(offset)}`;
};

/** Whether a wall clock shows this instant's time twice on this day. */
export const isRepeated = (day: WallDay, at: number): boolean => {
  const [first, second] = day.pieces;
  if (!first || !second || second.offset >= first.offset) return false;
  const length = (first.offset - second.offset) * MINUTE;
  return at >= first.to - length && at < first.to + length;
};

/** Every moment of the day that a clock really shows, a step of minutes apart: skipped times are not among them. */
export const momentsOf = (day: WallDay, stepMinutes: number): WallMoment[] => {
  const moments: WallMoment[] = [];
  for (let at = day.start; at < day.end; at += stepMinutes * MINUTE) {
    moments.push({ at, time: wallTime(day, at), offset: offsetAt(day, at), repeated: isRepeated(day, at) });
  }
  return moments;
};

/** The instants of the day that show this wall time: none in a skipped hour, two in a doubled one. */
export const instantsShowing = (day: WallDay, time: string): number[] => {
  const [hours, minutes] = time.split(':').map(Number);
  const wall = Date.parse(`${day.date}T00:00:00Z`) + ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE;
  return day.pieces
    .map((piece) => ({ piece, at: wall - piece.offset * MINUTE }))
    .filter(({ piece, at }) => at >= piece.from && at < piece.to)
    .map(({ at }) => at);
};

/** The day among several that holds an instant; the last one also holds its own end. */
export const dayOf = (days: readonly WallDay[], at: number): WallDay | undefined =>
  days.find((day) => at >= day.start && at < day.end) ?? (days.at(-1)?.end === at ? days.at(-1) : undefined);
