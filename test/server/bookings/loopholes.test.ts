import { describe, expect, test } from 'vitest';
import type { CalendarCommand } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import {
  ANNA,
  BELA,
  cancelled,
  FIRST,
  given,
  iso,
  LASER,
  MACHINE,
  monday,
  place,
  placed,
  SECOND,
  stateAfter,
} from './someCalendar.ts';
import { CARLA, factsWith, giver, joined, MINUTE, start, started, stop, stopped, walkUp } from './someUse.ts';

/** What a command leads to after these events. */
function outcome(events: CalendarEvent[], command: CalendarCommand, facts: CalendarFacts) {
  const decision = calendarDecider.decide(command, stateAfter(events), facts);
  return decision.outcome === 'refused'
    ? decision.objections.map(({ rule }) => rule as string)
    : decision.events.map(({ type }) => type as string);
}

const overriding = (event: CalendarEvent, ...rules: ('heldForAnother' | 'competence')[]): CalendarEvent =>
  event.type === 'BookingPlaced'
    ? { ...event, data: { ...event.data, overridden: { rules, reasonId: FIRST, by: CARLA } } }
    : event;

const ofBooking = { machineId: MACHINE, bookingId: FIRST };
const passTo = (toMemberId: string): CalendarCommand => ({ type: 'PassBooking', ...ofBooking, toMemberId });

describe('what is in use', () => {
  const inUse = [placed(FIRST, monday('09:00'), monday('10:00')), started(monday('09:00'))];
  const facts = factsWith({ now: monday('09:30'), by: giver(ANNA) });

  test('cannot be moved away while it runs', () => {
    const times = { start: monday('14:00'), end: monday('15:00') };
    expect(outcome(inUse, { type: 'MoveBooking', ...ofBooking, ...times }, facts)).toEqual(['inUse']);
    const later = { start: monday('09:45'), end: monday('10:30') };
    expect(outcome(inUse, { type: 'ResizeBooking', ...ofBooking, ...later }, facts)).toEqual(['inUse']);
  });

  test('past its end is stopped by somebody else at no time of their choosing, and as a guess', () => {
    const late = factsWith({ now: monday('10:20'), by: giver(BELA) });
    expect(outcome(inUse, stop({ at: monday('09:10') }), late)).toEqual(['notYours']);
    given(...inUse)
      .when(stop({ at: monday('10:10') }), late)
      .thenRecorded(stopped(monday('10:10'), { estimated: true }));
  });

  test('is not handed over as a sixth tool', () => {
    const lent = factsWith({
      now: monday('09:30'),
      by: giver(ANNA),
      rules: { byTheDay: true },
      machine: { kind: 'tool' },
      holder: { loansElsewhere: 5 },
    });
    const handOver = { type: 'HandOverUse', ...ofBooking, toMemberId: BELA } as const;
    expect(outcome(inUse, handOver, lent)).toEqual(['loans']);
  });

  test('counts on the meters that the machine has, and no others', () => {
    const metered = factsWith({ now: monday('09:30'), by: giver(ANNA), machine: { meters: ['hours'] } });
    expect(outcome(inUse, stop({ readings: [{ name: 'hours', value: 7 }] }), metered)).toEqual([
      'UseStopped',
    ]);
    expect(outcome(inUse, stop({ readings: [{ name: 'Hours', value: 7 }] }), metered)).toEqual(['reading']);
  });
});

describe('a held slot set aside once', () => {
  test('is not set aside again by taking a cancellation back', () => {
    const events = [
      overriding(placed(FIRST, monday('12:00'), monday('13:00')), 'heldForAnother'),
      joined(monday('12:00'), monday('13:00'), 60),
    ];
    const state = stateAfter(events);
    const facts = factsWith({ now: monday('08:00'), by: giver(ANNA) });
    const cancelling = calendarDecider.decide({ type: 'CancelBooking', ...ofBooking }, state, facts);
    if (cancelling.outcome === 'refused') throw new Error('the cancellation was refused');
    expect(cancelling.events.map(({ type }) => type)).toEqual(['BookingCancelled', 'SlotHeld']);
    const after = [...events, ...cancelling.events];
    expect(outcome(after, { type: 'ReinstateBooking', ...ofBooking }, facts)).toEqual(['heldForAnother']);
    const bySteward = factsWith({ now: monday('08:00'), by: giver(CARLA, { isSteward: true }) });
    expect(outcome(after, { type: 'ReinstateBooking', ...ofBooking }, bySteward)).toEqual(['heldForAnother']);
  });
});

