import type { NextInduction } from '../../shared/competences/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { wallMoment } from '../time/wall.ts';
import { shortDate, timeOf } from '../time.ts';

/** When somebody can learn what they lack: `Laser: Thu 26 Nov 18:00, 3 places left`. */
export function NextInductions({ inductions }: { inductions: readonly NextInduction[] }) {
  if (inductions.length === 0) return null;
  return (
    <div>
      <p>{t.find.learn}</p>
      <ul>
        {inductions.map(({ inductionId, competence, start, placesLeft }) => (
          <li key={inductionId}>
            <a href={addressOf.inductions}>
              {t.inductions.next(
                competence,
                t.time.moment(shortDate(wallMoment(start).date), timeOf(start)),
                t.inductions.places(placesLeft),
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
