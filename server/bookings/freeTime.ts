import { stretchesIn, timeIn } from './openStretches.ts';
import type { CalendarFacts } from './slot.ts';

interface Span {
  start: number;
  end: number;
}

/** How much of a stretch counts for the rules `longest` to `gap`: what lies off-peak does not. Milliseconds. */
export function countedTime(span: Span, { machine, workshop }: CalendarFacts): number {
  const { freeTime } = machine.rules;
  const length = Math.max(0, span.end - span.start);
  return freeTime.length === 0 ? length : length - timeIn(freeTime, workshop.timeZone, span);
}

/** Whether a stretch lies wholly off-peak: then the rules `longest` to `gap` do not stand against it. */
export const isWhollyFree = (span: Span, facts: CalendarFacts): boolean =>
  facts.machine.rules.freeTime.length > 0 && countedTime(span, facts) === 0;

/**
 * Starts in `[from, to]` at which the counted time of a slot of this length may change how it grows: where the slot
 * begins or ends with an off-peak stretch.
 */
export function turnsOfCountedTime(
  length: number,
  { machine, workshop }: CalendarFacts,
  { from, to }: { from: number; to: number },
): number[] {
  const { freeTime } = machine.rules;
  const free = stretchesIn(freeTime, workshop.timeZone, { start: from, end: to + length });
  if (free.length === 0) return [];
  return [from, to, ...free.flatMap(({ start, end }) => [start, end, start - length, end - length])];
}

/**
 * Starts at which `amount` meets its limit. Between two neighbouring `turns` it grows or shrinks as fast as the start
 * moves, or stays.
 */
export function startsAtLimit(
  turns: readonly number[],
  amount: (start: number) => number,
  limit: number,
): number[] {
  const found: number[] = [];
  const inOrder = [...new Set(turns)].sort((one, other) => one - other);
  for (const [index, start] of inOrder.entries()) {
    found.push(start);
    const next = inOrder[index + 1];
    if (next === undefined) break;
    const over = amount(start) - limit;
    if (over > 0 !== amount(next) - limit > 0) found.push(start + Math.abs(over));
  }
  return found;
}
