import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { Pausable } from '../../shared/members/events.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import type { Actor } from '../commands/definition.ts';
import { competencesHeldIn } from '../competences/queries.ts';
import { dependenciesOf, kitsWith, type Machine, machineById } from '../machines/queries.ts';
import { rolesIn, type Standing, standingOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { appointmentsIn, appointmentsOf, competenceName, workshopById } from '../workshops/queries.ts';
import { DAY, endOfOutage, KEPT_AFTER_END } from './calendar.ts';
import { asDecided, outagesWithin } from './outages/queries.ts';
import { bookingsWithin, runningOn, takenOrOpenOf } from './queries.ts';
import {
  type CalendarFacts,
  type DependencyOut,
  type HolderFacts,
  type HoursKey,
  type MachineFacts,
  STRANGER,
} from './slot.ts';

/** Further than anything is booked ahead. Milliseconds. */
const FAR_AHEAD = 3 * 366 * DAY;
const HOURS_KEYS: readonly HoursKey[] = ['visitor', 'member', 'host', 'steward'];
const NEVER_OPEN: OpeningHours = { visitor: [], member: [], host: [], steward: [], holidays: [] };
const UNKNOWN_MACHINE: MachineFacts = {
  name: 'This machine',
  kind: 'other',
  rules: NO_BOOKING_RULES,
  inService: false,
  capacity: 1,
  mayRunUnattended: false,
  requiredCompetences: [],
  meters: [],
};

/** What deciding about bookings of these members on a machine needs from the other contexts, as it is known now. */
export function calendarFacts(
  views: ViewsReader,
  machineId: string,
  memberIds: Iterable<string>,
  now: number,
  actor: Actor | null = null,
): CalendarFacts {
  const machine = machineById(views, machineId);
  const workshop = machine && workshopById(views, machine.workshopId);
  if (!machine || !workshop) {
    const nowhere = { timeZone: 'UTC', openingHours: NEVER_OPEN };
    return {
      now,
      machine: UNKNOWN_MACHINE,
      workshop: nowhere,
      holders: {},
      dependenciesOut: [],
      giver: null,
    };
  }
  const { workshopId } = machine;
  const { name, kind, rules, capacity, mayRunUnattended, retired } = machine;
  const requiredCompetences = machine.requiredCompetences.map((competenceId) => ({
    competenceId,
    name: competenceName(views, competenceId) ?? 'unknown',
  }));
  return {
    now,
    machine: {
      name,
      kind,
      rules,
      inService: !retired,
      capacity,
      mayRunUnattended,
      requiredCompetences,
      meters: machine.meters.map((meter) => meter.name),
    },
    workshop: { timeZone: workshop.timeZone, openingHours: workshop.openingHours },
    holders: Object.fromEntries(
      [...new Set(memberIds)].map((memberId) => [memberId, holderFacts(views, memberId, machine, now)]),
    ),
    dependenciesOut: [...dependenciesOut(views, machine, now), ...lentOtherwise(views, machine, now)],
    giver: giverFacts(views, actor, workshopId),
  };
}

function giverFacts(views: ViewsReader, actor: Actor | null, workshopId: string): CalendarFacts['giver'] {
  if (actor?.kind !== 'member') return null;
  const { memberId } = actor;
  const held = appointmentsOf(views, memberId, workshopId);
  const stewards = new Set(
    appointmentsIn(views, workshopId).flatMap((one) => (one.role === 'steward' ? [one.memberId] : [])),
  );
  return {
    memberId,
    isSteward: held.some(({ role }) => role === 'steward'),
    isOnlySteward: stewards.size === 1 && stewards.has(memberId),
    isHost: held.some(({ role }) => role === 'host'),
    teaches: held.flatMap(({ role, competenceId }) =>
      role === 'trainer' && competenceId !== null ? [competenceId] : [],
    ),
  };
}

const isLent = ({ kind }: Machine): boolean => kind === 'tool' || kind === 'kit';

function holderFacts(views: ViewsReader, memberId: string, machine: Machine, now: number): HolderFacts {
  const { workshopId, requiredCompetences } = machine;
  const standing = standingOf(views, memberId, workshopId);
  const appointed = standing.appointments.length > 0;
  return {
    membership: appointed ? { until: null } : standing.membership && { until: standing.membership.until },
    pausedUntil: pausedUntil(standing, isLent(machine) ? 'loans' : 'bookings'),
    startsPausedUntil: pausedUntil(standing, 'starts'),
    hours: hoursIn(standing, now),
    competences:
      requiredCompetences.length > 0
        ? Object.fromEntries(competencesHeldIn(views, memberId, workshopId))
        : {},
    loansElsewhere: isLent(machine) ? loansElsewhere(views, memberId, machine, now) : 0,
  };
}

/** Other tools and kits of the same workshop that a member has, however long overdue, or has reserved. */
function loansElsewhere(views: ViewsReader, memberId: string, machine: Machine, now: number): number {
  return takenOrOpenOf(views, memberId, now).filter((booking) => {
    if (booking.machineId === machine.machineId || booking.workshopId !== machine.workshopId) return false;
    const other = machineById(views, booking.machineId);
    return other !== null && isLent(other);
  }).length;
}

/** Outages, now and to come, of what the machine does not run without. */
function dependenciesOut(views: ViewsReader, machine: Machine, now: number): DependencyOut[] {
  if (machine.dependsOn.length === 0) return [];
  const ahead = { start: now - KEPT_AFTER_END, end: now + FAR_AHEAD };
  return dependenciesOf(views, machine.machineId).flatMap(({ machineId, name }) =>
    outagesWithin(views, machineId, ahead, now).map((outage) => ({
      name,
      from: outage.start,
      until: endOfOutage(asDecided(outage), now),
    })),
  );
}

/**
 * When pieces of a kit that are tools of their own are with somebody without it, and when a tool is away with its kit. What
 * is overdue is away for nobody knows how long.
 */
function lentOtherwise(views: ViewsReader, machine: Machine, now: number): DependencyOut[] {
  const away = (machineId: string, lentAs: 'piece' | 'kit'): DependencyOut[] => {
    const name = machineById(views, machineId)?.name ?? '';
    const ahead = bookingsWithin(views, machineId, { start: now, end: now + FAR_AHEAD });
    const taken = ahead.map(({ start, end }) => ({ name, lentAs, from: start, until: end }));
    const overdue = runningOn(views, machineId).filter(({ end }) => end <= now);
    const unknown = { name, lentAs, until: Number.POSITIVE_INFINITY };
    return [...taken, ...overdue.map(({ start }) => ({ ...unknown, from: start }))];
  };
  if (machine.kind === 'kit') {
    return machine.contents.flatMap(({ toolId }) => (toolId === null ? [] : away(toolId, 'piece')));
  }
  if (machine.kind !== 'tool') return [];
  return kitsWith(views, machine).flatMap(({ machineId }) => away(machineId, 'kit'));
}

/** Until when bookings or starts are paused for somebody; null where they are not. */
const pausedUntil = ({ pause }: Standing, what: Pausable): number | null =>
  pause?.what.includes(what) ? pause.until : null;

/** Which of the workshop's hours a person may come in: those of all their roles, else the visitors'. */
export function hoursOf(views: ViewsReader, memberId: string, workshopId: string, now: number): HoursKey[] {
  return hoursIn(standingOf(views, memberId, workshopId), now);
}

function hoursIn(standing: Parameters<typeof rolesIn>[0], now: number): HoursKey[] {
  const roles: readonly string[] = rolesIn(standing, now);
  const hours = HOURS_KEYS.filter((key) => roles.includes(key));
  return hours.length === 0 ? STRANGER.hours : hours;
}
