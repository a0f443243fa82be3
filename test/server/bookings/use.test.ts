import { describe, expect, test } from 'vitest';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import {
  ANNA,
  BELA,
  corrected,
  FIRST,
  facts,
  given,
  hours,
  iso,
  LASER,
  MACHINE,
  monday,
  outage,
  place,
  placed,
  SECOND,
  stateAfter,
  THIRD,
  WORKSHOP,
} from './someCalendar.ts';
import { about, factsWith, giver, HOUR, MINUTE, start, started, stop, stopped, walkUp } from './someUse.ts';

const ten = monday('10:00');
const eleven = monday('11:00');
const noon = monday('12:00');
const mine = placed(FIRST, ten, noon);
const bookable = { machine: { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] } };

describe('starting a booking', () => {
  test('is a fact of its own moment', () => {
    given(mine)
      .when(start(), factsWith({ now: ten + MINUTE }))
      .thenRecorded(started(ten + MINUTE));
  });

  test('goes a quarter of an hour early where nobody is before, and no earlier', () => {
    given(mine)
      .when(start(), factsWith({ now: ten - 15 * MINUTE }))
      .thenRecorded(started(ten - 15 * MINUTE));
    given(mine)
      .when(start(), factsWith({ now: ten - 16 * MINUTE }))
      .thenRefused('early');
    const before = placed(SECOND, ten - HOUR, ten, BELA);
    given(before, mine)
      .when(start(), factsWith({ now: ten - 5 * MINUTE }))
      .thenRefused('overlap');
  });

  test('early takes the time from then on', () => {
    const state = stateAfter([mine, started(ten - 10 * MINUTE)]);
    const between = place(ten - 8 * MINUTE, ten, { memberId: BELA });
    const decision = calendarDecider.decide(between, state, factsWith({ now: ten - 9 * MINUTE }));
    expect(decision).toMatchObject({ outcome: 'refused', objections: [{ rule: 'overlap' }] });
  });

  test('asks whoever starts for the competence that they have at that moment', () => {
    given(mine)
      .when(start(), factsWith({ now: ten, ...bookable, holder: { competences: { [LASER]: ten } } }))
      .thenRefused('competence');
    given(mine)
      .when(start(), factsWith({ now: ten, ...bookable, holder: { competences: { [LASER]: noon } } }))
      .thenRecorded(started(ten));
  });

  test('is refused while starts are paused, not while bookings are', () => {
    given(mine)
      .when(start(), factsWith({ now: ten, holder: { startsPausedUntil: noon } }))
      .thenRefused('membership');
    given(mine)
      .when(start(), factsWith({ now: ten, holder: { pausedUntil: noon } }))
      .thenRecorded(started(ten));
  });

  test('is refused on a machine that is out', () => {
    given(mine, outage(ten - HOUR, null))
      .when(start(), factsWith({ now: ten }))
      .thenRefused('outage');
  });

  test('is refused while the session before has not ended, and says what to do', () => {
    const before = placed(SECOND, ten - HOUR, ten, BELA);
    given(before, mine, started(ten - HOUR, {}, SECOND, BELA))
      .when(start(), factsWith({ now: ten + MINUTE }))
      .thenRefused('overrun');
  });

  test('needs company where nobody works alone', () => {
    given(mine)
      .when(start(), factsWith({ now: ten, rules: { neverAlone: true } }))
      .thenRefused('neverAlone');
    given(mine)
      .when(start(FIRST, true), factsWith({ now: ten, rules: { neverAlone: true } }))
      .thenRecorded(started(ten));
  });

  test('goes by the reader where there is one', () => {
    given(mine)
      .when(start(), factsWith({ now: ten, rules: { checkIn: 'reader' } }))
      .thenRefused('reader');
  });

  test('goes after it was missed, as long as nobody has got the time', () => {
    const late = factsWith({ now: ten + 40 * MINUTE });
    given(mine, about('BookingMissed'))
      .when(start(), late)
      .thenRecorded(about('BookingReinstated'), started(ten + 40 * MINUTE));
    given(mine, about('BookingMissed'), placed(SECOND, ten + 30 * MINUTE, eleven, BELA))
      .when(start(), late)
      .thenRefused('overlap');
  });

  test('does not go when it is over, or twice', () => {
    given(mine)
      .when(start(), factsWith({ now: noon }))
      .thenRefused('ended');
    given(mine, started(ten))
      .when(start(), factsWith({ now: eleven }))
      .thenRefused('inUse');
  });
});

