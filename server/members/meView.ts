import { language } from '../../shared/language.ts';
import type { HiddenArea, MeView } from '../../shared/members/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { Parts } from '../parts.ts';
import { competenceName, workshopById } from '../workshops/queries.ts';
import { competencesOf, rolesIn, workshopsOf } from './queries.ts';

/** What accounts know of a member. */
export interface Profile {
  displayName: string;
  /** Null: they have none. */
  email: string | null;
  /** A BCP 47 tag; null: as the browser asks. */
  language: string | null;
  theme: 'light' | 'dark' | null;
}

/** Oneself: profile, workshops with roles and pauses, competences that last. */
export function meView(
  { views, texts }: Pick<Parts, 'views' | 'texts'>,
  {
    memberId,
    profile,
    mayFound,
    areasOf,
    now,
  }: {
    memberId: string;
    profile: Profile;
    mayFound: boolean;
    areasOf: (workshopId: string) => HiddenArea[];
    now: number;
  },
): MeView {
  const here = workshopsOf(views, memberId);
  const reasons = texts.of(here.flatMap(({ pause }) => (pause ? [pause.reasonId] : [])));
  const workshops = here.flatMap(({ workshopId, requestedAt, pause, ...standing }) => {
    const workshop = workshopById(views, workshopId);
    if (!workshop) return [];
    const { name, timeZone } = workshop;
    const at = (milliseconds: number) => zonedText(milliseconds, timeZone);
    return {
      workshopId,
      name,
      timeZone,
      roles: rolesIn(standing, now),
      areas: areasOf(workshopId),
      requestedAt: requestedAt === null ? null : at(requestedAt),
      pause:
        pause && pause.until > now
          ? { until: at(pause.until), reason: reasons.get(pause.reasonId) ?? null, what: pause.what }
          : null,
    };
  });
  const competences = competencesOf(views, memberId)
    .filter(({ until }) => until === null || until > now)
    .map(({ competenceId, workshopId, until }) => ({
      competenceId,
      workshopId,
      name: competenceName(views, competenceId) ?? '',
      until: until === null ? null : new Date(until).toISOString(),
    }));
  const { displayName, email, theme } = profile;
  const spoken = language.safeParse(profile.language);
  return {
    memberId,
    name: displayName,
    email,
    language: spoken.success ? spoken.data : null,
    theme: theme ?? 'system',
    workshops: workshops.toSorted((a, b) => a.name.localeCompare(b.name)),
    competences: competences.toSorted((a, b) => a.name.localeCompare(b.name)),
    mayFound,
  };
}
