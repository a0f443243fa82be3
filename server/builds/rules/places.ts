import type { Objection } from '../../../shared/bookings/rules.ts';
import type { BuildFacts } from '../decide.ts';

/** What stands against where in the build something belongs: revisions never change, so an unknown step is a mistake. */
export function againstPlace(
  { step = null, line = null }: { step?: string | null; line?: string | null },
  { plan }: Pick<BuildFacts, 'plan'>,
): Objection[] {
  if (plan === null) return [];
  const objections: Objection[] = [];
  if (step !== null && !plan.steps.has(step)) {
    objections.push({ rule: 'unknownStep', message: 'The revision that is built has no such step.' });
  }
  if (line !== null && !plan.lines.has(line)) {
    objections.push({ rule: 'unknownLine', message: 'The revision that is built has no such line.' });
  }
  return objections;
}
