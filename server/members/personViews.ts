import type { PersonView } from '../../shared/workshops/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { allowedActions } from '../authorisation/policy.ts';
import type { Requester } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Person, peopleOf } from './queries.ts';

/** What a viewer may read of the people: the office holders, everybody, or what concerns them too. */
export interface Sight {
  everybody: boolean;
  concerns: boolean;
  /** The viewer's own id: one always sees all about oneself. */
  oneself: string;
}

export function sightOf(
  views: ViewsReader,
  requester: Extract<Requester, { kind: 'member' }>,
  workshopId: string,
  now: number,
): Sight {
  const allowed = new Set(allowedActions(views, requester, { workshopId }, now));
  return {
    everybody: allowed.has('people.readAll'),
    concerns: allowed.has('people.readConcerns'),
    oneself: requester.memberId,
  };
}

/** The people of a workshop as the viewer may see them, by name. */
export function personViews(
  { views, names, texts }: Pick<Parts, 'views' | 'names' | 'texts'>,
  workshop: { workshopId: string; timeZone: string },
  sight: Sight,
  now: number,
): PersonView[] {
  const visible = peopleOf(views, workshop.workshopId).filter(
    ({ memberId, appointments }) => sight.everybody || memberId === sight.oneself || appointments.length > 0,
  );
  const known = names.of(visible.map(({ memberId }) => memberId));
  const written = texts.of(visible.flatMap((person) => (seesConcerns(person, sight) ? textIds(person) : [])));
  return visible
    .map((person) => personView(person, workshop.timeZone, { known, written, sight, now }))
    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '') || a.memberId.localeCompare(b.memberId));
}

interface Joined {
  known: Map<string, string | null>;
  written: Map<string, string>;
  sight: Sight;
  now: number;
}

function personView(person: Person, timeZone: string, { known, written, sight, now }: Joined): PersonView {
  const at = (milliseconds: number) => zonedText(milliseconds, timeZone);
  const orNever = (milliseconds: number | null) => (milliseconds === null ? null : at(milliseconds));
  const { memberId, erased, membership, pause, requested, revision } = person;
  const concerns = seesConcerns(person, sight);
  const more = concerns || sight.everybody;
  const isPaused = concerns && pause !== null && pause.until > now;
  return {
    memberId,
    name: known.get(memberId) ?? null,
    erased,
    membership: membership && { kind: membership.kind, until: more ? orNever(membership.until) : null },
    appointments: person.appointments.map(({ role, competenceId, since }) => ({
      role,
      competenceId,
      since: at(since),
    })),
    competences: more
      ? person.competences.map(({ competenceId, until }) => ({ competenceId, until: orNever(until) }))
      : [],
    pause: isPaused
      ? {
          until: at(pause.until),
          reason: written.get(pause.reasonId) ?? null,
          what: pause.what,
          pausedBy: pause.pausedBy,
          upheld: pause.upheld ? true : null,
        }
      : null,
    requested:
      concerns && requested
        ? {
            at: at(requested.at),
            message: requested.messageId === null ? null : (written.get(requested.messageId) ?? null),
          }
        : null,
    revision: concerns ? revision : null,
  };
}

const seesConcerns = ({ memberId }: Person, sight: Sight) => sight.concerns || memberId === sight.oneself;

const textIds = ({ pause, requested }: Person): string[] =>
  [pause?.reasonId, requested?.messageId].filter((id) => id !== null && id !== undefined);
