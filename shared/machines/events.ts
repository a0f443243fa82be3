import { z } from 'zod';
import { competenceId, labelCode, machineId, textId, workshopId } from '../identifiers.ts';
import { properName } from '../text.ts';

/** Kinds of machine, each with default rules (see `kinds.ts`). */
export const machineKind = z.enum([
  'laser',
  'saw',
  'drillPress',
  'lathe',
  'mill',
  'cncRouter',
  'torchTable',
  'printer3d',
  'kiln',
  'welder',
  'sewingMachine',
  'embroidery',
  'vinylCutter',
  'bench',
  'electronics',
  'press',
  'forge',
  'other',
]);
export type MachineKind = z.infer<typeof machineKind>;

/** What can hurt here; each has a word and a sign in the client's catalogue. */
export const danger = z.enum([
  'laserLight',
  'rotating',
  'cutting',
  'crushing',
  'hot',
  'fumes',
  'dust',
  'noise',
  'electric',
  'sparks',
  'heavy',
  'pressure',
]);
export type Danger = z.infer<typeof danger>;

/** What a machine is and what booking it asks for. */
export const machineDescription = z.strictObject({
  name: properName,
  kind: machineKind,
  maker: properName.nullable(),
  model: properName.nullable(),
  dangers: z.array(danger).max(12),
  /** Bookings that may run side by side (places of a bench); 1 for most machines. */
  capacity: z.int().min(1).max(500),
  requiredCompetences: z.array(competenceId).max(20),
  /** A machine that may run unattended can be booked outside the opening hours. */
  mayRunUnattended: z.boolean(),
});
export type MachineDescription = z.infer<typeof machineDescription>;

/** Events of the stream `machine-{id}`. Outages stand in the machine's calendar, where no booking can race them. */
export const machineEvents = {
  MachineRegistered: z.strictObject({ machineId, workshopId, labelCode, description: machineDescription }),
  MachineDescribed: z.strictObject({ machineId, workshopId, description: machineDescription }),
  MachineRetired: z.strictObject({ machineId, workshopId, reasonId: textId.nullable() }),
  MachineReinstated: z.strictObject({ machineId, workshopId }),
};
