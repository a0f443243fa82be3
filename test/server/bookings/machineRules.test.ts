import { describe, expect, test } from 'vitest';
import type { CalendarCommand } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import {
  ANNA,
  aMember,
  at,
  BELA,
  cancelled,
  FIRST,
  facts,
  hours,
  iso,
  LASER,
  MACHINE,
  monday,
  NOW,
  outage,
  place,
  placed,
  type SomeFacts,
  stateAfter,
  THIRD,
  WORKSHOP,
} from './someCalendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ten = monday('10:00');
const noon = monday('12:00');

const asking = (rules: Partial<BookingRules>, some: SomeFacts = {}): CalendarFacts =>
  facts({ ...some, machine: { ...some.machine, rules: { ...NO_BOOKING_RULES, ...rules } } });

const decide = (command: CalendarCommand, given: CalendarFacts, events: CalendarEvent[] = []) =>
  calendarDecider.decide(command, stateAfter(events), given);

/** The rules that stand against a command; none when it is accepted. */
function against(command: CalendarCommand, given: CalendarFacts, events: CalendarEvent[] = []): string[] {
  const decision = decide(command, given, events);
  return decision.outcome === 'accepted' ? [] : decision.objections.map(({ rule }) => rule);
}
const nearest = (command: CalendarCommand, given: CalendarFacts, events: CalendarEvent[] = []) => {
  const decision = decide(command, given, events);
  return decision.outcome === 'refused' ? decision.nearest : 'accepted';
};
const slot = (start: number, end: number) => ({ start: iso(start), end: iso(end) });
const move = (start: number, end: number) =>
  ({ type: 'MoveBooking', machineId: MACHINE, bookingId: FIRST, start, end }) as const;
const hold = (start: number, end: number, until: number, memberId = BELA): CalendarEvent => ({
  type: 'SlotHeld',
  data: {
    holdId: THIRD,
    waitId: FIRST,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    memberId,
    start: iso(start),
    end: iso(end),
    until: iso(until),
  },
});

describe('horizon', () => {
  const given = asking({ horizonDays: 30 });
  const last = at('2026-12-23 08:00');
  test('counts to the end of the booking, in days of the workshop', () => {
    expect(against(place(last - HOUR, last), given)).toEqual([]);
    expect(against(place(last - HOUR, last + 1), given)).toEqual(['horizon']);
  });
  test('keeps the time of the day across a change of the clock', () => {
    const march = asking({ horizonDays: 7 }, { now: at('2027-03-25 12:00') });
    expect(against(place(at('2027-04-01 10:00'), at('2027-04-01 12:00')), march)).toEqual([]);
    expect(against(place(at('2027-04-01 10:00'), at('2027-04-01 12:01')), march)).toEqual(['horizon']);
  });
  test('offers what ends with it', () => {
    expect(nearest(place(last, last + HOUR), given)).toEqual(slot(last - HOUR, last));
  });
});

describe('notice', () => {
  const given = asking({ minimumNoticeMinutes: 120 });
  test('exactly that is fine, a moment less is not', () => {
    expect(against(place(ten, noon), given)).toEqual([]);
    expect(against(place(ten - 1, noon), given)).toEqual(['notice']);
    expect(nearest(place(ten - HOUR, noon), given)).toEqual(slot(ten, noon + HOUR));
  });
  test('is not asked again of a start that stays', () => {
    const mine = placed(FIRST, monday('09:00'), noon);
    expect(against(move(monday('09:00'), monday('13:00')), given, [mine])).toEqual([]);
  });
});

describe('shortest and longest', () => {
  const given = asking({ minimumDurationMinutes: 15, maximumDurationMinutes: 120 });
  test('both bounds are allowed', () => {
    expect(against(place(ten, ten + 15 * MINUTE), given)).toEqual([]);
    expect(against(place(ten, ten + 15 * MINUTE - 1), given)).toEqual(['shortest']);
    expect(against(place(ten, noon), given)).toEqual([]);
    expect(against(place(ten, noon + 1), given)).toEqual(['longest']);
  });
  test('off-peak time is not counted, also across midnight', () => {
    const free = asking({
      maximumDurationMinutes: 120,
      freeTime: [{ weekday: 1, from: '22:00', to: '06:00' }],
    });
    const [eight, sixNext] = [monday('20:00'), at('2026-11-24 06:00')];
    expect(against(place(eight, sixNext), free)).toEqual([]);
    expect(against(place(eight - 1, sixNext), free)).toEqual(['longest']);
    expect(against(place(monday('22:00'), sixNext), free)).toEqual([]);
  });
  test('what only gets shorter is not too long for it', () => {
    const long = placed(FIRST, ten, ten + 5 * HOUR);
    expect(against(move(ten, ten + 4 * HOUR), given, [long])).toEqual([]);
    expect(against(move(ten + HOUR, ten + 6 * HOUR), given, [long])).toEqual(['longest']);
  });
});

