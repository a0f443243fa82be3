import { z } from 'zod';
import {
  answerId,
  designId,
  draftId,
  entryId,
  fileId,
  memberId,
  problemId,
  questionId,
  reviewId,
  suggestionId,
  workshopId,
} from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { contentChange, contentConflict } from './changes.ts';
import { designContent, designRelation, draftContent } from './content.ts';
import { reviewMark, revisionSummary } from './events.ts';
import { partSource, pinnedRevision, revisionNumber } from './partLines.ts';
import { quantityUnit } from './units.ts';

/** Instants in UTC; names are null for former members. */
const moment = z.iso.datetime({ offset: true });
export const namedMember = z.strictObject({ memberId, name: z.string().nullable() });
export type NamedMember = z.infer<typeof namedMember>;
const namedWorkshop = z.strictObject({ workshopId, name: z.string() });

/** A revision of a design by its name, for links. */
export const namedRevision = pinnedRevision.extend({
  title: z.string(),
  /** The newest revision of that design. */
  latest: revisionNumber,
});
export type NamedRevision = z.infer<typeof namedRevision>;

/** One design in a list: its newest revision. */
export const designCard = z.strictObject({
  designId,
  revision: revisionNumber,
  summary: revisionSummary,
  publishedAt: moment,
  workshop: namedWorkshop.nullable(),
  forkedFrom: pinnedRevision.nullable(),
  /** Forks made of any of its revisions. */
  forks: z.int(),
  openProblems: z.int(),
  /** Open ones by which somebody could be hurt. */
  safetyProblems: z.int(),
  /** Kinds of machine that it needs and the asked workshop lacks; null where none was asked. */
  lacks: z.array(machineKind).nullable(),
});
export type DesignCard = z.infer<typeof designCard>;

const facet = z.array(z.strictObject({ value: z.string(), count: z.int() }));
/** Answer to `GET /api/designs`. */
export const designList = z.strictObject({
  total: z.int(),
  designs: z.array(designCard),
  /** How many of the found have each value, most first. */
  facets: z.strictObject({
    category: facet,
    tag: facet,
    licence: facet,
    readiness: facet,
    interface: facet,
    machine: facet,
  }),
  /** Ask with `after` for the rest; null where this was all. */
  next: z.string().nullable(),
});
export type DesignList = z.infer<typeof designList>;

/** Sums of money in one currency, with the oldest price among them. */
export const costSum = z.strictObject({ currency: z.string(), amount: z.number(), oldest: z.string() });
export type CostSum = z.infer<typeof costSum>;
/** A parts list through all its levels. */
export const rollUp = z.strictObject({
  /** Kilograms of what has a mass. */
  mass: z.number(),
  /** Share of the pieces (0 to 1) whose mass is known. */
  massKnown: z.number(),
  costs: z.array(costSum),
  /** Share of the bought pieces (0 to 1) whose price is known. */
  costKnown: z.number(),
  /** Pieces at the bottom of all levels; what is counted otherwise counts once. */
  pieces: z.number(),
  /** Different parts. */
  kinds: z.int(),
  /** Levels of sub-assemblies and sub-designs. */
  levels: z.int(),
});
export type RollUp = z.infer<typeof rollUp>;

/** One part through all levels: how many of it in one whole. */
export const component = z.strictObject({
  name: z.string(),
  specification: z.string(),
  material: z.string(),
  quantity: z.number(),
  unit: quantityUnit,
  source: partSource,
  tracked: z.boolean(),
  mass: z.number().nullable(),
  cost: z.strictObject({ currency: z.string(), amount: z.number() }).nullable(),
  /** The design that it is, and in which lists it stands. */
  of: pinnedRevision.nullable(),
  in: z.array(namedRevision),
});
export type Component = z.infer<typeof component>;

/** Pieces of one stock, cut with their kerf. */
export const cutList = z.array(
  z.strictObject({
    stock: z.string(),
    /** Millimetres with kerf. */
    total: z.number(),
    pieces: z.array(
      z.strictObject({ name: z.string(), length: z.number(), kerf: z.number(), count: z.number() }),
    ),
  }),
);
export type CutList = z.infer<typeof cutList>;

/** Answer to `GET /api/designs/{designId}/revisions/{revision}/components`. */
export const componentsView = z.strictObject({
  rollUp,
  components: z.array(component),
  cuts: cutList,
  /** Revisions whose content was withdrawn: what they hold is not counted. */
  missing: z.array(pinnedRevision),
});
export type ComponentsView = z.infer<typeof componentsView>;

