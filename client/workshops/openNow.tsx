import type { WorkshopSummary } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn, wallIn } from '../time/zone.ts';
import { dayWord } from '../time.ts';
import { State } from '../ui/state.tsx';

/** Whether a workshop is open, and until or from when, in its own wall time. */
export function OpenNow({ workshop, now }: { workshop: WorkshopSummary; now: number }) {
  const { open, changesAt } = workshop.openNow;
  const kind = open ? 'free' : 'closed';
  if (!changesAt) return <State kind={kind}>{open ? t.workshops.openAlways : t.workshops.closed}</State>;
  const today = todayIn(workshop.timeZone, now);
  const { date, time } = wallIn(changesAt, workshop.timeZone);
  const when = date === today ? time : t.time.moment(dayWord(date, today), time);
  return <State kind={kind}>{open ? t.workshops.openUntil(when) : t.workshops.closedUntil(when)}</State>;
}