describe('a walk-up', () => {
  test('books from now and starts, in one append, as long as the machine may be had', () => {
    const decision = calendarDecider.decide(
      walkUp(SECOND, BELA),
      stateAfter([placed(FIRST, noon, noon + HOUR)]),
      factsWith({ now: ten, rules: { maximumDurationMinutes: 180 } }),
    );
    expect(decision).toMatchObject({
      outcome: 'accepted',
      events: [
        { type: 'BookingPlaced', data: { start: iso(ten), end: iso(noon), walkUp: true } },
        { type: 'UseStarted', data: { at: iso(ten), bookingId: SECOND } },
      ],
    });
  });

  test('lasts at most as long as the machine’s longest', () => {
    const decision = calendarDecider.decide(
      walkUp(SECOND, BELA),
      stateAfter([]),
      factsWith({ now: ten, rules: { maximumDurationMinutes: 90 } }),
    );
    expect(decision).toMatchObject({ events: [{ data: { end: iso(ten + 90 * MINUTE) } }, {}] });
  });

  test('is refused where somebody else starts within the machine’s shortest', () => {
    given(placed(FIRST, ten + 20 * MINUTE, noon))
      .when(walkUp(SECOND, BELA), factsWith({ now: ten, rules: { minimumDurationMinutes: 30 } }))
      .thenRefused('overlap');
  });

  test('is refused where machines are booked first, or approved, or in use', () => {
    given()
      .when(walkUp(SECOND, BELA), factsWith({ now: ten, rules: { starting: 'bookingOnly' } }))
      .thenRefused('bookingOnly');
    given()
      .when(walkUp(SECOND, BELA), factsWith({ now: ten, rules: { approval: true } }))
      .thenRefused('approval');
    given(mine, started(ten))
      .when(walkUp(SECOND, BELA), factsWith({ now: eleven }))
      .thenRefused('overlap', 'inUse');
  });

  test('is the only way where a machine is for walk-ups', () => {
    const rules = { starting: 'walkUpOnly' } as const;
    given()
      .when(place(noon, noon + HOUR), factsWith({ now: ten, rules }))
      .thenRefused('walkUpOnly');
    const decision = calendarDecider.decide(
      walkUp(SECOND, BELA),
      stateAfter([]),
      factsWith({ now: ten, rules }),
    );
    expect(decision.outcome).toBe('accepted');
  });
});

