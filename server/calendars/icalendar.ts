import ical, {
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** One event of a calendar. Instants in UTC milliseconds: in UTC every zone and every daylight-saving day is right. */
export interface CalendarEntry {
  /** Names it for ever, in feeds and invitations alike. */
  uid: string;
  /** Rises with each change that a calendar should take over. */
  sequence: number;
  start: number;
  end: number;
  status: 'confirmed' | 'tentative' | 'cancelled';
  summary: string;
  location: string | null;
  /** Its page. */
  url: string | null;
  /** When it last changed. */
  changedAt: number;
}

/** An event sent by mail: placed or changed (`REQUEST`), or called off (`CANCEL`). */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  entry: CalendarEntry;
  /** The workshop. */
  organiser: string;
}

const PRODUCT = { company: 'Commonwright', product: 'Commonwright', language: 'EN' };
/** How often a calendar may ask again, in seconds. */
const REFRESH_SECONDS = 1800;

const statuses: Record<CalendarEntry['status'], ICalEventStatus> = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** A calendar to subscribe to (RFC 5545). The same entries always make the same text. */
export function feedText(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ name, prodId: PRODUCT, ttl: REFRESH_SECONDS });
  for (const entry of entries) addEntry(calendar, entry);
  return calendar.toString();
}

/** One invitation, update or cancellation (RFC 5546) from the workshop to a member. */
export function invitationText(
  { method, entry, organiser }: Invitation,
  people: { organiserEmail: string; attendee: { name: string; email: string } },
): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method] });
  const event = addEntry(calendar, method === 'CANCEL' ? { ...entry, status: 'cancelled' } : entry);
  event.organizer({ name: organiser, email: people.organiserEmail });
  // The member booked it themselves, or knows of it from the program: nothing is asked of them.
  event.createAttendee({ ...people.attendee, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  return calendar.toString();
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry) {
  const changed = new Date(entry.changedAt);
  return calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: new Date(entry.start),
    end: new Date(entry.end),
    stamp: changed,
    lastModified: changed,
    status: statuses[entry.status],
    transparency:
      entry.status === 'cancelled' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    summary: entry.summary,
    ...(entry.location === null ? {} : { location: entry.location }),
    ...(entry.url === null ? {} : { url: entry.url }),
  });
}
