import { calendarCommands } from '../bookings/commands.ts';
import { book, bookingIdOf } from './bookings.ts';
import { HOUR, wallInstant } from './calendarOfDays.ts';
import type { Story } from './founding.ts';
import type { Region } from './incidents.ts';

const DAY_OF_SLOT = 3;
const MINUTES = 90;

/** Three people wait for an afternoon at the laser; it has just been given back, and is held for Mara. */
export function tellWaiting(story: Story, { kaiwerk }: Region): void {
  const { schedule, teller, views, today, now } = story;
  const { plan, workshopId, memberOf, machineOf } = kaiwerk;
  const { JoinWaiting, CancelBooking } = calendarCommands(views);
  const machineId = machineOf('laser');
  const wall = (day: number, hour: number) => wallInstant(today, day, hour, plan.timeZone);
  const [start, end] = [wall(DAY_OF_SLOT, 13), wall(DAY_OF_SLOT, 15)];

  const by = memberOf('nadia');
  const name = 'nadia cuts lamp shades';
  schedule.at(wall(-16, 13), async () => {
    await book(story, { name, machineId, workshopId, by, start, end, purpose: 'Lamp shades' });
  });
  for (const [index, person] of ['mara', 'paulo', 'tomas'].entries()) {
    const memberId = memberOf(person);
    const wish = `${person} waits for the laser`;
    schedule.at(wall(-2, 19) + index * 3 * HOUR, async () => {
      const waitId = teller.idOf(memberId, wish, 'wait');
      const about = { waitId, machineId, workshopId, memberId, from: start, to: end, minutes: MINUTES };
      await teller.attempt(JoinWaiting, {
        by: memberId,
        name: wish,
        command: { type: 'JoinWaiting', ...about },
      });
    });
  }
  schedule.at(now - HOUR / 6, async () => {
    const command = {
      type: 'CancelBooking',
      machineId,
      bookingId: bookingIdOf(story, by, name),
    } as const;
    await teller.attempt(CancelBooking, { by, name: 'nadia cuts no lamp shades', command });
  });
}
