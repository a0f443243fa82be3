import './morePage.css';
import { IconBuildingFactory2, IconCalendarEvent, IconUser } from '@tabler/icons-preact';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { me } from '../session.ts';
import { PageFrame } from '../ui/page.tsx';

/** The areas that the phone's bar has no room for. */
export function MorePage() {
  const workshops = { href: addressOf.workshops, word: t.frame.workshops, Sign: IconBuildingFactory2 };
  const areas = me.value
    ? [
        { href: addressOf.bookings, word: t.frame.bookings, Sign: IconCalendarEvent },
        workshops,
        { href: addressOf.me, word: t.frame.me, Sign: IconUser },
      ]
    : [workshops, { href: addressOf.signIn(), word: t.frame.signIn, Sign: IconUser }];
  return (
    <PageFrame title={t.frame.more}>
      <ul class="rows more-list">
        {areas.map(({ href, word, Sign }) => (
          <li key={href}>
            <a href={href}>
              <Sign aria-hidden="true" />
              {word}
            </a>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
