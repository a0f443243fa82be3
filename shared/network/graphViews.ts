import { z } from 'zod';
import { moment, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { buildId, entryId, fittingId, itemId, labelCode } from '../identifiers.ts';
import { provenance } from '../reuse/provenance.ts';

/** A thing by its name, with what it is. */
export const networkThing = z.strictObject({
  itemId,
  name: z.string(),
  serial: z.string().nullable(),
  code: labelCode.nullable(),
  of: namedRevision.nullable(),
  isMachine: z.boolean(),
  ended: z.enum(['consumed', 'scrapped', 'split']).nullable(),
});
export type NetworkThing = z.infer<typeof networkThing>;

/** One thing in the graph. */
export const networkNode = z.strictObject({
  itemId,
  name: z.string(),
  serial: z.string().nullable(),
  /** On its label; null where it is still being made. */
  code: labelCode.nullable(),
  /** The revision of a design that it is. */
  of: namedRevision.nullable(),
  workshop: namedWorkshop.nullable(),
  /** It is, or once was, a machine that people book. */
  isMachine: z.boolean(),
  provenance,
  /** Longest chain of machines made in the network that led to it: 0 where none did. */
  generation: z.int(),
  /** How many times it was built into something (see `livesOf`). */
  lives: z.int(),
  /** The build that made it. */
  buildId: buildId.nullable(),
  /** When it was made or came. */
  at: moment.nullable(),
  beingMade: z.boolean(),
  ended: z.enum(['consumed', 'scrapped', 'split']).nullable(),
});
export type NetworkNode = z.infer<typeof networkNode>;

/**
 * What led to what; always from the earlier to the later thing.
 * - `madeWith`: `from` is a machine that was used in the build that made `to`.
 * - `mendedWith`: the same for a build that mended, changed or took apart `to`.
 * - `fitted`: the part `from` was put into `to`; `until` null: it is in there still.
 * - `recoveredFrom`: the part `to` came out of `from`.
 * - `cutFrom`: the piece `to` was cut off `from`.
 * - `stock`: `to` used up what lay on a shelf and came out of `from`.
 */
export const networkEdge = z.strictObject({
  kind: z.enum(['madeWith', 'mendedWith', 'fitted', 'recoveredFrom', 'cutFrom', 'stock']),
  from: itemId,
  to: itemId,
  buildId: buildId.nullable(),
  at: moment.nullable(),
  until: moment.nullable(),
  /** Of machines: how long they ran; null where a session runs yet or its end is unknown. */
  minutes: z.number().nullable(),
  /** Of parts that were fitted: the life that this was of them (see `livesOf`). */
  life: z.int().nullable(),
});
export type NetworkEdge = z.infer<typeof networkEdge>;

/** At most 500 nodes; `cut`: there are more. Answer to `GET /api/network/made-with` and `…/things/{itemId}/made-with`. */
export const madeWithView = z.strictObject({
  nodes: z.array(networkNode),
  edges: z.array(networkEdge),
  cut: z.boolean(),
});
export type MadeWithView = z.infer<typeof madeWithView>;

/**
 * One step of a trace, in the order of the walk (depth first): the level below the thing that was asked about, what
 * stands there, and how the walk came there. A thing or build that was met before is told again without its own steps.
 */
export const traceStep = z.strictObject({
  level: z.int(),
  kind: z.enum(['thing', 'build']),
  /** Of the thing or build. */
  id: z.uuid(),
  name: z.string(),
  via: z.enum([
    'asked',
    'made',
    'madeWith',
    'fitted',
    'recovered',
    'consumed',
    'mended',
    'cut',
    'stock',
    'scrapped',
  ]),
  at: moment.nullable(),
  /** It stands further up already, with all that follows. */
  again: z.boolean(),
});
export type TraceStep = z.infer<typeof traceStep>;

/** Answer to `GET /api/things/{itemId}/trace?direction=back|forth`. */
export const traceView = z.strictObject({
  direction: z.enum(['back', 'forth']),
  steps: z.array(traceStep),
  cut: z.boolean(),
});
export type TraceView = z.infer<typeof traceView>;

/** Answer to `GET /api/things/{itemId}/used-in`: each thing that it is or was in, directly or through others. */
export const usedInView = z.strictObject({
  lives: z.int(),
  uses: z.array(
    z.strictObject({
      fittingId,
      /** The life that this was of it (see `livesOf`). Null: of a thing around it. */
      life: z.int().nullable(),
      /** 1: directly in it. */
      level: z.int(),
      in: networkThing,
      from: moment,
      until: moment.nullable(),
      buildId: buildId.nullable(),
      line: entryId.nullable(),
    }),
  ),
  /** What was made, mended or changed with it, newest first. */
  madeWithIt: z.array(
    z.strictObject({
      build: z.strictObject({ buildId, name: z.string() }),
      things: z.array(networkThing),
      /** Null: it runs yet. */
      minutes: z.number().nullable(),
      at: moment,
    }),
  ),
  cut: z.boolean(),
});
export type UsedInView = z.infer<typeof usedInView>;

/** Answer to `GET /api/things/{itemId}/origin`. */
export const thingOrigin = z.strictObject({
  /** Null: nobody made it in the network, or nobody wrote that down. */
  made: z
    .strictObject({
      build: z.strictObject({ buildId, name: z.string() }),
      workshop: namedWorkshop.nullable(),
      at: moment.nullable(),
      /** Machines that were used for it, by name. */
      with: z.array(z.strictObject({ itemId, name: z.string() })),
    })
    .nullable(),
});
export type ThingOrigin = z.infer<typeof thingOrigin>;
