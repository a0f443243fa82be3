import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarState } from '../../../server/bookings/calendar.ts';
import type { CalendarCommand } from '../../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../../server/bookings/decide.ts';
import { afterWakingTime, heldUntil } from '../../../server/bookings/holdTime.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import type { CalendarEvent } from '../../../shared/schemasOfEvents.ts';
import { seeded } from './seeded.ts';
import {
  ANNA,
  at,
  BELA,
  BERLIN,
  FIRST,
  given,
  iso,
  MACHINE,
  monday,
  NOW,
  OUTAGE,
  outage,
  place,
  placed,
  SECOND,
  stateAfter,
  THIRD,
  WORKSHOP,
} from './someCalendar.ts';
import {
  CARLA,
  factsWith,
  HOUR,
  joined,
  MINUTE,
  settle,
  started,
  stop,
  WAIT,
  WAIT_OF_CARLA,
} from './someUse.ts';

const ten = monday('10:00');
const noon = monday('12:00');
const evening = monday('20:00');
const mine = placed(FIRST, ten, noon);
const cancel = { type: 'CancelBooking', machineId: MACHINE, bookingId: FIRST } as const;
const join = (minutes = 60, memberId = BELA): CalendarCommand => ({
  type: 'JoinWaiting',
  waitId: WAIT,
  machineId: MACHINE,
  workshopId: WORKSHOP,
  memberId,
  from: ten,
  to: noon,
  minutes,
});
const bela = joined(ten, noon, 60);
const carla = joined(ten, noon, 60, { waitId: WAIT_OF_CARLA, memberId: CARLA });

const types = (events: readonly CalendarEvent[]) => events.map(({ type }) => type);
const heldIn = (events: readonly CalendarEvent[]) =>
  events.flatMap((event) => (event.type === 'SlotHeld' ? [event.data] : []));

/** Decides and takes in what was decided. */
function go(state: CalendarState, command: CalendarCommand, facts: CalendarFacts) {
  const decision = calendarDecider.decide(command, state, facts);
  if (decision.outcome === 'refused') throw new Error(JSON.stringify(decision.objections));
  const after = decision.events.reduce(
    (before, event) => calendarDecider.evolve(before, event, { revision: 99, at: facts.now }),
    structuredClone(state),
  );
  return { events: decision.events, state: after };
}

describe('the line', () => {
  test('is joined for a time that is taken, and not for one that is free', () => {
    given(mine).when(join(), factsWith()).thenRecorded(bela);
    const decision = calendarDecider.decide(join(), stateAfter([]), factsWith());
    expect(decision).toMatchObject({
      objections: [{ rule: 'free' }],
      nearest: { start: iso(ten), end: iso(ten + HOUR) },
    });
  });

  test('is not for whoever could not have the machine at any time', () => {
    given(mine)
      .when(join(), factsWith({ holder: { membership: null } }))
      .thenRefused('membership');
    given(mine, bela)
      .when({ ...join(), waitId: SECOND } as CalendarCommand, factsWith())
      .thenRefused('alreadyWaiting');
    given(mine)
      .when(join(), factsWith({ now: noon - 30 * MINUTE }))
      .thenRefused('past');
  });
});

describe('what gets free is held in the same append', () => {
  const held = (events: CalendarEvent[], now = NOW) => {
    const [first] = heldIn(events);
    return (
      first && {
        by: first.memberId,
        start: first.start,
        end: first.end,
        forMinutes: (Date.parse(first.until) - now) / MINUTE,
      }
    );
  };

  test('for the first in line whose wish it fulfils', () => {
    const { events } = go(stateAfter([mine, joined(ten, noon, 180), carla]), cancel, factsWith());
    expect(held(events)).toEqual({ by: CARLA, start: iso(ten), end: iso(ten + HOUR), forMinutes: 60 });
  });

  test('and whom all rules allow it', () => {
    const state = stateAfter([mine, bela, carla]);
    const facts = factsWith();
    const paused = {
      ...facts.holders,
      [BELA]: { ...factsWith({ holder: { pausedUntil: evening } }).holders[BELA] },
    };
    const { events } = go(state, cancel, { ...facts, holders: paused as CalendarFacts['holders'] });
    expect(held(events)?.by).toBe(CARLA);
  });

  test.each<[string, CalendarEvent[], CalendarCommand, number]>([
    [
      'a move',
      [mine],
      { type: 'MoveBooking', machineId: MACHINE, bookingId: FIRST, start: evening, end: evening + HOUR },
      NOW,
    ],
    [
      'a shorter booking',
      [mine],
      { type: 'ResizeBooking', machineId: MACHINE, bookingId: FIRST, start: ten, end: ten + HOUR },
      NOW,
    ],
    ['an early stop', [mine, started(ten)], stop(), ten + 10 * MINUTE],
    [
      'the end of an outage',
      [outage(NOW, null)],
      { type: 'EndOutage', machineId: MACHINE, outageId: OUTAGE, noteId: null },
      NOW + MINUTE,
    ],
  ])('by %s', (_name, story, command, now) => {
    const { events } = go(stateAfter([...story, bela]), command, factsWith({ now }));
    expect(heldIn(events)).toHaveLength(1);
  });

  test('two places for two', () => {
    const { events } = go(stateAfter([mine, bela, carla]), cancel, factsWith());
    expect(heldIn(events).map(({ memberId, start }) => [memberId, start])).toEqual([
      [BELA, iso(ten)],
      [CARLA, iso(ten + HOUR)],
    ]);
  });
});

