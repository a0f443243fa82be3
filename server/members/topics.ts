import { capacityOf, may } from '../authorisation/policy.ts';
import type { KeyScope } from '../authorisation/table.ts';
import { designById } from '../designs/queries.ts';
import type { Requester } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopsOf } from './queries.ts';

const PREFIX = 'member-';
/** Streams, and what lists watch beside them (server/live/further.ts). */
const PUBLIC =
  /^(?:workshop|machine|calendar|induction|design|build|item|stock|material|alike|kind|lying|salvage|met|making|building)-/;

/**
 * Whether a viewer is told that a stream has moved. Workshops, machines, calendars, inductions, designs,
 * builds, things and stock move for everybody who is signed in: the message carries no data. Members only for themselves, and for the desk of a workshop they are in.
 */
export function mayReadTopic(
  views: ViewsReader,
  requester: Requester,
  streamName: string,
  now: number,
): boolean {
  if (requester.kind === 'nobody') return false;
  if (requester.via === 'key') return mayKeyReadTopic(views, requester, streamName);
  if (!streamName.startsWith(PREFIX)) return PUBLIC.test(streamName);
  const memberId = streamName.slice(PREFIX.length);
  if (memberId === requester.memberId) return true;
  return workshopsOf(views, memberId).some(({ workshopId }) =>
    may('people.readConcerns', capacityOf(views, requester, workshopId, now)),
  );
}

/** A key hears of what it may read: never of people, and of its one workshop only. */
function mayKeyReadTopic(
  views: ViewsReader,
  { scopes, workshopId }: Extract<Requester, { via: 'key' }>,
  streamName: string,
): boolean {
  const [, category = '', id = ''] = /^([a-z]+)-(.+)$/.exec(streamName) ?? [];
  const scope = SCOPES[category];
  if (scope === undefined || !scopes.includes(scope)) return false;
  if (workshopId === null) return true;
  return homeOf(views, category, id) === workshopId;
}

function homeOf(views: ViewsReader, category: string, id: string): string | null | undefined {
  if (category === 'workshop') return id;
  return category === 'design' ? designById(views, id)?.workshopId : machineById(views, id)?.workshopId;
}

const SCOPES: Partial<Record<string, KeyScope>> = {
  workshop: 'workshops:read',
  design: 'workshops:read',
  machine: 'machines:read',
  calendar: 'bookings:read',
};