describe('perDay', () => {
  const given = asking({ maximumPerDay: 1 });
  test('a booking across midnight counts on both days', () => {
    const night = placed(FIRST, monday('23:00'), at('2026-11-24 01:00'));
    const [sameDay, nextDay, after] = [
      place(ten, noon),
      place(at('2026-11-24 10:00'), at('2026-11-24 11:00')),
      place(at('2026-11-25 10:00'), at('2026-11-25 11:00')),
    ];
    expect(against(sameDay, given, [night])).toEqual(['perDay']);
    expect(against(nextDay, given, [night])).toEqual(['perDay']);
    expect(against(after, given, [night])).toEqual([]);
    expect(nearest(nextDay, given, [night])).toEqual(slot(at('2026-11-25 00:00'), at('2026-11-25 01:00')));
  });
  test('one that ends at midnight does not touch the next day', () => {
    const evening = placed(FIRST, monday('22:00'), at('2026-11-24 00:00'));
    expect(against(place(at('2026-11-24 00:00'), at('2026-11-24 01:00')), given, [evening])).toEqual([]);
  });
  test('cancelled ones do not count, missed ones do, those of others never', () => {
    const mine = placed(FIRST, ten, noon);
    const missed: CalendarEvent = {
      type: 'BookingMissed',
      data: { bookingId: FIRST, machineId: MACHINE, workshopId: WORKSHOP, memberId: ANNA },
    };
    const later = place(monday('14:00'), monday('15:00'));
    expect(against(later, given, [mine])).toEqual(['perDay']);
    expect(against(later, given, [mine, cancelled(FIRST)])).toEqual([]);
    expect(against(later, given, [mine, missed])).toEqual(['perDay']);
    expect(against(later, given, [placed(FIRST, ten, noon, BELA)])).toEqual([]);
  });
  test('minutes count on the day on which they lie', () => {
    const minutes = asking({ maximumPerDayMinutes: 180 });
    const mine = placed(FIRST, ten, noon);
    expect(against(place(monday('14:00'), monday('15:00')), minutes, [mine])).toEqual([]);
    expect(against(place(monday('14:00'), monday('15:01')), minutes, [mine])).toEqual(['perDay']);
    const overnight = place(monday('23:00'), at('2026-11-24 02:00'));
    expect(against(overnight, minutes, [mine])).toEqual([]);
    expect(nearest(place(monday('22:00'), at('2026-11-24 00:00')), minutes, [mine])).toEqual(
      slot(monday('23:00'), at('2026-11-24 01:00')),
    );
  });
});

describe('open and openTime', () => {
  const mine = [placed(FIRST, ten, noon), placed(THIRD, monday('14:00'), monday('16:00'))];
  const third = place(at('2026-11-25 10:00'), at('2026-11-25 12:00'));
  test('this one is counted, no other time helps', () => {
    expect(against(third, asking({ maximumOpen: 3 }), mine)).toEqual([]);
    expect(against(third, asking({ maximumOpen: 2 }), mine)).toEqual(['open']);
    expect(nearest(third, asking({ maximumOpen: 2 }), mine)).toBeNull();
    expect(against(third, asking({ maximumOpenMinutes: 360 }), mine)).toEqual([]);
    expect(against(third, asking({ maximumOpenMinutes: 359 }), mine)).toEqual(['openTime']);
  });
  test('what has begun is not ahead any more', () => {
    const begun = asking({ maximumOpen: 2 }, { now: ten });
    expect(against(third, begun, mine)).toEqual([]);
  });
  test('a booking wholly off-peak neither counts nor is counted', () => {
    const rules = { maximumOpen: 2, freeTime: [{ weekday: 3, from: '10:00', to: '12:00' }] };
    expect(against(third, asking(rules), mine)).toEqual([]);
    expect(nearest(place(at('2026-11-25 09:30'), at('2026-11-25 11:30')), asking(rules), mine)).toEqual(
      slot(at('2026-11-25 10:00'), at('2026-11-25 12:00')),
    );
  });
});

