import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { find } from './agenda.ts';
import { type Calendar, copyOf, type Hold, take, type Wait } from './calendar.ts';
import { iso } from './decision.ts';
import { freedBy, type Stretch } from './freed.ts';
import { heldUntil } from './holdTime.ts';
import { isAllowed, RULES } from './rulebook.ts';
import { heldAgainst } from './rules/heldForAnother.ts';
import { firstFull, neighbours, turnaroundOf } from './rules/occupancy.ts';
import { outage } from './rules/outage.ts';
import { nextOnGrid } from './rules/past.ts';
import { reserved } from './rules/reserved.ts';
import type { CalendarFacts, Slot } from './slot.ts';

const MINUTE = 60_000;
/** Of events that are not written yet: nobody asks for it. */
const NO_REVISION = 0;

/** The calendar as these events will leave it; the given one stays as it is. */
export function calendarAfter(calendar: Calendar, events: readonly CalendarEvent[]): Calendar {
  if (events.length === 0) return calendar;
  const after = copyOf(calendar);
  for (const event of events) take(after, event, NO_REVISION);
  return after;
}

export const holdEnded = (
  { holdId, waitId, workshopId, memberId }: Hold,
  machineId: string,
  why: Extract<CalendarEvent, { type: 'HoldEnded' }>['data']['why'],
): CalendarEvent => ({ type: 'HoldEnded', data: { holdId, waitId, machineId, workshopId, memberId, why } });

const touch = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;

/**
 * What follows, in the same append, for the waiting list: a hold whose holder books it is taken, one that cannot be
 * kept is over, and the time that was freed is held for the first in line whose wish it fulfils and whom all rules
 * allow it.
 */
export function withWaitingList(
  events: readonly CalendarEvent[],
  calendar: Calendar,
  facts: CalendarFacts,
  machineId: string,
): CalendarEvent[] {
  if (calendar.waiting.length + calendar.holds.length === 0) return [...events];
  if (events.every((event) => onlyTakesTime(event, calendar, facts))) return [...events];
  const after = copyOf(calendar);
  const all: CalendarEvent[] = [];
  const freed: Stretch[] = [];
  const happen = (event: CalendarEvent) => {
    freed.push(...freedBy(event, after));
    take(after, event, NO_REVISION);
    all.push(event);
  };
  for (const event of events) {
    const ended = holdsEndedBy(event, after, facts, machineId);
    happen(event);
    for (const one of ended) happen(one);
    for (const one of heldInVain(event, after, facts)) happen(holdEnded(one, machineId, 'ruledOut'));
  }
  for (const wait of after.waiting) {
    if (after.holds.some(({ waitId }) => waitId === wait.waitId)) continue;
    const slot = firstFulfilling(wait, after, facts, freed);
    if (slot) happen(slotHeld(wait, slot, facts, machineId));
  }
  return all;
}

/** Whether an event frees nothing and comes near no held slot: then nothing follows for the waiting list. */
function onlyTakesTime(event: CalendarEvent, { holds }: Calendar, facts: CalendarFacts): boolean {
  if (event.type !== 'BookingPlaced') return false;
  const { holdId } = event.data;
  const pause = turnaroundOf(facts);
  const start = Date.parse(event.data.start) - pause;
  const end = Date.parse(event.data.end) + pause;
  return !holds.some((hold) => hold.holdId === holdId || touch(hold, { start, end }));
}

/** Holds that ran out by now, and for whom their slots are held next. */
export function expiredHolds(calendar: Calendar, facts: CalendarFacts, machineId: string): CalendarEvent[] {
  const expired = calendar.holds.filter(({ until }) => until <= facts.now);
  if (expired.length === 0) return [];
  const ended = expired.map((hold) => holdEnded(hold, machineId, 'expired'));
  return withWaitingList(ended, calendar, facts, machineId);
}

/** Holds whose time a booking takes: its holder's own, and those of others where it was given to the booking instead. */
function holdsEndedBy(
  event: CalendarEvent,
  before: Calendar,
  facts: CalendarFacts,
  machineId: string,
): CalendarEvent[] {
  const slot = slotTakenBy(event, before);
  if (slot === null) return [];
  const own = before.holds.filter(
    (hold) => hold.memberId === slot.memberId && (touch(hold, slot) || isTooNear(hold, slot, before, facts)),
  );
  const others = heldAgainst(slot, before, facts);
  const why = slot.setAside?.includes('heldForAnother') ? 'overridden' : 'ruledOut';
  return [
    ...own.map((hold) => holdEnded(hold, machineId, 'taken')),
    ...others.map((hold) => holdEnded(hold, machineId, why)),
  ];
}

