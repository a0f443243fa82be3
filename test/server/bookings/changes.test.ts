import { describe, test } from 'vitest';
import {
  at,
  BELA,
  cancelled,
  changed,
  corrected,
  FIRST,
  facts,
  given,
  LASER,
  MACHINE,
  marked,
  monday,
  NOW,
  OUTAGE,
  outage,
  outageEnded,
  place,
  placed,
  reinstated,
  SECOND,
  unmarked,
  WORKSHOP,
} from './someCalendar.ts';

const nine = monday('09:00');
const ten = monday('10:00');
const eleven = monday('11:00');
const noon = monday('12:00');
const one = monday('13:00');
const mine = placed(FIRST, ten, noon);

const move = (start: number, end: number, bookingId = FIRST) =>
  ({ type: 'MoveBooking', machineId: MACHINE, bookingId, start, end }) as const;
const resize = (start: number, end: number) =>
  ({ type: 'ResizeBooking', machineId: MACHINE, bookingId: FIRST, start, end }) as const;
const cancel = { type: 'CancelBooking', machineId: MACHINE, bookingId: FIRST } as const;
const reinstate = { type: 'ReinstateBooking', machineId: MACHINE, bookingId: FIRST } as const;
const correct = (start: number, end: number) =>
  ({ type: 'CorrectBooking', machineId: MACHINE, bookingId: FIRST, start, end, noteId: null }) as const;
const reconsider = { type: 'ReconsiderBookings' as const, machineId: MACHINE, bookingIds: [FIRST] };
const declare = (start: number | null, end: number | null) =>
  ({
    type: 'DeclareOutage',
    outageId: OUTAGE,
    machineId: MACHINE,
    workshopId: WORKSHOP,
    kind: 'outOfOrder',
    start,
    end,
    reasonId: '00000000-0000-4000-8000-000000000001',
    faultId: null,
    planId: null,
  }) as const;
const endOutage = { type: 'EndOutage', machineId: MACHINE, outageId: OUTAGE, noteId: null } as const;

describe('moving and resizing', () => {
  test('a booking does not count against itself', () => {
    given(mine)
      .when(move(eleven, one), facts())
      .thenRecorded(changed('BookingMoved', FIRST, eleven, one));
    given(mine)
      .when(resize(ten, one), facts())
      .thenRecorded(changed('BookingResized', FIRST, ten, one));
  });
  test('it counts against the others', () => {
    given(mine, placed(SECOND, noon, one, BELA))
      .when(resize(ten, noon + 1), facts())
      .thenRefused('overlap');
    given(mine, placed(SECOND, noon, one, BELA))
      .when(move(nine, noon), facts())
      .thenRecorded(changed('BookingMoved', FIRST, nine, noon));
  });
  test('what was moved away leaves its time free', () => {
    given(
      mine,
      changed('BookingMoved', FIRST, monday('15:00'), monday('16:00')),
      placed(SECOND, ten, noon, BELA),
    )
      .when(move(ten, noon), facts())
      .thenRefused('overlap');
    given(
      placed(SECOND, ten, noon, BELA),
      placed(FIRST, one, monday('14:00')),
      changed('BookingMoved', FIRST, nine, ten),
    )
      .when(move(one, monday('14:00')), facts())
      .thenRecorded(changed('BookingMoved', FIRST, one, monday('14:00')));
  });
  test('to where it is already: nothing happens', () => {
    given(mine).when(move(ten, noon), facts()).thenNothing();
  });
  test('a running booking is made longer or shorter, but not to an end before now', () => {
    const running = facts({ now: eleven });
    given(mine)
      .when(resize(ten, one), running)
      .thenRecorded(changed('BookingResized', FIRST, ten, one));
    given(mine)
      .when(resize(ten, eleven), running)
      .thenRecorded(changed('BookingResized', FIRST, ten, eleven));
    given(mine)
      .when(resize(ten, eleven - 1), running)
      .thenRefused('past');
    given(mine).when(resize(nine, one), running).thenRefused('past');
  });
  test('one that is over, or cancelled, or forgotten, is not moved', () => {
    given(mine)
      .when(move(one, one + 1), facts({ now: noon }))
      .thenRefused('ended');
    given(mine, cancelled(FIRST))
      .when(move(one, one + 1), facts())
      .thenRefused('ended');
    given()
      .when(move(one, one + 1), facts())
      .thenRefused('ended');
  });
  test('undone by moving back', () => {
    given(mine, changed('BookingMoved', FIRST, one, monday('15:00')))
      .when(move(ten, noon), facts())
      .thenRecorded(changed('BookingMoved', FIRST, ten, noon));
  });
});

