import {
  type Icon,
  IconBuildingFactory2,
  IconCalendarEvent,
  IconDots,
  IconHammer,
  IconPackages,
  IconQrcode,
  IconRulerMeasure,
  IconSearch,
  IconSun,
  IconTool,
  IconTools,
} from '@tabler/icons-preact';
import type { HiddenArea } from '../../shared/members/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { me } from '../session.ts';

export interface Area {
  href: string;
  word: string;
  icon: Icon;
  /** Whether a path lies in this area. */
  holds: (path: string) => boolean;
  /** Hidden until a workshop of one's own has something in it. */
  hidden?: HiddenArea;
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
  holds: within('/machines', '/m', '/find', '/inductions'),
};
const borrow: Area = {
  href: addressOf.borrow,
  word: t.frame.borrow,
  icon: IconTools,
  holds: within('/borrow'),
  hidden: 'borrow',
};
const designs: Area = {
  href: addressOf.designs,
  word: t.frame.designs,
  icon: IconRulerMeasure,
  holds: within('/designs', '/compare'),
};
const builds: Area = {
  href: addressOf.builds,
  word: t.frame.builds,
  icon: IconHammer,
  holds: within('/builds', '/things', '/made-with'),
  hidden: 'builds',
};
const shelf: Area = {
  href: addressOf.shelf,
  word: t.frame.shelf,
  icon: IconPackages,
  holds: within('/shelf', '/salvage'),
  hidden: 'shelf',
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
export const searchArea: Area = {
  href: addressOf.search(),
  word: t.frame.search,
  icon: IconSearch,
  holds: within('/search'),
};
const more: Area = {
  href: addressOf.more,
  word: t.frame.more,
  icon: IconDots,
  holds: (path) =>
    !barAreas().some((area) => area !== more && area.holds(path)) &&
    within(
      '/more',
      '/borrow',
      '/designs',
      '/compare',
      '/bookings',
      '/builds',
      '/things',
      '/made-with',
      '/shelf',
      '/salvage',
      '/workshops',
      '/me',
      '/found',
      '/invite',
      '/search',
    )(path),
};

/** Whether an area is shown to the viewer: where not all use it, a workshop of theirs does. */
const isUsed = ({ hidden }: Area): boolean =>
  hidden === undefined || (me.value?.workshops.some(({ areas }) => areas.includes(hidden)) ?? false);

/** The areas on the left of a wide screen. */
export const railAreas = (): Area[] =>
  (me.value
    ? [today, machines, borrow, designs, builds, shelf, bookings, workshops, scan]
    : [machines, designs, workshops, scan]
  ).filter(isUsed);

/** The areas where the thumb is. */
export const barAreas = (): Area[] =>
  (me.value ? [today, machines, scan, builds, more] : [machines, designs, scan, more]).filter(isUsed);

/** What the phone's bar has no room for. */
export const moreAreas = (): Area[] =>
  (me.value ? [borrow, designs, shelf, bookings, workshops, searchArea] : [workshops, searchArea]).filter(
    isUsed,
  );