describe('a held slot', () => {
  const facts = factsWith();
  const freed = go(
    stateAfter([mine, bela, joined(ten, noon, 120, { waitId: WAIT_OF_CARLA, memberId: CARLA })]),
    cancel,
    facts,
  );
  const [hold] = heldIn(freed.events);
  const until = hold ? Date.parse(hold.until) : 0;

  test('is nobody else’s', () => {
    const other = calendarDecider.decide(place(ten, ten + HOUR, { memberId: CARLA }), freed.state, facts);
    expect(other).toMatchObject({ objections: [{ rule: 'heldForAnother' }] });
  });

  test('is taken by its holder’s booking, and what they leave is for the next in line', () => {
    const { events, state } = go(freed.state, place(ten, ten + HOUR, { memberId: BELA }), facts);
    expect(events).toMatchObject([
      { type: 'BookingPlaced', data: { holdId: null } },
      { type: 'HoldEnded', data: { why: 'taken', memberId: BELA } },
    ]);
    if (state.status === 'empty') throw new Error('nothing was written');
    expect(state.waiting.map(({ memberId }) => memberId)).toEqual([CARLA]);
  });

  test('passes to the next in line when it is declined, and when it runs out', () => {
    const decline: CalendarCommand = { type: 'DeclineHold', machineId: MACHINE, holdId: hold?.holdId ?? '' };
    expect(heldIn(go(freed.state, decline, facts).events)[0]?.memberId).toBe(CARLA);
    const later = go(freed.state, settle(), factsWith({ now: until }));
    expect(types(later.events)).toEqual(['HoldEnded', 'SlotHeld']);
    expect(heldIn(later.events)[0]?.memberId).toBe(CARLA);
  });

  test('that ran out goes to the next in line though somebody else comes before the timer', () => {
    const late = factsWith({ now: until });
    const snatch = place(ten, ten + HOUR, { memberId: ANNA, bookingId: THIRD });
    expect(calendarDecider.decide(snatch, freed.state, late)).toMatchObject({
      objections: [{ rule: 'heldForAnother' }],
    });
  });

  test('is over when a steward gives it to somebody else, whose turn stays theirs when the machine is out', () => {
    const by = { memberId: ANNA, isSteward: true, isOnlySteward: true, isHost: false, teaches: [] };
    const override = { rules: ['heldForAnother' as const], reasonId: WAIT };
    const given = { ...place(ten, ten + HOUR, { memberId: CARLA }), override };
    const { events } = go(freed.state, given, factsWith({ by }));
    expect(events[1]).toMatchObject({ type: 'HoldEnded', data: { why: 'overridden', memberId: BELA } });
    const declare: CalendarCommand = {
      type: 'DeclareOutage',
      outageId: OUTAGE,
      machineId: MACHINE,
      workshopId: WORKSHOP,
      kind: 'outOfOrder',
      start: null,
      end: evening,
      reasonId: null,
      faultId: null,
      planId: null,
    };
    const out = go(freed.state, declare, facts);
    expect(out.events[1]).toMatchObject({ type: 'HoldEnded', data: { why: 'ruledOut' } });
    if (out.state.status === 'empty') throw new Error('nothing was written');
    expect(out.state.waiting.map(({ memberId }) => memberId)).toEqual([BELA, CARLA]);
  });
});