describe('gap and turnaround', () => {
  const mine = placed(FIRST, ten, noon);
  test('exactly the gap is fine, for the same member only', () => {
    const given = asking({ minimumGapMinutes: 60 });
    expect(against(place(monday('13:00'), monday('14:00')), given, [mine])).toEqual([]);
    expect(against(place(monday('13:00') - 1, monday('14:00')), given, [mine])).toEqual(['gap']);
    expect(against(place(noon, monday('13:00'), { memberId: BELA }), given, [mine])).toEqual([]);
    expect(nearest(place(noon, monday('14:00')), given, [mine])).toEqual(
      slot(monday('13:00'), monday('15:00')),
    );
  });
  test('the turnaround lies between any two, before and after', () => {
    const given = asking({ turnaroundMinutes: 30 });
    const half = noon + 30 * MINUTE;
    expect(against(place(half, half + HOUR, { memberId: BELA }), given, [mine])).toEqual([]);
    expect(against(place(half - 1, half + HOUR, { memberId: BELA }), given, [mine])).toEqual(['turnaround']);
    expect(against(place(monday('09:00'), monday('09:31')), given, [mine])).toEqual(['turnaround']);
    expect(against(place(monday('09:00'), monday('09:30')), given, [mine])).toEqual([]);
  });
  test('each place of the machine has its own turnaround', () => {
    const given = asking({ turnaroundMinutes: 30 }, { machine: { capacity: 2 } });
    const bela = placed(THIRD, ten, noon, BELA);
    expect(against(place(noon, monday('13:00')), given, [mine])).toEqual([]);
    expect(against(place(noon, monday('13:00')), given, [mine, bela])).toEqual(['turnaround']);
  });
});

describe('heldForAnother', () => {
  const held = hold(ten, noon, monday('09:00'));
  test('only its holder gets it, as long as it lasts', () => {
    expect(against(place(ten, noon), asking({}), [held])).toEqual(['heldForAnother']);
    expect(against(place(ten, noon, { memberId: BELA }), asking({}), [held])).toEqual([]);
    expect(against(place(ten, noon), asking({}, { now: monday('09:00') }), [held])).toEqual([]);
    expect(nearest(place(ten, noon), asking({}), [held])).toEqual(slot(noon, monday('14:00')));
  });
  test('beside it there is place where there is more than one', () => {
    const two = asking({}, { machine: { capacity: 2 } });
    expect(against(place(ten, noon), two, [held])).toEqual([]);
    expect(against(place(ten, noon), two, [held, placed(FIRST, ten, noon, BELA)])).toEqual([
      'heldForAnother',
    ]);
  });
});

describe('openingHours, reserved, outage', () => {
  test('quiet hours hold also for what runs by itself', () => {
    const given = asking(
      { quietHours: [{ weekday: 1, from: '22:00', to: '06:00' }] },
      { machine: { mayRunUnattended: true } },
    );
    expect(against(place(monday('20:00'), monday('22:00')), given)).toEqual([]);
    expect(against(place(monday('20:00'), monday('22:01')), given)).toEqual(['openingHours']);
    expect(against(place(at('2026-11-24 05:59'), at('2026-11-24 07:00')), given)).toEqual(['openingHours']);
  });
  test('what the workshop keeps for itself is not booked', () => {
    const reserved: CalendarEvent = {
      type: 'TimeReserved',
      data: {
        reservationId: THIRD,
        machineId: MACHINE,
        workshopId: WORKSHOP,
        start: iso(ten),
        end: iso(noon),
        purposeId: FIRST,
        reservedBy: BELA,
      },
    };
    expect(against(place(noon - 1, noon + HOUR), asking({}), [reserved])).toEqual(['reserved']);
    expect(against(place(noon, noon + HOUR), asking({}), [reserved])).toEqual([]);
  });
  test('what the machine needs is out', () => {
    const given = { ...asking({}), dependenciesOut: [{ name: 'Extraction', from: ten, until: noon }] };
    expect(against(place(noon - 1, noon + HOUR), given)).toEqual(['outage']);
    expect(against(place(noon, noon + HOUR), given)).toEqual([]);
    expect(against(place(ten, noon + HOUR), given, [outage(noon, noon + HOUR)])).toEqual(['outage']);
  });
});

describe('competence under supervision', () => {
  const machine = { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] };
  const given = (supervised: boolean, supervisor = aMember) => ({
    ...asking({ supervisedUse: supervised }, { machine }),
    holders: { [ANNA]: { ...aMember, competences: {} }, [BELA]: supervisor },
  });
  const together: CalendarCommand = { ...place(ten, noon), supervisorId: BELA };
  test('somebody competent who is asked stands in for it', () => {
    const decision = decide(together, given(true));
    expect(decision).toMatchObject({ outcome: 'accepted' });
    expect(decision.outcome === 'accepted' && decision.events[0]).toMatchObject({
      data: { supervisorId: BELA, awaits: ['supervision'], answerBy: iso(NOW + HOUR) },
    });
  });
  test('not where the machine does not allow it, nor oneself, nor until too early, nor a stranger', () => {
    expect(against(together, given(false))).toEqual(['competence']);
    expect(against({ ...place(ten, noon), supervisorId: ANNA }, given(true))).toEqual(['competence']);
    const early = { ...aMember, competences: { [LASER]: noon - 1 } };
    expect(against(together, given(true, early))).toEqual(['competence']);
    expect(against(together, given(true, { ...aMember, membership: null }))).toEqual(['competence']);
  });
});

