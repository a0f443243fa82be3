import type { BuildPerson } from '../../shared/builds/views.ts';
import { isAllowed } from '../authorisation/policy.ts';
import type { Requester } from '../http/route.ts';
import { workshopsOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workersOn } from '../work/queries.ts';
import { timedSessionsOf } from './hours.ts';
import { type Build, handsOf, isHand } from './queries.ts';
import { writersOf } from './queriesOfWork.ts';

/** Whether somebody sees names and prices of a build: is in its workshop, or has joined it. */
export function isInsider(
  views: ViewsReader,
  { requester, now }: { requester: Requester; now: number },
  { workshopId, buildId }: Build,
): boolean {
  if (requester.kind === 'member' && isHand(views, buildId, requester.memberId)) return true;
  return isAllowed(views, requester, 'people.read', { workshopId }, now);
}

/** Tells of people as the viewer may know them: oneself always, others to insiders alone. */
export function personTeller(
  names: Parts['names'],
  memberIds: Iterable<string>,
  { insider, viewer }: { insider: boolean; viewer: string | null },
): (memberId: string) => BuildPerson {
  const shown = new Set([...memberIds].filter((memberId) => insider || memberId === viewer));
  const known = names.of(shown);
  return (memberId) =>
    shown.has(memberId) ? { memberId, name: known.get(memberId) ?? null } : { memberId: null, name: null };
}

/** Whoever did something on a build, each once: wrote about it, used a machine for it, noted work on it, joined it. */
export function contributorsOf(views: ViewsReader, { buildId, startedBy }: Build, now: number): string[] {
  return [
    ...new Set([
      startedBy,
      ...handsOf(views, buildId),
      ...writersOf(views, buildId),
      ...timedSessionsOf(views, buildId, now).map(({ memberId }) => memberId),
      ...workersOn(views, 'build', buildId),
    ]),
  ];
}

/** Who noted work on a design, as far as the viewer may know them: oneself, and those of one's own workshops. */
export function contributorsToDesign(
  { views, names }: Pick<Parts, 'views' | 'names'>,
  designId: string,
  { requester, now }: { requester: Requester; now: number },
): BuildPerson[] {
  if (requester.kind !== 'member') return [];
  const viewer = requester.memberId;
  const shared = new Map<string, boolean>();
  const mayKnow = ({ workshopId }: { workshopId: string }): boolean => {
    const known = shared.get(workshopId) ?? isAllowed(views, requester, 'people.read', { workshopId }, now);
    shared.set(workshopId, known);
    return known;
  };
  const people = workersOn(views, 'design', designId).filter(
    (memberId) => memberId === viewer || workshopsOf(views, memberId).some(mayKnow),
  );
  return byName(people.map(personTeller(names, people, { insider: true, viewer })));
}

/** By name, never by how much: nobody is ranked. Those whose names the viewer may not know are left out. */
export const byName = (people: readonly BuildPerson[]): BuildPerson[] =>
  people
    .filter(({ memberId }) => memberId !== null)
    .toSorted((one, other) => (one.name ?? '\uffff').localeCompare(other.name ?? '\uffff'));
