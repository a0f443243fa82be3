import type { LoanDay, LoanDaysView } from '../../shared/loans/views.ts';

/** Days to choose from, so that all fit in sight. */
const SHOWN = 8;

/** The first days on which something can be collected. */
export const collectable = ({ days }: LoanDaysView): (LoanDay & { collect: string })[] =>
  days.flatMap((day) => (day.collect === null ? [] : [{ ...day, collect: day.collect }])).slice(0, SHOWN);

/**
 * When something may be due that is collected at `start`: at closing on the same day, and on each open day after it, as
 * long as it is lent and before somebody else has it.
 */
export function dueAfter({ days, longestMinutes, taken }: LoanDaysView, start: string): string[] {
  const from = Date.parse(start);
  const longest = longestMinutes === null ? Number.POSITIVE_INFINITY : longestMinutes * 60_000;
  const next = Math.min(
    ...taken.map((one) => Date.parse(one.start)).filter((begins) => begins >= from),
    Number.POSITIVE_INFINITY,
  );
  return days.flatMap(({ date, due, closes }) => {
    const at = start.startsWith(date) ? closes : due;
    if (at === null) return [];
    const end = Date.parse(at);
    return end > from && end - from <= longest && end <= next ? [at] : [];
  });
}
