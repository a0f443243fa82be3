import { z } from 'zod';
import { faultId, fileId, machineId, memberId, workshopId } from '../identifiers.ts';
import { freeText, properName } from '../text.ts';
import { instant } from '../time.ts';
import { bookingRules } from './bookingRules.ts';
import {
  faultSeverity,
  kitPart,
  type MachineDescription,
  machineDescription,
  machineSetting,
  maintenancePlan,
  meter,
  origin,
  tier,
  usedPart,
} from './events.ts';
import { protection } from './words.ts';

/** What a request may leave out. */
const descriptionFields = machineDescription.extend({
  tier: tier.default('workshop'),
  lentBy: memberId.nullable().default(null),
  origin: origin.default('unknown'),
  area: properName.nullable().default(null),
  protection: z.array(protection).max(12).default([]),
  emergencyStop: properName.nullable().default(null),
  dependsOn: z.array(machineId).max(20).default([]),
  meters: z.array(meter).max(5).default([]),
  contents: z.array(kitPart).max(200).default([]),
});

const repeats = (list: readonly string[]) => new Set(list).size < list.length;

/** What of a description contradicts itself, by field. */
function contradictionsOf(
  description: MachineDescription,
): [field: keyof MachineDescription, message: string][] {
  const { kind, tier: whose, lentBy, contents, meters } = description;
  const mistakes: [keyof MachineDescription, string, boolean][] = [
    ['dangers', 'names a danger twice', repeats(description.dangers)],
    ['protection', 'names a protection twice', repeats(description.protection)],
    ['requiredCompetences', 'names a competence twice', repeats(description.requiredCompetences)],
    ['dependsOn', 'names a machine twice', repeats(description.dependsOn)],
    ['meters', 'names a meter twice', repeats(meters.map(({ name }) => name))],
    [
      'lentBy',
      'names whose it is if, and only if, a member lends it',
      (whose === 'lent') !== (lentBy !== null),
    ],
    ['contents', 'are of a kit only', kind !== 'kit' && contents.length > 0],
  ];
  return mistakes.flatMap(([field, message, isMistaken]) => (isMistaken ? [[field, message]] : []));
}

function withoutContradictions(description: MachineDescription, context: z.RefinementCtx): void {
  for (const [field, message] of contradictionsOf(description)) {
    context.addIssue({ code: 'custom', path: [field], message });
  }
}

/** Body of `POST /api/workshops/{workshopId}/machines`. Without rules those of its kind hold. */
export const registerMachine = descriptionFields
  .extend({ rules: bookingRules.optional() })
  .superRefine(withoutContradictions);
export type RegisterMachine = z.infer<typeof registerMachine>;

/** Body of `PUT /api/machines/{machineId}/description`. */
export const describeMachine = descriptionFields.superRefine(withoutContradictions);
export type DescribeMachine = z.infer<typeof describeMachine>;

/** Body of `PUT /api/machines/{machineId}/rules`. */
export const setBookingRules = bookingRules;

/** Body of `POST /api/machines/{machineId}/retire`. */
export const retireMachine = z.strictObject({ reason: freeText.optional() });
export type RetireMachine = z.infer<typeof retireMachine>;

/** Body of `POST /api/machines/{machineId}/reinstate`. */
export const reinstateMachine = z.strictObject({});

/** Bodies of `…/photographs`, `…/photographs/{fileId}/remove` and `…/manual`, `…/manual/remove`. */
export const addPhotograph = z.strictObject({ fileId });
export const attachManual = z.strictObject({ fileId, name: properName });
export const removeFile = z.strictObject({});

/** Body of `POST /api/machines/{machineId}/settings`; of its `/confirm`, `/take-back` and `/withdraw` nothing. */
export const noteSetting = z.strictObject({ setting: machineSetting, note: freeText.optional() });
export const aboutSetting = z.strictObject({});

/** Body of `POST /api/workshops/{workshopId}/copy-from`: machines of another workshop, as kinds, rules and competences. */
export const copyFrom = z.strictObject({
  fromWorkshopId: workshopId,
  machineIds: z.array(machineId).min(1).max(100),
});

/** Body of `POST /api/machines/{machineId}/faults`. Signed out, a word and the severity; pictures come from members. */
export const reportFault = z
  .strictObject({
    severity: faultSeverity,
    text: freeText.optional(),
    photographs: z.array(fileId).max(6).optional(),
    /** A near miss may be told without a name. */
    nameless: z.boolean().optional(),
  })
  .refine(({ severity, nameless }) => nameless !== true || severity === 'nearMiss', {
    message: 'is for a near miss only',
    path: ['nameless'],
  });
export type ReportFault = z.infer<typeof reportFault>;
export const dismissFault = z.strictObject({ reason: freeText.optional() });

/** Body of `POST /api/machines/{machineId}/repairs`. With `returns` every outage that stands ends with it. */
export const logRepair = z.strictObject({
  faultIds: z.array(faultId).max(50),
  note: freeText.optional(),
  parts: z.array(usedPart).max(100).optional(),
  minutes: z.int().min(0).max(100_000),
  returns: z.boolean(),
});
export type LogRepair = z.infer<typeof logRepair>;

/** Bodies of `POST /api/machines/{machineId}/maintenance-plans`, `…/{planId}/drop` and `…/{planId}/done`. */
export const planMaintenance = maintenancePlan;
export const dropMaintenance = z.strictObject({});
export const maintenanceDone = z.strictObject({
  at: instant.optional(),
  note: freeText.optional(),
  minutes: z.int().min(0).max(100_000),
  reading: z.number().nonnegative().optional(),
});
