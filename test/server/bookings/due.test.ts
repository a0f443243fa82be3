import { describe, expect, test } from 'vitest';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import {
  ANNA,
  BELA,
  FIRST,
  given,
  hours,
  iso,
  MACHINE,
  marked,
  monday,
  outage,
  placed,
  SECOND,
  stateAfter,
  unmarked,
  WORKSHOP,
} from './someCalendar.ts';
import { about, factsWith, giver, HOUR, joined, MINUTE, settle, started, stopped, WAIT } from './someUse.ts';

const ten = monday('10:00');
const noon = monday('12:00');
const mine = placed(FIRST, ten, noon);
const rules = { checkIn: 'person', graceMinutes: 15 } as const;
const missed = about('BookingMissed');
const at = (now: number) => factsWith({ now, rules });

describe('a booking that nobody starts', () => {
  test('is missed when the grace is over, and where nobody checks never', () => {
    given(mine)
      .when(settle(), at(ten + 15 * MINUTE - 1))
      .thenNothing();
    given(mine)
      .when(settle(), at(ten + 15 * MINUTE))
      .thenRecorded(missed);
    given(mine)
      .when(settle(), factsWith({ now: noon }))
      .thenNothing();
  });

  test('is found by a server that has stood still since, however late', () => {
    given(mine)
      .when(settle(), at(noon + 24 * HOUR))
      .thenRecorded(missed);
  });

  test('has as much more grace as no server ran', () => {
    const away = [{ start: ten + 5 * MINUTE, end: ten + 65 * MINUTE }];
    given(mine)
      .when(settle(away), at(ten + 74 * MINUTE))
      .thenNothing();
    given(mine)
      .when(settle(away), at(ten + 75 * MINUTE))
      .thenRecorded(missed);
  });

  test('is not missed where no server ran until its end', () => {
    given(mine)
      .when(settle([{ start: ten - HOUR, end: noon + HOUR }]), at(noon + 2 * HOUR))
      .thenNothing();
  });

  test('is not missed while the machine is in use, and has its grace once it is free', () => {
    const before = placed(SECOND, ten - HOUR, ten, BELA);
    const running = [before, mine, started(ten - HOUR, {}, SECOND, BELA)];
    given(...running)
      .when(settle(), at(ten + 40 * MINUTE))
      .thenNothing();
    const over = [...running, stopped(ten + 40 * MINUTE, {}, SECOND, BELA)];
    given(...over)
      .when(settle(), at(ten + 54 * MINUTE))
      .thenNothing();
    given(...over)
      .when(settle(), at(ten + 55 * MINUTE))
      .thenRecorded(missed);
  });

  test('is not missed where an outage covers its start', () => {
    given(mine, outage(ten - HOUR, null))
      .when(settle(), at(ten + HOUR))
      .thenNothing();
  });
});

