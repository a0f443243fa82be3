import { z } from 'zod';
import { designId, draftId, fileId, memberId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { designContent } from './content.ts';
import { contradiction } from './contradictionView.ts';
import { reviewMark, revisionSummary } from './events.ts';
import { rollUp } from './listViews.ts';
import { moment, namedMember, namedRevision, namedWorkshop } from './naming.ts';
import { revisionNumber } from './partLines.ts';

/** Somebody who made it what it is; an account holder, or a name from its content. */
export const credit = z.strictObject({
  memberId: memberId.nullable(),
  name: z.string().nullable(),
  roles: z.array(
    z.enum([
      'author',
      'suggested',
      'adopted',
      'reported',
      'answered',
      'reviewed',
      'licensor',
      'contributor',
      'translator',
    ]),
  ),
  /** Designs of the lineage in which they did so. */
  designs: z.array(designId),
});

export type Credit = z.infer<typeof credit>;

const counts = z.strictObject({
  forks: z.int(),
  openSuggestions: z.int(),
  openProblems: z.int(),
  safetyProblems: z.int(),
  openQuestions: z.int(),
  usedIn: z.int(),
  /** How often it was built, at least. */
  built: z.int(),
});

/** What the viewer may do, so that no button leads to a refusal. */
const mine = z.strictObject({
  maintains: z.boolean(),
  /** A draft of its next revision, or of a fork of it, that the viewer has begun. */
  draftId: draftId.nullable(),
  /** Designs of the viewer's that are forks of it and have something to suggest. */
  maySuggestFrom: z.array(namedRevision),
});

/** Answer to `GET /api/designs/{designId}`: who, where, how it stands. Its content comes with a revision. */
export const designView = z.strictObject({
  designId,
  latest: revisionNumber,
  summary: revisionSummary,
  publishedAt: moment,
  publishedBy: namedMember,
  workshop: namedWorkshop.nullable(),
  maintainers: z.array(namedMember),
  forkedFrom: namedRevision.nullable(),
  duplicates: z.array(namedRevision),
  counts,
  /** Marks of reviews of the newest revision, and of older ones. */
  reviews: z.array(z.strictObject({ mark: reviewMark, ofLatest: z.int(), ofOlder: z.int() })),
  credits: z.array(credit),
  mine,
});

export type DesignView = z.infer<typeof designView>;

/** A revision in the list of all. */
export const revisionRow = z.strictObject({
  revision: revisionNumber,
  contentId: fileId,
  publishedAt: moment,
  publishedBy: namedMember,
  version: z.string(),
  /** What changed, in words; null where its content was withdrawn. */
  changes: z.string().nullable(),
});

export const revisionList = z.strictObject({ revisions: z.array(revisionRow), next: z.string().nullable() });

export type RevisionList = z.infer<typeof revisionList>;

/** Answer to `GET /api/designs/{designId}/revisions/{revision}`. */
export const revisionView = z.strictObject({
  designId,
  revision: revisionNumber,
  latest: revisionNumber,
  contentId: fileId,
  publishedAt: moment,
  publishedBy: namedMember,
  summary: revisionSummary,
  /** Null where it was withdrawn. */
  content: designContent.nullable(),
  rollUp,
  contradictions: z.array(contradiction),
  /** Sub-designs of the parts list, with their newest revision. */
  uses: z.array(namedRevision),
  /** Files of it that were withdrawn. */
  withdrawn: z.array(fileId),
});

export type RevisionView = z.infer<typeof revisionView>;

/** Answer to `GET /api/designs/{designId}/lacks?workshop=`: what stands between a workshop and building it. */
export const lacksView = z.strictObject({
  workshop: namedWorkshop,
  machines: z.array(
    z.strictObject({
      kind: machineKind,
      /** Machines of the kind in the workshop. */
      here: z.array(z.strictObject({ machineId: z.uuid(), name: z.string() })),
      /** Workshops of the region that have one. */
      elsewhere: z.array(namedWorkshop),
    }),
  ),
  competences: z.array(z.strictObject({ name: z.string(), known: z.boolean() })),
});

export type LacksView = z.infer<typeof lacksView>;
