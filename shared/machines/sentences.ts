import type { BookingRules, WeeklyWindow } from './bookingRules.ts';

/** What a sentence about rules speaks of, and its editor changes: fields that people think of together. */
export const ruleTopics = {
  days: ['byTheDay', 'renewals'],
  starting: ['starting'],
  length: ['minimumDurationMinutes', 'maximumDurationMinutes'],
  horizon: ['horizonDays'],
  notice: ['minimumNoticeMinutes'],
  perDay: ['maximumPerDay', 'maximumPerDayMinutes'],
  open: ['maximumOpen', 'maximumOpenMinutes'],
  gap: ['minimumGapMinutes'],
  turnaround: ['turnaroundMinutes'],
  approval: ['approval'],
  supervision: ['supervisedUse'],
  company: ['neverAlone'],
  checkIn: ['checkIn', 'graceMinutes'],
  lateness: ['lateCancelMinutes'],
  freeTime: ['freeTime'],
  quietHours: ['quietHours'],
} as const satisfies Record<string, readonly (keyof BookingRules)[]>;
export type RuleTopic = keyof typeof ruleTopics;

/** The sentences, by what they say. Each catalogue of a language has all of them. */
export type RuleSaying =
  | 'byTheDay'
  | 'byTheDayRenewed'
  | 'byTheHour'
  | 'walkUpOnly'
  | 'bookingOnly'
  | 'eitherWay'
  | 'lengthBetween'
  | 'lengthExactly'
  | 'lengthAtLeast'
  | 'lengthAtMost'
  | 'anyLength'
  | 'horizon'
  | 'anyHorizon'
  | 'notice'
  | 'noNotice'
  | 'perDayCount'
  | 'perDayTime'
  | 'perDayBoth'
  | 'anyPerDay'
  | 'openCount'
  | 'openTime'
  | 'openBoth'
  | 'anyOpen'
  | 'gap'
  | 'noGap'
  | 'turnaround'
  | 'noTurnaround'
  | 'approval'
  | 'noApproval'
  | 'supervision'
  | 'noSupervision'
  | 'neverAlone'
  | 'maybeAlone'
  | 'checkInPerson'
  | 'checkInReader'
  | 'noCheckIn'
  | 'lateness'
  | 'noLateness'
  | 'freeTime'
  | 'noFreeTime'
  | 'quietHours'
  | 'noQuietHours';

/** One rule as a sentence: `says` names it, the values go into it. Values that a sentence does not use are 0 or empty. */
export interface RuleSentence {
  topic: RuleTopic;
  says: RuleSaying;
  /** Whether it asks something of people; else it says that nothing is asked here. */
  asks: boolean;
  /** Elapsed minutes: a length, the shorter of two. */
  minutes: number;
  /** Elapsed minutes: the longer of two. */
  most: number;
  /** Of bookings, days or renewals. */
  count: number;
  windows: readonly WeeklyWindow[];
}

const sentence = (
  topic: RuleTopic,
  says: RuleSaying,
  values: Partial<Pick<RuleSentence, 'asks' | 'minutes' | 'most' | 'count' | 'windows'>> = {},
): RuleSentence => ({ topic, says, asks: true, minutes: 0, most: 0, count: 0, windows: [], ...values });

const nothing = (topic: RuleTopic, says: RuleSaying) => sentence(topic, says, { asks: false });

/** Minutes or a count, or null where the machine does not ask. */
type Limit = number | null;

function length(least: Limit, most: Limit): RuleSentence {
  if (least === null && most === null) return nothing('length', 'anyLength');
  if (most === null) return sentence('length', 'lengthAtLeast', { minutes: least ?? 0 });
  if (least === null) return sentence('length', 'lengthAtMost', { most });
  return sentence('length', least === most ? 'lengthExactly' : 'lengthBetween', { minutes: least, most });
}

function quota(topic: 'perDay' | 'open', count: Limit, minutes: Limit): RuleSentence {
  if (count !== null && minutes !== null) return sentence(topic, `${topic}Both`, { count, minutes });
  if (count !== null) return sentence(topic, `${topic}Count`, { count });
  if (minutes !== null) return sentence(topic, `${topic}Time`, { minutes });
  return nothing(topic, topic === 'open' ? 'anyOpen' : 'anyPerDay');
}

function timed(
  topic: 'notice' | 'gap' | 'turnaround' | 'lateness',
  minutes: Limit,
  unasked: RuleSaying,
): RuleSentence {
  return minutes === null ? nothing(topic, unasked) : sentence(topic, topic, { minutes });
}

function days({ byTheDay, renewals }: BookingRules): RuleSentence {
  if (!byTheDay) return nothing('days', 'byTheHour');
  return renewals === 0
    ? sentence('days', 'byTheDay')
    : sentence('days', 'byTheDayRenewed', { count: renewals });
}

function checkingIn({ checkIn, graceMinutes: minutes }: BookingRules): RuleSentence {
  if (checkIn === 'none') return nothing('checkIn', 'noCheckIn');
  return sentence('checkIn', checkIn === 'person' ? 'checkInPerson' : 'checkInReader', { minutes });
}

/** Every topic of a machine's rules as one sentence each, in the order in which people meet them. */
export function ruleSentences(rules: BookingRules): RuleSentence[] {
  const { starting, horizonDays, freeTime, quietHours } = rules;
  const isAsked = (topic: 'approval' | 'supervision', asked: boolean) =>
    asked ? sentence(topic, topic) : nothing(topic, topic === 'approval' ? 'noApproval' : 'noSupervision');
  return [
    days(rules),
    starting === 'either' ? nothing('starting', 'eitherWay') : sentence('starting', starting),
    length(rules.minimumDurationMinutes, rules.maximumDurationMinutes),
    horizonDays === null
      ? nothing('horizon', 'anyHorizon')
      : sentence('horizon', 'horizon', { count: horizonDays }),
    timed('notice', rules.minimumNoticeMinutes, 'noNotice'),
    quota('perDay', rules.maximumPerDay, rules.maximumPerDayMinutes),
    quota('open', rules.maximumOpen, rules.maximumOpenMinutes),
    timed('gap', rules.minimumGapMinutes, 'noGap'),
    timed('turnaround', rules.turnaroundMinutes, 'noTurnaround'),
    isAsked('approval', rules.approval),
    isAsked('supervision', rules.supervisedUse),
    rules.neverAlone ? sentence('company', 'neverAlone') : nothing('company', 'maybeAlone'),
    checkingIn(rules),
    timed('lateness', rules.lateCancelMinutes, 'noLateness'),
    freeTime.length > 0
      ? sentence('freeTime', 'freeTime', { windows: freeTime })
      : nothing('freeTime', 'noFreeTime'),
    quietHours.length > 0
      ? sentence('quietHours', 'quietHours', { windows: quietHours })
      : nothing('quietHours', 'noQuietHours'),
  ];
}

/** Topics that say nothing where nobody books ahead. */
const OF_BOOKING_AHEAD: readonly RuleTopic[] = [
  'horizon',
  'notice',
  'open',
  'approval',
  'lateness',
  'checkIn',
];

/** What a machine asks of people, for its page: the sentences that ask something and can ever matter there. */
export function whatIsAsked(rules: BookingRules): RuleSentence[] {
  const walkUpOnly = rules.starting === 'walkUpOnly';
  return ruleSentences(rules).filter(
    ({ asks, topic }) => asks && !(walkUpOnly && OF_BOOKING_AHEAD.includes(topic)),
  );
}