describe('a request', () => {
  const asked: CalendarEvent = {
    type: 'BookingPlaced',
    data: {
      bookingId: FIRST,
      machineId: MACHINE,
      workshopId: WORKSHOP,
      memberId: ANNA,
      start: iso(noon),
      end: iso(noon + HOUR),
      purposeId: null,
      supervisorId: BELA,
      seriesId: null,
      holdId: null,
      walkUp: false,
      awaits: ['approval', 'supervision'],
      answerBy: iso(ten),
      overridden: null,
    },
  };
  const whose = { bookingId: FIRST, machineId: MACHINE, workshopId: WORKSHOP, memberId: ANNA };
  const confirm = (grants: 'approval' | 'supervision') =>
    ({ type: 'ConfirmBooking', machineId: MACHINE, bookingId: FIRST, grants }) as const;
  const steward = giver(WAIT, { isSteward: true });

  test('lapses without an answer, and can be answered no more then', () => {
    given(asked)
      .when(settle(), factsWith({ now: ten - 1 }))
      .thenNothing();
    given(asked)
      .when(settle(), factsWith({ now: ten }))
      .thenRecorded(about('BookingLapsed'));
    given(asked)
      .when(confirm('approval'), factsWith({ now: ten, by: steward }))
      .thenRefused('ended');
  });

  test('is answered by those whose word it waits for', () => {
    const granted = (word: 'approval' | 'supervision'): CalendarEvent => ({
      type: 'BookingConfirmed',
      data: { ...whose, granted: word },
    });
    given(asked)
      .when(confirm('approval'), factsWith({ by: steward }))
      .thenRecorded(granted('approval'));
    given(asked)
      .when(confirm('approval'), factsWith({ by: giver(BELA) }))
      .thenRefused('notYours');
    given(asked)
      .when(confirm('supervision'), factsWith({ by: giver(BELA) }))
      .thenRecorded(granted('supervision'));
    given(asked)
      .when(confirm('supervision'), factsWith({ by: steward }))
      .thenRefused('notYours');
    given(asked, granted('approval'))
      .when(confirm('approval'), factsWith({ by: steward }))
      .thenRefused('ended');
    given(asked, granted('approval'), granted('supervision'))
      .when(confirm('approval'), factsWith({ by: steward }))
      .thenRefused('ended');
  });

  test('keeps what stands against it when it is confirmed, so that it can be taken back', () => {
    const reconsider = { type: 'ReconsiderBookings' as const, machineId: MACHINE, bookingIds: [FIRST] };
    const granted = (word: 'approval' | 'supervision'): CalendarEvent => ({
      type: 'BookingConfirmed',
      data: { ...whose, granted: word },
    });
    given(asked, marked(FIRST, 'outage'), granted('approval'), granted('supervision'))
      .when(reconsider, factsWith({ now: ten }))
      .thenRecorded(unmarked(FIRST, 'outage'));
  });

  test('of a steward is answered by another one, where there is one', () => {
    const own = { isSteward: true };
    given(asked)
      .when(confirm('approval'), factsWith({ by: giver(ANNA, own) }))
      .thenRefused('notYours');
    given(asked)
      .when(confirm('approval'), factsWith({ by: giver(ANNA, { ...own, isOnlySteward: true }) }))
      .thenRecorded({ type: 'BookingConfirmed', data: { ...whose, granted: 'approval' } });
  });

  test('that is declined frees its time', () => {
    const decline = {
      type: 'DeclineBooking',
      machineId: MACHINE,
      bookingId: FIRST,
      declines: 'supervision',
      reasonId: null,
    } as const;
    const waiting = joined(noon, noon + HOUR, 60);
    const decision = calendarDecider.decide(
      decline,
      stateAfter([asked, waiting]),
      factsWith({ by: giver(BELA) }),
    );
    expect(decision).toMatchObject({ events: [{ type: 'BookingDeclined' }, { type: 'SlotHeld' }] });
  });
});

describe('a forgotten stop', () => {
  const late = placed(FIRST, monday('18:00'), monday('19:00'));
  const running = [late, started(monday('18:00'))];
  const openTill9 = { openingHours: hours };

  test('ends with the day where somebody has to stand beside the machine, as an estimate', () => {
    given(...running)
      .when(settle(), factsWith({ now: monday('20:59'), ...openTill9 }))
      .thenNothing();
    given(...running)
      .when(settle(), factsWith({ now: monday('22:00'), ...openTill9 }))
      .thenRecorded(stopped(monday('21:00'), { via: 'timer', estimated: true }));
  });

  test('ends at midnight for those who may come around the clock', () => {
    given(...running)
      .when(settle(), factsWith({ now: monday('23:59') + MINUTE }))
      .thenRecorded(stopped(monday('23:59') + MINUTE, { via: 'timer', estimated: true }));
  });

  test('runs on where the machine may run unattended, and while its planned end lies ahead', () => {
    const unattended = { machine: { mayRunUnattended: true } };
    given(...running)
      .when(settle(), factsWith({ now: monday('22:00'), ...openTill9, ...unattended }))
      .thenNothing();
    const night = [placed(FIRST, monday('18:00'), monday('23:00')), started(monday('18:00'))];
    given(...night)
      .when(settle(), factsWith({ now: monday('22:00'), ...openTill9 }))
      .thenNothing();
  });
});

test('a wish that cannot be fulfilled any more leaves the line', () => {
  given(mine, joined(ten, noon, 60))
    .when(settle(), factsWith({ now: noon - HOUR }))
    .thenNothing();
  given(mine, joined(ten, noon, 60))
    .when(settle(), factsWith({ now: noon - HOUR + 1 }))
    .thenRecorded({
      type: 'WaitingLeft',
      data: { waitId: WAIT, machineId: MACHINE, workshopId: WORKSHOP, memberId: BELA },
    });
});
