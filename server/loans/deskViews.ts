import { labelCode } from '../../shared/identifiers.ts';
import type { BorrowerView, ScanView, ToolAtDesk, WorkshopLoansView } from '../../shared/loans/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { Badges } from '../accounts/badges.ts';
import type { ReadingParts, Viewer } from '../bookings/bookingViews.ts';
import { takenOrOpenIn, takenOrOpenOf } from '../bookings/queries.ts';
import { inWords } from '../bookings/wallTime.ts';
import { labelAsTyped } from '../machines/label.ts';
import { type Machine, machineByLabel, toolsOf } from '../machines/queries.ts';
import { peopleOf, standingOf } from '../members/queries.ts';
import type { Workshop } from '../workshops/queries.ts';
import { dueTimes, endOfDay } from './handover.ts';
import { loanViews, longestLoan, takenAfter } from './loanViews.ts';
import { toolViews } from './toolViews.ts';

/** What a fragment may mean: more than that, and one types on. */
const FOUND = 8;

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What stands in the way of borrowing anything here, as a sentence. */
function stopped({ views }: ReadingParts, memberId: string, { workshopId, timeZone }: Workshop, now: number) {
  const { membership, appointments, pause } = standingOf(views, memberId, workshopId);
  const isIn = membership !== null && (membership.until === null || membership.until > now);
  if (!isIn && appointments.length === 0) return 'Only members of this workshop can borrow here.';
  if (!pause?.what.includes('loans') || pause.until <= now) return null;
  return `Borrowing is paused until ${inWords(pause.until, timeZone)}.`;
}

function borrowerOf(parts: ReadingParts, memberId: string, workshop: Workshop, viewer: Viewer): BorrowerView {
  const { now } = viewer;
  const tonight = endOfDay(now, workshop.timeZone);
  const here = takenOrOpenOf(parts.views, memberId, now).filter(
    ({ workshopId, status, start }) =>
      workshopId === workshop.workshopId && (status === 'started' || start < tonight),
  );
  const loans = loanViews(
    parts,
    here.toSorted((one, other) => one.end - other.end),
    viewer,
  );
  const isKnownHere = peopleOf(parts.views, workshop.workshopId).some((one) => one.memberId === memberId);
  return {
    memberId,
    // The badge of somebody from elsewhere tells no name.
    name: isKnownHere ? (parts.names.of([memberId]).get(memberId) ?? null) : null,
    stopped: stopped(parts, memberId, workshop, now),
    out: loans.filter(({ booking }) => booking.status === 'started'),
    collectToday: loans.filter(({ booking }) => booking.status !== 'started'),
  };
}

function atDesk(parts: ReadingParts, machine: Machine, workshop: Workshop, viewer: Viewer): ToolAtDesk[] {
  const { views } = parts;
  const { now } = viewer;
  const { timeZone, openingHours, workshopId } = workshop;
  const tool = toolViews(views, [machine], viewer)[0];
  if (!tool) return [];
  const tonight = endOfDay(now, timeZone);
  const loans = loanViews(
    parts,
    takenOrOpenIn(views, workshopId, now).filter(
      ({ machineId, start }) => machineId === machine.machineId && start < tonight,
    ),
    viewer,
  );
  const doors = { timeZone, openingHours, hours: ['member'] as const };
  const before = takenAfter(views, machine.machineId, now, null);
  const reserved = loans.find(({ booking }) => booking.status !== 'started');
  const reach = { longest: longestLoan(machine), before: reserved ? null : before };
  return [
    {
      tool,
      loan: loans.find(({ booking }) => booking.status === 'started') ?? null,
      collectToday: loans.filter(({ booking }) => booking.status !== 'started'),
      dueTimes: dueTimes(doors, now, reach).map((instant) => zonedText(instant, timeZone)),
    },
  ];
}

const NOTHING: ScanView = { person: null, tool: null, people: [], tools: [] };

/** What was held before the scanner, or typed: a badge, a label, a piece of a name (or the id of whom a list named). One find alone is the find. */
export function scanned(
  parts: ReadingParts,
  badges: Pick<Badges, 'memberOf'>,
  code: string,
  workshop: Workshop,
  viewer: Viewer,
): ScanView {
  const { views, names } = parts;
  const { workshopId } = workshop;
  const asPerson = (memberId: string): ScanView => ({
    ...NOTHING,
    person: borrowerOf(parts, memberId, workshop, viewer),
  });
  const asTool = (machine: Machine): ScanView => ({
    ...NOTHING,
    tool: atDesk(parts, machine, workshop, viewer)[0] ?? null,
  });
  const holder = badges.memberOf(code);
  if (holder !== null) return asPerson(holder);
  // A label's code as such, or the address that stands in its square.
  const label = labelCode.safeParse(labelAsTyped(code.replace(/^.*\/m\//, '')));
  const labelled = label.success ? machineByLabel(views, label.data) : null;
  if (labelled?.workshopId === workshopId && isBorrowed(labelled.kind)) return asTool(labelled);

  const people = peopleOf(views, workshopId).filter(({ erased }) => !erased);
  const chosen = people.find(({ memberId }) => memberId === code);
  if (chosen) return asPerson(chosen.memberId);
  const sought = folded(code);
  const nameOf = names.of(people.map(({ memberId }) => memberId));
  const foundPeople = people.flatMap(({ memberId }) => {
    const name = nameOf.get(memberId);
    return name && folded(name).includes(sought) ? [{ memberId, name }] : [];
  });
  const foundTools = toolsOf(views, workshopId).filter(
    ({ name, retired }) => !retired && folded(name).includes(sought),
  );
  const [person] = foundPeople;
  const [tool] = foundTools;
  if (person && foundPeople.length === 1 && !tool) return asPerson(person.memberId);
  if (tool && foundTools.length === 1 && !person) return asTool(tool);
  return {
    ...NOTHING,
    people: foundPeople.toSorted((one, other) => one.name.localeCompare(other.name)).slice(0, FOUND),
    tools: foundTools.slice(0, FOUND).map(({ machineId, name, labelCode: carried }) => ({
      machineId,
      name,
      labelCode: carried,
    })),
  };
}

/** What a workshop has lent, each loan once: overdue, due today, or just out; and what is collected today. */
export function workshopLoans(parts: ReadingParts, workshop: Workshop, viewer: Viewer): WorkshopLoansView {
  const { workshopId, name, timeZone } = workshop;
  const { views } = parts;
  const { now } = viewer;
  const tonight = endOfDay(now, timeZone);
  const taken = takenOrOpenIn(views, workshopId, now).toSorted((one, other) => one.end - other.end);
  const loans = loanViews(
    parts,
    taken.filter(({ status, start }) => status === 'started' || start < tonight),
    viewer,
  );
  const out = loans.filter(({ booking }) => booking.status === 'started');
  const isDueToday = ({ overdue, booking }: (typeof out)[number]) =>
    !overdue && Date.parse(booking.end) < tonight;
  const tools = toolViews(views, toolsOf(views, workshopId), viewer);
  return {
    workshopId,
    workshopName: name,
    timeZone,
    overdue: out.filter(({ overdue }) => overdue),
    dueToday: out.filter(isDueToday),
    out: out.filter((loan) => !loan.overdue && !isDueToday(loan)),
    collectToday: loans.filter(({ booking }) => booking.status !== 'started'),
    incomplete: tools.filter(({ state, missing }) => state === 'in' && missing.length > 0),
  };
}