describe('how long a slot is held', () => {
  const hold = (now: string, start: string) =>
    (heldUntil(at(now), { start: at(start), end: at(start) + HOUR }, BERLIN) - at(now)) / MINUTE;

  test('is two waking hours', () => {
    expect(hold('2026-11-23 10:00', '2026-11-25 10:00')).toBe(120);
    expect(hold('2026-11-23 21:30', '2026-11-25 10:00')).toBe(30 + 600 + 90);
    expect(hold('2026-11-23 03:00', '2026-11-25 10:00')).toBe(300 + 120);
  });

  test('is less when the start is near: half of what is left, ten minutes at least', () => {
    expect(hold('2026-11-23 10:00', '2026-11-23 12:00')).toBe(60);
    expect(hold('2026-11-23 10:00', '2026-11-23 10:00')).toBe(10);
    // Over night: 90 waking minutes are left, of which 45; nobody loses it while they sleep.
    expect(hold('2026-11-23 21:30', '2026-11-24 09:00')).toBe(30 + 600 + 15);
    expect(hold('2026-11-23 23:00', '2026-11-24 03:00')).toBe(120);
  });

  test('counts waking hours on both days on which the clock changes', () => {
    // The night of 29 March 2026 lasts 9 hours from 22 to 8, that of 25 October 11.
    const from = (wall: string) => (afterWakingTime(at(wall), HOUR, BERLIN) - at(wall)) / HOUR;
    expect(from('2026-03-28 22:00')).toBe(10);
    expect(from('2026-10-24 22:00')).toBe(12);
  });
});

const STEP = 30 * MINUTE;
const people = fc.constantFrom(ANNA, BELA, CARLA);
const turn = fc.record({
  kind: fc.constantFrom('place', 'cancel', 'join', 'take', 'decline', 'settle', 'move'),
  memberId: people,
  from: fc.integer({ min: 0, max: 16 }),
  length: fc.integer({ min: 1, max: 4 }),
  which: fc.nat(20),
  pause: fc.constantFrom(0, 0, 0, 0, 1, 3),
});
const uuid = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;

/** Booked from end to end, so that whoever comes has to wait. */
const full = stateAfter(
  Array.from({ length: 14 }, (_, n) => placed(uuid(500 + n), NOW + 2 * n * STEP, NOW + 2 * (n + 1) * STEP)),
);

test('under any interleaving a held slot is lost to nobody while it is held, and what it leaves is for the next in line', () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 10, maxLength: 50 }), (turns) => {
      let state: CalendarState = structuredClone(full);
      let now = NOW;
      for (const [index, { kind, memberId, from, length, which, pause }] of turns.entries()) {
        now += pause * STEP;
        const start = NOW + from * STEP;
        const known = state.status === 'empty' ? [] : state.agenda.byEnd;
        const bookingId = known[which % Math.max(1, known.length)]?.bookingId ?? uuid(999);
        const hold = state.status === 'empty' ? undefined : state.holds[0];
        const holdId = hold?.holdId ?? '';
        const times = { start, end: start + length * STEP };
        const of = { machineId: MACHINE, workshopId: WORKSHOP, memberId };
        const commands: Record<typeof kind, CalendarCommand> = {
          place: place(times.start, times.end, { bookingId: uuid(index), memberId }),
          take: place(hold?.start ?? start, hold?.end ?? times.end, {
            bookingId: uuid(index),
            memberId: hold?.memberId ?? memberId,
          }),
          move: { type: 'MoveBooking', machineId: MACHINE, bookingId, ...times },
          cancel: { type: 'CancelBooking', machineId: MACHINE, bookingId },
          join: {
            type: 'JoinWaiting',
            waitId: uuid(index),
            ...of,
            from: start,
            to: start + 8 * STEP,
            minutes: length * 30,
          },
          decline: { type: 'DeclineHold', machineId: MACHINE, holdId },
          settle: settle(),
        };
        const before = state.status === 'empty' ? [] : state.holds.filter(({ until }) => until > now);
        const decision = calendarDecider.decide(commands[kind], state, factsWith({ now }));
        if (decision.outcome === 'refused') continue;
        for (const event of decision.events) {
          state = calendarDecider.evolve(state, event, { revision: index, at: now });
        }
        if (state.status === 'empty') continue;
        const ended = new Map(
          decision.events.flatMap((event) =>
            event.type === 'HoldEnded' ? [[event.data.holdId, event.data.why] as const] : [],
          ),
        );
        for (const hold of before) {
          const taking = state.agenda.byEnd.filter(
            (one) =>
              (one.status === 'placed' || one.status === 'started') &&
              one.start < hold.end &&
              hold.start < one.end,
          );
          for (const one of taking) expect(one.memberId).toBe(hold.memberId);
          if (!ended.has(hold.holdId)) expect(state.holds.map((one) => one.holdId)).toContain(hold.holdId);
          else expect(['taken', 'declined']).toContain(ended.get(hold.holdId));
        }
        const taken = state.agenda.byEnd.filter((one) => one.status === 'placed' && one.end > now);
        for (const hold of state.holds) {
          for (const other of [...state.holds.filter((one) => one !== hold), ...taken]) {
            expect(hold.start < other.end && other.start < hold.end).toBe(false);
          }
        }
      }
    }),
    seeded({ numRuns: 400 }),
  );
});
