import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, feedText, invitationText } from '../../../server/calendars/icalendar.ts';

const entry: CalendarEntry = {
  uid: '0b8f4c1e-0000-4000-8000-000000000001@workshops.example',
  sequence: 3,
  start: Date.parse('2026-11-26T17:00:00Z'),
  end: Date.parse('2026-11-26T19:00:00Z'),
  status: 'confirmed',
  summary: 'Laser',
  location: 'Riverside Workshop, Mill Lane 3; Bamberg',
  url: 'https://workshops.example/bookings',
  changedAt: Date.parse('2026-11-20T08:15:30Z'),
};

/** What another library makes of a calendar. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      component,
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().getTime(),
      end: event.endDate.toJSDate().getTime(),
      summary: event.summary,
      location: event.location,
      status: component.getFirstPropertyValue('status'),
    };
  });
  return { calendar, events };
}

/** RFC 5545, 3.1: lines end with CRLF and hold at most 75 octets. */
function expectLinesWithinLimits(text: string): void {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
}

describe('a calendar feed', () => {
  it('says of each entry what another library reads back', () => {
    const text = feedText('My bookings', [entry, { ...entry, uid: 'other', status: 'cancelled' }]);
    const { calendar, events } = read(text);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('Commonwright');
    expect(calendar.getFirstPropertyValue('method')).toBeNull();
    const [first, second] = events;
    expect(first).toMatchObject({ uid: entry.uid, sequence: 3, start: entry.start, end: entry.end });
    expect(first).toMatchObject({ summary: 'Laser', location: entry.location, status: 'CONFIRMED' });
    expect(String(first?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-20T08:15:30Z');
    expect(String(first?.component.getFirstPropertyValue('url'))).toBe(entry.url);
    expect(second?.status).toBe('CANCELLED');
    expect(second?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expectLinesWithinLimits(text);
  });

  it('is the same text for the same entries', () => {
    expect(feedText('Mine', [entry])).toBe(feedText('Mine', [entry]));
  });

  it('is well formed with no entry at all', () => {
    expect(read(feedText('Mine', [])).events).toEqual([]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T03:30', 60],
    ['Europe/Berlin', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', 60],
    ['America/Sao_Paulo', '2018-11-03T23:30', '2018-11-04T01:30', 60],
    ['America/Sao_Paulo', '2026-11-01T10:00', '2026-11-01T12:00', 120],
    ['Australia/Lord_Howe', '2026-10-04T01:45', '2026-10-04T02:45', 30],
    ['Australia/Lord_Howe', '2026-04-05T01:15', '2026-04-05T03:15', 150],
  ])('keeps the elapsed time and the wall time in %s from %s to %s', (zone, from, to, minutes) => {
    const at = (wall: string) =>
      /[+]\d\d:\d\d$/.test(wall)
        ? Temporal.Instant.from(wall).epochMilliseconds
        : Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
    const [event] = read(feedText('Mine', [{ ...entry, start: at(from), end: at(to) }])).events;
    const wall = (milliseconds: number) =>
      Temporal.Instant.fromEpochMilliseconds(milliseconds)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
    expect(wall(event?.start ?? 0)).toBe(from.slice(0, 16));
    expect(wall(event?.end ?? 0)).toBe(to.slice(0, 16));
    expect(((event?.end ?? 0) - (event?.start ?? 0)) / 60_000).toBe(minutes);
  });

  it('is read back entry by entry, whatever names, numbers and times they have', () => {
    const second = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2199, 11) / 1000 });
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 120 })
      .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, ' ').trim())
      .filter((text) => text !== '');
    const entries = fc.uniqueArray(
      fc.record({
        uid: fc.uuid(),
        sequence: fc.nat(),
        start: second,
        minutes: fc.integer({ min: 1, max: 90 * 24 * 60 }),
        status: fc.constantFrom('confirmed' as const, 'tentative' as const, 'cancelled' as const),
        summary: fc.oneof(
          name,
          fc.constantFrom('a;b,c\\n"d"', 'Säge, „groß“', '工房'.repeat(40), '🪚'.repeat(30)),
        ),
        location: fc.option(name),
        changedAt: second,
      }),
      { selector: ({ uid }) => uid, maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, (made) => {
        const given = made.map(({ minutes, start, changedAt, ...rest }) => ({
          ...rest,
          url: null,
          start: start * 1000,
          end: start * 1000 + minutes * 60_000,
          changedAt: changedAt * 1000,
        }));
        const text = feedText('Mine', given);
        expectLinesWithinLimits(text);
        const back = read(text).events.map(({ component: _, ...event }) => event);
        expect(back).toEqual(
          given.map(({ uid, sequence, start, end, summary, location, status }) => ({
            uid,
            sequence,
            start,
            end,
            summary,
            location,
            status: status.toUpperCase(),
          })),
        );
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
});

describe('an invitation', () => {
  const people = {
    organiserEmail: 'tools@workshop.example',
    attendee: { name: 'Ada "the saw" Tinker', email: 'ada@example.org' },
  };

  it('asks the member’s calendar to take the booking in, from the workshop', () => {
    const text = invitationText({ method: 'REQUEST', entry, organiser: 'Riverside; Workshop' }, people);
    const { calendar, events } = read(text);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    const [event] = events;
    expect(event).toMatchObject({ uid: entry.uid, sequence: 3, status: 'CONFIRMED' });
    const attendee = event?.component.getFirstProperty('attendee');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:ada@example.org');
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
    expect(event?.component.getFirstPropertyValue('organizer')).toBe('mailto:tools@workshop.example');
    expectLinesWithinLimits(text);
  });

  it('takes it out again under the same UID, also where the booking itself still stands for another', () => {
    const text = invitationText({ method: 'CANCEL', entry, organiser: 'Riverside' }, people);
    const { calendar, events } = read(text);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(events[0]).toMatchObject({ uid: entry.uid, status: 'CANCELLED' });
  });
});
