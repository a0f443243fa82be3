import { z } from 'zod';
import { moment, namedMember, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { revisionNumber } from '../designs/partLines.ts';
import { designId, itemId, problemId } from '../identifiers.ts';
import { namedParty } from '../items/views.ts';
import { freeText } from '../text.ts';
import { networkNode } from './graphViews.ts';

export const impactState = z.enum(['open', 'fixed', 'exempted']);
export type ImpactState = z.infer<typeof impactState>;

/** How many things of each state. */
export const impactTally = z.strictObject({ open: z.int(), fixed: z.int(), exempted: z.int() });
export type ImpactTally = z.infer<typeof impactTally>;

/** One physical thing that a problem of a design concerns. */
export const impactedThing = z.strictObject({
  thing: networkNode,
  /** The fork that it was made from: it may have mended the problem. Null: the design with the problem itself. */
  fork: namedRevision.nullable(),
  /** The revision of that design (or fork) that it is, or holds. */
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
  /** Of the design itself, and of forks that began from an affected revision. */
  counts: impactTally,
  inForks: impactTally,
  /** Those forks, most things first, at most 100. */
  forks: z.array(
    z.strictObject({
      design: namedRevision,
      /** Its first revision that contains the fix, as far as its history tells; null: it may have mended it itself. */
      mendedIn: revisionNumber.nullable(),
      counts: impactTally,
    }),
  ),
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
      counts: impactTally,
      inForks: impactTally,
    }),
  ),
});
export type ImpactCounts = z.infer<typeof impactCounts>;

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
/** Body of `…/reopen`. */
export const reopenItemProblem = z.strictObject({ designId });