/** Two things in one design that contradict each other; nothing is refused for it. */
export const contradiction = z.strictObject({
  kind: z.enum([
    'twoValues',
    'mixedUnits',
    'unknownPart',
    'unknownFile',
    'quantityExceeded',
    'unusedPart',
    'newerSubDesign',
    'orphanedParent',
    'licenceUnclear',
  ]),
  /** English; the client has its own words where it knows the kind. */
  sentence: z.string(),
  /** Where: paths of fields, as in a change's `at`. */
  at: z.array(z.array(z.string())),
  /** What stands at each of these. */
  values: z.array(z.string()),
});
export type Contradiction = z.infer<typeof contradiction>;

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

/** Answer to `GET /api/designs/{designId}/lineage`: ancestors and forks, as a graph. */
export const lineageView = z.strictObject({
  designs: z.array(
    z.strictObject({
      designId,
      title: z.string(),
      workshop: namedWorkshop.nullable(),
      publishedBy: namedMember,
      latest: revisionNumber,
      licence: z.string(),
      /** Revisions that others lead to or from, besides first and newest. */
      revisions: z.array(z.strictObject({ revision: revisionNumber, publishedAt: moment })),
    }),
  ),
  links: z.array(
    z.strictObject({
      kind: z.enum(['fork', 'adoption', 'duplicate']),
      from: pinnedRevision,
      to: pinnedRevision,
    }),
  ),
  /** There are more than are drawn. */
  cut: z.boolean(),
});
export type LineageView = z.infer<typeof lineageView>;

/** Answer to `GET /api/designs/{designId}/where-used`: designs that use it, at any level; nearest first. */
export const whereUsedView = z.strictObject({
  uses: z.array(
    z.strictObject({
      by: namedRevision,
      /** Which revision of the asked design. */
      revision: revisionNumber,
      /** How many of it in one of them, through all levels. */
      quantity: z.number(),
      /** 1: named in its own parts list. */
      level: z.int(),
    }),
  ),
  cut: z.boolean(),
});
export type WhereUsedView = z.infer<typeof whereUsedView>;

/** Answer to `GET /api/compare?one=…&other=…`. */
export const comparisonView = z.strictObject({
  one: namedRevision,
  other: namedRevision,
  /** What both grew out of; null where they have nothing in common. */
  common: pinnedRevision.nullable(),
  changes: z.array(contentChange),
  before: rollUp,
  after: rollUp,
});
export type ComparisonView = z.infer<typeof comparisonView>;

export const suggestionStatus = z.enum(['open', 'adopted', 'partlyAdopted', 'declined', 'withdrawn']);
export const suggestionRow = z.strictObject({
  suggestionId,
  status: suggestionStatus,
  from: namedRevision,
  base: pinnedRevision,
  suggestedBy: namedMember,
  at: moment,
  message: z.string().nullable(),
  /** Why it was declined; null else. */
  reason: z.string().nullable(),
  inRevision: revisionNumber.nullable(),
  /** Of the suggestion: for If-Match. */
  entityRevision: z.int(),
  isMine: z.boolean(),
});
export type SuggestionRow = z.infer<typeof suggestionRow>;
export const suggestionList = z.strictObject({ suggestions: z.array(suggestionRow) });
/** Answer to `GET …/suggestions/{suggestionId}`: against the newest revision of the lineage. */
export const suggestionView = suggestionRow.extend({
  onto: revisionNumber,
  changes: z.array(contentChange),
  /** Those of the changes that meet something else here than they started from. */
  conflicts: z.array(contentConflict),
  /** Keys of the changes that were taken, once it is adopted. */
  taken: z.array(z.string()),
  /** Why it cannot be adopted as it is (a licence that does not fit); null where nothing stands against it. */
  hindrance: z.string().nullable(),
  mayAdopt: z.boolean(),
});
export type SuggestionView = z.infer<typeof suggestionView>;

export const problemStatus = z.enum(['open', 'confirmed', 'fixed', 'dismissed', 'withdrawn']);
export const problemRow = z.strictObject({
  problemId,
  status: problemStatus,
  safety: z.boolean(),
  revision: revisionNumber,
  line: entryId.nullable(),
  step: entryId.nullable(),
  text: z.string().nullable(),
  raisedBy: namedMember,
  at: moment,
  reason: z.string().nullable(),
  fixedIn: revisionNumber.nullable(),
  entityRevision: z.int(),
  isMine: z.boolean(),
});
export type ProblemRow = z.infer<typeof problemRow>;
export const questionRow = z.strictObject({
  questionId,
  revision: revisionNumber,
  text: z.string().nullable(),
  askedBy: namedMember,
  at: moment,
  isMine: z.boolean(),
  entityRevision: z.int(),
  answers: z.array(
    z.strictObject({
      answerId,
      text: z.string().nullable(),
      answeredBy: namedMember,
      at: moment,
      marked: z.boolean(),
      isMine: z.boolean(),
    }),
  ),
});
export type QuestionRow = z.infer<typeof questionRow>;
export const reviewRow = z.strictObject({
  reviewId,
  revision: revisionNumber,
  mark: reviewMark,
  text: z.string().nullable(),
  reviewedBy: namedMember,
  at: moment,
  isMine: z.boolean(),
});
export type ReviewRow = z.infer<typeof reviewRow>;
/** Answer to `GET /api/designs/{designId}/talk`: problems, questions and reviews, newest first. */
export const talkView = z.strictObject({
  problems: z.array(problemRow),
  questions: z.array(questionRow),
  reviews: z.array(reviewRow),
});
export type TalkView = z.infer<typeof talkView>;

