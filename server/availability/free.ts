import type { z } from 'zod';
import type { FreeMachine, FreeView, freeQuery } from '../../shared/availability/free.ts';
import type { NextInduction } from '../../shared/competences/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { calendarFromViews } from '../bookings/availability.ts';
import { today, workshopDays } from '../bookings/days.ts';
import { calendarFacts } from '../bookings/facts.ts';
import { allAgainst } from '../bookings/rulebook.ts';
import { nextOnGrid } from '../bookings/rules/past.ts';
import type { CalendarFacts } from '../bookings/slot.ts';
import { nextInductionsFor } from '../competences/queries.ts';
import { allMachines, type Machine, machineById, machinesOf } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceName, type Workshop, workshopById } from '../workshops/queries.ts';
import { metresBetween } from './distance.ts';
import { type Gap, gapsWithin } from './gaps.ts';

export type FreeQuery = z.output<typeof freeQuery>;

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
  const found = machinesAskedFor(views, query)
    .flatMap((machine) => {
      const workshop = workshopById(views, machine.workshopId);
      return workshop ? [freeOf(views, machine, workshop, memberId, query, now)] : [];
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

function freeOf(
  views: ViewsReader,
  machine: Machine,
  workshop: Workshop,
  memberId: string,
  query: FreeQuery,
  now: number,
): Found {
  const { machineId, name, kind, workshopId } = machine;
  const { timeZone, place } = workshop;
  const length = query.minutes * MINUTE;
  const window = windowOf(workshop, query, now);
  const facts = calendarFacts(views, machineId, [memberId], now);
  const bounds = { start: Math.min(now, window.from) - LOOKED_BACK, end: window.to + LOOKED_AHEAD };
  const { calendar } = calendarFromViews(views, machineId, bounds, now);
  const start = Math.max(window.from, nextOnGrid(now));
  const slot = { memberId, start, end: start + length, change: null };
  const standing = allAgainst(slot, calendar, facts);
  const never = standing.some(({ whenever }) => whenever);
  const gaps = never ? [] : gapsWithin({ memberId, length }, calendar, facts, window, GAPS);
  const { latitude, longitude } = place;
  const metres =
    query.near === undefined || latitude === null || longitude === null
      ? null
      : Math.round(metresBetween(query.near, { latitude, longitude }));
  const at = ({ start: from, end: until }: Gap) => ({
    start: zonedText(from, timeZone),
    end: zonedText(from + length, timeZone),
    until: zonedText(until, timeZone),
  });
  return {
    name,
    first: gaps[0]?.start ?? null,
    metres,
    view: () => ({
      machineId,
      name,
      kind,
      workshopId,
      workshopName: workshop.name,
      timeZone,
      metres,
      gaps: gaps.map(at),
      objections: gaps.length > 0 ? [] : standing.map(({ rule, message }) => ({ rule, message })),
      inductions:
        gaps.length === 0 && standing.some(({ rule }) => rule === 'competence')
          ? inductionsFor(views, workshopId, missingOf(facts, memberId, now), now)
          : [],
    }),
  };
}

/** The competences that a machine asks for and the member does not have now. */
export function missingOf(facts: CalendarFacts, memberId: string, now: number): string[] {
  const held = facts.holders[memberId]?.competences ?? {};
  return facts.machine.requiredCompetences
    .map(({ competenceId }) => competenceId)
    .filter((competenceId) => {
      const until = held[competenceId];
      return until === undefined || (until !== null && until <= now);
    });
}

/** The next sessions that lead to what is missing, in words. */
export function inductionsFor(
  views: ViewsReader,
  workshopId: string,
  missing: readonly string[],
  now: number,
): NextInduction[] {
  return missing
    .flatMap((competenceId) => nextInductionsFor(views, { workshopId, competenceId }, now))
    .sort((one, other) => one.start - other.start)
    .slice(0, GAPS)
    .flatMap((next) => {
      const workshop = workshopById(views, next.workshopId);
      if (!workshop) return [];
      const { inductionId, placesLeft } = next;
      return [
        {
          inductionId,
          workshopId: workshop.workshopId,
          workshopName: workshop.name,
          competence: competenceName(views, next.competenceId) ?? '',
          start: zonedText(next.start, workshop.timeZone),
          placesLeft,
        },
      ];
    });
}

/** Days of workshops in one zone are asked for again and again. */
function windowOf({ timeZone, openingHours }: Workshop, { from, days }: FreeQuery, now: number) {
  const { start, end } = workshopDays({ timeZone, openingHours }, [], from ?? today(timeZone, now), days);
  return { from: Math.max(start, now), to: Math.max(end, now) };
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