describe('stopping', () => {
  test('gives the rest of the time back, less the turnaround', () => {
    const state = stateAfter([mine, started(ten), stopped(eleven)]);
    const rules = { turnaroundMinutes: 10 };
    const at = (from: number) =>
      calendarDecider.decide(
        place(from, from + HOUR, { memberId: BELA }),
        state,
        factsWith({ now: eleven, rules }),
      );
    expect(at(eleven + 10 * MINUTE).outcome).toBe('accepted');
    expect(at(eleven + 9 * MINUTE)).toMatchObject({ objections: [{ rule: 'turnaround' }] });
  });

  test('late takes nothing from whoever came next', () => {
    const next = placed(SECOND, noon, noon + HOUR, BELA);
    const state = stateAfter([mine, next, started(ten), stopped(noon + 10 * MINUTE)]);
    const longer = {
      type: 'ResizeBooking',
      machineId: MACHINE,
      bookingId: SECOND,
      start: noon,
      end: noon + 2 * HOUR,
    } as const;
    expect(calendarDecider.decide(longer, state, facts({ now: noon + 20 * MINUTE })).outcome).toBe(
      'accepted',
    );
  });

  test('may have happened earlier, but not before the start or in the future', () => {
    const by = giver(ANNA);
    given(mine, started(ten))
      .when(stop({ at: eleven }), factsWith({ now: noon, by }))
      .thenRecorded(stopped(eleven));
    given(mine, started(ten))
      .when(stop({ at: ten - 1 }), factsWith({ now: noon, by }))
      .thenRefused('interval');
    given(mine, started(ten))
      .when(stop({ at: noon + 1 }), factsWith({ now: noon, by }))
      .thenRefused('future');
    given(mine)
      .when(stop(), factsWith({ now: eleven, by }))
      .thenRefused('ended');
  });

  test('by the next in line is an estimate, and only once the time is over', () => {
    const by = giver(BELA);
    given(mine, started(ten))
      .when(stop(), factsWith({ now: eleven, by }))
      .thenRefused('notYours');
    given(mine, started(ten))
      .when(stop(), factsWith({ now: noon + MINUTE, by }))
      .thenRecorded(stopped(noon, { estimated: true }));
    given(mine, started(ten))
      .when(stop(), factsWith({ now: noon + MINUTE, by, ...bookable, holder: { competences: {} } }))
      .thenRefused('competence');
  });

  test('takes meters that only rise, unless somebody says why', () => {
    const by = giver(ANNA);
    const reading = (value: number) => [{ name: 'Hours', value }];
    const story = [
      mine,
      started(ten),
      stopped(eleven, { readings: reading(100) }),
      placed(SECOND, eleven, noon),
      started(eleven, {}, SECOND),
    ];
    const ending = { bookingId: SECOND, readings: reading(90) };
    given(...story)
      .when(stop(ending), factsWith({ now: noon, by }))
      .thenRefused('reading');
    given(...story)
      .when(stop({ ...ending, meterReset: true }), factsWith({ now: noon, by }))
      .thenRecorded(stopped(noon, { readings: reading(90) }, SECOND));
  });

  test('is taken back within a minute', () => {
    const seconds = 30_000;
    given(mine, started(ten), stopped(eleven))
      .when(start(), factsWith({ now: eleven + seconds }))
      .thenRecorded(about('BookingReinstated'), started(ten));
    given(mine, started(ten), stopped(eleven))
      .when(start(), factsWith({ now: eleven + MINUTE }))
      .thenRefused('ended');
    given(mine, started(ten), stopped(eleven), placed(SECOND, eleven, noon, BELA))
      .when(start(), factsWith({ now: eleven + seconds }))
      .thenRefused('overlap');
  });

  test('takes a start by mistake back: the booking stands as before', () => {
    const by = giver(ANNA);
    const mistaken = stop({ startedByMistake: true });
    given(mine, started(ten))
      .when(mistaken, factsWith({ now: ten + 20_000, by }))
      .thenRecorded(stopped(ten), about('BookingReinstated'));
    given(mine, started(ten))
      .when(mistaken, factsWith({ now: ten + 2 * MINUTE, by }))
      .thenRefused('tooLate');
  });
});

test('a guess is corrected once it is over, and what still runs is stopped first', () => {
  const correct = {
    type: 'CorrectBooking',
    machineId: MACHINE,
    bookingId: FIRST,
    start: ten,
    end: eleven,
    noteId: null,
  } as const;
  given(mine, started(ten))
    .when(correct, factsWith({ now: noon + HOUR }))
    .thenRefused('notOver');
  const state = stateAfter([
    mine,
    started(ten),
    stopped(noon, { estimated: true }),
    corrected(FIRST, ten, eleven),
  ]);
  if (state.status === 'empty') throw new Error('nothing was written');
  expect(state.agenda.byEnd[0]).toMatchObject({ start: ten, end: eleven, startedAt: ten, stoppedAt: eleven });
});

describe('handing over and passing on', () => {
  const handOver = { type: 'HandOverUse', machineId: MACHINE, bookingId: FIRST, toMemberId: BELA } as const;
  const pass = { type: 'PassBooking', machineId: MACHINE, bookingId: FIRST, toMemberId: BELA } as const;
  const data = {
    bookingId: FIRST,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    memberId: ANNA,
    toMemberId: BELA,
  };

  test('a running machine goes to somebody who might have started it', () => {
    given(mine, started(ten))
      .when(handOver, factsWith({ now: eleven }))
      .thenRecorded({ type: 'UseHandedOver', data: { ...data, at: iso(eleven) } });
    given(mine, started(ten))
      .when(handOver, factsWith({ now: eleven, ...bookable, holder: { competences: {} } }))
      .thenRefused('competence');
    given(mine)
      .when(handOver, factsWith({ now: eleven }))
      .thenRefused('ended');
  });

  test('a booking goes to somebody whom all rules allow it', () => {
    given(mine).when(pass, factsWith()).thenRecorded({ type: 'BookingPassed', data });
    given(mine, placed(SECOND, noon, noon + HOUR, BELA))
      .when(pass, factsWith({ rules: { minimumGapMinutes: 30 } }))
      .thenRefused('gap');
    given(mine, started(ten))
      .when(pass, factsWith({ now: eleven }))
      .thenRefused('ended');
  });
});

