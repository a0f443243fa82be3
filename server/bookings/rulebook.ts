import type { Objection } from '../../shared/bookings/rules.ts';
import type { Calendar } from './calendar.ts';
import { horizon, notice } from './rules/ahead.ts';
import { competence } from './rules/competence.ts';
import { longest, shortest } from './rules/durations.ts';
import { ended } from './rules/ended.ts';
import { gap } from './rules/gap.ts';
import { heldForAnother } from './rules/heldForAnother.ts';
import { interval } from './rules/interval.ts';
import { collection, loans, renewal } from './rules/lending.ts';
import { membership } from './rules/membership.ts';
import { open, openTime } from './rules/openBookings.ts';
import { openingHours } from './rules/openingHours.ts';
import { outage } from './rules/outage.ts';
import { overlap } from './rules/overlap.ts';
import { past } from './rules/past.ts';
import { perDay } from './rules/perDay.ts';
import { reserved } from './rules/reserved.ts';
import { retired } from './rules/retired.ts';
import { turnaround } from './rules/turnaround.ts';
import { walkUpOnly } from './rules/walkUpOnly.ts';
import type { CalendarFacts, Rule, Slot } from './slot.ts';

/** An objection, and whether it stands at any other time as well. */
export interface StandingRule extends Objection {
  rule: Rule['name'];
  whenever: boolean;
}

/** The rules in the order in which a person reads them. A new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  interval,
  ended,
  retired,
  outage,
  reserved,
  membership,
  competence,
  walkUpOnly,
  past,
  horizon,
  notice,
  shortest,
  longest,
  overlap,
  turnaround,
  heldForAnother,
  openingHours,
  collection,
  perDay,
  open,
  openTime,
  gap,
  loans,
  renewal,
];

/**
 * Rules that a later fact can raise against a booking that was in order when it was made: an outage, other hours,
 * other rules of the machine. Not those about when one books (`past`, `horizon`, `notice`), and not the quotas of one
 * person (`perDay`, `open`, `openTime`, `gap`, `loans`): they bound what may still be taken, and a lower one would
 * mark all that somebody has instead of any one booking.
 */
export const RULES_RAISED_LATER: readonly Rule[] = [
  retired,
  outage,
  reserved,
  membership,
  competence,
  walkUpOnly,
  shortest,
  longest,
  overlap,
  turnaround,
  openingHours,
  collection,
];

/** Whether the rule is asked about the slot: those that somebody has set aside are not. */
const isAsked = (rule: Rule, { setAside }: Slot) => setAside === undefined || !setAside.includes(rule.name);

/** Every rule that stands against the slot, in the order of the rulebook. */
export function allAgainst(slot: Slot, calendar: Calendar, facts: CalendarFacts): StandingRule[] {
  const standing: StandingRule[] = [];
  for (const rule of RULES) {
    const found = isAsked(rule, slot) ? rule.against(slot, calendar, facts) : null;
    if (found) standing.push({ rule: rule.name, message: found.message(), whenever: found.whenever });
  }
  return standing;
}

/** Whether nothing stands against the slot; stops at the first that does. */
export function isAllowed(slot: Slot, calendar: Calendar, facts: CalendarFacts): boolean {
  return RULES.every((rule) => !isAsked(rule, slot) || rule.against(slot, calendar, facts) === null);
}

/** The rules whose answer depends on when the slot starts, of those that are asked about it. */
export const rulesOfTime = (slot: Slot): Rule[] =>
  RULES.filter((rule) => rule.edges !== undefined && isAsked(rule, slot));
