import type { RuleSaying, RuleTopic } from '../../../shared/machines/sentences.ts';

/** What goes into a sentence about rules, in words already. */
export interface RuleWords {
  /** `15 minutes` */
  time: string;
  /** `4 hours` */
  longest: string;
  count: number;
  /** `Mon and Tue 22:00–06:00` */
  windows: string;
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const bookings = (count: number) => counted(count, 'booking', 'bookings');
const BY_DAY = 'By the whole day: collected and brought back while the workshop is open';

const sentences: Record<RuleSaying, (of: RuleWords) => string> = {
  byTheDay: () => `${BY_DAY}.`,
  byTheDayRenewed: ({ count }) =>
    `${BY_DAY}. Renewed ${count === 1 ? 'once' : `up to ${count} times`}, unless somebody waits.`,
  byTheHour: () => 'By the clock, not by the day.',
  walkUpOnly: () => 'Walk up and use it: it is not booked ahead.',
  bookingOnly: () => 'Only with a booking.',
  eitherWay: () => 'With a booking, or just walk up.',
  lengthBetween: ({ time, longest }) => `${time} to ${longest} at a time.`,
  lengthExactly: ({ time }) => `${time} at a time.`,
  lengthAtLeast: ({ time }) => `At least ${time} at a time.`,
  lengthAtMost: ({ longest }) => `Up to ${longest} at a time.`,
  anyLength: () => 'For as long as you like.',
  horizon: ({ count }) => `${counted(count, 'day', 'days')} ahead at most.`,
  anyHorizon: () => 'As far ahead as you like.',
  notice: ({ time }) => `Booked at least ${time} before.`,
  noNotice: () => 'Also at the last moment.',
  perDayCount: ({ count }) => `${bookings(count)} a day for each person.`,
  perDayTime: ({ time }) => `${time} a day for each person.`,
  perDayBoth: ({ count, time }) => `${bookings(count)} a day for each person, ${time} together.`,
  anyPerDay: () => 'As often on a day as you like.',
  openCount: ({ count }) => `${counted(count, 'open booking', 'open bookings')} for each person.`,
  openTime: ({ time }) => `${time} booked ahead for each person.`,
  openBoth: ({ count, time }) =>
    `${counted(count, 'open booking', 'open bookings')} for each person, ${time} together.`,
  anyOpen: () => 'As many open bookings as you like.',
  gap: ({ time }) => `At least ${time} between two bookings of one person.`,
  noGap: () => 'One person may book twice in a row.',
  turnaround: ({ time }) => `${time} between any two bookings, to cool or clean.`,
  noTurnaround: () => 'The next booking may follow at once.',
  approval: () => 'A steward confirms each booking.',
  noApproval: () => 'Booked at once: nobody has to confirm.',
  supervision: () => 'Without the competence: beside somebody who has it and agrees.',
  noSupervision: () => 'Whoever books has what it asks for.',
  neverAlone: () => 'Never alone: somebody else is in the room.',
  maybeAlone: () => 'You may work on it alone.',
  checkInPerson: ({ time }) => `Press Start within ${time}, or the booking is given away.`,
  checkInReader: ({ time }) => `Show your badge within ${time}, or the booking is given away.`,
  noCheckIn: () => 'Nobody has to check in.',
  lateness: ({ time }) => `Cancelled less than ${time} before, it is noted as late.`,
  noLateness: () => 'Cancelling is never late.',
  freeTime: ({ windows }) => `Off-peak, where limits do not count: ${windows}.`,
  noFreeTime: () => 'The limits count at every hour.',
  quietHours: ({ windows }) => `Quiet hours, when it rests: ${windows}.`,
  noQuietHours: () => 'No quiet hours of its own.',
};

const topics: Record<RuleTopic, string> = {
  days: 'By the day',
  starting: 'How to begin',
  length: 'How long',
  horizon: 'How far ahead',
  notice: 'Notice',
  perDay: 'On one day',
  open: 'Open bookings',
  gap: 'Pause for one person',
  turnaround: 'Turnaround',
  approval: 'Confirming',
  supervision: 'Supervised use',
  company: 'Company',
  checkIn: 'Checking in',
  lateness: 'Late cancelling',
  freeTime: 'Off-peak',
  quietHours: 'Quiet hours',
};

export const rules = {
  title: 'Its rules',
  sentences,
  topics,
  none: 'It asks nothing of a booking.',
  change: 'Change the rules',
  changeTitle: (name: string) => `Rules of ${name}`,
  changeLine: 'Press a sentence to change it. Bookings that no longer fit are marked, and their people told.',
  saved: (name: string) => `The rules of ${name} are changed.`,
  more: 'More rules',
  ofKind: 'Take the usual rules of its kind',
  noLimit: 'Empty: no limit.',
  minutes: (count: number) => counted(count, 'minute', 'minutes'),
  hours: (count: number) => counted(count, 'hour', 'hours'),
  days: (count: number) => counted(count, 'day', 'days'),
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  unitOf: (field: string) => `${field}: unit`,
  allDay: 'all day',
  window: (days: string, span: string) => `${days} ${span}`,
  fields: {
    byTheDay: 'It is lent by the whole day',
    renewals: 'How often it may be renewed',
    starting: 'How to begin',
    either: 'Either way',
    bookingOnly: 'With a booking only',
    walkUpOnly: 'Walk up only',
    least: 'At least',
    most: 'At most',
    horizonDays: 'Days ahead',
    notice: 'At least before',
    perDay: 'Bookings a day',
    perDayTime: 'Time a day',
    open: 'Open bookings',
    openTime: 'Time booked ahead',
    gap: 'Pause',
    turnaround: 'Turnaround',
    approval: 'A steward confirms each booking',
    supervised: 'Somebody competent may supervise',
    neverAlone: 'Never alone in the room',
    checkIn: 'Checking in',
    checkIns: { none: 'Nobody has to', person: 'A tap at the machine', reader: 'A badge at its reader' },
    grace: 'Time to come',
    late: 'Late from',
    weekday: 'Day',
    from: 'From',
    to: 'To',
    addWindow: 'Add a time',
    removeWindow: (window: string) => `Remove ${window}`,
    windowHint: 'A time that ends before it begins crosses midnight.',
  },
};
