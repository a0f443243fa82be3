import { type BookingRules, NO_BOOKING_RULES } from './bookingRules.ts';
import type { Danger, MachineKind, Protection } from './words.ts';

/** What choosing a kind of machine fills in; a steward may change each. */
export interface KindDefaults {
  dangers: Danger[];
  protection: Protection[];
  mayRunUnattended: boolean;
  /** Places that can be booked side by side. */
  capacity: number;
  rules: BookingRules;
  /** Its first steward is asked for an induction. */
  wantsInduction: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** 30 days ahead, 15 minutes to 4 hours, 3 open bookings, no notice, no approval, no check-in. */
export const BASE_RULES: BookingRules = {
  ...NO_BOOKING_RULES,
  horizonDays: 30,
  minimumDurationMinutes: 15,
  maximumDurationMinutes: 4 * HOUR,
  maximumOpen: 3,
};

interface Differences extends Partial<Omit<KindDefaults, 'rules' | 'dangers'>> {
  rules?: Partial<BookingRules>;
}

const kind = (dangers: Danger[], { rules, ...differences }: Differences = {}): KindDefaults => ({
  dangers,
  protection: [],
  mayRunUnattended: false,
  capacity: 1,
  wantsInduction: false,
  ...differences,
  rules: { ...BASE_RULES, ...rules },
});

const walkUp: Partial<BookingRules> = { starting: 'walkUpOnly' };
const neverAlone: Partial<BookingRules> = { neverAlone: true };
const lending: Partial<BookingRules> = {
  byTheDay: true,
  horizonDays: 60,
  minimumDurationMinutes: null,
  maximumDurationMinutes: 7 * DAY,
  maximumOpen: null,
  renewals: 1,
};

/** Only what works on by itself may run unattended: a printer and a kiln do, a laser can burn. */
export const DEFAULTS_OF_KINDS: Record<MachineKind, KindDefaults> = {
  laser: kind(['laserLight', 'fumes', 'hot'], {
    wantsInduction: true,
    rules: { maximumDurationMinutes: 2 * HOUR, maximumPerDayMinutes: 3 * HOUR },
  }),
  saw: kind(['cutting', 'rotating', 'dust', 'noise'], { protection: ['eyes', 'ears'], rules: walkUp }),
  drillPress: kind(['rotating', 'cutting'], { protection: ['eyes', 'noGloves', 'hairTied'], rules: walkUp }),
  lathe: kind(['rotating', 'cutting'], { protection: ['eyes', 'noGloves', 'hairTied'] }),
  mill: kind(['rotating', 'cutting', 'noise'], { protection: ['eyes', 'noGloves', 'hairTied'] }),
  cncRouter: kind(['rotating', 'cutting', 'dust', 'noise'], {
    protection: ['eyes', 'ears'],
    wantsInduction: true,
    rules: neverAlone,
  }),
  torchTable: kind(['hot', 'sparks', 'fumes', 'electric'], {
    protection: ['weldingShield', 'gloves', 'shoes'],
    wantsInduction: true,
    rules: neverAlone,
  }),
  printer3d: kind(['hot', 'fumes'], {
    mayRunUnattended: true,
    rules: { maximumDurationMinutes: DAY, maximumOpen: 2 },
  }),
  kiln: kind(['hot', 'fumes', 'electric'], {
    protection: ['gloves'],
    mayRunUnattended: true,
    rules: { maximumDurationMinutes: DAY, turnaroundMinutes: 12 * HOUR },
  }),
  welder: kind(['sparks', 'hot', 'fumes', 'electric'], {
    protection: ['weldingShield', 'gloves', 'apron', 'shoes'],
    wantsInduction: true,
    rules: neverAlone,
  }),
  sewingMachine: kind(['cutting'], { rules: { maximumDurationMinutes: 6 * HOUR } }),
  embroidery: kind(['cutting']),
  vinylCutter: kind(['cutting']),
  bench: kind([], { capacity: 4, rules: { maximumDurationMinutes: 6 * HOUR } }),
  electronics: kind(['electric', 'hot']),
  press: kind(['crushing', 'pressure', 'heavy'], { protection: ['eyes', 'shoes'] }),
  forge: kind(['hot', 'sparks', 'fumes', 'heavy'], { protection: ['eyes', 'gloves', 'apron', 'shoes'] }),
  area: kind([], { rules: { maximumDurationMinutes: 6 * HOUR } }),
  utility: kind(['noise']),
  regional: kind(['heavy', 'crushing'], {
    protection: ['shoes'],
    mayRunUnattended: true,
    rules: {
      byTheDay: true,
      minimumDurationMinutes: null,
      maximumDurationMinutes: 7 * DAY,
      minimumNoticeMinutes: 3 * DAY,
      approval: true,
    },
  }),
  tool: kind([], { mayRunUnattended: true, rules: lending }),
  kit: kind([], { mayRunUnattended: true, rules: lending }),
  other: kind([]),
};

/** Tools and kits that one member may have or have reserved at a time in one workshop. */
export const LOANS_AT_A_TIME = 5;
