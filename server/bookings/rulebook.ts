import type { Objection } from '../../shared/bookings/rules.ts';
import type { Calendar } from './calendar.ts';
import { competence } from './rules/competence.ts';
import { ended } from './rules/ended.ts';
import { interval } from './rules/interval.ts';
import { membership } from './rules/membership.ts';
import { openingHours } from './rules/openingHours.ts';
import { outage } from './rules/outage.ts';
import { overlap } from './rules/overlap.ts';
import { past } from './rules/past.ts';
import { retired } from './rules/retired.ts';
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
  membership,
  competence,
  past,
  overlap,
  openingHours,
];

/** Rules that a later fact can raise against a booking that was in order when it was made. */
export const RULES_RAISED_LATER: readonly Rule[] = [
  retired,
  outage,
  membership,
  competence,
  overlap,
  openingHours,
];

/** Every rule that stands against the slot, in the order of the rulebook. */
export function allAgainst(slot: Slot, calendar: Calendar, facts: CalendarFacts): StandingRule[] {
  const standing: StandingRule[] = [];
  for (const { name, against } of RULES) {
    const found = against(slot, calendar, facts);
    if (found) standing.push({ rule: name, message: found.message(), whenever: found.whenever });
  }
  return standing;
}

/** Whether nothing stands against the slot; stops at the first that does. */
export function isAllowed(slot: Slot, calendar: Calendar, facts: CalendarFacts): boolean {
  return RULES.every((rule) => rule.against(slot, calendar, facts) === null);
}
