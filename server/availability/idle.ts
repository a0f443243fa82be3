import { HOURS_OF_WEEK, type IdleCapacityView } from '../../shared/availability/idle.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import type { KnownBooking } from '../bookings/knownBooking.ts';
import { openStretches } from '../bookings/openStretches.ts';
import { outagesWithin } from '../bookings/outages/queries.ts';
import { bookingsWithin } from '../bookings/queries.ts';
import { reservationsWithin } from '../bookings/waiting/queries.ts';
import { type Machine, machinesOf } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { Workshop } from '../workshops/queries.ts';
import { addMinutes, type WeekHour, weekHours } from './weekHours.ts';

interface Stretch {
  start: number;
  end: number;
}

/** How a workshop's machines were taken in the whole weeks up to yesterday, by hour of the week, in minutes of their places. */
export function idleCapacity(
  views: ViewsReader,
  { workshopId, name: workshopName, timeZone, openingHours }: Workshop,
  weeks: number,
  now: number,
): IdleCapacityView {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = today.subtract({ weeks });
  const hours = weekHours(first, weeks * 7, timeZone);
  const period = { start: hours[0]?.start ?? now, end: hours.at(-1)?.end ?? now };
  const open = openStretches(openingHours, ['member'], timeZone, period);
  const machines = machinesOf(views, workshopId)
    .filter(({ kind, retired }) => !retired && !isBorrowed(kind))
    .map((machine) => {
      const { machineId, name, kind, capacity } = machine;
      const taken = takenHours(
        views,
        machine,
        machine.mayRunUnattended ? [period] : open,
        hours,
        period,
        now,
      );
      return { machineId, name, kind, capacity, ...taken };
    });
  const [from, to] = [first, today.subtract({ days: 1 })].map(String);
  return { workshopId, workshopName, timeZone, weeks, from: from ?? '', to: to ?? '', machines };
}

function takenHours(
  views: ViewsReader,
  { machineId, capacity, rules }: Machine,
  doorsOpen: readonly Stretch[],
  hours: readonly WeekHour[],
  period: Stretch,
  now: number,
): { open: number[]; booked: number[]; used: number[] } {
  const outages = outagesWithin(views, machineId, period, now).map(({ start, returnedAt }) => ({
    start,
    end: returnedAt ?? period.end,
  }));
  const service = without(doorsOpen, outages);
  const bookings = bookingsWithin(views, machineId, period);
  const used = bookings.flatMap((booking) => useOf(booking, rules.checkIn === 'none'));
  const open = blankWeek();
  for (const stretch of service) addMinutes(open, hours, stretch, capacity);
  const booked = blankWeek();
  for (const stretch of shared(bookings, service)) addMinutes(booked, hours, stretch);
  // A reservation takes the whole machine.
  for (const stretch of shared(reservationsWithin(views, machineId, period), service)) {
    addMinutes(booked, hours, stretch, capacity);
  }
  const inUse = blankWeek();
  for (const stretch of shared(used, service)) addMinutes(inUse, hours, stretch);
  const upTo = (minutes: number[], most: readonly number[]) =>
    minutes.map((minute, index) => Math.min(Math.round(minute), Math.round(most[index] ?? 0)));
  return { open: open.map(Math.round), booked: upTo(booked, open), used: upTo(inUse, open) };
}

/** When a booking was really used. Where nobody checks in, what was booked counts as used. */
function useOf({ start, end, startedAt, stoppedAt }: KnownBooking, assumed: boolean): Stretch[] {
  if (startedAt !== null) return [{ start: startedAt, end: stoppedAt ?? end }];
  return assumed ? [{ start, end }] : [];
}

const blankWeek = () => new Array<number>(HOURS_OF_WEEK).fill(0);

/** What the stretches have in common with those of `within`, which do not overlap. */
function shared(stretches: readonly Stretch[], within: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((one) =>
    within.flatMap((other) => {
      const common = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
      return common.start < common.end ? [common] : [];
    }),
  );
}

/** The stretches without what the others cut out of them. */
function without(stretches: readonly Stretch[], cuts: readonly Stretch[]): Stretch[] {
  return cuts.reduce<Stretch[]>(
    (left, cut) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, cut.start) },
          { start: Math.max(start, cut.end), end },
        ].filter((rest) => rest.start < rest.end),
      ),
    [...stretches],
  );
}
