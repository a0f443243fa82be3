import type { PlanView } from '../../../shared/machines/careViews.ts';
import { zonedText } from '../../../shared/workshops/zonedText.ts';
import type { Viewer } from '../../bookings/bookingViews.ts';
import { firstGap } from '../../bookings/firstGap.ts';
import { standingOutagesOf } from '../../bookings/outages/queries.ts';
import { outageViews } from '../../bookings/takenViews.ts';
import type { Parts } from '../../parts.ts';
import type { WatchedPlan } from './maintenance.ts';

const MINUTE = 60_000;

/** Remainders as people read them: tenths of hours, whole days, units as the meter counts. */
const rounded = (amount: number) => Math.round(amount * 10) / 10;

/** A plan with the outage that was declared for it, or the one that is proposed when it is due. */
export function planView(
  parts: Pick<Parts, 'views' | 'texts'>,
  { plan, due, reading }: WatchedPlan,
  timeZone: string,
  viewer: Viewer,
): PlanView {
  const { planId, machineId, name, interval, durationMinutes, lastDoneAt, revision } = plan;
  const { views } = parts;
  const declared = standingOutagesOf(views, machineId).filter((outage) => outage.planId === planId);
  const wanted = due.state !== 'later' && declared.length === 0;
  const gap = wanted ? firstGap(views, machineId, durationMinutes * MINUTE, viewer.now) : null;
  return {
    planId,
    machineId,
    name,
    interval,
    durationMinutes,
    lastDoneAt: lastDoneAt === null ? null : zonedText(lastDoneAt, timeZone),
    state: due.state,
    remaining: rounded(due.remaining),
    dueOn: due.dueOn,
    reading,
    dueAtReading: due.dueAtReading,
    proposed: gap && { start: zonedText(gap.start, timeZone), end: zonedText(gap.end, timeZone) },
    outage: outageViews(parts, declared, timeZone, viewer)[0] ?? null,
    revision,
  };
}
