import type { Calendar } from './calendar.ts';
import { isAllowed, rulesOfTime } from './rulebook.ts';
import { nextOnGrid } from './rules/past.ts';
import type { CalendarFacts, Rule, Slot } from './slot.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How far from the wanted start the search looks: first close by, where the answer mostly is, at last 30 days. */
const RINGS = [2 * HOUR, 12 * HOUR, 48 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR];

/**
 * The allowed slot of the same length whose start is nearest to the wanted one (of two equally near the later), within
 * 30 days and not before now; null where there is none, or where a rule stands that no time satisfies. What is in use
 * keeps its start: for that it is the longest allowed one of those asked for.
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
  if (slot.change?.booking.status === 'started') {
    const { start, end: plannedEnd } = slot.change.booking;
    const end = latestEnd({ ...slot, start }, calendar, facts, { after: plannedEnd, upTo: slot.end });
    return end === null ? null : { start, end };
  }
  const rules = rulesOfTime(slot);
  const earliest = nextOnGrid(facts.now);
  const wanted = Math.max(slot.start, earliest);
  const tried: Slot = { ...slot };

  let inner = -1;
  for (const outer of RINGS) {
    const window = { from: Math.max(earliest, wanted - outer), to: wanted + outer + length };
    const starts = startsToTry(rules, slot, calendar, facts, window);
    const inRing = starts.filter((start) => {
      const distance = Math.abs(start - wanted);
      return start >= earliest && distance <= outer && distance > inner;
    });
    inRing.sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || other - one);
    for (let index = 0; index < inRing.length; index++) {
      const start = inRing[index] ?? wanted;
      if (start === inRing[index - 1]) continue;
      tried.start = start;
      tried.end = start + length;
      if (allAgree(rules, tried, calendar, facts)) return { start, end: start + length };
    }
    inner = outer;
  }
  return null;
}

function startsToTry(
  rules: readonly Rule[],
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
  window: { from: number; to: number },
): number[] {
  const length = slot.end - slot.start;
  const starts: number[] = [];
  for (const rule of rules) {
    const edges = rule.edges?.(slot, calendar, facts, window);
    if (edges?.opens) for (const instant of edges.opens) starts.push(instant);
    if (edges?.closes) for (const instant of edges.closes) starts.push(instant - length);
  }
  return starts;
}

/** Whether all allow it. The rule that refuses comes first the next time: it mostly refuses the next try, too. */
function allAgree(rules: Rule[], slot: Slot, calendar: Calendar, facts: CalendarFacts): boolean {
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (!rule || rule.against(slot, calendar, facts) === null) continue;
    if (index > 0) {
      rules.copyWithin(1, 0, index);
      rules[0] = rule;
    }
    return false;
  }
  return true;
}

/**
 * The latest end after `after`, up to `upTo`, with which the slot's start is allowed; null where there is none. To the
 * minute where a quota bounds it, else exactly where something else begins.
 */
export function latestEnd(
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
  { after, upTo }: { after: number; upTo: number },
): number | null {
  const allows = (end: number) => isAllowed({ ...slot, end }, calendar, facts);
  if (upTo <= after) return null;
  if (allows(upTo)) return upTo;
  const window = { from: after, to: upTo };
  const edges = rulesOfTime(slot).flatMap(
    (rule) => rule.edges?.({ ...slot, end: upTo }, calendar, facts, window).closes ?? [],
  );
  const ends = [...new Set(edges)]
    .filter((end) => end > after && end < upTo)
    .sort((one, other) => other - one);
  const atEdge = ends.find(allows) ?? null;
  // A longer one mostly has more against it: halve what lies between one that is allowed and one that is not.
  let allowed = atEdge ?? after;
  let refused = upTo;
  while (refused - allowed > MINUTE) {
    const middle = allowed + Math.max(1, Math.floor((refused - allowed) / 2 / MINUTE)) * MINUTE;
    if (allows(middle)) allowed = middle;
    else refused = middle;
  }
  return allowed > after ? allowed : null;
}
