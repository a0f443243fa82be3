import { describe, expect, it } from 'vitest';
import type { CalendarCommand } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import type { BookingRule } from '../../../shared/bookings/rules.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import {
  ANNA,
  aMember,
  at,
  BELA,
  FIRST,
  facts,
  iso,
  LASER,
  MACHINE,
  monday,
  NOW,
  place,
  placed,
  SECOND,
  stateAfter,
  THIRD,
  WORKSHOP,
} from './someCalendar.ts';

const HOUR = 3_600_000;
const ten = monday('10:00');
const noon = monday('12:00');

/** The rules that stand against a command, or the events that it leads to. */
function outcome(command: CalendarCommand, given: CalendarFacts, events: CalendarEvent[] = []) {
  const decision = calendarDecider.decide(command, stateAfter(events), given);
  return decision.outcome === 'accepted'
    ? { events: decision.events }
    : { rules: decision.objections.map(({ rule }) => rule) };
}
const eventsOf = (command: CalendarCommand, given: CalendarFacts, events: CalendarEvent[] = []) =>
  outcome(command, given, events).events ?? [];

const given = (memberId: string, isSteward: boolean, teaches: string[] = []): CalendarFacts['giver'] => ({
  memberId,
  isSteward,
  isOnlySteward: false,
  isHost: false,
  teaches,
});
const under = (rules: object, giver: CalendarFacts['giver'] = null): CalendarFacts => ({
  ...facts({
    machine: {
      rules: { ...NO_BOOKING_RULES, ...rules },
      requiredCompetences: [{ competenceId: LASER, name: 'Laser' }],
    },
  }),
  giver,
});
const setAside = (...rules: BookingRule[]) => ({ override: { rules, reasonId: THIRD } });
const started: CalendarEvent = {
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

describe('faults that others had', () => {
  it('two pending approvals, both confirmed (cal.com #29958): the first takes the slot, so there is no second', () => {
    const asking = under({ approval: true });
    const first = eventsOf(place(ten, noon, { bookingId: FIRST }), asking);
    expect(first).toMatchObject([{ data: { awaits: ['approval'] } }]);
    expect(outcome(place(ten, noon, { memberId: BELA }), asking, first).rules).toEqual(['overlap']);
  });

  it('an extension that swallows the next booking (shelf #1761)', () => {
    const story = [placed(FIRST, ten, noon), placed(SECOND, noon, noon + HOUR, BELA), started];
    const extend: CalendarCommand = {
      type: 'ResizeBooking',
      machineId: MACHINE,
      bookingId: FIRST,
      start: ten,
      end: noon + 1,
    };
    const decision = calendarDecider.decide(extend, stateAfter(story), facts({ now: monday('11:00') }));
    expect(decision).toMatchObject({ outcome: 'refused', objections: [{ rule: 'overlap' }], nearest: null });
  });

  it('an extension is offered what there is before the next booking', () => {
    const story = [placed(FIRST, ten, monday('11:00')), placed(SECOND, noon, noon + HOUR, BELA), started];
    const extend: CalendarCommand = {
      type: 'ResizeBooking',
      machineId: MACHINE,
      bookingId: FIRST,
      start: ten,
      end: monday('14:00'),
    };
    const decision = calendarDecider.decide(extend, stateAfter(story), facts({ now: monday('10:30') }));
    expect(decision).toMatchObject({ nearest: { start: iso(ten), end: iso(noon) } });
  });

  it('a multi-day booking that swallows a shorter one inside it (commonsbooking #1034)', () => {
    const inside = placed(FIRST, at('2026-11-25 10:00'), at('2026-11-25 11:00'), BELA);
    const around = place(monday('09:00'), at('2026-11-27 09:00'));
    expect(outcome(around, facts(), [inside]).rules).toEqual(['overlap']);
    const long = placed(FIRST, monday('09:00'), at('2026-12-20 09:00'), BELA);
    const short = place(at('2026-11-25 10:00'), at('2026-11-25 11:00'));
    expect(outcome(short, facts(), [long, placed(THIRD, NOW, monday('08:30'))]).rules).toEqual(['overlap']);
  });

  it('a series longer than its period overlaps itself (mrbs #670)', () => {
    const occurrences = [FIRST, SECOND, THIRD].map((bookingId, day) => ({
      bookingId,
      start: ten + day * 24 * HOUR,
      end: ten + day * 24 * HOUR + 30 * HOUR,
    }));
    const series: CalendarCommand = {
      type: 'PlaceSeries',
      seriesId: THIRD,
      machineId: MACHINE,
      workshopId: WORKSHOP,
      memberId: ANNA,
      purposeId: null,
      onlyAllowed: true,
      occurrences,
    };
    expect(eventsOf(series, facts())).toMatchObject([
      { type: 'BookingPlaced', data: { bookingId: FIRST } },
      { type: 'BookingPlaced', data: { bookingId: THIRD } },
    ]);
    expect(eventsOf({ ...series, onlyAllowed: false }, facts())).toEqual([]);
  });

  it('an override flag taken from anybody’s request (NEMO’s modify path): when placing, moving and resizing', () => {
    const tomorrow = place(at('2026-11-26 10:00'), at('2026-11-26 11:00'));
    const asked = { ...tomorrow, ...setAside('horizon') };
    const rules = { horizonDays: 1 };
    expect(outcome(asked, under(rules, given(ANNA, false))).rules).toEqual(['override']);
    expect(outcome(asked, under(rules, null)).rules).toEqual(['override']);
    for (const type of ['MoveBooking', 'ResizeBooking'] as const) {
      const change = { type, machineId: MACHINE, bookingId: FIRST, start: tomorrow.start, end: tomorrow.end };
      const command: CalendarCommand = { ...change, ...setAside('horizon') };
      const mine = [placed(FIRST, ten, noon)];
      expect(outcome(command, under(rules, given(ANNA, false)), mine).rules).toEqual(['override']);
      expect(eventsOf(command, under(rules, given(BELA, true)), mine)).toMatchObject([
        { data: { overridden: { rules: ['horizon'], reasonId: THIRD, by: BELA } } },
      ]);
    }
  });

  it('an override reaches no further than what a steward may set aside', () => {
    const steward = given(BELA, true);
    const over = { ...place(ten, noon), ...setAside('overlap') };
    expect(outcome(over, under({}, steward), [placed(FIRST, ten, noon, BELA)]).rules).toEqual(['override']);
    const lacking = { ...under({}, steward), holders: { [ANNA]: { ...aMember, competences: {} } } };
    const untrained = { ...place(ten, noon), ...setAside('competence') };
    expect(outcome(untrained, lacking).rules).toEqual(['override']);
    expect(eventsOf(untrained, { ...lacking, giver: given(BELA, false, [LASER]) })).toHaveLength(1);
    expect(outcome(untrained, { ...lacking, giver: given(ANNA, true, [LASER]) }).rules).toEqual(['override']);
  });

  it('an override does not outlast the booking that it was given for: moved by its holder, all rules are asked', () => {
    const story = eventsOf(
      {
        ...place(at('2026-11-26 10:00'), at('2026-11-26 12:00'), { bookingId: FIRST }),
        ...setAside('horizon'),
      },
      under({ horizonDays: 1 }, given(BELA, true)),
    );
    const change = { machineId: MACHINE, bookingId: FIRST, start: at('2026-11-26 10:00') };
    const mine = under({ horizonDays: 1 }, given(ANNA, false));
    const longer: CalendarCommand = { type: 'ResizeBooking', ...change, end: at('2026-11-26 13:00') };
    expect(outcome(longer, mine, story).rules).toEqual(['horizon']);
    const shorter: CalendarCommand = { type: 'ResizeBooking', ...change, end: at('2026-11-26 11:00') };
    expect(eventsOf(shorter, mine, story)).toMatchObject([{ data: { overridden: { by: BELA } } }]);
  });

  it('an override of a held slot ends the hold', () => {
    const hold = { holdId: SECOND, waitId: THIRD, machineId: MACHINE, workshopId: WORKSHOP, memberId: BELA };
    const times = { start: iso(ten), end: iso(noon), until: iso(monday('09:30')) };
    const held: CalendarEvent = { type: 'SlotHeld', data: { ...hold, ...times } };
    const booked = { ...place(ten, noon, { bookingId: FIRST }), ...setAside('heldForAnother') };
    expect(eventsOf(booked, under({}, given(ANNA, true)), [held])).toMatchObject([
      { type: 'BookingPlaced' },
      { type: 'HoldEnded', data: { holdId: SECOND, why: 'overridden' } },
    ]);
  });

  it('capacity taken from the largest of a group, merged intervals that shrink: each machine has its own, exactly', () => {
    const two = facts({ machine: { capacity: 2 } });
    const story = [placed(FIRST, ten, monday('16:00'), BELA), placed(SECOND, monday('11:00'), noon, BELA)];
    const long = place(monday('11:30'), monday('15:00'), { bookingId: THIRD });
    expect(outcome(long, two, story).rules).toEqual(['overlap']);
    expect(eventsOf(place(noon, monday('15:00'), { bookingId: THIRD }), two, story)).toHaveLength(1);
  });

  it('a duration over a change of the clock that is 15 or 17 hours instead of 16', () => {
    const sixteen = under({ maximumDurationMinutes: 16 * 60 });
    for (const eve of ['2027-03-27 18:00', '2027-10-30 18:00']) {
      const start = at(eve);
      expect(eventsOf(place(start, start + 16 * HOUR), sixteen)).toHaveLength(1);
      expect(outcome(place(start, start + 16 * HOUR + 1), sixteen).rules).toEqual(['longest']);
    }
  });
});
