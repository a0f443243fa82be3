import { holderOf, type Rule, stands, standsWhenever } from '../slot.ts';
import { inWords } from '../wallTime.ts';

/** The holder has every required competence, up to the end of the booking. Convergent. */
export const competence: Rule = {
  name: 'competence',
  against(slot, _calendar, facts) {
    const { competences } = holderOf(slot, facts);
    const required = facts.machine.requiredCompetences;
    const missing = required.filter(({ competenceId }) => !Object.hasOwn(competences, competenceId));
    if (missing.length > 0) {
      return standsWhenever(
        () => `It needs the induction for ${missing.map(({ name }) => `“${name}”`).join(' and ')}.`,
      );
    }
    for (const { competenceId, name } of required) {
      const until = competences[competenceId] ?? null;
      if (until === null || until >= slot.end) continue;
      const message = () =>
        `The induction for “${name}” holds until ${inWords(until, facts.workshop.timeZone)} only.`;
      return until <= facts.now ? standsWhenever(message) : stands(message);
    }
    return null;
  },
  edges(slot, _calendar, facts) {
    const { competences } = holderOf(slot, facts);
    const untils = facts.machine.requiredCompetences.map(({ competenceId }) => competences[competenceId]);
    return { closes: untils.filter((until) => typeof until === 'number') };
  },
};
