import { z } from 'zod';
import { instance, MOST_INSTANCES, MOST_MATES, mate } from '../assemblies/instances.ts';
import { designId, entryId, fileId } from '../identifiers.ts';
import { contentLine, contentText } from '../text.ts';
import { calendarDate } from '../time.ts';
import { filePath, fileRole } from './fileRoles.ts';
import { designInterface } from './interfaces.ts';
import { MOST_LINES, partLine, price } from './partLines.ts';
import { designStep } from './steps.ts';

/** An SPDX licence expression; what it means is looked at where it matters (see `shared/licences`). */
export const licenceExpression = contentLine(200);

/** How far the thing is: OTRL of DIN SPEC 3105-1's companion scale, 1 an idea to 6 proven in use. */
export const technologyReadiness = z.enum(['OTRL-1', 'OTRL-2', 'OTRL-3', 'OTRL-4', 'OTRL-5', 'OTRL-6']);
export type TechnologyReadiness = z.infer<typeof technologyReadiness>;
/** How far its documentation is: ODRL. */
export const documentationReadiness = z.enum(['ODRL-1', 'ODRL-2', 'ODRL-3', 'ODRL-3*', 'ODRL-4']);
export type DocumentationReadiness = z.infer<typeof documentationReadiness>;

export const designCategory = z.enum([
  'agriculture',
  'habitat',
  'industry',
  'energy',
  'materials',
  'transportation',
  'electronics',
  'household',
  'health',
  'science',
  'tools',
  'parts',
  'other',
]);
export type DesignCategory = z.infer<typeof designCategory>;

export const designFile = z.strictObject({
  path: filePath,
  fileId,
  bytes: z.int().min(0),
  role: fileRole,
  /** What a picture shows, in words for those who can't see it. */
  words: contentLine(300),
});
export type DesignFile = z.infer<typeof designFile>;

/** A number or word that others may change: the tube's length, the voltage. */
export const designParameter = z.strictObject({
  id: entryId,
  name: contentLine(80).min(1),
  value: contentLine(120),
  unit: contentLine(20),
});

/** A module that it is made of by its author's word, where no model says so, with what was chosen for it. */
export const moduleUse = z.strictObject({
  id: entryId,
  module: contentLine(80).min(1),
  quantity: z.number().positive().max(1e6),
  parameters: z.record(contentLine(60), z.union([z.number(), contentLine(120)])),
});

/** How the type of machine stands to others: what it is made with, what it uses when it works, what it makes possible. */
export const designRelation = z.strictObject({
  id: entryId,
  kind: z.enum(['madeFrom', 'uses', 'enables']),
  what: contentLine(120).min(1),
  /** The design of that name, where it is here. */
  design: designId.nullable(),
});
export type DesignRelation = z.infer<typeof designRelation>;

/** Somebody whom the licence or decency wants named: from a manifest, or written by the author. Account holders are credited by themselves. */
export const attribution = z.strictObject({
  id: entryId,
  name: contentLine(160).min(1),
  role: z.enum(['licensor', 'author', 'contributor', 'translator', 'manifestAuthor']),
  organization: contentLine(160),
  contact: contentLine(200),
});

/** What such a thing costs where it is sold, who says so, and on which day that was true. */
export const commercialPrice = z.strictObject({
  amount: z.number().positive().max(1e9),
  /** ISO 4217. */
  currency: price.shape.currency,
  on: calendarDate,
  source: contentLine(300),
});
export type CommercialPrice = z.infer<typeof commercialPrice>;

/** More than any manifest nests; what compares and writes contents goes down level by level. */
const MOST_LEVELS = 40;
/** Whether canonical JSON (RFC 8785) can say it: whole characters, finite numbers, few levels. */
function isWritable(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    levels > 0 &&
    Object.entries(value).every(([key, each]) => key.isWellFormed() && isWritable(each, levels - 1))
  );
}

/** What an exchange format said and this one has no place for: given back when the design leaves in that format. */
export const exchangeRemains = z.strictObject({
  family: z.enum(['okh-v1', 'okh-losh']),
  fields: z
    .record(z.string().max(200), z.unknown())
    .refine((fields) => isWritable(fields), 'is nested too deeply, or has what cannot be written'),
});

const listed = <Entry extends z.ZodType>(entry: Entry, most: number) => z.array(entry).max(most);

/**
 * All that one revision of a design says: kept as canonical JSON under the SHA-256 of its bytes, and never changed.
 * Entries of lists are known by `id` (files by `path`), through revisions and forks.
 */
export const designContent = z.strictObject({
  format: z.literal(1),
  title: contentLine(120).min(1, 'needs a title'),
  /** What it is for, in a sentence or two. */
  purpose: contentLine(500),
  /** Markdown: why, how, what happened. */
  story: contentText(300_000),
  category: designCategory,
  tags: listed(contentLine(40).min(1), 50),
  /** BCP 47: the language it is written in. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en'),
  /** What its author calls this state of it: `2.5`; may be empty. */
  version: contentLine(60),
  technologyReadiness: technologyReadiness.nullable(),
  documentationReadiness: documentationReadiness.nullable(),
  /** SPDX expression for the hardware, and for all that has none of its own. */
  licence: licenceExpression.min(1, 'needs a licence'),
  /** SPDX expressions; empty: as the hardware. */
  documentationLicence: licenceExpression,
  softwareLicence: licenceExpression,
  commercialPrice: commercialPrice.nullable().default(null),
  /** Dangers in building and using it; Markdown. */
  safety: contentText(20_000),
  /** What this revision changes, in words. */
  changes: contentText(5000),
  parameters: listed(designParameter, 500),
  parts: listed(partLine, MOST_LINES),
  modules: listed(moduleUse, 500),
  /** What stands in its model, and what joins it. */
  instances: listed(instance, MOST_INSTANCES).default([]),
  mates: listed(mate, MOST_MATES).default([]),
  files: listed(designFile, 5000),
  steps: listed(designStep, 1000),
  interfaces: listed(designInterface, 200),
  relations: listed(designRelation, 200),
  attributions: listed(attribution, 300),
  links: z.strictObject({
    repository: contentLine(500),
    documentation: contentLine(500),
    project: contentLine(500),
  }),
  exchange: exchangeRemains.nullable(),
});
export type DesignContent = z.infer<typeof designContent>;

/** A draft may lack what publishing asks for: a title, a licence. */
export const draftContent = designContent.extend({
  title: contentLine(120),
  licence: licenceExpression,
});
export type DraftContent = z.infer<typeof draftContent>;

/** A design of which nothing is known yet. */
export const EMPTY_CONTENT: DraftContent = {
  format: 1,
  title: '',
  purpose: '',
  story: '',
  category: 'other',
  tags: [],
  language: 'en',
  version: '',
  technologyReadiness: null,
  documentationReadiness: null,
  licence: '',
  documentationLicence: '',
  softwareLicence: '',
  commercialPrice: null,
  safety: '',
  changes: '',
  parameters: [],
  parts: [],
  modules: [],
  instances: [],
  mates: [],
  files: [],
  steps: [],
  interfaces: [],
  relations: [],
  attributions: [],
  links: { repository: '', documentation: '', project: '' },
  exchange: null,
};

/** A content as today's release knows it, from what an earlier one wrote: what came later is empty. */
export const ledOn = <Content extends DraftContent>(content: Content): Content => ({
  ...EMPTY_CONTENT,
  ...content,
});
