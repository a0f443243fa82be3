import { machineById } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { firstClosed, openStretches } from './openStretches.ts';
import { standingOutagesOf } from './outages/queries.ts';
import { bookingsWithin } from './queries.ts';
import { nextOnGrid } from './rules/past.ts';
import type { HoursKey } from './slot.ts';
import { holdsWithin, reservationsWithin } from './waiting/queries.ts';

const DAY = 86_400_000;
const SEARCHED = 30 * DAY;

interface Stretch {
  start: number;
  end: number;
}

/**
 * The first stretch of `length` milliseconds, from `now` on, in which nothing at all takes the machine's time, inside the
 * hours for members (of hosts where members have none). What lasts longer than the workshop is ever open begins when it
 * is open. Null: none within 30 days, or the machine is out without an end in sight.
 */
export function firstGap(views: ViewsReader, machineId: string, length: number, now: number): Stretch | null {
  const machine = machineById(views, machineId);
  const workshop = machine && workshopById(views, machine.workshopId);
  if (!machine || !workshop) return null;
  const from = nextOnGrid(now);
  const window = { start: from, end: from + SEARCHED + length };
  const { openingHours, timeZone } = workshop;
  const hours: HoursKey[] = openingHours.member.length > 0 ? ['member'] : ['host'];
  const open = openStretches(openingHours, hours, timeZone, window);
  const taken = [
    ...bookingsWithin(views, machineId, window),
    ...holdsWithin(views, machineId, window, now),
    ...reservationsWithin(views, machineId, window),
    ...standingOutagesOf(views, machineId).map(({ start, expectedEnd }) => ({
      start,
      end: expectedEnd !== null && expectedEnd > now ? expectedEnd : Number.POSITIVE_INFINITY,
    })),
  ];
  const isFree = ({ start, end }: Stretch) => taken.every((one) => one.end <= start || one.start >= end);
  const isOpen = ({ start, end }: Stretch) =>
    firstClosed(openingHours, hours, timeZone, { start, end }) === null;
  const beginsOpen = ({ start }: Stretch) =>
    open.some((stretch) => stretch.start <= start && start < stretch.end);
  const starts = [from, ...taken.map(({ end }) => end), ...open.map(({ start }) => start)]
    .filter((start) => start >= from && start <= from + SEARCHED)
    .sort((one, other) => one - other);
  const gaps = starts.map((start) => ({ start, end: start + length })).filter(isFree);
  return gaps.find(isOpen) ?? gaps.find(beginsOpen) ?? null;
}
