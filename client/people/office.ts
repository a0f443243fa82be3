import type { AppointedRole } from '../../shared/roles.ts';
import type { CompetenceView, PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { lastDateBefore, wallIn } from '../time/zone.ts';
import { shortDate } from '../time.ts';

/** `Steward`, `Trainer for laser`. */
export function officeInWords(
  role: AppointedRole,
  competenceId: string | null,
  competences: readonly CompetenceView[],
): string {
  const competence = competences.find((each) => each.competenceId === competenceId);
  return competence ? t.people.trainerFor(competence.name) : t.words.roles[role];
}

/** A person's name, or what stands for it. */
export function nameOf({ name, erased }: Pick<PersonView, 'name' | 'erased'>): string {
  return name ?? (erased ? t.words.formerMember : t.words.somebody);
}

/** A date on the workshop's wall, from an instant. */
export const dayIn = (instant: string, timeZone: string) => withYear(wallIn(instant, timeZone).date);

/** The last day of what ends at an instant. */
export const lastDayIn = (instant: string, timeZone: string) => withYear(lastDateBefore(instant, timeZone));

const withYear = (date: string) => `${shortDate(date)} ${date.slice(0, 4)}`;
