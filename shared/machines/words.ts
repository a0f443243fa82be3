import { z } from 'zod';

/** Kinds of machine, each with default rules (see `kinds.ts`). Areas are booked, tools and kits are borrowed. */
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
  'area',
  /** What other machines depend on: dust extraction, a compressor. */
  'utility',
  /** Moves between the workshops of a region: a tractor, a brick press. */
  'regional',
  'tool',
  'kit',
  'other',
]);
export type MachineKind = z.infer<typeof machineKind>;

/** A machine is booked, a tool is borrowed: it leaves the workshop by the day. */
export const isBorrowed = (kind: MachineKind): kind is 'tool' | 'kit' => kind === 'tool' || kind === 'kit';

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

/** What to wear, or not to. */
export const protection = z.enum([
  'eyes',
  'ears',
  'gloves',
  'noGloves',
  'mask',
  'shoes',
  'apron',
  'hairTied',
  'weldingShield',
]);
export type Protection = z.infer<typeof protection>;
