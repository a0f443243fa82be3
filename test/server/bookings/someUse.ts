import type { CalendarCommand } from '../../../server/bookings/calendarCommands.ts';
import type { CalendarFacts, GiverFacts } from '../../../server/bookings/slot.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent, DataOf } from '../../../shared/schemasOfEvents.ts';
import { ANNA, aMember, BELA, FIRST, facts, iso, MACHINE, type SomeFacts, WORKSHOP } from './someCalendar.ts';

export const CARLA = '00000000-0000-4000-8000-0000000000c3';
export const WAIT = '00000000-0000-4000-8000-0000000000a1';
export const WAIT_OF_CARLA = '00000000-0000-4000-8000-0000000000a2';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const giver = (memberId: string, office: Partial<GiverFacts> = {}): GiverFacts => ({
  memberId,
  isSteward: false,
  isOnlySteward: false,
  isHost: false,
  teaches: [],
  ...office,
});

/** Facts of a machine with some rules; Anna, Bela and Carla are members alike. */
export function factsWith({
  rules = {},
  by = null,
  ...some
}: SomeFacts & { rules?: Partial<BookingRules>; by?: GiverFacts | null } = {}): CalendarFacts {
  const all = facts({ ...some, machine: { rules: { ...NO_BOOKING_RULES, ...rules }, ...some.machine } });
  const person = { ...aMember, ...some.holder };
  return { ...all, holders: { [ANNA]: person, [BELA]: person, [CARLA]: person }, giver: by };
}

const whose = (bookingId: string, memberId: string) => ({
  bookingId,
  machineId: MACHINE,
  workshopId: WORKSHOP,
  memberId,
});

export const started = (
  at: number,
  data: Partial<DataOf<'UseStarted'>> = {},
  bookingId = FIRST,
  memberId = ANNA,
): CalendarEvent => ({
  type: 'UseStarted',
  data: {
    ...whose(bookingId, memberId),
    at: iso(at),
    via: 'person',
    replayed: false,
    contradicts: [],
    buildId: null,
    step: null,
    ...data,
  },
});

export const stopped = (
  at: number,
  data: Partial<DataOf<'UseStopped'>> = {},
  bookingId = FIRST,
  memberId = ANNA,
): CalendarEvent => ({
  type: 'UseStopped',
  data: {
    ...whose(bookingId, memberId),
    at: iso(at),
    via: 'person',
    replayed: false,
    estimated: false,
    readings: [],
    noteId: null,
    condition: null,
    missing: [],
    photographs: [],
    ...data,
  },
});

type Plain = 'BookingReinstated' | 'BookingMissed' | 'BookingLapsed';
export const about = (type: Plain, bookingId = FIRST, memberId = ANNA): CalendarEvent => ({
  type,
  data: whose(bookingId, memberId),
});

export const joined = (
  from: number,
  to: number,
  minutes: number,
  { waitId = WAIT, memberId = BELA }: { waitId?: string; memberId?: string } = {},
): CalendarEvent => ({
  type: 'WaitingJoined',
  data: {
    waitId,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    memberId,
    from: iso(from),
    to: iso(to),
    minutes,
  },
});

export const start = (bookingId = FIRST, accompanied = false): CalendarCommand => ({
  type: 'StartUse',
  machineId: MACHINE,
  bookingId,
  via: 'person',
  accompanied,
});

export const walkUp = (bookingId: string, memberId: string, end: number | null = null): CalendarCommand => ({
  type: 'WalkUp',
  bookingId,
  machineId: MACHINE,
  workshopId: WORKSHOP,
  memberId,
  end,
  supervisorId: null,
  via: 'person',
  accompanied: false,
});

export const stop = (
  changes: Partial<Extract<CalendarCommand, { type: 'StopUse' }>> = {},
): CalendarCommand => ({
  type: 'StopUse',
  machineId: MACHINE,
  bookingId: FIRST,
  at: null,
  via: 'person',
  readings: [],
  meterReset: false,
  startedByMistake: false,
  noteId: null,
  condition: null,
  missing: [],
  photographs: [],
  ...changes,
});

export const settle = (downtime: { start: number; end: number }[] = []): CalendarCommand => ({
  type: 'SettleDue',
  machineId: MACHINE,
  downtime,
});
