import type { BuildKind } from '../../shared/builds/events.ts';
import { buildKind } from '../../shared/builds/events.ts';
import type { BuildRow } from '../../shared/builds/views.ts';

export const shownBuilds = ['open', 'mine', 'completed', 'abandoned'] as const;
export type ShownBuilds = (typeof shownBuilds)[number];

/** What narrows the list, as the address says it. */
export interface BuildsAsked {
  show: ShownBuilds;
  workshopId: string | null;
  designId: string | null;
  kind: BuildKind | null;
}

/** What the address asks for; what it says wrongly is left out. */
export function askedFrom(query: Record<string, string>): BuildsAsked {
  const show = shownBuilds.find((each) => each === query.show) ?? 'open';
  const kind = buildKind.safeParse(query.kind);
  return {
    show,
    workshopId: query.workshop || null,
    designId: query.design || null,
    kind: kind.success ? kind.data : null,
  };
}

/** Builds of one answer. */
export const PAGE = 50;

/** The question to the API. Mine: whatever their state. */
export function pathOf({ show, workshopId, designId, kind }: BuildsAsked, offset: number): string {
  const asked = new URLSearchParams();
  if (show === 'mine') asked.set('mine', 'true');
  else asked.set('status', show);
  if (workshopId) asked.set('workshop', workshopId);
  if (designId) asked.set('design', designId);
  if (kind) asked.set('kind', kind);
  if (offset > 0) asked.set('offset', String(offset));
  return `/api/builds?${asked}`;
}

/** Those of one's own workshops first; in the order in which they came otherwise. */
export function nearFirst(builds: readonly BuildRow[], mine: ReadonlySet<string>): BuildRow[] {
  const far = ({ workshop }: BuildRow) => (workshop && mine.has(workshop.workshopId) ? 0 : 1);
  return builds.toSorted((one, other) => far(one) - far(other));
}

/** Those whose name or design has the words in it. */
export function withWords(builds: readonly BuildRow[], words: string): BuildRow[] {
  const sought = words.trim().toLowerCase();
  if (sought === '') return [...builds];
  return builds.filter(({ name, of, workshop }) =>
    [name, of?.title, workshop?.name].some((text) => text?.toLowerCase().includes(sought)),
  );
}
