import type { BuildPerson, BuildRow } from '../../shared/builds/views.ts';
import { t } from '../catalogue/buildTexts.ts';

const words = t.builds;

/** Names of people as one says them; those whom the viewer may not know are one word for all. */
export function peopleInWords(people: readonly BuildPerson[]): string {
  const named = people.flatMap(({ name }) => name ?? []);
  const former = people.some(({ memberId, name }) => memberId !== null && name === null);
  const unnamed = people.some(({ memberId, name }) => memberId === null && name === null);
  return t.words.and([
    ...new Set(named),
    ...(former ? [t.words.formerMember] : []),
    ...(unnamed ? [words.others] : []),
  ]);
}

/** What it is of: the design's title and revision; else what is done. */
export const ofInWords = ({ of, kind, things }: Pick<BuildRow, 'of' | 'kind' | 'things'>): string => {
  const what = of ? words.of(of.title, of.revision) : words.kinds[kind];
  return things > 1 ? `${words.times(things)} · ${what}` : what;
};
