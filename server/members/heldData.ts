import type { RecordedEvent } from '../eventstore/port.ts';
import type { Parts } from '../parts.ts';
import { appointmentsHeldBy, pastAppointmentsOf } from '../workshops/queries.ts';
import { memberStream } from './commands.ts';
import { competencesOf, workshopsOf } from './queries.ts';

const PAGE = 500;

/** What the log holds about a member: their stream as it stands there, and where they are what now. JSON. */
export async function heldInLog(
  { store, views }: Pick<Parts, 'store' | 'views'>,
  memberId: string,
): Promise<Record<string, unknown>> {
  const events: RecordedEvent[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = await store.read(memberStream(memberId), { from, limit: PAGE });
    events.push(...page);
    if (page.length < PAGE) break;
  }
  return {
    workshops: workshopsOf(views, memberId),
    competences: competencesOf(views, memberId),
    appointments: appointmentsHeldBy(views, memberId),
    pastAppointments: pastAppointmentsOf(views, memberId),
    events: events.map(({ type, data, revision, metadata }) => ({ type, at: metadata.at, revision, data })),
  };
}
