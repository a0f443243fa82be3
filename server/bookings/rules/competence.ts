import { type CalendarFacts, holderOf, type Rule, type Slot, stands, standsWhenever } from '../slot.ts';
import { inWords } from '../wallTime.ts';

/** Until when somebody has all that the machine asks for: null for good, undefined where they lack something. */
function competentUntil(memberId: string, { machine, holders }: CalendarFacts): number | null | undefined {
  const held = holders[memberId]?.competences ?? {};
  let until: number | null = null;
  for (const { competenceId } of machine.requiredCompetences) {
    const end = Object.hasOwn(held, competenceId) ? held[competenceId] : undefined;
    if (end === undefined) return undefined;
    if (end !== null) until = until === null ? end : Math.min(until, end);
  }
  return until;
}

/** Until when somebody may work under the supervisor's eyes; undefined where there is none who could. */
function supervisedUntil(slot: Slot, facts: CalendarFacts): number | null | undefined {
  const { supervisorId, memberId } = slot;
  if (!facts.machine.rules.supervisedUse || !supervisorId || supervisorId === memberId) return undefined;
  const membership = facts.holders[supervisorId]?.membership;
  const until = competentUntil(supervisorId, facts);
  if (!membership || until === undefined) return undefined;
  if (until === null || membership.until === null) return until ?? membership.until;
  return Math.min(until, membership.until);
}

const lastsTo = (until: number | null | undefined, end: number) =>
  until !== undefined && (until === null || until >= end);

/** Whether the holder needs the supervisor's eyes: alone they may not, with them they may. */
export function needsSupervision(slot: Slot, facts: CalendarFacts): boolean {
  if (facts.machine.requiredCompetences.length === 0) return false;
  return (
    !lastsTo(competentUntil(slot.memberId, facts), slot.end) &&
    lastsTo(supervisedUntil(slot, facts), slot.end)
  );
}

/**
 * The holder has every required competence, up to the end of the booking, or works under the eyes of a member who has.
 * Convergent.
 */
export const competence: Rule = {
  name: 'competence',
  against(slot, _calendar, facts) {
    const required = facts.machine.requiredCompetences;
    if (required.length === 0 || lastsTo(competentUntil(slot.memberId, facts), slot.end)) return null;
    const supervised = supervisedUntil(slot, facts);
    if (lastsTo(supervised, slot.end)) return null;
    const { competences } = holderOf(slot, facts);
    const missing = required.filter(({ competenceId }) => !Object.hasOwn(competences, competenceId));
    if (missing.length > 0) {
      const names = missing.map(({ name }) => `“${name}”`).join(' and ');
      const message = () =>
        slot.supervisorId && facts.machine.rules.supervisedUse
          ? `It needs the induction for ${names}, and whoever supervises has to have it until the end.`
          : `It needs the induction for ${names}.`;
      return supervised === undefined ? standsWhenever(message) : stands(message);
    }
    for (const { competenceId, name } of required) {
      const until = competences[competenceId] ?? null;
      if (until === null || until >= slot.end) continue;
      const message = () =>
        `The induction for “${name}” holds until ${inWords(until, facts.workshop.timeZone)} only.`;
      return until <= facts.now && supervised === undefined ? standsWhenever(message) : stands(message);
    }
    return null;
  },
  edges(slot, _calendar, facts) {
    const untils = [competentUntil(slot.memberId, facts), supervisedUntil(slot, facts)];
    return { closes: untils.filter((until) => typeof until === 'number') };
  },
};
