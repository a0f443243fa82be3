import { LOANS_AT_A_TIME } from '../../../shared/machines/kinds.ts';
import { bookingsOf } from '../agenda.ts';
import { firstClosed, openStretches } from '../openStretches.ts';
import {
  type CalendarFacts,
  holderOf,
  itself,
  type Rule,
  type Slot,
  stands,
  standsWhenever,
} from '../slot.ts';
import { counted, inWords } from '../wallTime.ts';

/** Whether the doors are open to the holder, or are just being closed. */
function isOpenAt(instant: number, slot: Slot, facts: CalendarFacts): boolean {
  const { openingHours, timeZone } = facts.workshop;
  const { hours } = holderOf(slot, facts);
  const isOpen = (start: number) =>
    firstClosed(openingHours, hours, timeZone, { start, end: start + 1 }) === null;
  return isOpen(instant) || isOpen(instant - 1);
}

/** What goes home by the day is collected and brought back while the workshop is open, whatever lies between. Convergent. */
export const collection: Rule = {
  name: 'collection',
  against(slot, _calendar, facts) {
    if (!facts.machine.rules.byTheDay) return null;
    const { timeZone } = facts.workshop;
    // What has been collected is collected.
    const isOut = slot.change?.booking.status === 'started';
    if (!isOut && !isOpenAt(slot.start, slot, facts)) {
      return stands(
        () => `It cannot be collected at ${inWords(slot.start, timeZone)}: the workshop is closed.`,
      );
    }
    if (isOpenAt(slot.end, slot, facts)) return null;
    return stands(
      () => `It cannot be brought back at ${inWords(slot.end, timeZone)}: the workshop is closed.`,
    );
  },
  edges(slot, _calendar, facts, { from, to }) {
    if (!facts.machine.rules.byTheDay) return {};
    const { openingHours, timeZone } = facts.workshop;
    const { hours } = holderOf(slot, facts);
    const open = openStretches(openingHours, hours, timeZone, { start: from, end: to });
    const turns = open.flatMap(({ start, end }) => [start, end]);
    return { opens: turns, closes: turns };
  },
};

/** Whoever has it already takes no other by changing its time. */
const keepsIt = ({ change, memberId }: Slot): boolean =>
  change?.to === 'placed' && change.booking.memberId === memberId;

/** Nobody has, or has reserved, more than so many tools and kits of one workshop at a time. Convergent. */
export const loans: Rule = {
  name: 'loans',
  against(slot, { agenda }, facts) {
    const { kind } = facts.machine;
    if ((kind !== 'tool' && kind !== 'kit') || keepsIt(slot)) return null;
    const here = bookingsOf(agenda, slot.memberId, itself(slot)).filter(
      ({ status, end }) =>
        status === 'started' || ((status === 'placed' || status === 'pending') && end > facts.now),
    );
    if (here.length + holderOf(slot, facts).loansElsewhere + 1 <= LOANS_AT_A_TIME) return null;
    return standsWhenever(
      () =>
        `You can have ${counted(LOANS_AT_A_TIME, 'tool')} of this workshop at a time: bring one back first.`,
    );
  },
};

/** What has been collected is kept longer so many times, and never while somebody waits for it. Strong. */
export const renewal: Rule = {
  name: 'renewal',
  against(slot, { waiting }, facts) {
    const { change } = slot;
    if (!slot.renewal || change === null) return null;
    const { renewals } = facts.machine.rules;
    if (change.booking.renewals >= renewals) {
      return standsWhenever(() =>
        renewals === 0 ? 'It cannot be renewed.' : `It can be renewed ${counted(renewals, 'time')}.`,
      );
    }
    const isWaitedFor = waiting.some(
      ({ memberId, from, to }) => memberId !== slot.memberId && from < slot.end && to > change.booking.end,
    );
    return isWaitedFor ? standsWhenever(() => 'Somebody waits for it: bring it back.') : null;
  },
};
