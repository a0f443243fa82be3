import { NEVER_OVERRIDDEN } from '../../shared/bookings/rules.ts';
import { refused } from '../commands/decider.ts';
import type { OverrideGiven } from './calendarCommands.ts';
import type { CalendarDecision } from './decision.ts';
import type { CalendarFacts } from './slot.ts';

const never: readonly string[] = NEVER_OVERRIDDEN;

/**
 * Why these rules cannot be set aside by whoever gives the command; null where they can. A steward may set aside all
 * but those of {@link NEVER_OVERRIDDEN} and `competence`; that only a trainer of every competence in question, and
 * never for oneself.
 */
export function againstOverride(
  { rules }: OverrideGiven,
  holderId: string,
  { giver, machine }: CalendarFacts,
): CalendarDecision | null {
  const no = (message: string) => refused({ rule: 'override', message });
  const fixed = rules.filter((rule) => never.includes(rule));
  if (fixed.length > 0) return no(`Nobody can set this rule aside: ${fixed.join(', ')}.`);
  if (rules.some((rule) => rule !== 'competence') && !giver?.isSteward) {
    return no('Only a steward can set rules aside.');
  }
  if (!rules.includes('competence')) return null;
  const { requiredCompetences } = machine;
  if (
    !giver ||
    requiredCompetences.length === 0 ||
    !requiredCompetences.every(({ competenceId }) => giver.teaches.includes(competenceId))
  ) {
    return no('Only a trainer of the competence can let somebody use the machine without it.');
  }
  return giver.memberId === holderId ? no('Nobody can do without a competence by their own word.') : null;
}