/** What licences allow of the sources that a draft has; see `shared/licences`. */
export const licenceAdvice = z.strictObject({
  /** Null where the draft's licence may stand. */
  refusal: z.string().nullable(),
  /** Licences that may be chosen; null: any. */
  allowed: z.array(z.string()).nullable(),
});
export type LicenceAdvice = z.infer<typeof licenceAdvice>;

export const draftRow = z.strictObject({
  draftId,
  version: z.int(),
  title: z.string(),
  designId: designId.nullable(),
  forkOf: namedRevision.nullable(),
  picture: fileId.nullable(),
  savedAt: moment,
  /** Whether it is the viewer's own, or they were let in. */
  isMine: z.boolean(),
});
export const draftList = z.strictObject({ drafts: z.array(draftRow) });
export type DraftList = z.infer<typeof draftList>;
/** Answer to `GET /api/drafts/{draftId}`. */
export const draftView = draftRow.extend({
  content: draftContent,
  /** What it started from: the revision before it, or the forked one; its content is in the file store. */
  base: namedRevision.nullable(),
  baseContentId: fileId.nullable(),
  editors: z.array(namedMember),
  contradictions: z.array(contradiction),
  licence: licenceAdvice,
  /** What stands against publishing it now, in sentences. */
  hindrances: z.array(z.string()),
});
export type DraftView = z.infer<typeof draftView>;
/** Answer to saving changes: what could not be made is told, with what stands there now. */
export const draftSaved = z.strictObject({
  version: z.int(),
  conflicts: z.array(contentConflict),
  /** Changes that another editor saved since `version` of the last answer may be among these: read anew where true. */
  othersChanged: z.boolean(),
});
export type DraftSaved = z.infer<typeof draftSaved>;

/** What became of a column of a table that was brought in. */
export const partsReply = z.strictObject({
  version: z.int().nullable(),
  columns: z.array(z.strictObject({ heading: z.string(), means: z.string().nullable() })),
  lines: z.int(),
  /** Rows that were repaired or left out, by their number in the file (the first is 1), with a sentence. */
  remarks: z.array(z.strictObject({ row: z.int(), sentence: z.string() })),
  preview: z.array(z.record(z.string(), z.string())),
});
export type PartsReply = z.infer<typeof partsReply>;

/** One thing that was recognised, repaired or lost in what was brought in. */
export const bringRemark = z.strictObject({
  kind: z.enum(['recognised', 'repaired', 'kept', 'lost']),
  /** A path in the folder, or a field of a manifest. */
  at: z.string(),
  sentence: z.string(),
});
export type BringRemark = z.infer<typeof bringRemark>;
/** Answer to `POST /api/drafts/bring`: a draft for each design that was found. */
export const bringReply = z.strictObject({
  drafts: z.array(
    z.strictObject({
      draftId,
      title: z.string(),
      /** The design whose next revision it is. */
      designId: designId.nullable(),
      remarks: z.array(bringRemark),
      /** How many of each were found. */
      counts: z.strictObject({ parts: z.int(), steps: z.int(), pictures: z.int(), files: z.int() }),
    }),
  ),
  /** Of the whole: entries of an archive that were left out. */
  remarks: z.array(bringRemark),
});
export type BringReply = z.infer<typeof bringReply>;

/** Answer to `GET /api/designs/machines`: how types of machine make and use each other. */
export const relationsView = z.strictObject({
  nodes: z.array(
    z.strictObject({
      /** A design's id, or a name that no design has. */
      id: z.string(),
      name: z.string(),
      designId: designId.nullable(),
      category: z.string().nullable(),
      /** Number of the strongly connected set in the made-from relation that it belongs to; null: in no cycle. */
      cycle: z.int().nullable(),
    }),
  ),
  links: z.array(z.strictObject({ kind: designRelation.shape.kind, from: z.string(), to: z.string() })),
});
export type RelationsView = z.infer<typeof relationsView>;
