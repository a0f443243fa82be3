import type { Calendar } from './calendar.ts';
import { isAllowed, RULES } from './rulebook.ts';
import { nextOnGrid } from './rules/past.ts';
import type { CalendarFacts, Slot } from './slot.ts';

const HOUR = 3_600_000;
/** How far from the wanted start the search looks: first close by, where the answer mostly is, at last 30 days. */
const RINGS = [2 * HOUR, 12 * HOUR, 48 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR];

/**
 * The allowed slot of the same length whose start is nearest to the wanted one (of two equally near the later), within
 * 30 days and not before now; null where there is none.
 *
 * The starts at which all rules agree form stretches, and the nearest point of a stretch is one of its ends. So only
 * the rules' edges need to be tried: what opens as a start, what closes as an end.
 */
export function nearestAllowed(
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
): { start: number; end: number } | null {
  const length = slot.end - slot.start;
  if (length <= 0) return null;
  const earliest = nextOnGrid(facts.now);
  const wanted = Math.max(slot.start, earliest);
  const distance = (start: number) => Math.abs(start - wanted);

  let inner = -1;
  for (const outer of RINGS) {
    const starts = startsToTry(slot, calendar, facts, { from: wanted - outer, to: wanted + outer + length });
    const inRing = [...starts]
      .filter((start) => start >= earliest && distance(start) <= outer && distance(start) > inner)
      .sort((one, other) => distance(one) - distance(other) || other - one);
    for (const start of inRing) {
      const end = start + length;
      if (isAllowed({ ...slot, start, end }, calendar, facts)) return { start, end };
    }
    inner = outer;
  }
  return null;
}

function startsToTry(
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
  window: { from: number; to: number },
): Set<number> {
  const length = slot.end - slot.start;
  const starts = new Set<number>();
  for (const rule of RULES) {
    const edges = rule.edges?.(slot, calendar, facts, window);
    for (const instant of edges?.opens ?? []) starts.add(instant);
    for (const instant of edges?.closes ?? []) starts.add(instant - length);
  }
  return starts;
}