describe('a booking that is passed on', () => {
  const booked = placed(FIRST, monday('12:00'), monday('13:00'));

  test('is approved anew where a steward approves', () => {
    const facts = factsWith({ by: giver(ANNA), rules: { approval: true } });
    expect(outcome([booked], passTo(BELA), facts)).toEqual(['BookingPassed', 'BookingMoved']);
    const bySteward = factsWith({ by: giver(CARLA, { isSteward: true }), rules: { approval: true } });
    expect(outcome([booked], passTo(BELA), bySteward)).toEqual(['BookingPassed']);
  });

  test('waits for the agreement of whoever shall supervise somebody else now', () => {
    const supervised: CalendarEvent = {
      ...booked,
      type: 'BookingPlaced',
      data: {
        ...(booked.type === 'BookingPlaced' ? booked.data : never()),
        supervisorId: CARLA,
      },
    };
    const facts = factsWith({
      by: giver(ANNA),
      rules: { supervisedUse: true },
      machine: { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] },
    });
    const bela = facts.holders[BELA] ?? never();
    const learning = { ...facts, holders: { ...facts.holders, [BELA]: { ...bela, competences: {} } } };
    const decision = calendarDecider.decide(passTo(BELA), stateAfter([supervised]), learning);
    if (decision.outcome === 'refused') throw new Error('refused');
    expect(decision.events.map(({ type }) => type)).toEqual(['BookingPassed', 'BookingMoved']);
    expect(decision.events[1]?.data).toMatchObject({ memberId: BELA, awaits: ['supervision'] });
  });

  test('takes along nothing that was set aside for whoever had it', () => {
    const events = [overriding(booked, 'competence')];
    const passed = calendarDecider.decide(passTo(BELA), stateAfter(events), factsWith({ by: giver(ANNA) }));
    if (passed.outcome === 'refused') throw new Error('refused');
    const later = factsWith({
      now: monday('12:00'),
      by: giver(BELA),
      holder: { competences: {} },
      machine: { requiredCompetences: [{ competenceId: LASER, name: 'Laser' }] },
    });
    expect(outcome([...events, ...passed.events], start(), later)).toEqual(['competence']);
  });

  test('does not give somebody a sixth tool', () => {
    const facts = factsWith({
      by: giver(ANNA),
      rules: { byTheDay: true },
      machine: { kind: 'tool' },
      holder: { loansElsewhere: 5 },
    });
    expect(outcome([booked], passTo(BELA), facts)).toEqual(['loans']);
  });
});

describe('a session that ran over', () => {
  const kiln = { turnaroundMinutes: 60 };
  const ranOver = [
    placed(FIRST, monday('09:00'), monday('10:00')),
    started(monday('09:00')),
    stopped(monday('11:00')),
  ];

  test('leaves the machine hot from its real end on: nobody starts before it is cold', () => {
    const events = [...ranOver, placed(SECOND, monday('11:00'), monday('12:30'), BELA)];
    const at = (time: string) => factsWith({ now: monday(time), by: giver(BELA), rules: kiln });
    expect(outcome(events, start(SECOND), at('11:59'))).toEqual(['turnaround']);
    expect(outcome(events, start(SECOND), at('12:00'))).toEqual(['UseStarted']);
    expect(outcome(ranOver, walkUp(SECOND, BELA, monday('13:00')), at('11:59'))).toEqual(['turnaround']);
    expect(outcome(ranOver, walkUp(SECOND, BELA, monday('13:00')), at('12:00'))).toEqual([
      'BookingPlaced',
      'UseStarted',
    ]);
  });

  test('keeps what is booked after it off, to the minute, and offers the first cold time', () => {
    const facts = factsWith({ now: monday('11:10'), by: giver(BELA), rules: kiln });
    const wish = place(monday('11:30'), monday('12:30'), { memberId: BELA });
    const refused = calendarDecider.decide(wish, stateAfter(ranOver), facts);
    expect(refused).toMatchObject({
      outcome: 'refused',
      objections: [{ rule: 'turnaround' }],
      nearest: { start: iso(monday('12:00')) },
    });
    const fine = place(monday('12:00'), monday('12:30'), { memberId: BELA });
    expect(outcome(ranOver, fine, facts)).toEqual(['BookingPlaced']);
  });

  test('leaves the other place of two free', () => {
    const two = factsWith({ now: monday('11:10'), by: giver(BELA), rules: kiln, machine: { capacity: 2 } });
    expect(outcome(ranOver, place(monday('11:30'), monday('12:30'), { memberId: BELA }), two)).toEqual([
      'BookingPlaced',
    ]);
  });
});

describe('an override of the competence', () => {
  test('is nobody’s where the machine asks for none: it would count when it does', () => {
    const override = { rules: ['competence' as const], reasonId: SECOND };
    const facts = factsWith({ by: giver(CARLA, { isSteward: true }) });
    const command = { ...place(monday('12:00'), monday('13:00')), override };
    expect(outcome([], command, facts)).toEqual(['override']);
  });
});

describe('a booking', () => {
  test('that was cancelled stays so, whatever is passed, confirmed or started of it', () => {
    const events = [placed(FIRST, monday('12:00'), monday('13:00')), cancelled(FIRST)];
    const facts = factsWith({ now: monday('12:01'), by: giver(ANNA, { isSteward: true }) });
    const confirm = { type: 'ConfirmBooking', ...ofBooking, grants: 'approval' } as const;
    for (const command of [passTo(BELA), start(), stop(), confirm]) {
      expect(outcome(events, command, facts)).toEqual(['ended']);
    }
  });

  test('is started a quarter of an hour early, and not a millisecond earlier', () => {
    const events = [placed(FIRST, monday('12:00'), monday('13:00'))];
    const at = (now: number) => factsWith({ now, by: giver(ANNA) });
    expect(outcome(events, start(), at(monday('12:00') - 15 * MINUTE - 1))).toEqual(['early']);
    expect(outcome(events, start(), at(monday('12:00') - 15 * MINUTE))).toEqual(['UseStarted']);
  });
});

function never(): never {
  throw new Error('the scene is not what it should be');
}