describe('what a reader tells later', () => {
  const record = (stoppedAt: number | null) =>
    ({
      type: 'RecordUse',
      machineId: MACHINE,
      workshopId: WORKSHOP,
      bookingId: FIRST,
      memberId: ANNA,
      startedAt: ten,
      stoppedAt,
      plannedEnd: noon,
    }) as const;
  const replay = { via: 'reader', replayed: true } as const;

  test('keeps its own time and is marked', () => {
    given(mine)
      .when(record(eleven), factsWith({ now: noon }))
      .thenRecorded(started(ten, replay), stopped(eleven, replay));
  });

  test('takes a missed booking back', () => {
    given(mine, about('BookingMissed'))
      .when(record(eleven), factsWith({ now: noon }))
      .thenRecorded(about('BookingReinstated'), started(ten, replay), stopped(eleven, replay));
  });

  test('stands beside what the time was given to, flagged, and no two bookings overlap', () => {
    const given2 = [mine, about('BookingMissed'), placed(SECOND, ten + 20 * MINUTE, noon, BELA)];
    const flagged = started(ten, { ...replay, contradicts: [SECOND] });
    given(...given2)
      .when(record(eleven), factsWith({ now: noon }))
      .thenRecorded(flagged, stopped(eleven, replay));
    const state = stateAfter([...given2, flagged, stopped(eleven, replay)]);
    if (state.status === 'empty') throw new Error('nothing was written');
    expect(state.agenda.byEnd.map(({ bookingId, status }) => [bookingId, status])).toEqual([
      [FIRST, 'missed'],
      [SECOND, 'placed'],
    ]);
  });

  test('without a booking is one from then on; beside one of somebody else it has no slot', () => {
    const decision = calendarDecider.decide(record(eleven), stateAfter([]), factsWith({ now: noon }));
    expect(decision).toMatchObject({
      events: [{ type: 'BookingPlaced' }, { type: 'UseStarted' }, { type: 'UseStopped' }],
    });
    const beside = calendarDecider.decide(
      record(eleven),
      stateAfter([placed(THIRD, ten, noon, BELA)]),
      factsWith({ now: noon }),
    );
    expect(beside).toMatchObject({
      events: [
        { type: 'BookingPlaced' },
        { type: 'BookingMissed' },
        { type: 'UseStarted', data: { contradicts: [THIRD] } },
        { type: 'UseStopped' },
      ],
    });
  });

  test('twice is told once', () => {
    given(mine, started(ten, replay), stopped(eleven, replay))
      .when(record(eleven), factsWith({ now: noon }))
      .thenNothing();
    given(mine, started(ten, replay))
      .when(record(null), factsWith({ now: noon }))
      .thenNothing();
    given(mine, started(ten, replay))
      .when(record(eleven), factsWith({ now: noon }))
      .thenRecorded(stopped(eleven, replay));
  });

  test('by a clock that goes fast has happened now at the latest', () => {
    const fast = { ...record(noon + 5 * HOUR), startedAt: noon + HOUR };
    given(mine)
      .when(fast, factsWith({ now: eleven }))
      .thenRecorded(started(eleven, replay), stopped(eleven, replay));
  });
});

test('hours of the workshop are asked about the moment of a start alone', () => {
  const late = placed(FIRST, monday('20:00'), monday('23:00'));
  given(late)
    .when(start(), factsWith({ now: monday('20:00'), openingHours: hours }))
    .thenRecorded(started(monday('20:00')));
  given(late)
    .when(start(), factsWith({ now: monday('21:30'), openingHours: hours }))
    .thenRefused('openingHours');
});
