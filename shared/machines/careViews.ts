import { z } from 'zod';
import { bookingView } from '../bookings/views.ts';
import { inductionView } from '../competences/views.ts';
import {
  faultId,
  fileId,
  machineId,
  memberId,
  outageId,
  planId,
  repairId,
  workshopId,
} from '../identifiers.ts';
import { calendarDate, zonedInstant } from '../time.ts';
import { faultSeverity, maintenanceInterval, usedPart } from './events.ts';
import { outageView } from './views.ts';

const person = z.strictObject({ memberId, name: z.string().nullable() });

/** A fault as one viewer sees it: words, pictures and who told it for the workshop's people only. */
export const faultView = z.strictObject({
  faultId,
  machineId,
  severity: faultSeverity,
  at: zonedInstant,
  text: z.string().nullable(),
  photographs: z.array(fileId),
  /** Null: told without a name, or not for the viewer to know. */
  reportedBy: person.nullable(),
  mine: z.boolean(),
  status: z.enum(['open', 'repaired', 'dismissed']),
  /** The outage that it led to and that nobody has ended yet. */
  lockedBy: outageId.nullable(),
  /** Of the fault, for `If-Match`. */
  revision: z.int(),
});
export type FaultView = z.infer<typeof faultView>;

export const repairView = z.strictObject({
  repairId,
  faultIds: z.array(faultId),
  at: zonedInstant,
  note: z.string().nullable(),
  parts: z.array(usedPart),
  minutes: z.int(),
  returns: z.boolean(),
  repairedBy: person.nullable(),
});
export type RepairView = z.infer<typeof repairView>;

/** Answer to `GET /api/machines/{machineId}/faults`. */
export const faultsView = z.strictObject({
  /** Open ones, newest first. */
  open: z.array(faultView),
  /** The last ones that were mended or dismissed. */
  closed: z.array(faultView),
  /** The last repairs, newest first; none for strangers. */
  repairs: z.array(repairView),
  /** What keeps the machine out now, and what is planned. */
  outages: z.array(outageView),
  /** Whether a report of the viewer as `unsafe`, `outOfOrder` takes it out of service at once. */
  locks: z.strictObject({ unsafe: z.boolean(), outOfOrder: z.boolean() }),
  /** Whether the viewer is competent to return what was locked as unsafe. */
  mayUnlock: z.boolean(),
});
export type FaultsView = z.infer<typeof faultsView>;

/** How far a plan is: `soon` in the last tenth of its interval, `due` from its end on. */
export const planState = z.enum(['later', 'soon', 'due']);
export type PlanState = z.infer<typeof planState>;

export const planView = z.strictObject({
  planId,
  machineId,
  name: z.string(),
  interval: maintenanceInterval,
  durationMinutes: z.int(),
  lastDoneAt: zonedInstant.nullable(),
  state: planState,
  /** Hours of use, units of the meter, or days until it is due; below zero: overdue by so much. */
  remaining: z.number(),
  /** Of a plan by calendar. */
  dueOn: calendarDate.nullable(),
  /** Of a plan by meter: its last reading, and the one at which it is due. */
  reading: z.number().nullable(),
  dueAtReading: z.number().nullable(),
  /** The first gap of its length within opening hours; null while it is not due soon, or once there is an outage for it. */
  proposed: z.strictObject({ start: zonedInstant, end: zonedInstant }).nullable(),
  /** The outage that was declared for it and not ended. */
  outage: outageView.nullable(),
  /** Of the plan, for `If-Match`. */
  revision: z.int(),
});
export type PlanView = z.infer<typeof planView>;

/** Answer to `GET /api/machines/{machineId}/maintenance`. */
export const maintenanceView = z.strictObject({ plans: z.array(planView) });

const ofMachine = { machineId, machineName: z.string() };

/** Answer to `GET /api/workshops/{workshopId}/steward-day`: what waits for a host or steward, oldest first. */
export const stewardDayView = z.strictObject({
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  counts: z.strictObject({
    faults: z.int(),
    out: z.int(),
    approvals: z.int(),
    requests: z.int(),
    overdue: z.int(),
    maintenance: z.int(),
    inductions: z.int(),
  }),
  faults: z.array(z.strictObject({ ...ofMachine, fault: faultView })),
  out: z.array(z.strictObject({ ...ofMachine, outage: outageView })),
  /** Bookings that wait for a steward. */
  approvals: z.array(bookingView),
  /** Who asks to come in. */
  requests: z.array(z.strictObject({ ...person.shape, at: zonedInstant, message: z.string().nullable() })),
  /** In use past their planned end: machines, and tools that are still out. */
  overdue: z.array(bookingView),
  maintenance: z.array(z.strictObject({ ...ofMachine, plan: planView })),
  /** Today's. */
  inductions: z.array(inductionView),
});
export type StewardDayView = z.infer<typeof stewardDayView>;
