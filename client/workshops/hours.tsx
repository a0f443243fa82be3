import './hours.css';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { shortDate } from '../time.ts';
import { type DaysAlike, hoursInGroups } from './week.ts';

const words = t.workshops.hours;

const daysInWords = ({ from, to }: DaysAlike) => {
  const name = (weekday: number) => t.time.weekdays[weekday - 1] ?? '';
  return from === to ? name(from) : words.day(name(from), name(to));
};

/** The week of a workshop by role, as it would stand on its door. */
export function Hours({ hours, today }: { hours: OpeningHours; today: string }) {
  const holidays = hours.holidays.filter(({ date }) => date >= today);
  return (
    <>
      <div class="hours">
        {hoursInGroups(hours).map(({ roles, week }) => (
          <div key={roles.join()}>
            <h3>{words.whoAll(roles.map((role) => words.who(t.words.roles[role])))}</h3>
            {typeof week === 'string' ? <p>{words[week]}</p> : <Week lines={week} />}
          </div>
        ))}
      </div>
      {holidays.length > 0 && (
        <p>
          {words.holidays}{' '}
          {t.words.and(holidays.slice(0, 6).map(({ date, name }) => `${shortDate(date, today)} (${name})`))}
        </p>
      )}
    </>
  );
}

function Week({ lines }: { lines: readonly DaysAlike[] }) {
  return (
    <dl>
      {lines.map((line) => (
        <>
          <dt>{daysInWords(line)}</dt>
          <dd>
            {line.times.length === 0 && <span class="soft">{words.dayClosed}</span>}
            {line.times.map(({ opens, closes }) => (
              <time key={opens}>{t.time.span(opens, closes)}</time>
            ))}
          </dd>
        </>
      ))}
    </dl>
  );
}
