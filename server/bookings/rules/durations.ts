import { countedTime, startsAtLimit, turnsOfCountedTime } from '../freeTime.ts';
import { onlyShrinks, type Rule, type Slot, stands, standsWhenever } from '../slot.ts';
import { lengthInWords } from '../wallTime.ts';

const MINUTE = 60_000;

/** It lasts so long at least. Strong. */
export const shortest: Rule = {
  name: 'shortest',
  against({ start, end }, _calendar, { machine }) {
    const { minimumDurationMinutes } = machine.rules;
    if (minimumDurationMinutes === null || end <= start) return null;
    const least = minimumDurationMinutes * MINUTE;
    if (end - start >= least) return null;
    return standsWhenever(() => `A booking lasts ${lengthInWords(least)} at least.`);
  },
};

/** A renewal is measured by what it adds: whoever has had a tool for a week may have it for another. */
const measured = ({ start, end, renewal, change }: Slot) => ({
  start: renewal && change ? change.booking.end : start,
  end,
});

/** It lasts so long at most, off-peak time not counted. Strong. */
export const longest: Rule = {
  name: 'longest',
  against(slot, _calendar, facts) {
    const { maximumDurationMinutes, freeTime } = facts.machine.rules;
    if (maximumDurationMinutes === null) return null;
    const most = maximumDurationMinutes * MINUTE;
    if (slot.end - slot.start <= most) return null;
    if (countedTime(measured(slot), facts) <= most || onlyShrinks(slot)) return null;
    const message = () => `A booking lasts ${lengthInWords(most)} at most.`;
    return freeTime.length === 0 ? standsWhenever(message) : stands(message);
  },
  edges(slot, _calendar, facts, window) {
    const { maximumDurationMinutes, freeTime } = facts.machine.rules;
    if (maximumDurationMinutes === null || freeTime.length === 0) return {};
    const length = slot.end - slot.start;
    const most = maximumDurationMinutes * MINUTE;
    if (length <= most) return {};
    const amount = (start: number) => countedTime({ start, end: start + length }, facts);
    return { opens: startsAtLimit(turnsOfCountedTime(length, facts, window), amount, most) };
  },
};
