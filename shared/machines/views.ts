import { z } from 'zod';
import { objection } from '../bookings/rules.ts';
import { labelCode, machineId, outageId, workshopId } from '../identifiers.ts';
import { interval, zonedInstant } from '../time.ts';
import { machineDescription } from './events.ts';

export const outageView = z.strictObject({
  outageId,
  start: zonedInstant,
  end: zonedInstant.nullable(),
  reason: z.string().nullable(),
  revision: z.int(),
});
export type OutageView = z.infer<typeof outageView>;

/** The one line that answers "can I use it now?", made from the very rules that decide. */
export const availability = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('free'), until: zonedInstant.nullable() }),
  z.strictObject({ answer: z.literal('yours'), until: zonedInstant }),
  z.strictObject({ answer: z.literal('taken'), freeAt: zonedInstant.nullable() }),
  z.strictObject({
    answer: z.literal('outOfOrder'),
    reason: z.string().nullable(),
    until: zonedInstant.nullable(),
  }),
  z.strictObject({ answer: z.literal('retired') }),
  /** Free for others: what stands against this viewer, and when it would be allowed. */
  z.strictObject({
    answer: z.literal('notYou'),
    objections: z.array(objection),
    nearest: interval.nullable(),
  }),
  /** Nobody is signed in: free or not is told, the rest after signing in. */
  z.strictObject({ answer: z.literal('signIn'), freeNow: z.boolean() }),
]);
export type Availability = z.infer<typeof availability>;

export const machineSummary = z.strictObject({
  machineId,
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  labelCode,
  ...machineDescription.shape,
  retired: z.boolean(),
  outage: outageView.nullable(),
  availability,
});
export type MachineSummary = z.infer<typeof machineSummary>;

/** `revision` is the machine entity's own (ETag, If-Match). */
export const machineView = z.strictObject({
  ...machineSummary.shape,
  requiredCompetenceNames: z.array(z.string()),
  /** What the signed-in viewer may do: names of actions from the policy (`machine.describe`, `machine.declareOutage`, …). */
  allowedActions: z.array(z.string()),
  revision: z.int(),
});
export type MachineView = z.infer<typeof machineView>;

/** One line of a machine's story, straight from its events; `type` is the event's, the sentence is the client's. */
export const historyEntry = z.strictObject({
  type: z.string(),
  at: zonedInstant,
  /** Display name of the actor where the viewer may read it. */
  by: z.string().nullable(),
  start: zonedInstant.nullable(),
  end: zonedInstant.nullable(),
  text: z.string().nullable(),
  revision: z.int(),
  stream: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A page of a machine's story, newest first. `next` goes into `before` for older ones; null at the beginning. */
export const machineHistory = z.strictObject({ entries: z.array(historyEntry), next: z.string().nullable() });
export type MachineHistory = z.infer<typeof machineHistory>;

/** Answer to the list of machines. */
export const machineList = z.strictObject({ machines: z.array(machineSummary) });
export type MachineList = z.infer<typeof machineList>;

/** What a label's code stands for. */
export const labelView = z.strictObject({ machineId });
export type LabelView = z.infer<typeof labelView>;
