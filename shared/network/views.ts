import { z } from 'zod';
import { moment, namedMember, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { revisionNumber } from '../designs/partLines.ts';
import { quantityUnit } from '../designs/units.ts';
import { buildId, designId, entryId, fittingId, itemId, labelCode, problemId } from '../identifiers.ts';
import { namedParty } from '../items/views.ts';
import { provenance } from '../reuse/provenance.ts';
import { freeText } from '../text.ts';

/**
 * A figure with the share of the data that it rests on: so many of all (things, hours, kilograms, lines) were known.
 * Null: nothing is known that it could be computed from.
 */
export const figure = z.strictObject({
  value: z.number().nullable(),
  restsOn: z.strictObject({ known: z.number(), all: z.number() }),
});
export type Figure = z.infer<typeof figure>;

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

const whereUsedRow = z.strictObject({
  design: namedRevision,
  /** Things in which one is now, and in which one ever was. */
  now: z.int(),
  ever: z.int(),
});

const commonalityFigures = z.strictObject({
  designs: z.int(),
  components: z.int(),
  /** Degree of commonality index (Collier 1981). */
  dci: figure,
  /** Total constant commonality index (Wacker and Treleven 1986). */
  tcci: figure,
  /** Commonality index (Martin and Ishii). */
  ci: figure,
  /** Percent commonality by sizes, materials and assembly (Kota et al. 2000). */
  pci: figure,
});

/** Answer to `GET /api/network/figures`. */
export const networkFigures = z.strictObject({
  /** How many things of each generation, 0 first; only things that were made in the network. */
  generations: z.array(z.strictObject({ generation: z.int(), things: z.int() })),
  /** Share (0 to 1) of the hours of machines that ran on machines made in the network. */
  toolClosure: figure,
  /** Share of the mass of all that was fitted and consumed which was made or recovered in the network. */
  massClosure: figure,
  /** Share of what was fitted and consumed that had been in something before. */
  reuseRate: figure,
  /** Mean lives of parts that were fitted at least once. */
  meanLives: figure,
  /** How many parts have had so many lives. */
  lives: z.array(z.strictObject({ lives: z.int(), things: z.int() })),
  commonality: commonalityFigures,
  /** Sets of designs each of which was made with, or holds, each other one of its set. */
  circles: z.array(z.array(z.strictObject({ designId, title: z.string() }))),
});
export type NetworkFigures = z.infer<typeof networkFigures>;

/** Answer to `GET /api/designs/{designId}/figures`. */
export const designFigures = z.strictObject({
  /** Things that are one of its revisions. */
  things: z.int(),
  /** Kinds of things in which they are, or were. */
  whereUsed: z.array(whereUsedRow),
  meanLives: figure,
  reuseRate: figure,
  toolClosure: figure,
  massClosure: figure,
  highestGeneration: z.int(),
  /** Of one, through its parts and the machines that made it, in each currency in which anything is priced. */
  embodiedCost: z.array(z.strictObject({ currency: z.string(), cost: figure })),
});
export type DesignFigures = z.infer<typeof designFigures>;

export const impactState = z.enum(['open', 'fixed', 'exempted']);
export type ImpactState = z.infer<typeof impactState>;

/** One physical thing that a problem of a design concerns. */
export const impactedThing = z.strictObject({
  thing: networkNode,
  /** The revision of the design with the problem that it is, or holds. */
  revision: revisionNumber,
  /** The revisions on the way down to that one, its own first; empty: it is one itself. */
  through: z.array(namedRevision),
  /** It is older than the revision in which the problem was found. */
  isEarlier: z.boolean(),
  workshop: namedWorkshop.nullable(),
  /** What it is in now, outermost last. */
  inside: z.array(z.strictObject({ itemId, name: z.string() })),
  /** Whose it is, and who has it where that is somebody else. */
  owner: namedParty,
  holder: namedParty.nullable(),
  state: impactState,
  /** `modified`: it became a revision in which the problem is fixed. */
  how: z.enum(['answered', 'modified']).nullable(),
  by: namedMember.nullable(),
  at: moment.nullable(),
  reason: z.string().nullable(),
  mayAnswer: z.boolean(),
});
export type ImpactedThing = z.infer<typeof impactedThing>;

/** Answer to `GET /api/designs/{designId}/problems/{problemId}/impact?from=`. */
export const impactView = z.strictObject({
  problemId,
  design: namedRevision,
  text: z.string().nullable(),
  safety: z.boolean(),
  status: z.enum(['open', 'confirmed', 'fixed', 'dismissed', 'withdrawn']),
  /** Revisions that have it, the oldest first, and the one in which it is fixed. */
  affected: z.array(revisionNumber),
  fixedIn: revisionNumber.nullable(),
  counts: z.strictObject({ open: z.int(), fixed: z.int(), exempted: z.int() }),
  /** The open ones first, then by workshop and name; 500 at a time. */
  things: z.array(impactedThing),
  /** What to ask for as `from` to see more; null: that is all. */
  next: z.int().nullable(),
});
export type ImpactView = z.infer<typeof impactView>;

/** Answer to `GET /api/designs/{designId}/impacts`: how many things each of its problems concerns; none for those of no thing. */
export const impactCounts = z.strictObject({
  problems: z.array(
    z.strictObject({
      problemId,
      affected: z.array(revisionNumber),
      counts: z.strictObject({ open: z.int(), fixed: z.int(), exempted: z.int() }),
    }),
  ),
});
export type ImpactCounts = z.infer<typeof impactCounts>;

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

/** Answer to `GET /api/me/dangers`: open problems of one's things by which somebody could be hurt, newest first. */
export const myDangers = z.strictObject({
  problems: z.array(
    z.strictObject({
      problemId,
      designId,
      title: z.string(),
      text: z.string().nullable(),
      /** One's things that have it, and the first of them. */
      count: z.int(),
      things: z.array(z.strictObject({ itemId, name: z.string(), workshop: namedWorkshop.nullable() })),
    }),
  ),
});
export type MyDangers = z.infer<typeof myDangers>;

/** Body of `POST /api/things/{itemId}/problems/{problemId}/answer`. */
export const answerItemProblem = z
  .strictObject({
    designId,
    answer: z.enum(['fixed', 'exempted']),
    reason: freeText.default(''),
  })
  .refine(({ answer, reason }) => answer === 'fixed' || reason !== '', {
    path: ['reason'],
    message: 'needs a reason',
  });
export type AnswerItemProblemBody = z.input<typeof answerItemProblem>;
/** Body of `…/reopen`. */
export const reopenItemProblem = z.strictObject({ designId });
export type ReopenItemProblemBody = z.infer<typeof reopenItemProblem>;

/** What stood in the thing for some time. `entries` of `momentsView`, named by their place in that list. */
export const momentEntry = z.strictObject({
  name: z.string(),
  /** Null: it is no thing but a material or part that is counted. */
  itemId: itemId.nullable(),
  fittingId: fittingId.nullable(),
  /** The thing that it went into: one that was asked about, or the `itemId` of another entry. */
  into: itemId.nullable(),
  line: entryId.nullable(),
  of: z.strictObject({ designId, revision: revisionNumber }).nullable(),
  provenance,
  /** The life that this was of it (see `livesOf`); 1 for what is counted. */
  lives: z.int(),
  quantity: z.number(),
  unit: quantityUnit,
});
export type MomentEntry = z.infer<typeof momentEntry>;

/** Kinds of moments. */
export const momentKind = z.enum([
  'started',
  'begun',
  'fitted',
  'takenOut',
  'met',
  'stepDone',
  'stepUndone',
  'written',
  'made',
  'reopened',
  'abandoned',
  'measured',
  'tested',
  'machineUsed',
  'repaired',
  'modified',
  'moved',
  'lent',
  'returned',
  'given',
  'cut',
  'consumed',
  'scrapped',
]);
export type MomentKind = z.infer<typeof momentKind>;

export const momentRow = z.strictObject({
  at: moment,
  kind: momentKind,
  step: entryId.nullable(),
  /** What it is about where that is no entry: a machine, a build. */
  about: z.uuid().nullable(),
  /** Entries (their places) that are there from this moment on, and that are not any more. */
  enters: z.array(z.int()),
  leaves: z.array(z.int()),
});
export type MomentRow = z.infer<typeof momentRow>;

/**
 * A history to be run through: the state at moment n is what entered and did not leave in `moments` 0 to n. An entry
 * shows while it is there and what it went into shows (the asked things do always). Answer to
 * `GET /api/builds/{buildId}/moments` and `GET /api/things/{itemId}/moments`.
 */
export const momentsView = z.strictObject({
  /** The things themselves: of a build those that it makes or works on. */
  things: z.array(
    z.strictObject({
      itemId,
      name: z.string(),
      of: z.strictObject({ designId, revision: revisionNumber }).nullable(),
    }),
  ),
  entries: z.array(momentEntry),
  moments: z.array(momentRow),
  /** The newest are left out: more happened than is told at once. */
  cut: z.boolean(),
});
export type MomentsView = z.infer<typeof momentsView>;
