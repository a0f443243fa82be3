import './navigation.css';
import { useLocation } from 'preact-iso/router';
import { t } from '../catalogue/text.ts';
import { type Area, barAreas, railAreas, searchArea } from './areas.ts';
import { Avatar } from './avatar.tsx';
import { Mark } from './mark.tsx';
import { SearchField } from './searchField.tsx';

function AreaLink({ area }: { area: Area }) {
  const { path } = useLocation();
  const Sign = area.icon;
  return (
    <a href={area.href} aria-current={area.holds(path) ? 'page' : undefined}>
      <Sign aria-hidden="true" />
      {area.word}
    </a>
  );
}

/** The areas, on the left of a wide screen; on a phone the mark, the search and the avatar. */
export function Rail() {
  const Find = searchArea.icon;
  return (
    <header class="frame-head">
      <div class="phone-mark">
        <Mark />
        <div class="head-tools">
          <a class="find" href={searchArea.href} aria-label={searchArea.word}>
            <Find aria-hidden="true" />
          </a>
          <Avatar />
        </div>
      </div>
      <nav class="rail" aria-label={t.frame.navigation}>
        <Mark />
        <SearchField />
        <ul class="areas">
          {railAreas().map((area) => (
            <li key={area.href}>
              <AreaLink area={area} />
            </li>
          ))}
        </ul>
        <div class="foot">
          <Avatar />
        </div>
      </nav>
    </header>
  );
}

/** The areas where the thumb is. */
export function PhoneBar() {
  return (
    <nav class="bar" aria-label={t.frame.navigation}>
      {barAreas().map((area) => (
        <AreaLink key={area.href} area={area} />
      ))}
    </nav>
  );
}
