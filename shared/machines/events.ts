import { z } from 'zod';
import {
  competenceId,
  faultId,
  fileId,
  labelCode,
  machineId,
  memberId,
  planId,
  repairId,
  settingId,
  textId,
  workshopId,
} from '../identifiers.ts';
import { properName } from '../text.ts';
import { calendarDate, instant } from '../time.ts';
import { bookingRules } from './bookingRules.ts';
import { danger, machineKind, protection } from './words.ts';

/** Whose it is: the workshop's, lent by a member, shared by the region. */
export const tier = z.enum(['workshop', 'lent', 'region']);
export type Tier = z.infer<typeof tier>;

/** How it came. */
export const origin = z.enum(['bought', 'given', 'built', 'unknown']);
export type Origin = z.infer<typeof origin>;

/** A counter on the machine: pages, kilometres, hours. Readings only rise. */
export const meter = z.strictObject({ name: properName, unit: properName });
export type Meter = z.infer<typeof meter>;

/** What belongs to a kit; `toolId` where the piece is a tool with a label of its own. */
export const kitPart = z.strictObject({
  name: properName,
  quantity: z.int().min(1).max(1000),
  toolId: machineId.nullable(),
});
export type KitPart = z.infer<typeof kitPart>;

/** What a machine (or area, bench, tool, kit) is. */
export const machineDescription = z.strictObject({
  name: properName,
  kind: machineKind,
  maker: properName.nullable(),
  model: properName.nullable(),
  tier,
  /** The member whose it is, where `tier` is `lent`; else null. */
  lentBy: memberId.nullable(),
  origin,
  /** Where in the workshop it stands. */
  area: properName.nullable(),
  dangers: z.array(danger).max(12),
  protection: z.array(protection).max(12),
  /** Where the emergency stop is: "red button left of the lid". */
  emergencyStop: properName.nullable(),
  /** Bookings that may run side by side (places of a bench); 1 for most machines. */
  capacity: z.int().min(1).max(500),
  requiredCompetences: z.array(competenceId).max(20),
  /** Machines and utilities without which it does not run: dust extraction, a compressor. */
  dependsOn: z.array(machineId).max(20),
  meters: z.array(meter).max(5),
  /** Of a kit; else empty. */
  contents: z.array(kitPart).max(200),
  /** A machine that may run unattended can be booked outside the opening hours. */
  mayRunUnattended: z.boolean(),
});
export type MachineDescription = z.infer<typeof machineDescription>;

/** A note on settings that worked: material, thickness, power and speed as the machine counts them. */
export const machineSetting = z.strictObject({
  material: properName,
  thicknessMillimetres: z.number().positive().max(10_000).nullable(),
  values: z
    .array(z.strictObject({ name: properName, value: properName }))
    .min(1)
    .max(12),
});
export type MachineSetting = z.infer<typeof machineSetting>;

/** How bad a fault is. `nearMiss`: nothing broke, somebody could have been hurt. */
export const faultSeverity = z.enum(['worksStill', 'outOfOrder', 'unsafe', 'nearMiss']);
export type FaultSeverity = z.infer<typeof faultSeverity>;

/** When care is due: after so many hours of use, so much on a meter, or so many days. */
export const maintenanceInterval = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hours'), hours: z.number().positive().max(100_000) }),
  z.strictObject({ by: z.literal('meter'), meter: properName, amount: z.number().positive().max(1e9) }),
  z.strictObject({ by: z.literal('calendar'), days: z.int().min(1).max(3660), from: calendarDate }),
]);
export type MaintenanceInterval = z.infer<typeof maintenanceInterval>;

export const maintenancePlan = z.strictObject({
  name: properName,
  interval: maintenanceInterval,
  durationMinutes: z.int().min(5).max(14_400),
});
export type MaintenancePlan = z.infer<typeof maintenancePlan>;

export const usedPart = z.strictObject({ name: properName, quantity: z.number().positive().max(1e6) });

const ofMachine = { machineId, workshopId };

/** Events of the stream `machine-{id}`. Outages stand in the machine's calendar, where no booking can race them. */
export const machineEvents = {
  MachineRegistered: z.strictObject({
    ...ofMachine,
    labelCode,
    description: machineDescription,
    rules: bookingRules,
  }),
  MachineDescribed: z.strictObject({ ...ofMachine, description: machineDescription }),
  BookingRulesSet: z.strictObject({ ...ofMachine, rules: bookingRules }),
  MachineRetired: z.strictObject({ ...ofMachine, reasonId: textId.nullable() }),
  MachineReinstated: z.strictObject(ofMachine),
  PhotographAdded: z.strictObject({ ...ofMachine, fileId }),
  PhotographRemoved: z.strictObject({ ...ofMachine, fileId }),
  ManualAttached: z.strictObject({ ...ofMachine, fileId, name: properName }),
  ManualRemoved: z.strictObject({ ...ofMachine, fileId }),
  SettingNoted: z.strictObject({
    ...ofMachine,
    settingId,
    setting: machineSetting,
    noteId: textId.nullable(),
    notedBy: memberId,
  }),
  SettingConfirmed: z.strictObject({ ...ofMachine, settingId, confirmedBy: memberId }),
  /** The undo of a confirmation. */
  SettingConfirmationTakenBack: z.strictObject({ ...ofMachine, settingId, confirmedBy: memberId }),
  SettingWithdrawn: z.strictObject({ ...ofMachine, settingId }),
  /** `reportedBy` null: without a name (a near miss, or from a label without an account). */
  FaultReported: z.strictObject({
    ...ofMachine,
    faultId,
    severity: faultSeverity,
    textId: textId.nullable(),
    photographs: z.array(fileId).max(6),
    reportedBy: memberId.nullable(),
    /** Whether it took the machine out of service: an outage with this faultId stands in its calendar. */
    locks: z.boolean(),
  }),
  /** A mistaken report, or one that somebody else had made already. */
  FaultDismissed: z.strictObject({ ...ofMachine, faultId, reasonId: textId.nullable() }),
  /** What was repaired, with what and for how long; `returns` says whether it is back in service with this. */
  RepairLogged: z.strictObject({
    ...ofMachine,
    repairId,
    faultIds: z.array(faultId).max(50),
    noteId: textId.nullable(),
    parts: z.array(usedPart).max(100),
    minutes: z.int().min(0).max(100_000),
    returns: z.boolean(),
    repairedBy: memberId,
  }),
  /** A kit was counted: these of its pieces are missing now, whatever was known before; none: it is complete. */
  KitChecked: z.strictObject({ ...ofMachine, missing: z.array(properName).max(200), checkedBy: memberId }),
  MaintenancePlanned: z.strictObject({ ...ofMachine, planId, plan: maintenancePlan }),
  MaintenancePlanDropped: z.strictObject({ ...ofMachine, planId }),
  MaintenanceDone: z.strictObject({
    ...ofMachine,
    planId,
    at: instant,
    noteId: textId.nullable(),
    minutes: z.int().min(0).max(100_000),
    /** Of the plan's meter, where it goes by one. */
    reading: z.number().nonnegative().nullable(),
    doneBy: memberId,
  }),
};
