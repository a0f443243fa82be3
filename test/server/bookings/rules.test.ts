import { describe, test } from 'vitest';
import {
  ANNA,
  at,
  BELA,
  FIRST,
  facts,
  given,
  HOBART,
  hours,
  LASER,
  monday,
  NOW,
  outage,
  outageEnded,
  place,
  placed,
  SECOND,
  THIRD,
} from './someCalendar.ts';

const ten = monday('10:00');
const eleven = monday('11:00');
const noon = monday('12:00');
const one = monday('13:00');
const HOUR = 3_600_000;

describe('interval', () => {
  test('a booking that ends when it starts is refused', () => {
    given().when(place(ten, ten), facts()).thenRefused('interval');
  });
  test('a booking that ends before it starts is refused', () => {
    given().when(place(eleven, ten), facts()).thenRefused('interval');
  });
  test('the shortest one is taken', () => {
    given()
      .when(place(ten, ten + 1), facts())
      .thenRecorded(placed(SECOND, ten, ten + 1));
  });
});

describe('overlap', () => {
  const booked = placed(FIRST, ten, noon, BELA);
  test('a free machine takes the booking', () => {
    given()
      .when(place(ten, noon), facts())
      .thenRecorded(placed(SECOND, ten, noon));
  });
  test('back to back is allowed before and after', () => {
    given(booked)
      .when(place(noon, one), facts())
      .thenRecorded(placed(SECOND, noon, one));
    given(booked)
      .when(place(monday('09:00'), ten), facts())
      .thenRecorded(placed(SECOND, monday('09:00'), ten));
  });
  test('one millisecond into it is refused, from either side', () => {
    given(booked)
      .when(place(noon - 1, one), facts())
      .thenRefused('overlap');
    given(booked)
      .when(place(monday('09:00'), ten + 1), facts())
      .thenRefused('overlap');
  });
  test('a booking of several days cannot swallow a shorter one inside it', () => {
    given(booked)
      .when(place(monday('09:00'), at('2026-11-26 09:00')), facts())
      .thenRefused('overlap');
  });
  test('a short one cannot slip into a booking of several days', () => {
    given(
      placed(FIRST, monday('09:00'), at('2026-11-26 09:00')),
      placed(THIRD, at('2026-11-27 09:00'), at('2026-11-27 10:00')),
    )
      .when(place(at('2026-11-25 10:00'), at('2026-11-25 11:00')), facts())
      .thenRefused('overlap');
  });
  test('with two places a second booking fits and a third does not', () => {
    const twoPlaces = facts({ machine: { capacity: 2 } });
    given(booked)
      .when(place(ten, noon), twoPlaces)
      .thenRecorded(placed(SECOND, ten, noon));
    given(booked, placed(THIRD, eleven, one))
      .when(place(ten, one), twoPlaces)
      .thenRefused('overlap');
  });
  test('two bookings one after the other fill one place only', () => {
    given(placed(FIRST, ten, eleven), placed(THIRD, eleven, noon))
      .when(place(ten, noon), facts({ machine: { capacity: 2 } }))
      .thenRecorded(placed(SECOND, ten, noon));
  });
});

describe('outage', () => {
  test('nothing is booked into it; back to back is allowed', () => {
    const out = outage(ten, noon);
    given(out)
      .when(place(noon - 1, one), facts())
      .thenRefused('outage');
    given(out)
      .when(place(noon, one), facts())
      .thenRecorded(placed(SECOND, noon, one));
    given(out)
      .when(place(monday('09:00'), ten), facts())
      .thenRecorded(placed(SECOND, monday('09:00'), ten));
  });
  test('while nobody knows when it is back, no later time is free either', () => {
    given(outage(ten, null))
      .when(place(at('2026-12-20 10:00'), at('2026-12-20 11:00')), facts())
      .thenRefused('outage');
  });
  test('past its expected end it counts until somebody returns the machine', () => {
    const late = facts({ now: noon });
    given(outage(ten, eleven))
      .when(place(one, one + HOUR), late)
      .thenRefused('outage');
    given(outage(ten, eleven), outageEnded(noon))
      .when(place(one, one + HOUR), late)
      .thenRecorded(placed(SECOND, one, one + HOUR));
  });
});

test('retired: a machine that is not in service takes no booking', () => {
  given()
    .when(place(ten, noon), facts({ machine: { inService: false } }))
    .thenRefused('retired');
});

describe('competence', () => {
  const machine = { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] };
  test('one who has it may book', () => {
    given()
      .when(place(ten, noon), facts({ machine }))
      .thenRecorded(placed(SECOND, ten, noon));
  });
  test('one who lacks it may not', () => {
    given()
      .when(place(ten, noon), facts({ machine, holder: { competences: {} } }))
      .thenRefused('competence');
  });
  test('it has to last until the booking ends', () => {
    const until = (instant: number) => facts({ machine, holder: { competences: { [LASER]: instant } } });
    given()
      .when(place(ten, noon), until(noon - 1))
      .thenRefused('competence');
    given()
      .when(place(ten, noon), until(noon))
      .thenRecorded(placed(SECOND, ten, noon));
  });
});

describe('membership', () => {
  test('one who is no member may not book', () => {
    given()
      .when(place(ten, noon), facts({ holder: { membership: null } }))
      .thenRefused('membership');
  });
  test('it has to last until the booking ends', () => {
    const until = (instant: number) => facts({ holder: { membership: { until: instant } } });
    given()
      .when(place(ten, noon), until(noon - 1))
      .thenRefused('membership');
    given()
      .when(place(ten, noon), until(noon))
      .thenRecorded(placed(SECOND, ten, noon));
  });
  test('a pause stands against what starts before it is over', () => {
    const paused = facts({ holder: { pausedUntil: eleven } });
    given()
      .when(place(eleven - 1, noon), paused)
      .thenRefused('membership');
    given()
      .when(place(eleven, noon), paused)
      .thenRecorded(placed(SECOND, eleven, noon));
  });
});

