import { type CalendarState, evolveCalendar } from '../../server/bookings/calendar.ts';
import type { CalendarCommand } from '../../server/bookings/calendarCommands.ts';
import { calendarDecider } from '../../server/bookings/decide.ts';
import type { CalendarFacts } from '../../server/bookings/slot.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { chanceFrom, uuidFrom } from './chance.ts';
import { type Bench, interleaved, rounded } from './result.ts';
import { allowedByHand } from './rulesByHand.ts';
import { HOURS, RULES, ZONE } from './strictMachine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday morning in Berlin. */
const NOW = Date.UTC(2026, 10, 23, 7);
const OPEN_BOOKINGS = 10_000;
const MEMBERS = 2_500;
const COMPETENCE = '00000000-0000-4000-8000-0000000000d1';
const COMMANDS = 4_000;
const ROUNDS = 9;

const iso = (instant: number) => new Date(instant).toISOString();

type Place = Extract<CalendarCommand, { type: 'PlaceBooking' }>;

/** A machine with 10,000 bookings ahead, of 2,500 members, over ten months; and commands of which half are refused. */
function scene(): { state: CalendarState; facts: CalendarFacts; commands: Place[] } {
  const chance = chanceFrom(20_261_123);
  const id = () => uuidFrom(chance);
  const [machineId, workshopId] = [id(), id()];
  const members = Array.from({ length: MEMBERS }, id);
  const holder = {
    membership: { until: NOW + 500 * DAY },
    pausedUntil: NOW - DAY,
    startsPausedUntil: null,
    hours: ['member' as const],
    competences: { [COMPETENCE]: NOW + 450 * DAY },
    loansElsewhere: 0,
  };
  const facts: CalendarFacts = {
    now: NOW,
    machine: {
      name: 'Laser cutter',
      kind: 'laser',
      rules: RULES,
      inService: true,
      capacity: 1,
      mayRunUnattended: false,
      requiredCompetences: [{ competenceId: COMPETENCE, name: 'Laser' }],
      meters: [],
    },
    workshop: { timeZone: ZONE, openingHours: HOURS },
    holders: Object.fromEntries(members.map((memberId) => [memberId, holder])),
    dependenciesOut: [{ name: 'Dust extraction', from: NOW + 100 * DAY, until: NOW + 101 * DAY }],
    giver: null,
  };
  const command = (start: number, minutes: number, memberId: string): Place => ({
    type: 'PlaceBooking',
    bookingId: id(),
    machineId,
    workshopId,
    memberId,
    start,
    end: start + minutes * MINUTE,
    purposeId: null,
  });
  let state: CalendarState = calendarDecider.initialState;
  let revision = 0;
  const record = (events: CalendarEvent[]) => {
    for (const event of events) state = evolveCalendar(state, event, { revision: revision++, at: NOW });
  };
  const accepts = (wish: Place) => {
    const decision = calendarDecider.decide(wish, state, facts);
    return decision.outcome === 'accepted' ? decision.events : null;
  };
  for (let index = 0; index < 10; index++) {
    const [from, day] = [NOW + (index * 30 + 2) * DAY, { machineId, workshopId }];
    const times = { start: iso(from), end: iso(from + 3 * HOUR) };
    const about = { ...day, ...times };
    const cause = { reasonId: null, faultId: null, planId: null };
    const [waitId, memberId] = [id(), id()];
    record([
      { type: 'OutageDeclared', data: { ...about, outageId: id(), kind: 'maintenance', ...cause } },
      {
        type: 'TimeReserved',
        data: {
          ...day,
          reservationId: id(),
          start: iso(from + 3 * DAY),
          end: iso(from + 3 * DAY + 4 * HOUR),
          purposeId: id(),
          reservedBy: memberId,
        },
      },
      {
        type: 'SlotHeld',
        data: {
          ...day,
          holdId: id(),
          waitId,
          memberId,
          start: iso(from + 5 * DAY),
          end: iso(from + 5 * DAY + HOUR),
          until: iso(NOW + 90 * MINUTE),
        },
      },
    ]);
  }
  const anybody = () => members[Math.floor(chance() * MEMBERS)] ?? '';
  const span = 385 * DAY;
  const anyTime = () => NOW + 3 * HOUR + Math.floor((chance() * span) / (5 * MINUTE)) * 5 * MINUTE;
  const anyLength = () => (chance() < 0.5 ? 15 : 20);

  let placed = 0;
  for (let turn = 0; placed < OPEN_BOOKINGS; turn++) {
    if (turn > 40 * OPEN_BOOKINGS) throw new Error(`only ${placed} bookings fit`);
    const events = accepts(command(anyTime(), anyLength(), anybody()));
    if (!events) continue;
    record(events);
    placed++;
  }
  const commands: Place[] = [];
  let [allowed, refused] = [0, 0];
  while (allowed + refused < COMMANDS) {
    const wish = command(anyTime(), anyLength(), anybody());
    const decision = calendarDecider.decide(wish, state, facts);
    if (
      decision.outcome === 'accepted' ? allowed < COMMANDS / 2 : decision.nearest && refused < COMMANDS / 2
    ) {
      commands.push(wish);
      if (decision.outcome === 'accepted') allowed++;
      else refused++;
    }
  }
  return { state, facts, commands };
}

/**
 * Decisions a second on one machine with every rule switched on and 10,000 bookings ahead, half of them refused with the
 * nearest slot. Against a function written by hand that answers yes or no to the same rules over the same calendar.
 */
export const rules: Bench = {
  name: 'rules',
  async run() {
    const { state, facts, commands } = scene();
    if (state.status === 'empty') throw new Error('nothing is booked');
    const byHand = allowedByHand(state, facts);
    for (const wish of commands) {
      const decision = calendarDecider.decide(wish, state, facts);
      if (byHand(wish) !== (decision.outcome === 'accepted')) {
        throw new Error(`they disagree on ${iso(wish.start)}: ${JSON.stringify(decision)}`);
      }
    }
    let count = 0;
    const [ours = 0, base = 0] = await interleaved(ROUNDS, [
      {
        run() {
          for (const wish of commands) {
            if (calendarDecider.decide(wish, state, facts).outcome === 'accepted') count++;
          }
        },
      },
      {
        run() {
          for (const wish of commands) if (byHand(wish)) count++;
        },
      },
    ]);
    if (count !== (ROUNDS + 1) * COMMANDS) throw new Error(`half of ${COMMANDS} were to be accepted`);
    return {
      bench: 'rules',
      value: rounded(commands.length / ours),
      unit: 'decisions/s',
      baseline: rounded(commands.length / base),
      ratio: rounded(base / ours),
    };
  },
};
