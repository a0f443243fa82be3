import { z } from 'zod';
import { entryId } from '../identifiers.ts';
import { contentLine } from '../text.ts';

const millimetres = z.number().positive().max(1_000_000);
const name = contentLine(80);
/** Whether the machine gives it (a shaft that turns) or wants it (a hub for such a shaft). */
const side = z.enum(['offers', 'needs']);
const common = { id: entryId, name, side };

/**
 * What lets two designs or modules meet. Lengths in millimetres, pressure in bar, flow in litres a minute, power in
 * watts. What is not known is null, and then nothing is said against it.
 */
export const designInterface = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('tubeEnd'), outer: millimetres, wall: millimetres.nullable() }),
  z.strictObject({
    ...common,
    kind: z.literal('holeGrid'),
    pitch: millimetres,
    hole: millimetres,
    rows: z.int().min(1).max(1000).nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('boltCircle'),
    diameter: millimetres,
    count: z.int().min(1).max(200),
    hole: millimetres.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('shaft'),
    diameter: millimetres,
    keyway: millimetres.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('rodPair'),
    diameter: millimetres,
    spacing: millimetres.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('hydraulicPort'),
    size: millimetres.nullable(),
    flow: z.number().positive().max(100_000).nullable(),
    pressure: z.number().positive().max(10_000).nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('electric'),
    volts: z.number().positive().max(1_000_000),
    amps: z.number().positive().max(100_000).nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('mountFace'), width: millimetres, height: millimetres }),
  /** Anything else, told by its words alone. */
  z.strictObject({ ...common, kind: z.literal('other'), size: millimetres.nullable() }),
]);
export type DesignInterface = z.infer<typeof designInterface>;
export type InterfaceKind = DesignInterface['kind'];

export const isInterfaceKind = (text: string): text is InterfaceKind =>
  interfaceKinds.some((kind) => kind === text);
export const interfaceKinds = [
  'tubeEnd',
  'holeGrid',
  'boltCircle',
  'shaft',
  'rodPair',
  'hydraulicPort',
  'electric',
  'mountFace',
  'other',
] as const satisfies readonly InterfaceKind[];
