import { firstClosed, openStretches, stretchesIn } from '../openStretches.ts';
import { type CalendarFacts, holderOf, type Rule, stands } from '../slot.ts';
import { inWords } from '../wallTime.ts';

/** What runs by itself, or goes home with somebody, does not need the doors to be open. */
const needsOpenDoors = ({ machine }: CalendarFacts) => !machine.mayRunUnattended && !machine.rules.byTheDay;

/**
 * All of the booking lies in the hours of the holder's roles, unless the machine may run unattended; none of it in the
 * machine's quiet hours, whoever is there. Convergent.
 */
export const openingHours: Rule = {
  name: 'openingHours',
  against(slot, _calendar, facts) {
    const { openingHours: hours, timeZone } = facts.workshop;
    if (needsOpenDoors(facts)) {
      const closed = firstClosed(hours, holderOf(slot, facts).hours, timeZone, slot);
      if (closed !== null)
        return stands(() =>
          closed <= facts.now
            ? 'The workshop is closed now.'
            : `The workshop is closed at ${inWords(closed, timeZone)}.`,
        );
    }
    const [quiet] = stretchesIn(facts.machine.rules.quietHours, timeZone, slot);
    return quiet ? stands(() => `Its quiet hours are on at ${inWords(quiet.start, timeZone)}.`) : null;
  },
  edges(slot, _calendar, facts, { from, to }) {
    const { openingHours: hours, timeZone } = facts.workshop;
    const window = { start: from, end: to };
    const open = needsOpenDoors(facts)
      ? openStretches(hours, holderOf(slot, facts).hours, timeZone, window)
      : [];
    const quiet = stretchesIn(facts.machine.rules.quietHours, timeZone, window);
    return {
      opens: [...open.map(({ start }) => start), ...quiet.map(({ end }) => end)],
      closes: [...open.map(({ end }) => end), ...quiet.map(({ start }) => start)],
    };
  },
};
