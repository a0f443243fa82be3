import { firstClosed, openStretches } from '../openStretches.ts';
import { holderOf, type Rule, stands } from '../slot.ts';
import { inWords } from '../wallTime.ts';

/** All of the booking lies in the hours of the holder's roles, unless the machine may run unattended. Convergent. */
export const openingHours: Rule = {
  name: 'openingHours',
  against(slot, _calendar, facts) {
    if (facts.machine.mayRunUnattended) return null;
    const { openingHours: hours, timeZone } = facts.workshop;
    const closed = firstClosed(hours, holderOf(slot, facts).hours, timeZone, slot);
    return closed === null ? null : stands(() => `The workshop is closed at ${inWords(closed, timeZone)}.`);
  },
  edges(slot, _calendar, facts, { from, to }) {
    if (facts.machine.mayRunUnattended) return {};
    const { openingHours: hours, timeZone } = facts.workshop;
    const open = openStretches(hours, holderOf(slot, facts).hours, timeZone, { start: from, end: to });
    return { opens: open.map(({ start }) => start), closes: open.map(({ end }) => end) };
  },
};
