import './idleTable.css';
import type { IdleCapacityView } from '../../shared/availability/idle.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { weekdaysInOrder } from '../time.ts';
import { hoursShown, type Measure, shareAt } from './shares.ts';

const words = t.idle;

export interface IdleTableProps {
  machines: IdleCapacityView['machines'];
  measure: Measure;
  caption: string;
}

/** A week as a table: the number is the share in percent, the bar behind it stands as high. */
export function IdleTable({ machines, measure, caption }: IdleTableProps) {
  const days = weekdaysInOrder();
  return (
    <table class="idle-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="only-heard">{words.hour}</span>
          </th>
          {days.map((weekday) => (
            <th key={weekday} scope="col">
              {t.time.weekdays[weekday - 1]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hoursShown(machines).map((hour) => (
          <tr key={hour}>
            <th scope="row">{String(hour).padStart(2, '0')}</th>
            {days.map((weekday) => (
              <Share key={weekday} share={shareAt(machines, weekday, hour, measure)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Share({ share }: { share: number | null }) {
  if (share === null)
    return (
      <td data-closed>
        <span class="only-heard">{words.closed}</span>
      </td>
    );
  return (
    <td>
      <svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y={100 - share} width="1" height={share} />
      </svg>
      <span>{share}</span>
    </td>
  );
}
