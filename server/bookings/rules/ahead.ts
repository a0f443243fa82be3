import { type Rule, stands } from '../slot.ts';
import { counted, inWords, lengthInWords } from '../wallTime.ts';
import { daysLater } from '../zoneClock.ts';

const MINUTE = 60_000;

/** It ends at most so many of the workshop's days ahead, at this time of the day. An end that gets no later stays. Strong. */
export const horizon: Rule = {
  name: 'horizon',
  against({ end, change }, _calendar, { now, machine, workshop: { timeZone } }) {
    const { horizonDays } = machine.rules;
    if (horizonDays === null || end <= daysLater(timeZone, now, horizonDays)) return null;
    if (change && change.to === 'placed' && end <= change.booking.end) return null;
    return stands(() => {
      const last = inWords(daysLater(timeZone, now, horizonDays), timeZone);
      return `It can be booked ${counted(horizonDays, 'day')} ahead at most: until ${last}.`;
    });
  },
  edges(_slot, _calendar, { now, machine, workshop }) {
    const { horizonDays } = machine.rules;
    return horizonDays === null ? {} : { closes: [daysLater(workshop.timeZone, now, horizonDays)] };
  },
};

/** It starts so long after now at least. A start that stays is not asked again. Strong. */
export const notice: Rule = {
  name: 'notice',
  against({ start, change }, _calendar, { now, machine }) {
    const { minimumNoticeMinutes } = machine.rules;
    if (minimumNoticeMinutes === null || start >= now + minimumNoticeMinutes * MINUTE) return null;
    if (change?.booking.start === start) return null;
    return stands(() => `It is booked ${lengthInWords(minimumNoticeMinutes * MINUTE)} before at the latest.`);
  },
  edges(_slot, _calendar, { now, machine }) {
    const { minimumNoticeMinutes } = machine.rules;
    return minimumNoticeMinutes === null ? {} : { opens: [now + minimumNoticeMinutes * MINUTE] };
  },
};
