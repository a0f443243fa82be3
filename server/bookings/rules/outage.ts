import { type Calendar, endOfOutage } from '../calendar.ts';
import { type CalendarFacts, type Rule, type Slot, stands } from '../slot.ts';
import { inWords } from '../wallTime.ts';

interface Out {
  /** Null: the machine itself. */
  name: string | null;
  lentAs?: 'piece' | 'kit';
  from: number;
  until: number;
}

/** When the machine, or what it does not run without, is out. */
const allOut = ({ outages }: Calendar, { dependenciesOut, now }: CalendarFacts): Out[] => [
  ...outages.map((one) => ({ name: null, from: one.start, until: endOfOutage(one, now) })),
  ...dependenciesOut,
];

const reaches = ({ from, until }: Out, { start, end }: Slot) => from < until && from < end && until > start;

function lentInWords({ name, lentAs, until }: Out, timeZone: string): string {
  const what = lentAs === 'kit' ? `It belongs to “${name}”, which` : `“${name}”, which belongs to it,`;
  if (until === Number.POSITIVE_INFINITY) return `${what} is lent and overdue.`;
  return `${what} is lent until ${inWords(until, timeZone)}.`;
}

/**
 * Nothing is booked while the machine is out of order (strong: its own outages stand in its calendar), or something
 * that it depends on (convergent).
 */
export const outage: Rule = {
  name: 'outage',
  against(slot, calendar, facts) {
    if (calendar.outages.length === 0 && facts.dependenciesOut.length === 0) return null;
    const out = allOut(calendar, facts).filter((one) => reaches(one, slot));
    const last = out.toSorted((one, other) => other.until - one.until)[0];
    if (!last) return null;
    if (last.lentAs) return stands(() => lentInWords(last, facts.workshop.timeZone));
    const what = last.name === null ? 'It is' : `“${last.name}”, which it needs, is`;
    return stands(() =>
      last.until === Number.POSITIVE_INFINITY
        ? `${what} out of order, and nobody knows yet until when.`
        : `${what} out of order and expected back at ${inWords(last.until, facts.workshop.timeZone)}.`,
    );
  },
  edges(_slot, calendar, facts) {
    const out = allOut(calendar, facts);
    return {
      opens: out.map(({ until }) => until).filter(Number.isFinite),
      closes: out.map(({ from }) => from),
    };
  },
};
