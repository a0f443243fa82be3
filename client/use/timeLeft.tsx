import './use.css';
import { t } from '../catalogue/workshopTexts.ts';
import { moment } from '../time.ts';
import { digitsOf } from './digits.ts';
import { useSecond } from './useSecond.ts';

/** How long a session still has, live; past its end, how long it has run over. `until` is wall time with its offset. */
export function TimeLeft({ until, today }: { until: string; today: string }) {
  const now = useSecond();
  const left = Date.parse(until) - now;
  const isOver = left <= 0;
  const when = moment(until, today);
  return (
    <p class="time-left" data-over={isOver || undefined} role="timer">
      <time>{digitsOf(left)}</time>
      <span>{isOver ? t.use.over(when) : t.use.left(when)}</span>
    </p>
  );
}
