import type { PlaceBooking } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import type { CalendarFacts, HolderFacts, MachineFacts } from '../../../server/bookings/slot.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import type { OpeningHours } from '../../../shared/workshops/openingHours.ts';
import { specification } from '../commands/specification.ts';

const id = (last: string) => `00000000-0000-4000-8000-${last.padStart(12, '0')}`;
export const MACHINE = id('a');
export const WORKSHOP = id('b');
export const ANNA = id('c1');
export const BELA = id('c2');
export const LASER = id('d1');
export const OUTAGE = id('e1');
export const FIRST = id('f1');
export const SECOND = id('f2');
export const THIRD = id('f3');

export const BERLIN = 'Europe/Berlin';
export const HOBART = 'Australia/Hobart';

/** UTC milliseconds of a wall time, `2026-11-23 10:00`; in Berlin unless said otherwise. */
export const at = (wallTime: string, timeZone = BERLIN): number =>
  Temporal.PlainDateTime.from(wallTime.replace(' ', 'T')).toZonedDateTime(timeZone).epochMilliseconds;
export const iso = (instant: number): string => new Date(instant).toISOString();

/** A Monday. */
export const NOW = at('2026-11-23 08:00');
/** A time on that Monday. */
export const monday = (time: string): number => at(`2026-11-23 ${time}`);

export const alwaysOpen: OpeningHours = {
  visitor: 'always',
  member: 'always',
  host: 'always',
  steward: 'always',
  holidays: [],
};

/** Visitors Monday 14 to 18, members 9 to 21 every day, hosts around the clock; closed on Tuesday the 24th. */
export const hours: OpeningHours = {
  visitor: [{ weekday: 1, opens: '14:00', closes: '18:00' }],
  member: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '21:00' })),
  host: 'always',
  steward: 'always',
  holidays: [{ date: '2026-11-24', name: 'Day of Repairs' }],
};

export const aMember: HolderFacts = {
  membership: { until: null },
  pausedUntil: null,
  startsPausedUntil: null,
  hours: ['member'],
  competences: { [LASER]: null },
  loansElsewhere: 0,
};

export interface SomeFacts {
  now?: number;
  machine?: Partial<MachineFacts>;
  holder?: Partial<HolderFacts>;
  openingHours?: OpeningHours;
  timeZone?: string;
}

/** Facts in which nothing stands against anybody, but for what is said. */
export function facts({
  now = NOW,
  machine,
  holder,
  openingHours,
  timeZone = BERLIN,
}: SomeFacts = {}): CalendarFacts {
  const person = { ...aMember, ...holder };
  return {
    now,
    machine: {
      name: 'Laser cutter',
      kind: 'laser',
      rules: NO_BOOKING_RULES,
      inService: true,
      capacity: 1,
      mayRunUnattended: false,
      requiredCompetences: [],
      meters: ['Hours'],
      ...machine,
    },
    workshop: { timeZone, openingHours: openingHours ?? alwaysOpen },
    holders: { [ANNA]: person, [BELA]: person },
    dependenciesOut: [],
    giver: null,
  };
}

export const place = (
  start: number,
  end: number,
  { bookingId = SECOND, memberId = ANNA }: { bookingId?: string; memberId?: string } = {},
): PlaceBooking => ({
  type: 'PlaceBooking',
  bookingId,
  machineId: MACHINE,
  workshopId: WORKSHOP,
  memberId,
  start,
  end,
  purposeId: null,
});

const whose = (bookingId: string, memberId: string) => ({
  bookingId,
  machineId: MACHINE,
  workshopId: WORKSHOP,
  memberId,
});

/** Nobody's word is awaited, and no rule set aside. */
const undisputed = { awaits: [], answerBy: null, overridden: null };

export const placed = (
  bookingId: string,
  start: number,
  end: number,
  memberId: string = ANNA,
): CalendarEvent => ({
  type: 'BookingPlaced',
  data: {
    ...whose(bookingId, memberId),
    start: iso(start),
    end: iso(end),
    purposeId: null,
    supervisorId: null,
    seriesId: null,
    holdId: null,
    walkUp: false,
    ...undisputed,
  },
});

export const changed = (
  type: 'BookingMoved' | 'BookingResized',
  bookingId: string,
  start: number,
  end: number,
): CalendarEvent => {
  const data = { ...whose(bookingId, ANNA), start: iso(start), end: iso(end), ...undisputed };
  return type === 'BookingMoved' ? { type, data } : { type, data: { ...data, renewal: false } };
};

export const cancelled = (bookingId: string): CalendarEvent => ({
  type: 'BookingCancelled',
  data: { ...whose(bookingId, ANNA), late: false },
});
export const reinstated = (bookingId: string): CalendarEvent => ({
  type: 'BookingReinstated',
  data: whose(bookingId, ANNA),
});
export const corrected = (bookingId: string, start: number, end: number): CalendarEvent => ({
  type: 'BookingCorrected',
  data: { ...whose(bookingId, ANNA), start: iso(start), end: iso(end), noteId: null },
});
export const marked = (bookingId: string, rule: 'outage' | 'membership' | 'competence'): CalendarEvent => ({
  type: 'BookingMarked',
  data: { ...whose(bookingId, ANNA), rule },
});
export const unmarked = (bookingId: string, rule: 'outage' | 'membership' | 'competence'): CalendarEvent => ({
  type: 'BookingUnmarked',
  data: { ...whose(bookingId, ANNA), rule },
});

export const outage = (start: number, end: number | null): CalendarEvent => ({
  type: 'OutageDeclared',
  data: {
    outageId: OUTAGE,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    kind: 'outOfOrder',
    start: iso(start),
    end: end === null ? null : iso(end),
    reasonId: id('1'),
    faultId: null,
    planId: null,
  },
});
export const outageEnded = (end: number): CalendarEvent => ({
  type: 'OutageEnded',
  data: { outageId: OUTAGE, machineId: MACHINE, workshopId: WORKSHOP, end: iso(end), noteId: null },
});

/** Stories begin in the morning of that Monday. */
export const { given, stateAfter } = specification(calendarDecider, NOW);
