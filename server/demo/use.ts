import { calendarCommands } from '../bookings/commands.ts';
import type { KnownBooking } from '../bookings/knownBooking.ts';
import { bookingsWithin } from '../bookings/queries.ts';
import type { Wish } from './bookings.ts';
import { HOUR } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { SeededChance } from './seeded.ts';

const LOOKED_AT_EVERY = HOUR / 2;
/** Before, only bookings are told. */
const TOLD_HOURS = 72;
/** The others use the machine without a word: their hours count as assumed. */
const SHARE_WHO_TAP_START = 0.85;

const BY_HAND = { via: 'person', accompanied: true } as const;
/** Whoever has booked comes within half an hour and starts, and stops at the end; at the last hour some are at it. */
export function tellUse(story: Story, { plan, machineOf }: KnownWorkshop, chance: SeededChance): void {
  const { schedule, teller, views, now } = story;
  const start = async ({ bookingId, machineId, memberId: by }: KnownBooking) => {
    const command = { type: 'StartUse', machineId, bookingId, ...BY_HAND } as const;
    await teller.attempt(calendarCommands(views).StartUse, { by, name: `${bookingId} is started`, command });
  };
  const withoutWord = new Set<string>();
  for (let at = now - TOLD_HOURS * HOUR; at <= now; at += LOOKED_AT_EVERY) {
    schedule.at(at, async () => {
      for (const { key } of plan.machines) {
        const around = bookingsWithin(views, machineOf(key), { start: at - LOOKED_AT_EVERY, end: at + 1 });
        for (const booking of around) {
          if (booking.status === 'started' && booking.end <= at) await stop(story, booking);
        }
        for (const booking of around) {
          const { bookingId, status, end } = booking;
          if (status !== 'placed' || end <= at || withoutWord.has(bookingId)) continue;
          if (chance.fraction() < SHARE_WHO_TAP_START) await start(booking);
          else withoutWord.add(bookingId);
        }
      }
    });
  }
}

/** Whoever comes along uses the machine, as long as they need it. What lies ahead nobody knows yet. */
export function tellWalkUp(story: Story, { name, machineId, workshopId, by, start, end }: Wish): void {
  const { schedule, teller, views, now } = story;
  if (start > now) return;
  const bookingId = teller.idOf(by, name, 'booking');
  schedule.at(start, async () => {
    const about = { bookingId, machineId, workshopId, memberId: by, end, supervisorId: null };
    const command = { type: 'WalkUp', ...about, ...BY_HAND } as const;
    await teller.attempt(calendarCommands(views).WalkUp, { by, name, command });
  });
  if (end <= now) schedule.at(end, () => stop(story, { bookingId, machineId, memberId: by, end }));
}

type Session = Pick<KnownBooking, 'bookingId' | 'machineId' | 'memberId' | 'end'>;

/** Whoever used it stops at the end. */
export async function stop(
  { teller, views }: Pick<Story, 'teller' | 'views'>,
  { bookingId, machineId, memberId: by, end: at }: Session,
): Promise<void> {
  await teller.attempt(calendarCommands(views).StopUse, {
    by,
    name: `${bookingId} is stopped`,
    command: {
      type: 'StopUse',
      machineId,
      bookingId,
      at,
      via: 'person',
      readings: [],
      meterReset: false,
      startedByMistake: false,
      noteId: null,
      condition: null,
      missing: [],
      photographs: [],
    },
  });
}
