import { calendarCommands } from '../bookings/commands.ts';
import type { FreeText } from '../commands/definition.ts';
import type { Outcome } from '../commands/outcome.ts';
import { DAY, HOUR, wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { MachinePlan } from './plan.ts';
import type { SeededChance } from './seeded.ts';

/** A booking as somebody asks for it; instants in UTC milliseconds. */
export interface AskedBooking {
  /** Told once in the region. */
  name: string;
  machineId: string;
  workshopId: string;
  by: string;
  start: number;
  end: number;
  purpose: string | null;
  /** The competent member under whose eyes they want to work. */
  supervisorId?: string;
}

/** A booking that somebody wants, and what becomes of it. */
export interface Wish extends AskedBooking {
  /** When they ask for it, before `start` and before today. */
  askedAt: number;
  /** What becomes of it later, before it starts. */
  later: { at: number; change: 'cancel' | 'move' | 'shorten' } | null;
}

const PAST_DAYS = 14;
const COMING_DAYS = 14;
/** Whom a refusal sends further away than this gives up. */
const ACCEPTABLE_DETOUR = 1.5 * DAY;
const SHARE_WITH_PURPOSE = 0.6;

/** Two weeks back and two weeks ahead of everyday bookings on a machine. */
export function everydayWishes(
  { today }: Pick<Story, 'today'>,
  known: KnownWorkshop,
  machine: MachinePlan,
  chance: SeededChance,
): Wish[] {
  const { plan, workshopId, machineOf, memberOf } = known;
  const users = usersOf(known, machine);
  const { perDay, hours, between } = machine.usual;
  const wishes: Wish[] = [];
  for (let day = -PAST_DAYS; day <= COMING_DAYS; day++) {
    // The nearer the day, the fuller: who books two weeks ahead is rare.
    const expected = day <= 1 ? perDay : perDay * (1 - (0.7 * day) / COMING_DAYS);
    const count = Math.floor(expected) + (chance.fraction() < expected % 1 ? 1 : 0);
    for (let index = 0; index < count; index++) {
      const hour = between[0] + chance.between(0, (between[1] - between[0]) * 2) / 2;
      const start = wallInstant(today, day, hour, plan.timeZone);
      const askedAt =
        Math.min(start, today) - chance.between(3, 6 * 24) * (HOUR / 2) - chance.between(1, 50_000);
      wishes.push({
        name: `${plan.key} ${machine.key} ${day} ${index}`,
        machineId: machineOf(machine.key),
        workshopId,
        by: memberOf(chance.among(users)),
        start,
        end: start + chance.among(hours) * HOUR,
        purpose: chance.fraction() < SHARE_WITH_PURPOSE ? chance.among(machine.purposes) : null,
        askedAt,
        later: laterOf(askedAt, Math.min(start, today), chance),
      });
    }
  }
  return wishes;
}

function laterOf(askedAt: number, before: number, chance: SeededChance): Wish['later'] {
  const drawn = chance.fraction();
  const at = askedAt + (before - askedAt) * (0.2 + 0.6 * chance.fraction());
  const change = drawn < 0.08 ? 'cancel' : drawn < 0.16 ? 'move' : drawn < 0.2 ? 'shorten' : null;
  return change === null ? null : { at: Math.floor(at), change };
}

/** People of the workshop who have what the machine asks for; what Mara books is told for herself. */
function usersOf({ plan }: KnownWorkshop, { requires = [] }: MachinePlan): string[] {
  const everybody = [
    plan.founder,
    ...plan.coming
      .filter(({ as, person }) => as === 'member' && person !== 'mara')
      .map(({ person }) => person),
  ];
  return everybody.filter((person) =>
    requires.every(
      (competence) =>
        person === plan.founder ||
        plan.inducted.some((one) => one.person === person && one.competence === competence) ||
        plan.competences.some(({ key, trainer }) => key === competence && trainer === person),
    ),
  );
}

export const bookingIdOf = ({ teller }: Pick<Story, 'teller'>, by: string, name: string): string =>
  teller.idOf(by, name, 'booking');

/** Asks for a booking; a refusal is an answer. */
export function book({ teller, views }: Story, asked: AskedBooking): Promise<Outcome> {
  const { name, by, machineId, workshopId, start, end, purpose, supervisorId } = asked;
  const purposeId = teller.idOf(by, name, 'bookingPurpose');
  const texts: FreeText[] =
    purpose === null ? [] : [{ id: purposeId, kind: 'bookingPurpose', body: purpose }];
  return teller.attempt(calendarCommands(views).PlaceBooking, {
    by,
    name,
    command: {
      type: 'PlaceBooking',
      bookingId: bookingIdOf({ teller }, by, name),
      machineId,
      workshopId,
      memberId: by,
      start,
      end,
      purposeId: purpose === null ? null : purposeId,
      ...(supervisorId === undefined ? {} : { supervisorId }),
    },
    texts,
  });
}

/** Has a wish made through the rules: where they refuse, the nearest slot that they offer is taken, or nothing. */
export function tellBooking(story: Story, wish: Wish): void {
  const { schedule, teller, views } = story;
  const define = calendarCommands(views);
  const { machineId, by, later } = wish;
  let placed: { bookingId: string; start: number; end: number } | null = null;

  const place = async (name: string, start: number, end: number): Promise<Outcome> => {
    const outcome = await book(story, { ...wish, name, start, end });
    if (outcome.outcome === 'accepted') placed = { bookingId: bookingIdOf(story, by, name), start, end };
    return outcome;
  };

  schedule.at(wish.askedAt, async () => {
    const outcome = await place(wish.name, wish.start, wish.end);
    if (outcome.outcome !== 'refused' || outcome.nearest === null) return;
    const [start, end] = [Date.parse(outcome.nearest.start), Date.parse(outcome.nearest.end)];
    if (Math.abs(start - wish.start) <= ACCEPTABLE_DETOUR) await place(`${wish.name} nearest`, start, end);
  });

  if (later === null) return;
  schedule.at(later.at, async () => {
    if (placed === null) return;
    const { bookingId, start, end } = placed;
    const name = `${wish.name} ${later.change}`;
    const of = { machineId, bookingId };
    if (later.change === 'cancel') {
      await teller.attempt(define.CancelBooking, { by, name, command: { type: 'CancelBooking', ...of } });
    } else if (later.change === 'shorten') {
      const times = { start, end: end - (end - start) / 2 };
      await teller.attempt(define.ResizeBooking, {
        by,
        name,
        command: { type: 'ResizeBooking', ...of, ...times },
      });
    } else {
      const move = (moved: string, from: number) =>
        teller.attempt(define.MoveBooking, {
          by,
          name: moved,
          command: { type: 'MoveBooking', ...of, start: from, end: from + (end - start) },
        });
      const outcome = await move(name, start + DAY);
      if (outcome.outcome !== 'refused' || outcome.nearest === null) return;
      await move(`${name} nearest`, Date.parse(outcome.nearest.start));
    }
  });
}
