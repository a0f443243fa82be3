import type { CalendarFacts } from './slot.ts';

/** The competences that the machine asks for and a member does not have now, by id. */
export function missingCompetences({ holders, machine, now }: CalendarFacts, memberId: string): string[] {
  const held = holders[memberId]?.competences ?? {};
  return machine.requiredCompetences
    .map(({ competenceId }) => competenceId)
    .filter((competenceId) => {
      const until = held[competenceId];
      return until === undefined || (until !== null && until <= now);
    });
}
