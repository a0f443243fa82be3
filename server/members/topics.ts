import { capacityOf, may } from '../authorisation/policy.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopsOf } from './queries.ts';

const PREFIX = 'member-';

/**
 * Whether a viewer is told that a stream has moved. Workshops, machines and calendars move for everybody who is
 * signed in: the message carries no data. Members only for themselves, and for the desk of a workshop they are in.
 */
export function mayReadTopic(
  views: ViewsReader,
  requester: Requester,
  streamName: string,
  now: number,
): boolean {
  if (requester.kind === 'nobody') return false;
  if (!streamName.startsWith(PREFIX)) return /^(workshop|machine|calendar)-/.test(streamName);
  const memberId = streamName.slice(PREFIX.length);
  if (memberId === requester.memberId) return true;
  return workshopsOf(views, memberId).some(({ workshopId }) =>
    may('people.readConcerns', capacityOf(views, requester, workshopId, now)),
  );
}
