import type { PlanState } from '../../../shared/machines/careViews.ts';
import type { MaintenanceInterval } from '../../../shared/machines/events.ts';

/** From here on a plan is due soon: the last tenth of its interval. */
const SOON = 0.1;

export interface PlanSoFar {
  interval: MaintenanceInterval;
  /** UTC milliseconds; null: never yet. */
  lastDoneAt: number | null;
}

/** How far use and time have come since the plan was last fulfilled, or made. */
export interface Since {
  now: number;
  timeZone: string;
  hoursOfUse: number;
  /** Of its meter: when it was last done (or planned, or first read), and now; null while nobody has read it. */
  readings: { base: number; last: number } | null;
}

export interface Due {
  state: PlanState;
  /** Hours of use, units of the meter, or days; below zero: overdue. */
  remaining: number;
  /** Of a plan by calendar, `2026-11-22` in the workshop. */
  dueOn: string | null;
  /** Of a plan by meter. */
  dueAtReading: number | null;
}

/** When care is due by hours of use, by a meter, or by the calendar of the workshop. */
export function dueOf({ interval, lastDoneAt }: PlanSoFar, since: Since): Due {
  switch (interval.by) {
    case 'hours': {
      const remaining = interval.hours - since.hoursOfUse;
      return { state: stateOf(remaining, interval.hours), remaining, dueOn: null, dueAtReading: null };
    }
    case 'meter': {
      const { amount } = interval;
      if (since.readings === null) {
        return { state: 'later', remaining: amount, dueOn: null, dueAtReading: null };
      }
      const dueAtReading = since.readings.base + amount;
      const remaining = dueAtReading - since.readings.last;
      return { state: stateOf(remaining, amount), remaining, dueOn: null, dueAtReading };
    }
    case 'calendar': {
      const { days } = interval;
      const counted =
        lastDoneAt === null ? Temporal.PlainDate.from(interval.from) : dateAt(lastDoneAt, since.timeZone);
      const dueOn = counted.add({ days });
      const remaining = dateAt(since.now, since.timeZone).until(dueOn, { largestUnit: 'days' }).days;
      return { state: stateOf(remaining, days), remaining, dueOn: dueOn.toString(), dueAtReading: null };
    }
  }
}

const stateOf = (remaining: number, whole: number): PlanState =>
  remaining <= 0 ? 'due' : remaining <= whole * SOON ? 'soon' : 'later';

const dateAt = (instant: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
