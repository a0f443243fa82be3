/** A moment as a clock on the workshop's wall shows it. Never converted to the viewer's own zone. */
export interface WallMoment {
  /** `2026-11-22` */
  date: string;
  /** `18:00` */
  time: string;
  /** `+01:00`, or `Z`. */
  offset: string;
}

const WALL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads `2026-11-22T18:00:00+01:00` as written. Throws on anything else. */
export function wallMoment(text: string): WallMoment {
  const parts = WALL.exec(text);
  const [, date, time, offset] = parts ?? [];
  if (!date || !time || !offset) throw new Error(`Not a time with its offset: ${text}`);
  return { date, time, offset };
}

/** Minutes between midnight and the wall time `18:30`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const utcDay = (date: string) => new Date(`${date}T00:00:00Z`);

/** The date a number of days later. */
export function addDays(date: string, days: number): string {
  const day = utcDay(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** 1 is Monday, as in ISO 8601. */
export const weekdayOf = (date: string) => utcDay(date).getUTCDay() || 7;

/** Elapsed minutes from one instant to another: over a change of the clocks not what the wall shows. */
export const minutesBetween = (start: string, end: string) =>
  Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
