import { z } from 'zod';
import { folded, foldedTimeline } from '../../shared/bookings/timeline.ts';
import { machineCalendarView, myBookingsView } from '../../shared/bookings/views.ts';
import { machineId, workshopId } from '../../shared/identifiers.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { calendarDate, instant } from '../../shared/time.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import { type Machine, machinesOf } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import type { Workshop } from '../workshops/queries.ts';
import { bookingViews, type Viewer } from './bookingViews.ts';
import { DAY } from './calendar.ts';
import { today, workshopDays } from './days.ts';
import { hoursOf } from './facts.ts';
import { outagesWithin } from './outages/queries.ts';
import { bookingsOfMember, bookingsWithin } from './queries.ts';
import { STRANGER } from './slot.ts';
import { heldStretches, outageViews, reservationViews } from './takenViews.ts';
import { holdsWithin, reservationsWithin } from './waiting/queries.ts';

const daysUpTo = (most: number, standard: number) =>
  z.coerce.number().int().min(1).max(most).default(standard);

/** How far *my bookings* reach where nothing else is asked for. */
const BACK = 14 * DAY;
const AHEAD = 400 * DAY;

/** People in the order in which they come up, each once. */
class PeopleOnce {
  readonly all: { memberId: string; name: string | null }[] = [];
  readonly #places = new Map<string, number>();
  readonly placeOf = (person: { memberId: string; name: string | null }): number => {
    const known = this.#places.get(person.memberId);
    if (known !== undefined) return known;
    this.#places.set(person.memberId, this.all.length);
    return this.all.push(person) - 1;
  };
}

/** Calendars: of a workshop's machines, of one machine, of oneself. */
export function calendarRoutes(parts: Pick<Parts, 'views' | 'names' | 'texts'>): AnyRoute[] {
  const { views } = parts;

  const daysFor = (workshop: Workshop, viewer: Viewer, from: string | undefined, count: number) => {
    const { requester, now } = viewer;
    const hours =
      requester.kind === 'member'
        ? hoursOf(views, requester.memberId, workshop.workshopId, now)
        : STRANGER.hours;
    return workshopDays(workshop, hours, from ?? today(workshop.timeZone, now), count);
  };

  const rowOf = (
    { machineId, name, kind, capacity, mayRunUnattended }: Machine,
    { timeZone }: Workshop,
    bounds: { start: number; end: number },
    viewer: Viewer,
  ) => ({
    machineId,
    name,
    kind,
    capacity,
    mayRunUnattended,
    bookings: bookingViews(parts, bookingsWithin(views, machineId, bounds), viewer),
    outages: outageViews(parts, outagesWithin(views, machineId, bounds, viewer.now), timeZone, viewer),
    reservations: reservationViews(parts, reservationsWithin(views, machineId, bounds), timeZone, viewer),
    held: heldStretches(holdsWithin(views, machineId, bounds, viewer.now), timeZone, viewer),
  });

  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/timeline',
      summary: 'What is booked and what is out on all machines of a workshop',
      tag: 'bookings',
      access: 'public',
      scopes: ['bookings:read'],
      params: z.strictObject({ workshopId }),
      query: z.strictObject({
        from: calendarDate.optional(),
        days: daysUpTo(7, 1),
        /** So many machines only: what a page shows first. */
        first: z.coerce.number().int().min(1).max(1_000).optional(),
      }),
      reply: foldedTimeline,
      handle: (request) => {
        const workshop = enterWorkshop(views, request, 'booking.read');
        const { workshopId, name: workshopName, timeZone } = workshop;
        const { days, start, end } = daysFor(workshop, request, request.query.from, request.query.days);
        const people = new PeopleOnce();
        const inService = machinesOf(views, workshopId).filter(
          ({ kind, retired }) => !retired && !isBorrowed(kind),
        );
        const { first = inService.length } = request.query;
        const machines = inService.slice(0, first).map((machine) => {
          const row = rowOf(machine, workshop, { start, end }, request);
          return { ...row, bookings: row.bookings.map((booking) => folded(booking, people.placeOf)) };
        });
        const about = { workshopId, workshopName, timeZone, days };
        const body = { ...about, people: people.all, machines };
        return { body: first < inService.length ? { ...body, more: true as const } : body };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/calendar',
      summary: 'What is booked and what is out on one machine',
      tag: 'bookings',
      access: 'public',
      scopes: ['bookings:read'],
      params: z.strictObject({ machineId }),
      query: z.strictObject({ from: calendarDate.optional(), days: daysUpTo(42, 7) }),
      reply: machineCalendarView,
      handle: (request) => {
        const { machine, workshop } = enterMachine(views, request, 'booking.read');
        const { workshopId, name: workshopName, timeZone } = workshop;
        const { days, start, end } = daysFor(workshop, request, request.query.from, request.query.days);
        const row = rowOf(machine, workshop, { start, end }, request);
        return { body: { ...row, workshopId, workshopName, timeZone, days } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/me/bookings',
      summary: 'Your bookings, from two weeks ago on unless asked otherwise',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:read'],
      query: z.strictObject({ from: instant.optional(), to: instant.optional() }),
      reply: myBookingsView,
      handle: (request) => {
        const { from, to } = request.query;
        const start = from === undefined ? request.now - BACK : Date.parse(from);
        const end = to === undefined ? request.now + AHEAD : Date.parse(to);
        const all = bookingsOfMember(views, request.memberId(), { start, end });
        const mine = all.filter(({ workshopId }) =>
          isAllowed(views, request.requester, 'booking.read', { workshopId }, request.now),
        );
        return { body: { bookings: bookingViews(parts, mine, request) } };
      },
    }),
  ];
}
