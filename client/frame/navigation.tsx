import './navigation.css';
import {
  type Icon,
  IconBuildingFactory2,
  IconCalendarEvent,
  IconDots,
  IconLogin2,
  IconQrcode,
  IconSun,
  IconTool,
  IconUser,
} from '@tabler/icons-preact';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { me } from '../session.ts';
import { Mark } from './mark.tsx';

interface Area {
  href: string;
  word: string;
  icon: Icon;
  /** Whether a path lies in this area. */
  holds: (path: string) => boolean;
}

const within = (...starts: string[]) => {
  return (path: string) => starts.some((start) => path === start || path.startsWith(`${start}/`));
};

const today: Area = {
  href: addressOf.today,
  word: t.frame.today,
  icon: IconSun,
  holds: (path) => path === '/',
};
const machines: Area = {
  href: addressOf.machines,
  word: t.frame.machines,
  icon: IconTool,
  holds: within('/machines', '/m'),
};
const scan: Area = { href: addressOf.scan, word: t.frame.scan, icon: IconQrcode, holds: within('/scan') };
const bookings: Area = {
  href: addressOf.bookings,
  word: t.frame.bookings,
  icon: IconCalendarEvent,
  holds: within('/bookings'),
};
const workshops: Area = {
  href: addressOf.workshops,
  word: t.frame.workshops,
  icon: IconBuildingFactory2,
  holds: within('/workshops', '/found', '/invite'),
};
const more: Area = {
  href: addressOf.more,
  word: t.frame.more,
  icon: IconDots,
  holds: within('/more', '/bookings', '/workshops', '/me', '/found', '/invite'),
};

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

function Corner() {
  const { url, path } = useLocation();
  const viewer = me.value;
  if (viewer === undefined) return null;
  if (viewer === null)
    return (
      <a class="corner" href={addressOf.signIn(path.startsWith('/sign-in') ? undefined : url)}>
        <IconLogin2 aria-hidden="true" />
        {t.frame.signIn}
      </a>
    );
  return (
    <a class="corner" href={addressOf.me} aria-current={path === addressOf.me ? 'page' : undefined}>
      <IconUser aria-hidden="true" />
      {viewer.name}
    </a>
  );
}

/** The areas, on the left of a wide screen. */
export function Rail() {
  const areas = me.value ? [today, machines, bookings, workshops, scan] : [machines, scan];
  return (
    <header class="frame-head">
      <div class="phone-mark">
        <Mark />
        <Corner />
      </div>
      <nav class="rail" aria-label={t.frame.navigation}>
        <Mark />
        <ul class="areas">
          {areas.map((area) => (
            <li key={area.href}>
              <AreaLink area={area} />
            </li>
          ))}
        </ul>
        <div class="foot">
          <Corner />
        </div>
      </nav>
    </header>
  );
}

/** The same areas where the thumb is. */
export function PhoneBar() {
  const areas = me.value ? [today, machines, scan, more] : [machines, scan, more];
  return (
    <nav class="bar" aria-label={t.frame.navigation}>
      {areas.map((area) => (
        <AreaLink key={area.href} area={area} />
      ))}
    </nav>
  );
}
