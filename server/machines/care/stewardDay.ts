import { z } from 'zod';
import { workshopId } from '../../../shared/identifiers.ts';
import { type StewardDayView, stewardDayView } from '../../../shared/machines/careViews.ts';
import { zonedText } from '../../../shared/workshops/zonedText.ts';
import { bookingViews, type Viewer } from '../../bookings/bookingViews.ts';
import { outagesWithin } from '../../bookings/outages/queries.ts';
import { pendingIn, runningAnywhere } from '../../bookings/queries.ts';
import { outageViews } from '../../bookings/takenViews.ts';
import { inductionViews } from '../../competences/inductionViews.ts';
import { inductionsAfter } from '../../competences/queries.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { peopleOf } from '../../members/queries.ts';
import type { Parts } from '../../parts.ts';
import { enterWorkshop } from '../../workshops/door.ts';
import type { Workshop } from '../../workshops/queries.ts';
import { type Machine, machinesOf } from '../queries.ts';
import { faultViews } from './faultViews.ts';
import { needingCare } from './maintenance.ts';
import { planView } from './planViews.ts';
import { openFaultsIn } from './queries.ts';

type ReadingParts = Pick<Parts, 'views' | 'names' | 'texts'>;

/** What waits for whoever is on duty in a workshop. */
export function stewardDayRoutes(parts: ReadingParts): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/steward-day',
      summary:
        'What waits for a host or steward: faults, machines out, approvals, requests, overdue, maintenance',
      tag: 'workshops',
      access: 'member',
      params: z.strictObject({ workshopId }),
      reply: stewardDayView,
      handle: (request) => {
        const workshop = enterWorkshop(parts.views, request, 'workshop.readDay');
        return { body: stewardDayOf(parts, workshop, request) };
      },
    }),
  ];
}

function stewardDayOf(parts: ReadingParts, workshop: Workshop, viewer: Viewer): StewardDayView {
  const { workshopId, timeZone } = workshop;
  const { views } = parts;
  const { now, requester } = viewer;
  const machines = new Map(machinesOf(views, workshopId).map((machine) => [machine.machineId, machine]));
  const named = (machineId: string) => ({ machineId, machineName: machines.get(machineId)?.name ?? '' });
  const inService = [...machines.values()].filter(({ retired }) => !retired);

  const onlooker = { requester, isInsider: true, timeZone };
  const faults = faultViews(parts, openFaultsIn(views, workshopId), onlooker);
  const approvals = pendingIn(views, workshopId).filter(({ awaits }) => awaits.includes('approval'));
  const overdue = runningAnywhere(views).filter(
    (booking) => booking.workshopId === workshopId && booking.end <= now,
  );
  const lists = {
    faults: faults.map((fault) => ({ ...named(fault.machineId), fault })),
    out: outNow(parts, inService, timeZone, viewer),
    approvals: bookingViews(parts, approvals, viewer),
    requests: requestsTo(parts, workshop),
    overdue: bookingViews(parts, overdue, viewer),
    maintenance: needingCare(views, workshopId, now).map((watched) => ({
      ...named(watched.plan.machineId),
      plan: planView(parts, watched, timeZone, viewer),
    })),
    inductions: inductionViews(parts, inductionsToday(parts, workshop, now), viewer),
  };
  return {
    workshopId,
    workshopName: workshop.name,
    timeZone,
    counts: {
      faults: lists.faults.length,
      out: lists.out.length,
      approvals: lists.approvals.length,
      requests: lists.requests.length,
      overdue: lists.overdue.length,
      maintenance: lists.maintenance.length,
      inductions: lists.inductions.length,
    },
    ...lists,
  };
}

/** Machines that are out now, each with the outages that keep it out. */
function outNow(
  parts: ReadingParts,
  machines: readonly Machine[],
  timeZone: string,
  viewer: Viewer,
): StewardDayView['out'] {
  const moment = { start: viewer.now, end: viewer.now + 1 };
  return machines.flatMap(({ machineId, name: machineName }) => {
    const outages = outagesWithin(parts.views, machineId, moment, viewer.now);
    return outageViews(parts, outages, timeZone, viewer).map((outage) => ({
      machineId,
      machineName,
      outage,
    }));
  });
}

function requestsTo({ views, names, texts }: ReadingParts, { workshopId, timeZone }: Workshop) {
  const asking = peopleOf(views, workshopId).flatMap(({ memberId, requested }) =>
    requested ? [{ memberId, ...requested }] : [],
  );
  const nameOf = names.of(asking.map(({ memberId }) => memberId));
  const bodyOf = texts.of(asking.flatMap(({ messageId }) => messageId ?? []));
  return asking
    .toSorted((one, other) => one.at - other.at)
    .map(({ memberId, at, messageId }) => ({
      memberId,
      name: nameOf.get(memberId) ?? null,
      at: zonedText(at, timeZone),
      message: (messageId && bodyOf.get(messageId)) || null,
    }));
}

function inductionsToday({ views }: ReadingParts, { workshopId, timeZone }: Workshop, now: number) {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay();
  const midnight = today.add({ days: 1 }).epochMilliseconds;
  return inductionsAfter(views, workshopId, now).filter(
    ({ start, reasonId }) => start < midnight && reasonId === null,
  );
}
