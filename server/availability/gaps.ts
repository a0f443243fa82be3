import type { Calendar } from '../bookings/calendar.ts';
import { isAllowed, RULES } from '../bookings/rulebook.ts';
import { nextOnGrid } from '../bookings/rules/past.ts';
import type { CalendarFacts, Slot } from '../bookings/slot.ts';

/** A stretch (UTC milliseconds) in which a booking of the wanted length may lie, wherever it starts. */
export interface Gap {
  start: number;
  end: number;
}

/**
 * The first gaps for a booking of so many milliseconds that starts in `[from, to)`, by the rules that decide.
 *
 * The starts at which all rules agree form stretches; each begins where something opens (or with the search) and ends,
 * inclusively, a booking's length before something closes. So between two neighbouring edges one answer holds.
 */
export function gapsWithin(
  { memberId, length }: { memberId: string; length: number },
  calendar: Calendar,
  facts: CalendarFacts,
  window: { from: number; to: number },
  most: number,
): Gap[] {
  const earliest = Math.max(window.from, nextOnGrid(facts.now));
  const slotAt = (start: number): Slot => ({ memberId, start, end: start + length, change: null });
  const allowedAt = (start: number) => isAllowed(slotAt(start), calendar, facts);
  const edges = edgesOfStarts(slotAt(earliest), length, calendar, facts, { from: earliest, to: window.to });

  const gaps: Gap[] = [];
  let first: number | null = null;
  for (const [index, edge] of edges.entries()) {
    if (first === null) {
      if (!allowedAt(edge)) continue;
      first = edge;
    }
    const next = edges[index + 1];
    const goesOn = next !== undefined && allowedAt(edge + (next - edge) / 2) && allowedAt(next);
    if (goesOn) continue;
    gaps.push({ start: first, end: edge + length });
    if (gaps.length === most) break;
    first = null;
  }
  return gaps;
}

/** Every start in the window at which the answer of a rule may change, in order. */
function edgesOfStarts(
  slot: Slot,
  length: number,
  calendar: Calendar,
  facts: CalendarFacts,
  { from, to }: { from: number; to: number },
): number[] {
  const starts = new Set([from]);
  const window = { from, to: to + length };
  for (const rule of RULES) {
    const edges = rule.edges?.(slot, calendar, facts, window);
    for (const instant of edges?.opens ?? []) starts.add(instant);
    for (const instant of edges?.closes ?? []) starts.add(instant - length);
  }
  return [...starts].filter((start) => start >= from && start < to).sort((one, other) => one - other);
}
