import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occupies, runningBookings } from '../../../server/bookings/agenda.ts';
import { asBooking, bookingOf } from '../../../server/bookings/knownBooking.ts';
import { outagesProjection } from '../../../server/bookings/outages/projection.ts';
import { asDecided, outageById } from '../../../server/bookings/outages/queries.ts';
import { bookings, bookingsProjection } from '../../../server/bookings/projection.ts';
import { waitingProjection } from '../../../server/bookings/waiting/projection.ts';
import { holdsOf, waitingFor } from '../../../server/bookings/waiting/queries.ts';
import { currentVersion } from '../../../server/eventstore/upcasting.ts';
import { applyEvent, handlersByType } from '../../../server/views/apply.ts';
import { openViewsDatabase } from '../../../server/views/database.ts';
import { directWriters } from '../../../server/views/writers.ts';
import { seeded } from './seeded.ts';
import { ANNA, BELA, iso, MACHINE } from './someCalendar.ts';
import { playedBy, someMachine, someTurns } from './someStory.ts';
import { CARLA } from './someUse.ts';

/** The most that take the machine at one instant. */
function mostAtOnce(spans: readonly { start: number; end: number }[]): number {
  return Math.max(
    0,
    ...spans.map(
      ({ start: instant }) => spans.filter((one) => one.start <= instant && one.end > instant).length,
    ),
  );
}

test('whatever people do, a place is taken once: by a booking, by whoever it is held for, by hands on the machine', () => {
  const happened = new Set<string>();
  fc.assert(
    fc.property(someMachine, someTurns, (machine, turns) => {
      const { capacity, turnaroundMinutes } = machine;
      const turnaround = (turnaroundMinutes ?? 0) * 60_000;
      for (const { events, calendar, now } of playedBy(machine, turns)) {
        for (const { type } of events) happened.add(type);
        const { agenda, holds } = calendar;
        const taken = agenda.byEnd.filter(occupies);
        expect(runningBookings(agenda).length).toBeLessThanOrEqual(capacity);
        const held = holds.filter(({ until }) => until > now);
        const cooling = [...taken, ...held].map(({ start, end }) => ({ start, end: end + turnaround }));
        expect(mostAtOnce(cooling)).toBeLessThanOrEqual(capacity);
      }
    }),
    seeded({ numRuns: 300 }),
  );
  for (const rare of ['BookingPassed', 'UseHandedOver', 'SlotHeld', 'HoldEnded', 'BookingReinstated']) {
    expect(happened).toContain(rare);
  }
});

const projections = [bookingsProjection, waitingProjection, outagesProjection];
const handlers = handlersByType(projections);

test('the views say the same of every booking, wait, hold and outage as the calendar that decides', () => {
  fc.assert(
    fc.property(someMachine, someTurns, (machine, turns) => {
      const tables = projections.flatMap((projection) => projection.tables);
      const views = openViewsDatabase(':memory:', tables);
      const writers = directWriters(views);
      const contents = { read: () => null };
      for (const { events, revision, calendar, now } of playedBy(machine, turns)) {
        for (const [index, { type, data }] of events.entries()) {
          const metadata = { at: iso(now), actor: 'operator', commandId: '', commandHash: '' };
          const version = currentVersion(type);
          const place = { stream: `calendar-${MACHINE}`, revision: revision + index, position: 1n };
          applyEvent(
            handlers,
            { id: '', ...place, type, data, metadata: { ...metadata, version } },
            writers,
            contents,
          );
        }
        for (const booking of calendar.agenda.byEnd) {
          const row = views.reader.byKey(bookings, booking.bookingId);
          const seen = row && asBooking(bookingOf(row));
          expect(seen?.status === 'started' ? { ...seen, via: 'person' } : seen).toEqual(booking);
        }
        for (const outage of calendar.outages) {
          const seen = outageById(views.reader, outage.outageId);
          expect(seen && asDecided(seen)).toEqual(outage);
        }
        const ids = (all: readonly { waitId: string }[]) => all.map(({ waitId }) => waitId).toSorted();
        expect(ids(waitingFor(views.reader, MACHINE))).toEqual(ids(calendar.waiting));
        const held = [ANNA, BELA, CARLA].flatMap((memberId) => holdsOf(views.reader, memberId, now));
        expect(ids(held)).toEqual(ids(calendar.holds.filter(({ until }) => until > now)));
      }
      views.close();
    }),
    seeded({ numRuns: 60 }),
  );
});