describe('past', () => {
  test('a booking may start now, not before', () => {
    given()
      .when(place(NOW, ten), facts())
      .thenRecorded(placed(SECOND, NOW, ten));
    given()
      .when(place(NOW - 1, ten), facts())
      .thenRefused('past');
  });
});

describe('openingHours', () => {
  const open = facts({ openingHours: hours });
  test('from opening to closing is allowed', () => {
    given()
      .when(place(monday('09:00'), monday('21:00')), open)
      .thenRecorded(placed(SECOND, monday('09:00'), monday('21:00')));
  });
  test('a minute before opening and a minute after closing are not', () => {
    given()
      .when(place(monday('08:59'), ten), open)
      .thenRefused('openingHours');
    given()
      .when(place(ten, monday('21:01')), open)
      .thenRefused('openingHours');
  });
  test('the hours of the night between two open days are not open', () => {
    given()
      .when(place(at('2026-11-25 10:00'), at('2026-11-26 10:00')), open)
      .thenRefused('openingHours');
  });
  test('a holiday is closed for members and open for those who may always come in', () => {
    const onTheHoliday = place(at('2026-11-24 10:00'), at('2026-11-24 12:00'));
    given().when(onTheHoliday, open).thenRefused('openingHours');
    given()
      .when(onTheHoliday, facts({ openingHours: hours, holder: { hours: ['member', 'host'] } }))
      .thenRecorded(placed(SECOND, onTheHoliday.start, onTheHoliday.end));
  });
  test('visitors have their own hours', () => {
    const visitor = facts({ openingHours: hours, holder: { hours: ['visitor'] } });
    given().when(place(ten, noon), visitor).thenRefused('openingHours');
    given()
      .when(place(monday('14:00'), monday('18:00')), visitor)
      .thenRecorded(placed(SECOND, monday('14:00'), monday('18:00')));
  });
  test('a machine that may run unattended is booked at night', () => {
    given()
      .when(
        place(ten, at('2026-11-25 10:00')),
        facts({ openingHours: hours, machine: { mayRunUnattended: true } }),
      )
      .thenRecorded(placed(SECOND, ten, at('2026-11-25 10:00')));
  });
  test('openings that meet at midnight are one', () => {
    const late = {
      ...hours,
      member: [
        { weekday: 3, opens: '18:00', closes: '24:00' },
        { weekday: 4, opens: '00:00', closes: '02:00' },
      ],
    };
    const start = at('2026-11-25 23:00');
    given()
      .when(place(start, at('2026-11-26 02:00')), facts({ openingHours: late }))
      .thenRecorded(placed(SECOND, start, at('2026-11-26 02:00')));
    given()
      .when(place(start, at('2026-11-26 02:01')), facts({ openingHours: late }))
      .thenRefused('openingHours');
  });
});

describe('opening hours on the days of the clock change', () => {
  const dayLong = { ...hours, member: [{ weekday: 7, opens: '00:00', closes: '24:00' }] };
  const wholeDay = [
    { zone: 'Europe/Berlin', day: '2027-03-28', next: '2027-03-29', lasts: 23 },
    { zone: 'Europe/Berlin', day: '2027-10-31', next: '2027-11-01', lasts: 25 },
    { zone: HOBART, day: '2027-10-03', next: '2027-10-04', lasts: 23 },
    { zone: HOBART, day: '2027-04-04', next: '2027-04-05', lasts: 25 },
  ];
  test.each(wholeDay)(
    'the whole Sunday $day in $zone is open for $lasts hours',
    ({ zone, day, next, lasts }) => {
      const start = at(`${day} 00:00`, zone);
      const end = start + lasts * HOUR;
      const there = facts({ now: start - HOUR, openingHours: dayLong, timeZone: zone });
      const story = given();
      if (end !== at(`${next} 00:00`, zone)) throw new Error('the day is not as long as that');
      story.when(place(start, end), there).thenRecorded(placed(SECOND, start, end));
      story.when(place(start, end + 1), there).thenRefused('openingHours');
    },
  );
  test.each(wholeDay)('nine o’clock stays nine o’clock on $day in $zone', ({ zone, day }) => {
    const there = facts({ now: at(`${day} 00:00`, zone), openingHours: hours, timeZone: zone });
    const start = at(`${day} 09:00`, zone);
    given()
      .when(place(start, start + HOUR), there)
      .thenRecorded(placed(SECOND, start, start + HOUR));
    given()
      .when(place(start - 1, start + HOUR), there)
      .thenRefused('openingHours');
  });
});

describe('all reasons at once', () => {
  test('every rule that stands is named', () => {
    given(placed(FIRST, ten, noon, BELA), outage(ten, noon))
      .when(
        place(eleven, at('2026-11-24 10:00'), { memberId: ANNA }),
        facts({
          openingHours: hours,
          machine: { inService: false, requiredCompetences: [{ competenceId: 'none', name: 'Saw' }] },
          holder: { membership: null },
        }),
      )
      .thenRefused('retired', 'outage', 'membership', 'competence', 'overlap', 'openingHours');
  });
  test('somebody of whom nothing is known is no member', () => {
    given()
      .when(place(ten, noon, { memberId: 'somebody' }), facts())
      .thenRefused('membership');
  });
});
