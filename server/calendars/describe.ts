import { machineById } from '../machines/queries.ts';
import type { NoticeWords } from '../notices/words.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import type { CalendarEntry } from './icalendar.ts';
import type { KnownEntry } from './queries.ts';

interface Describing {
  views: ViewsReader;
  /** Origin as people reach the program; its host is part of every UID. */
  url: string;
  words: NoticeWords;
}

/** An entry as its holder's calendar shows it: the machine, and where it stands. */
export function ownEntry(entry: KnownEntry, { views, url, words }: Describing): CalendarEntry {
  const machine = machineById(views, entry.machineId);
  const workshop = workshopById(views, entry.workshopId);
  const location = workshop && [workshop.name, workshop.place.address].filter(Boolean).join(', ');
  return {
    ...timesOf(entry, url),
    summary: machine?.name ?? words.aMachine,
    location: location ?? null,
    url: `${url}/bookings`,
  };
}

/** An entry of a machine's calendar: that it is taken, never by whom or for what. */
export function takenEntry(entry: KnownEntry, { url, words }: Describing): CalendarEntry {
  const summary = entry.memberId === null ? words.reserved : words.booked;
  return { ...timesOf(entry, url), summary, location: null, url: `${url}/machines/${entry.machineId}` };
}

function timesOf({ entryId, sequence, start, end, status, changedAt }: KnownEntry, url: string) {
  return { uid: `${entryId}@${new URL(url).hostname}`, sequence, start, end, status, changedAt };
}
