import type { BuildView } from '../../../shared/builds/views.ts';
import { todayIn, wallIn } from '../../time/zone.ts';
import { moment } from '../../time.ts';

/** A moment on the workshop's wall: `14:05` today, `yesterday 14:05`, `Sun 22 Nov 14:05`. */
export function whenIn(at: string, { timeZone }: Pick<BuildView, 'timeZone'>): string {
  const { date, time, offset } = wallIn(at, timeZone);
  return moment(`${date}T${time}:00${offset}`, todayIn(timeZone, Date.now()));
}