describe('walk-up only, lending', () => {
  test('nobody books ahead what is started by whoever comes', () => {
    expect(against(place(ten, noon), asking({ starting: 'walkUpOnly' }))).toEqual(['walkUpOnly']);
  });
  test('what goes home is collected and brought back while doors are open, whatever lies between', () => {
    const given = asking({ byTheDay: true }, { openingHours: hours });
    expect(against(place(monday('09:00'), at('2026-11-26 21:00')), given)).toEqual([]);
    expect(against(place(monday('08:59'), at('2026-11-26 21:00')), given)).toEqual(['collection']);
    expect(against(place(monday('09:00'), at('2026-11-24 12:00')), given)).toEqual(['collection']);
  });
  test('same-day turnaround: brought back and collected again at the same moment', () => {
    const given = asking({ byTheDay: true }, { openingHours: hours });
    const out = placed(FIRST, monday('09:00'), monday('15:00'), BELA);
    expect(against(place(monday('15:00'), at('2026-11-26 15:00')), given, [out])).toEqual([]);
  });
  test('five tools at a time', () => {
    const having = (loansElsewhere: number) =>
      facts({ machine: { kind: 'tool' }, holder: { loansElsewhere } });
    expect(against(place(ten, noon), having(4))).toEqual([]);
    expect(against(place(ten, noon), having(5))).toEqual(['loans']);
    expect(against(place(monday('14:00'), monday('15:00')), having(4), [placed(FIRST, ten, noon)])).toEqual([
      'loans',
    ]);
  });
  test('a loan is renewed as often as that, and not while somebody waits', () => {
    const collected: CalendarEvent = {
      type: 'UseStarted',
      data: {
        bookingId: FIRST,
        machineId: MACHINE,
        workshopId: WORKSHOP,
        memberId: ANNA,
        at: iso(ten),
        via: 'person',
        replayed: false,
        contradicts: [],
        buildId: null,
        step: null,
      },
    };
    const renew = (days: number): CalendarCommand => ({
      type: 'ResizeBooking',
      machineId: MACHINE,
      bookingId: FIRST,
      start: ten,
      end: ten + days * DAY,
    });
    const out = [placed(FIRST, ten, ten + 7 * DAY), collected];
    const given = asking({ byTheDay: true, renewals: 1, maximumDurationMinutes: 7 * 1_440 }, { now: noon });
    const once = decide(renew(14), given, out);
    if (once.outcome === 'refused') throw new Error(JSON.stringify(once));
    expect(once.events).toMatchObject([{ type: 'BookingResized', data: { renewal: true } }]);
    expect(against(renew(21), given, [...out, ...once.events])).toEqual(['renewal']);
    expect(against(renew(7 + 8), given, out)).toEqual(['longest']);
    const waits: CalendarEvent = {
      type: 'WaitingJoined',
      data: {
        waitId: THIRD,
        machineId: MACHINE,
        workshopId: WORKSHOP,
        memberId: BELA,
        from: iso(ten + 7 * DAY),
        to: iso(ten + 9 * DAY),
        minutes: 1_440,
      },
    };
    expect(against(renew(8), given, [...out, waits])).toEqual(['renewal']);
  });
});

describe('every sentence', () => {
  test('is one, and starts with a capital', () => {
    const given = asking(
      {
        horizonDays: 1,
        minimumNoticeMinutes: 10_000,
        maximumDurationMinutes: 15,
        maximumPerDay: 1,
        maximumOpen: 1,
        maximumOpenMinutes: 15,
        minimumGapMinutes: 600,
        turnaroundMinutes: 60,
        starting: 'walkUpOnly',
      },
      { openingHours: hours },
    );
    const decision = decide(place(monday('12:30'), at('2026-11-24 21:30')), given, [
      placed(FIRST, ten, noon),
      hold(monday('13:00'), monday('14:00'), monday('09:00')),
    ]);
    if (decision.outcome === 'accepted') throw new Error('accepted');
    expect(decision.objections.map(({ rule }) => rule)).toEqual([
      'walkUpOnly',
      'horizon',
      'notice',
      'longest',
      'turnaround',
      'heldForAnother',
      'openingHours',
      'perDay',
      'open',
      'openTime',
      'gap',
    ]);
    for (const { message } of decision.objections) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});
