import './morePage.css';
import { IconUser } from '@tabler/icons-preact';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { moreAreas } from '../frame/areas.ts';
import { me } from '../session.ts';
import { PageFrame } from '../ui/page.tsx';

/** The areas that the phone's bar has no room for. */
export function MorePage() {
  const own = me.value
    ? { href: addressOf.me, word: t.frame.me, icon: IconUser }
    : { href: addressOf.signIn(), word: t.frame.signIn, icon: IconUser };
  return (
    <PageFrame title={t.frame.more}>
      <ul class="rows more-list">
        {[...moreAreas(), own].map(({ href, word, icon: Sign }) => (
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
