import { hoursOfUse } from '../../bookings/hoursOfUse.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { workshopById } from '../../workshops/queries.ts';
import { machineById } from '../queries.ts';
import { type Due, dueOf } from './due.ts';
import { type KnownPlan, plansIn, readingsOf } from './queries.ts';

/** A plan with how far it is. */
export interface WatchedPlan {
  plan: KnownPlan;
  due: Due;
  /** Last reading of its meter. */
  reading: number | null;
}

/** How far a plan is at an instant (UTC milliseconds). Null for a machine that is gone or retired. */
export function watched(views: ViewsReader, plan: KnownPlan, now: number): WatchedPlan | null {
  const { machineId, workshopId, interval, lastDoneAt, plannedAt } = plan;
  const machine = machineById(views, machineId);
  if (!machine || machine.retired) return null;
  const timeZone = workshopById(views, workshopId)?.timeZone ?? 'UTC';
  const meter = interval.by === 'meter' ? readingsOf(views, machineId)[interval.meter] : undefined;
  const used = { from: lastDoneAt ?? plannedAt, to: now, assumed: machine.rules.checkIn === 'none' };
  const due = dueOf(plan, {
    now,
    timeZone,
    hoursOfUse: interval.by === 'hours' ? hoursOfUse(views, machineId, used) : 0,
    readings: meter ? { base: plan.baseReading ?? meter.first, last: meter.last } : null,
  });
  return { plan, due, reading: meter?.last ?? null };
}

/** Plans of a workshop (null: of all) that are due, or are soon. */
export function needingCare(views: ViewsReader, workshopId: string | null, now: number): WatchedPlan[] {
  return plansIn(views, workshopId)
    .map((plan) => watched(views, plan, now))
    .filter((plan): plan is WatchedPlan => plan !== null && plan.due.state !== 'later');
}

/**
 * Everything that is due now. `cycle` names this one time that it is: a notice that is keyed by it is given once, until
 * the maintenance has been done and is due again.
 */
export function maintenanceDue(
  views: ViewsReader,
  now: number,
): { machineId: string; workshopId: string; planId: string; cycle: string }[] {
  return needingCare(views, null, now)
    .filter(({ due }) => due.state === 'due')
    .map(({ plan: { machineId, workshopId, planId, lastDoneAt, plannedAt } }) => ({
      machineId,
      workshopId,
      planId,
      cycle: `${planId}/${lastDoneAt ?? plannedAt}`,
    }));
}