/** Whether a hold is in vain beside its holder's own booking, because the machine has to cool in between. */
function isTooNear(hold: Hold, slot: Slot, before: Calendar, facts: CalendarFacts): boolean {
  const pause = turnaroundOf(facts);
  if (!touch(hold, { start: slot.start - pause, end: slot.end + pause })) return false;
  const { start, end, memberId } = hold;
  const beside = neighbours({ start, end, memberId, change: slot.change }, before, pause);
  const held = before.holds.filter((one) => one !== hold);
  return firstFull([slot, ...beside, ...held], facts.machine.capacity, pause) !== null;
}

/** The slot that an event gives to a booking; null where it gives none. */
function slotTakenBy(event: CalendarEvent, { agenda }: Calendar): Slot | null {
  switch (event.type) {
    case 'BookingPlaced':
    case 'BookingMoved':
    case 'BookingResized': {
      const { bookingId, memberId, overridden } = event.data;
      const times = { start: Date.parse(event.data.start), end: Date.parse(event.data.end) };
      const booking = find(agenda, bookingId);
      const change = booking ? { to: 'placed' as const, booking } : null;
      return { memberId, ...times, change, setAside: overridden?.rules ?? [] };
    }
    case 'BookingReinstated': {
      const booking = find(agenda, event.data.bookingId);
      if (!booking) return null;
      const { memberId, start, end, overridden } = booking;
      return {
        memberId,
        start,
        end,
        change: { to: 'reinstated', booking },
        setAside: overridden?.rules ?? [],
      };
    }
    default:
      return null;
  }
}

/** Holds whose slot nobody could have any more, once the machine is out or reserved. */
function heldInVain(event: CalendarEvent, after: Calendar, facts: CalendarFacts): Hold[] {
  if (event.type !== 'OutageDeclared' && event.type !== 'TimeReserved') return [];
  return after.holds.filter(({ memberId, start, end }) => {
    const slot: Slot = { memberId, start, end, change: null };
    return outage.against(slot, after, facts) !== null || reserved.against(slot, after, facts) !== null;
  });
}

/**
 * The first slot of a wish that touches one of the stretches and that all rules allow; null where there is none. What
 * begins now begins at full five minutes.
 */
export function firstFulfilling(
  { memberId, from, to, minutes }: Pick<Wait, 'memberId' | 'from' | 'to' | 'minutes'>,
  calendar: Calendar,
  facts: CalendarFacts,
  stretches: readonly Stretch[],
): Stretch | null {
  const length = minutes * MINUTE;
  const turnaround = turnaroundOf(facts);
  const earliest = Math.max(from, nextOnGrid(facts.now));
  let found: Stretch | null = null;
  for (const stretch of stretches) {
    const first = Math.max(earliest, stretch.start - turnaround - length);
    const last = Math.min(to - length, stretch.end + turnaround, (found?.start ?? to) - 1);
    const slot: Slot = { memberId, start: first, end: first + length, change: null };
    for (const start of first > last ? [] : startsBetween(slot, calendar, facts, first, last)) {
      if (isAllowed({ ...slot, start, end: start + length }, calendar, facts)) {
        found = { start, end: start + length };
        break;
      }
    }
  }
  return found;
}

/** Starts in `[first, last]` at which a rule may begin to agree, in order. */
function startsBetween(
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
  first: number,
  last: number,
): number[] {
  const length = slot.end - slot.start;
  const window = { from: first, to: last + length };
  const starts = new Set([first]);
  for (const rule of RULES) {
    const edges = rule.edges?.(slot, calendar, facts, window);
    for (const instant of edges?.opens ?? []) starts.add(instant);
    for (const instant of edges?.closes ?? []) starts.add(instant - length);
  }
  return [...starts].filter((start) => start >= first && start <= last).sort((one, other) => one - other);
}

function slotHeld(wait: Wait, slot: Stretch, facts: CalendarFacts, machineId: string): CalendarEvent {
  const { waitId, workshopId, memberId } = wait;
  return {
    type: 'SlotHeld',
    data: {
      holdId: holdIdFor(waitId, facts.now),
      waitId,
      machineId,
      workshopId,
      memberId,
      start: iso(slot.start),
      end: iso(slot.end),
      until: iso(heldUntil(facts.now, slot, facts.workshop.timeZone)),
    },
  };
}

const LAST_GROUP = 12;

/**
 * The id of a hold: that of its wish, with the moment folded into the last 48 bits. A wish may be held for again after
 * its hold was ruled out; each time has its own id, and pure code needs no chance for it.
 */
function holdIdFor(waitId: string, now: number): string {
  const kept = waitId.slice(0, -LAST_GROUP);
  const folded = BigInt(`0x${waitId.slice(-LAST_GROUP)}`) ^ BigInt(now);
  return kept + folded.toString(16).padStart(LAST_GROUP, '0');
}
