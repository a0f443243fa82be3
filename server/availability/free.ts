import type { FreeMachine, FreeView } from '../../shared/availability/free.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { enter } from '../bookings/agenda.ts';
import { calendarFromViews } from '../bookings/availability.ts';
import type { Calendar } from '../bookings/calendar.ts';
import { today } from '../bookings/days.ts';
import { calendarFacts } from '../bookings/facts.ts';
import { asBooking, type KnownBooking } from '../bookings/knownBooking.ts';
import { missingCompetences } from '../bookings/missing.ts';
import { bookingsOfMember } from '../bookings/queries.ts';
import { allAgainst, RULES } from '../bookings/rulebook.ts';
import { nextOnGrid } from '../bookings/rules/past.ts';
import type { CalendarFacts, Slot } from '../bookings/slot.ts';
import { nextInductionViews } from '../competences/nextInductions.ts';
import { allMachines, type Machine, machineById, machinesOf } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Workshop, workshopById } from '../workshops/queries.ts';
import { metresBetween } from './distance.ts';
import type { FreeQuery } from './freeQuery.ts';
import { type Gap, gapsWithin } from './gaps.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** The rules look back as far as a day and what precedes it: counts per day, gaps and cooling. */
const LOOKED_BACK = 8 * DAY;
/** Open bookings ahead count, however far. */
const LOOKED_AHEAD = 92 * DAY;
const GAPS = 3;
const MACHINES = 100;

/** What a member could book: the machines asked for, with their first gaps by the very rules that decide. */
export function freeFor(views: ViewsReader, memberId: string, query: FreeQuery, now: number): FreeView {
  const byWorkshop = Map.groupBy(machinesAskedFor(views, query), ({ workshopId }) => workshopId);
  const lately = { start: now - LOOKED_BACK, end: now + LOOKED_AHEAD };
  const own = Map.groupBy(bookingsOfMember(views, memberId, lately), ({ machineId }) => machineId);
  const found = [...byWorkshop]
    .flatMap(([workshopId, machines]) => {
      const workshop = workshopById(views, workshopId);
      if (!workshop) return [];
      const window = windowOf(workshop, query, now);
      return machines.map((machine) =>
        freeOf(views, machine, workshop, window, {
          memberId,
          own: own.get(machine.machineId) ?? [],
          query,
          now,
        }),
      );
    })
    .sort(soonestThenNearest);
  return {
    minutes: query.minutes,
    machines: found.slice(0, MACHINES).map(({ view }) => view()),
    more: Math.max(0, found.length - MACHINES),
  };
}

function machinesAskedFor(views: ViewsReader, query: FreeQuery): Machine[] {
  if (query.machine !== undefined) {
    const machine = machineById(views, query.machine);
    return machine && !machine.retired ? [machine] : [];
  }
  const all = query.workshop === undefined ? allMachines(views) : machinesOf(views, query.workshop);
  return all.filter(
    ({ kind, retired, requiredCompetences }) =>
      !retired &&
      (query.competence === undefined || requiredCompetences.includes(query.competence)) &&
      // What is borrowed, or only serves other machines, is found by its kind alone.
      (query.kind === undefined ? !isBorrowed(kind) && kind !== 'utility' : kind === query.kind),
  );
}

interface Found {
  name: string;
  first: number | null;
  metres: number | null;
  view(): FreeMachine;
}

interface Asking {
  memberId: string;
  /** The member's bookings of this machine, missed ones too: the rules count them. */
  own: readonly KnownBooking[];
  query: FreeQuery;
  now: number;
}

function freeOf(
  views: ViewsReader,
  machine: Machine,
  workshop: Workshop,
  window: { from: number; to: number },
  { memberId, own, query, now }: Asking,
): Found {
  const { machineId, name, kind, capacity, mayRunUnattended, workshopId } = machine;
  const { timeZone, place } = workshop;
  const length = query.minutes * MINUTE;
  const facts = calendarFacts(views, machineId, [memberId], now);
  const bounds = { start: Math.min(now, window.from) - LOOKED_BACK, end: window.to + LOOKED_AHEAD };
  const { calendar } = calendarFromViews(views, machineId, bounds, now);
  for (const booking of own) enter(calendar.agenda, asBooking(booking));
  const asked = { memberId, length };
  const { latitude, longitude } = place;
  const metres =
    query.near === undefined || latitude === null || longitude === null
      ? null
      : Math.round(metresBetween(query.near, { latitude, longitude }));
  const start = Math.max(window.from, nextOnGrid(now));
  const slot = { memberId, start, end: start + length, change: null };
  const first = standsWhenever(slot, calendar, facts) ? null : firstStart(asked, calendar, facts, window);
  const at = ({ start: from, end: until }: Gap) => ({
    start: zonedText(from, timeZone),
    end: zonedText(from + length, timeZone),
    until: zonedText(until, timeZone),
  });
  const described = {
    machineId,
    name,
    kind,
    capacity,
    mayRunUnattended,
    workshopId,
    workshopName: workshop.name,
    timeZone,
    metres,
  };
  // The rest is found out for those machines alone that are told about.
  const view = (): FreeMachine => {
    if (first !== null) {
      const gaps = gapsWithin(asked, calendar, facts, { ...window, from: first }, GAPS);
      return { ...described, gaps: gaps.map(at), objections: [], inductions: [] };
    }
    const standing = allAgainst(slot, calendar, facts);
    const missing = missingCompetences(facts, memberId);
    return {
      ...described,
      gaps: [],
      objections: standing.map(({ rule, message }) => ({ rule, message })),
      inductions: nextInductionViews(views, workshopId, missing, now),
    };
  };
  return { name, first, metres, view };
}

/** Whether something stands against it that no other time would change. */
const standsWhenever = (slot: Slot, calendar: Calendar, facts: CalendarFacts): boolean =>
  RULES.some((rule) => rule.against(slot, calendar, facts)?.whenever);

/** The first start that is allowed: mostly within a day, so that is looked through first. */
function firstStart(
  asked: { memberId: string; length: number },
  calendar: Calendar,
  facts: CalendarFacts,
  { from, to }: { from: number; to: number },
): number | null {
  for (const until of [Math.min(from + DAY, to), to]) {
    const [gap] = gapsWithin(asked, calendar, facts, { from, to: until }, 1);
    if (gap) return gap.start;
  }
  return null;
}

/** From the first to the end of the last day asked for, on the workshop's own calendar, and not before now. */
function windowOf({ timeZone }: Workshop, { from, days }: FreeQuery, now: number) {
  const first = Temporal.PlainDate.from(from ?? today(timeZone, now));
  const midnight = (later: number) => first.add({ days: later }).toZonedDateTime(timeZone).epochMilliseconds;
  return { from: Math.max(midnight(0), now), to: Math.max(midnight(days), now) };
}

function soonestThenNearest(one: Found, other: Found): number {
  const last = Number.POSITIVE_INFINITY;
  return (
    compared(one.first ?? last, other.first ?? last) ||
    compared(one.metres ?? last, other.metres ?? last) ||
    one.name.localeCompare(other.name)
  );
}

/** Also of two infinities, whose difference is no number. */
const compared = (one: number, other: number): number => (one === other ? 0 : one - other);