describe('cancelling and reinstating', () => {
  test('a cancelled booking leaves its time free', () => {
    given(mine).when(cancel, facts()).thenRecorded(cancelled(FIRST));
    given(mine, cancelled(FIRST), placed(SECOND, ten, noon, BELA))
      .when(reinstate, facts())
      .thenRefused('overlap');
  });
  test('undone where the time is still free', () => {
    given(mine, cancelled(FIRST)).when(reinstate, facts()).thenRecorded(reinstated(FIRST));
  });
  test('all rules are asked again', () => {
    given(mine, cancelled(FIRST), outage(nine, one))
      .when(reinstate, facts({ holder: { membership: null } }))
      .thenRefused('outage', 'membership');
  });
  test('a running booking that was cancelled by mistake comes back', () => {
    given(mine, cancelled(FIRST))
      .when(reinstate, facts({ now: eleven }))
      .thenRecorded(reinstated(FIRST));
  });
  test('neither twice, nor after it is over', () => {
    given(mine, cancelled(FIRST)).when(cancel, facts()).thenRefused('ended');
    given(mine).when(reinstate, facts()).thenRefused('ended');
    given(mine)
      .when(cancel, facts({ now: noon }))
      .thenRefused('ended');
    given(mine, cancelled(FIRST))
      .when(reinstate, facts({ now: noon }))
      .thenRefused('ended');
  });
});

describe('correcting', () => {
  const later = facts({ now: monday('18:00') });
  test('writes down what really happened, also beside the opening hours', () => {
    given(mine)
      .when(correct(nine, one), later)
      .thenRecorded(corrected(FIRST, nine, one));
    given(mine, corrected(FIRST, nine, one))
      .when(correct(ten, noon), later)
      .thenRecorded(corrected(FIRST, ten, noon));
  });
  test('only after it is over, of what has happened, and of what stood', () => {
    given(mine)
      .when(correct(nine, ten), facts({ now: eleven }))
      .thenRefused('notOver');
    given(mine)
      .when(correct(ten, monday('18:01')), later)
      .thenRefused('future');
    given(mine, cancelled(FIRST)).when(correct(nine, noon), later).thenRefused('ended');
    given(mine).when(correct(noon, ten), later).thenRefused('interval');
  });
  test('cannot double another booking, nor reach further back than the calendar remembers', () => {
    given(mine, placed(SECOND, noon, one, BELA))
      .when(correct(ten, noon + 1), later)
      .thenRefused('overlap');
    given(mine)
      .when(correct(at('2026-11-09 17:00'), noon), later)
      .thenRefused('tooLate');
    given().when(correct(ten, noon), later).thenRefused('tooLate');
  });
});

describe('a command that comes again when nobody remembers it', () => {
  test('makes no second booking and no second outage', () => {
    given(mine)
      .when(place(one, one + 1, { bookingId: FIRST }), facts())
      .thenRefused('alreadyPlaced');
    given(outage(NOW, null)).when(declare(null, null), facts()).thenNothing();
  });
});

describe('outages', () => {
  test('from now, or from a time; with or without an expected end', () => {
    given().when(declare(null, null), facts()).thenRecorded(outage(NOW, null));
    given().when(declare(ten, noon), facts()).thenRecorded(outage(ten, noon));
  });
  test('its end lies after its start, and after now', () => {
    given().when(declare(noon, noon), facts()).thenRefused('interval');
    given()
      .when(declare(NOW - 2, NOW), facts())
      .thenRefused('past');
  });
  test('is ended once', () => {
    given(outage(NOW, null))
      .when(endOutage, facts({ now: ten }))
      .thenRecorded(outageEnded(ten));
    given(outage(NOW, null), outageEnded(ten))
      .when(endOutage, facts({ now: ten }))
      .thenRefused('ended');
    given().when(endOutage, facts()).thenRefused('ended');
  });
});

describe('reconsidering', () => {
  test('what an outage hits is marked, once', () => {
    given(mine, outage(nine, eleven)).when(reconsider, facts()).thenRecorded(marked(FIRST, 'outage'));
    given(mine, outage(nine, eleven), marked(FIRST, 'outage')).when(reconsider, facts()).thenNothing();
  });
  test('the mark goes with its reason', () => {
    given(mine, outage(nine, eleven), marked(FIRST, 'outage'), outageEnded(nine))
      .when(reconsider, facts())
      .thenRecorded(unmarked(FIRST, 'outage'));
  });
  test('several reasons are several marks', () => {
    const machine = { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] };
    given(mine, marked(FIRST, 'outage'))
      .when(reconsider, facts({ machine, holder: { pausedUntil: eleven, competences: {} } }))
      .thenRecorded(unmarked(FIRST, 'outage'), marked(FIRST, 'membership'), marked(FIRST, 'competence'));
  });
  test('what is in order, over, cancelled or forgotten is left alone', () => {
    given(mine).when(reconsider, facts()).thenNothing();
    given(mine, outage(nine, null))
      .when(reconsider, facts({ now: noon }))
      .thenNothing();
    given(mine, cancelled(FIRST), outage(nine, null)).when(reconsider, facts()).thenNothing();
    given().when(reconsider, facts()).thenNothing();
  });
  test('a moved booking was decided anew: its marks are gone', () => {
    given(mine, marked(FIRST, 'outage'), changed('BookingMoved', FIRST, noon, one))
      .when(reconsider, facts())
      .thenNothing();
  });
});
