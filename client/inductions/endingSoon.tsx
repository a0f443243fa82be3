import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { me } from '../session.ts';
import { lastDateBefore } from '../time/zone.ts';
import { shortDate } from '../time.ts';

/** How long before its end a competence is warned about: time enough for another induction. */
const WARNED_MILLISECONDS = 30 * 86_400_000;

/** The viewer's competences that run out within thirty days. */
export function EndingSoon({ now }: { now: number }) {
  const viewer = me.value;
  const ending = (viewer?.competences ?? []).flatMap(({ competenceId, workshopId, name, until }) =>
    until !== null && Date.parse(until) - now < WARNED_MILLISECONDS
      ? [{ competenceId, name, until, zone: zoneOf(workshopId) }]
      : [],
  );
  if (ending.length === 0) return null;
  return (
    <ul class="note">
      {ending.map(({ competenceId, name, until, zone }) => (
        <li key={competenceId}>
          <a href={addressOf.inductions}>
            {t.inductions.validity.ends(name, shortDate(lastDateBefore(until, zone)))}
          </a>
        </li>
      ))}
    </ul>
  );
}

const zoneOf = (workshopId: string) =>
  me.value?.workshops.find((workshop) => workshop.workshopId === workshopId)?.timeZone ?? 'UTC';
