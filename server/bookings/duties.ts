import { machineById, machinesDependingOn, machinesWithCheckIn } from '../machines/queries.ts';
import { isErased } from '../members/queries.ts';
import { type Due, type Duty, type DutyCommand, type DutyParts, NOTHING_DUE } from '../timers/duty.ts';
import { runningBookings } from './agenda.ts';
import { calendarFromViews } from './availability.ts';
import { DAY, KEPT_AFTER_END } from './calendar.ts';
import type { SettleDue } from './calendarCommands.ts';
import { calendarCommands } from './commands.ts';
import { settleDue } from './due.ts';
import { calendarFacts } from './facts.ts';
import { overdueOutages } from './outages/queries.ts';
import { machinesWithWordDue, notStartedOn, openBookingsOn, runningPast } from './queries.ts';
import { machinesWithHoldDue } from './waiting/queries.ts';

const MINUTE = 60_000;

/**
 * Has each calendar in which time has made something due settle it: requests that lapse, bookings that are missed,
 * sessions that end with the day, holds that pass on. Asks whoever is past their planned end, once for each end.
 */
export const settleBookings: Duty = {
  name: 'settleBookings',
  every: 3,
  due: (parts): Due => {
    const overrun = runningPast(parts.views, parts.now);
    const { views, now } = parts;
    const machineIds = new Set([...machinesWithWordDue(views, now), ...machinesWithHoldDue(views, now)]);
    for (const machineId of [...overrun.map((one) => one.machineId), ...withMissed(parts)]) {
      if (!machineIds.has(machineId) && hasSomethingDue(machineId, parts)) machineIds.add(machineId);
    }
    return {
      commands: [...machineIds].map((machineId) => settling(machineId, parts)),
      notices: overrun
        .filter(({ memberId, machineId }) => {
          const isLoan = machineById(parts.views, machineId)?.rules.byTheDay;
          return !isLoan && !isErased(parts.views, memberId);
        })
        .map(({ bookingId, machineId, workshopId, memberId, start, end }) => ({
          key: `${bookingId} ${end}`,
          memberId,
          kind: 'UseOverran',
          params: {
            bookingId,
            machineId,
            workshopId,
            start: new Date(start).toISOString(),
            end: new Date(end).toISOString(),
          },
        })),
      mails: [],
    };
  },
};

const commandFor = (machineId: string, { downtime }: DutyParts): SettleDue => ({
  type: 'SettleDue',
  machineId,
  downtime: downtime.map(({ start, end }) => ({ start, end })),
});

function settling(machineId: string, parts: DutyParts): DutyCommand {
  const { SettleDue } = calendarCommands(parts.views);
  return (handler, given) => handler.handle(SettleDue, { ...given, command: commandFor(machineId, parts) });
}

/** Machines with a booking that nobody has started and whose grace may be over. */
function withMissed({ views, now }: DutyParts): string[] {
  return machinesWithCheckIn(views).flatMap(({ machineId, rules }) => {
    const late = notStartedOn(views, machineId, { after: now - KEPT_AFTER_END, now });
    return late.some(({ start, end }) => Math.min(start + rules.graceMinutes * MINUTE, end) <= now)
      ? [machineId]
      : [];
  });
}

/** Whether the calendar, as the views have it, would settle anything: what is waived is not asked about again and again. */
function hasSomethingDue(machineId: string, parts: DutyParts): boolean {
  const { views, now } = parts;
  const { calendar } = calendarFromViews(
    views,
    machineId,
    { start: now - KEPT_AFTER_END, end: now + DAY },
    now,
  );
  const running = runningBookings(calendar.agenda).map(({ memberId }) => memberId);
  const decision = settleDue(
    commandFor(machineId, parts),
    calendar,
    calendarFacts(views, machineId, running, now),
  );
  return decision.outcome === 'accepted' && decision.events.length > 0;
}

/** Bookings that one command reconsiders. */
const AT_ONCE = 200;

/**
 * An outage past its expected end has no end that anybody knows: what is booked behind it is marked as well, on the machine
 * and on those that do not run without it.
 */
export const markBehindOverdueOutages: Duty = {
  name: 'markBehindOverdueOutages',
  every: 30,
  due({ views, now }): Due {
    const out = overdueOutages(views, now).map(({ machineId }) => machineId);
    const hit = new Set(
      out.flatMap((id) => [id, ...machinesDependingOn(views, id).map(({ machineId }) => machineId)]),
    );
    const { ReconsiderBookings } = calendarCommands(views);
    const commands = [...hit].flatMap((machineId): DutyCommand[] => {
      const bookingIds = openBookingsOn(views, machineId, now)
        .filter(({ marks }) => !marks.includes('outage'))
        .slice(0, AT_ONCE)
        .map(({ bookingId }) => bookingId);
      if (bookingIds.length === 0) return [];
      const command = { type: 'ReconsiderBookings', machineId, bookingIds } as const;
      return [(handler, given) => handler.handle(ReconsiderBookings, { ...given, command })];
    });
    return { ...NOTHING_DUE, commands };
  },
};
