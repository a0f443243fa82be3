import { type Duty, NOTHING_DUE } from '../timers/duty.ts';
import { timedNotices } from './timed.ts';
import { type WeeklyParts, weeklyDigests } from './weekly.ts';

/** Tells what the clock alone makes news. What was missed while stopped is told late. */
export const tellByTheClock: Duty = {
  name: 'tellByTheClock',
  every: 30,
  due: ({ views, now }) => ({ ...NOTHING_DUE, notices: timedNotices(views, now) }),
};

/** Mails everybody's week on Mondays; a mail that has been written is not written again. */
export const mailWeek = (parts: Omit<WeeklyParts, 'views'>): Duty => ({
  name: 'mailWeek',
  every: 300,
  due: async ({ views, now }) => ({ ...NOTHING_DUE, mails: await weeklyDigests({ ...parts, views }, now) }),
});
