import { z } from 'zod';
import { machineId, workshopId } from '../../shared/identifiers.ts';
import { loanDaysView, myLoansView, toolList, toolView } from '../../shared/loans/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { bookingsWithin, takenOrOpenOf } from '../bookings/queries.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import { type Machine, toolsOf } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { closingOn, collectionOn, loanDays } from './handover.ts';
import { doorsFor, loanViews, longestLoan } from './loanViews.ts';
import { toolViews } from './toolViews.ts';

const DAYS_SHOWN = 31;

/** In service, or with the member whose it is. */
const isKnown = ({ retired, lentBy }: Machine) => !retired || lentBy !== null;

const matches = ({ name, maker, model, labelCode, contents }: Machine, words: string) =>
  [name, maker ?? '', model ?? '', labelCode, ...contents.map((piece) => piece.name)]
    .join(' ')
    .toLowerCase()
    .includes(words.toLowerCase());

/** Finding tools, and one's own loans. */
export function toolRoutes(parts: Pick<Parts, 'views' | 'names' | 'texts'>): AnyRoute[] {
  const { views } = parts;
  return [
    defineRoute({
      method: 'get',
      path: '/api/tools',
      summary: 'Tools and kits that are lent: which are in, when the others are back, what a kit lacks',
      tag: 'loans',
      access: 'public',
      scopes: ['machines:read'],
      query: z.strictObject({
        workshop: workshopId.optional(),
        free: z.literal('now').optional(),
        q: z.string().trim().max(80).optional(),
      }),
      reply: toolList,
      handle: (request) => {
        const { workshop, free, q } = request.query;
        const { requester, now } = request;
        const mayRead = (machine: Machine) =>
          isAllowed(views, requester, 'machine.read', { workshopId: machine.workshopId }, now);
        const found = toolsOf(views, workshop ?? null).filter(
          (machine) => isKnown(machine) && (!q || matches(machine, q)) && mayRead(machine),
        );
        const tools = toolViews(views, found, request).filter(
          ({ state, nextReserved }) =>
            free === undefined || (state === 'in' && !(nextReserved && Date.parse(nextReserved) <= now)),
        );
        return { body: { tools } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/tools/{machineId}',
      summary: 'One tool or kit: whether it is in, when it is back, what it lacks',
      tag: 'loans',
      access: 'public',
      scopes: ['machines:read'],
      params: z.strictObject({ machineId }),
      reply: toolView,
      handle: (request) => {
        const { machine } = enterMachine(views, request, 'machine.read');
        const [tool] = toolViews(views, [machine], request);
        if (!tool) throw new HttpProblem('not-found', 'This is not lent.');
        return { body: tool };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/tools/{machineId}/days',
      summary: 'The days on which you can collect a tool and bring it back',
      tag: 'loans',
      access: 'member',
      scopes: ['machines:read'],
      params: z.strictObject({ machineId }),
      reply: loanDaysView,
      handle: (request) => {
        const { machine } = enterMachine(views, request, 'machine.read');
        if (!isBorrowed(machine.kind)) throw new HttpProblem('not-found', 'This is not lent.');
        const { machineId } = machine;
        const { now } = request;
        const doors = doorsFor(views, request.memberId(), machine, now);
        const wall = (instant: number) => zonedText(instant, doors.timeZone);
        const orClosed = (instant: number | null) => (instant === null ? null : wall(instant));
        const days = loanDays(doors, now, DAYS_SHOWN);
        const bounds = { start: now, end: now + (DAYS_SHOWN + 1) * 86_400_000 };
        const taken = bookingsWithin(views, machineId, bounds)
          .filter(({ status }) => status !== 'completed')
          .map(({ start, end }) => ({ start, end }));
        const isTaken = (instant: number) =>
          taken.some(({ start, end }) => start <= instant && instant < end);
        const longest = longestLoan(machine);
        const holidays = doors.openingHours.holidays;
        return {
          body: {
            machineId,
            timeZone: doors.timeZone,
            days: days.map((day) => {
              const collect = collectionOn(day, now);
              return {
                date: day.date,
                holiday: holidays.find(({ date }) => date === day.date)?.name ?? null,
                collect: collect === null || isTaken(collect) ? null : wall(collect),
                due: orClosed(day.handover),
                closes: orClosed(closingOn(day)),
              };
            }),
            longestMinutes: longest === null ? null : longest / 60_000,
            taken: taken.map(({ start, end }) => ({ start: wall(start), end: wall(end) })),
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/me/loans',
      summary: 'What you have borrowed or reserved, and which of your own tools you lend',
      tag: 'loans',
      access: 'member',
      scopes: ['bookings:read'],
      reply: myLoansView,
      handle: (request) => {
        const memberId = request.memberId();
        const { requester, now } = request;
        const mayRead = (workshopId: string) =>
          isAllowed(views, requester, 'booking.readHolder', { workshopId, own: true }, now);
        const taken = takenOrOpenOf(views, memberId, now)
          .filter(({ workshopId }) => mayRead(workshopId))
          .toSorted((one, other) => one.end - other.end);
        const loans = loanViews(parts, taken, request);
        const own = toolsOf(views, null).filter(
          ({ lentBy, workshopId }) => lentBy === memberId && mayRead(workshopId),
        );
        return {
          body: {
            out: loans.filter(({ booking }) => booking.status === 'started'),
            reserved: loans.filter(({ booking }) => booking.status !== 'started'),
            lent: toolViews(views, own, request),
          },
        };
      },
    }),
  ];
}
