import { z } from 'zod';
import { outageKind } from '../bookings/events.ts';
import { objection } from '../bookings/rules.ts';
import { nextInduction } from '../competences/views.ts';
import {
  bookingId,
  fileId,
  itemId,
  labelCode,
  machineId,
  materialId,
  outageId,
  settingId,
  workshopId,
} from '../identifiers.ts';
import { interval, zonedInstant } from '../time.ts';
import { bookingRules } from './bookingRules.ts';
import { machineDescription, machineSetting } from './events.ts';
import { machineKind } from './words.ts';

export const outageView = z.strictObject({
  outageId,
  kind: outageKind,
  start: zonedInstant,
  end: zonedInstant.nullable(),
  reason: z.string().nullable(),
  revision: z.int(),
});
export type OutageView = z.infer<typeof outageView>;

/** The one line that answers "can I use it now?", made from the very rules that decide. */
export const availability = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('free'), until: zonedInstant.nullable() }),
  /** My booking covers this moment (or starts within minutes): Start. */
  z.strictObject({
    answer: z.literal('yours'),
    until: zonedInstant,
    bookingId,
    start: zonedInstant,
    /** The session before has run over: to be ended before mine is started. */
    overrun: bookingId.nullable(),
  }),
  /** I am using it. */
  z.strictObject({
    answer: z.literal('inUse'),
    until: zonedInstant,
    bookingId,
    start: zonedInstant,
    overrun: z.boolean(),
    /** Who is next, as the viewer may know. */
    next: z.strictObject({ start: zonedInstant, name: z.string().nullable() }).nullable(),
  }),
  z.strictObject({
    answer: z.literal('taken'),
    freeAt: zonedInstant.nullable(),
    /** Whether the viewer may get in line. */
    mayWait: z.boolean(),
    /** A session that has run over: the viewer may end it, when nobody is there. */
    overrun: bookingId.nullable(),
  }),
  z.strictObject({
    answer: z.literal('outOfOrder'),
    kind: outageKind,
    reason: z.string().nullable(),
    until: zonedInstant.nullable(),
  }),
  z.strictObject({ answer: z.literal('retired') }),
  /** Free for others: what stands against this viewer, and when it would be allowed. */
  z.strictObject({
    answer: z.literal('notYou'),
    objections: z.array(objection),
    nearest: interval.nullable(),
    inductions: z.array(nextInduction).max(3),
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
  ...machineDescription.omit({ lentBy: true }).shape,
  rules: bookingRules,
  photographs: z.array(fileId),
  retired: z.boolean(),
  outage: outageView.nullable(),
  availability,
});
export type MachineSummary = z.infer<typeof machineSummary>;

/** `revision` is the machine entity's own (ETag, If-Match). */
export const machineView = z.strictObject({
  ...machineSummary.shape,
  requiredCompetenceNames: z.array(z.string()),
  dependsOnNames: z.array(z.string()),
  /** Whose it is, where a member lends it and the viewer belongs to the workshop. */
  lentBy: z.strictObject({ memberId: z.uuid(), name: z.string().nullable() }).nullable(),
  manual: z.strictObject({ fileId, name: z.string() }).nullable(),
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

/** What a label's code stands for. */
export const labelView = z.strictObject({
  machineId: machineId.optional(),
  /** A thing that is no machine. */
  itemId: itemId.optional(),
  /** A bin on a shelf. */
  shelf: z.strictObject({ workshopId, materialId }).optional(),
});
export type LabelView = z.infer<typeof labelView>;

/** A note on settings, as one viewer sees it: who wrote it is told within the workshop, who confirmed it is counted. */
export const settingView = z.strictObject({
  settingId,
  setting: machineSetting,
  note: z.string().nullable(),
  at: zonedInstant,
  by: z.string().nullable(),
  mine: z.boolean(),
  /** How many others say that it worked for them too, and whether the viewer is one of them. */
  confirmations: z.int(),
  confirmedByMe: z.boolean(),
  mayConfirm: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type SettingView = z.infer<typeof settingView>;

/** Answer to the list of settings: those that worked for most come first. */
export const settingList = z.strictObject({ settings: z.array(settingView) });

/** What taking machines over from another workshop brings, told alike by the dry run and by the deed. */
export const copyReply = z.strictObject({
  /** False: this was a dry run. */
  copied: z.boolean(),
  /** Competences that the machines ask for; those that have none of that name here are defined. */
  competences: z.array(z.strictObject({ name: z.string(), isNew: z.boolean() })),
  machines: z.array(
    z.strictObject({
      from: machineId,
      name: z.string(),
      kind: machineKind,
      rules: bookingRules,
      requiredCompetenceNames: z.array(z.string()),
      /** A machine here has this name already. */
      hasNamesake: z.boolean(),
      /** The new one; null in a dry run and where it was refused. */
      machineId: machineId.nullable(),
      objections: z.array(objection),
    }),
  ),
});
export type CopyReply = z.infer<typeof copyReply>;
