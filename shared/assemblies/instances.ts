import { z } from 'zod';
import { filePath } from '../designs/fileRoles.ts';
import { pinnedRevision } from '../designs/partLines.ts';
import { entryId } from '../identifiers.ts';
import { contentLine } from '../text.ts';

/** Farther than any machine reaches, millimetres. */
export const MOST_MILLIMETRES = 10_000_000;
const coordinate = z.number().min(-MOST_MILLIMETRES).max(MOST_MILLIMETRES);
const vector = z.tuple([coordinate, coordinate, coordinate]);

/** Where something stands and how it is turned; see `Placement` in `shared/modules/vectors.ts`. */
export const placement = z.strictObject({ origin: vector, x: vector, z: vector });

/** Units that a file's numbers may mean. */
export const lengthUnit = z.enum(['mm', 'cm', 'm', 'in', 'ft']);
export type LengthUnit = z.infer<typeof lengthUnit>;

/** What an instance is one of. */
export const instanceOf = z.discriminatedUnion('kind', [
  /** A parametric module of the construction set. */
  z.strictObject({ kind: z.literal('module'), module: contentLine(80).min(1) }),
  /** One revision of another design, which is an assembly itself. */
  z.strictObject({ kind: z.literal('design'), ...pinnedRevision.shape }),
  /** A model among the design's own files. */
  z.strictObject({
    kind: z.literal('file'),
    path: filePath,
    unit: lengthUnit,
    /** What it is made of, where it is one material: a key of `DENSITIES`; else empty. */
    material: contentLine(40),
  }),
]);
export type InstanceOf = z.infer<typeof instanceOf>;

/** A number in the parameter's own unit (millimetres, pieces), an option of a choice, or a formula such as `=width - 2 in`. */
export const parameterSetting = z.union([z.number(), contentLine(200)]);
export type ParameterSetting = z.infer<typeof parameterSetting>;
const settings = z.record(contentLine(60).min(1), parameterSetting);

/** What may stand in an instance's place. */
export const alternativeInstance = z.strictObject({
  id: entryId,
  name: contentLine(120),
  of: instanceOf,
  parameters: settings,
  note: contentLine(300),
});

/** Instances of one assembly, at most. */
export const MOST_INSTANCES = 10_000;
export const MOST_MATES = 20_000;

/** One thing that stands in an assembly. */
export const instance = z.strictObject({
  id: entryId,
  /** May be empty: then it is called as what it is one of. */
  name: contentLine(120),
  of: instanceOf,
  /** What was set; all others are as usual. */
  parameters: settings,
  /** Where it stands as long as no mate says otherwise. */
  at: placement,
  /** Mirrored across its own plane x = 0 before it is placed. */
  mirrored: z.boolean(),
  /** The step of the instructions in which it is fitted. */
  step: entryId.nullable(),
  alternatives: z.array(alternativeInstance).max(20),
});
export type Instance = z.infer<typeof instance>;
export type AlternativeInstance = z.infer<typeof alternativeInstance>;

/** One interface of one instance; within an instance of a design `inner-instance/interface`. */
const meeting = z.strictObject({ instance: entryId, interface: contentLine(200).min(1) });

/** Millimetres or a formula. */
const offset = z.union([coordinate, contentLine(200)]);

/** What joins two interfaces of an assembly. */
export const mate = z.strictObject({
  id: entryId,
  /** `rigid`: face to face, it positions. `line`: a hose or a cable, which joins without holding. */
  kind: z.enum(['rigid', 'line']),
  one: meeting,
  other: meeting,
  /** Degrees by which the other one is turned about the z axis of the first. */
  turn: z.number().min(-360).max(360),
  /** By how much the other stands aside, along x, y and z of the first one's interface. */
  offset: z.strictObject({ x: offset, y: offset, z: offset }),
});
export type Mate = z.infer<typeof mate>;

export const NO_OFFSET = { x: 0, y: 0, z: 0 } as const;
