import { defineTable, type RowOf } from '../views/table.ts';

/** One design by its newest revision. `summary` and `relations` are JSON text; instants UTC milliseconds. */
export const designs = defineTable({
  name: 'designs',
  columns: {
    designId: 'text',
    latest: 'integer',
    contentId: 'text',
    summary: 'text',
    title: 'text',
    publishedBy: 'text',
    publishedAt: 'integer',
    firstBy: 'text',
    firstAt: 'integer',
    workshopId: 'text?',
    forkedFrom: 'text?',
    forkedFromRevision: 'integer?',
    relations: 'text',
    /** 1: something stands in its model. */
    hasModel: 'integer',
    /** Of the last event that changed the design itself. */
    revision: 'integer',
  },
  key: 'designId',
  indexes: [['forkedFrom'], ['workshopId'], ['publishedAt']],
});
export type DesignRow = RowOf<typeof designs>;

/** What a design is found by: words, and `facets` as JSON text. `changedAt` is the position of its newest revision. */
export const designWords = defineTable({
  name: 'designWords',
  columns: {
    designId: 'text',
    title: 'text',
    purpose: 'text',
    tags: 'text',
    parts: 'text',
    story: 'text',
    facets: 'text',
    publishedAt: 'integer',
    changedAt: 'integer',
  },
  key: 'designId',
  indexes: [['changedAt']],
  words: ['title', 'purpose', 'tags', 'parts', 'story'],
});

/**
 * Every revision, keyed `{designId}:{revision}`. `sums` (JSON text) and `kinds` tell what its own list holds (see
 * lists/ownList.ts), `changes` what it changed in words; all null where its content was withdrawn.
 */
export const designRevisions = defineTable({
  name: 'designRevisions',
  columns: {
    version: 'text',
    designId: 'text',
    number: 'integer',
    contentId: 'text',
    summary: 'text',
    publishedBy: 'text',
    publishedAt: 'integer',
    position: 'integer',
    /** Modules that it is made of, through all that it pins, as JSON text. */
    modules: 'text',
    /** Versions that it pins, as JSON text. */
    uses: 'text',
    changes: 'text?',
    sums: 'text?',
    kinds: 'text?',
    /** The revision before it, of any design, that says the very same. */
    sameContent: 'text?',
  },
  key: 'version',
  indexes: [['designId', 'number'], ['publishedBy']],
});
export type RevisionRow = RowOf<typeof designRevisions>;

/** The newest revision that has a content: the others follow by `sameContent`. */
export const designContentIds = defineTable({
  name: 'designContentIds',
  columns: { contentId: 'text', version: 'text' },
  key: 'contentId',
  indexes: [],
});

/** What a revision pins, each revision of another design once (see `ListedPin`). `pinning` and `pinned` are versions. */
export const designPins = defineTable({
  name: 'designPins',
  columns: {
    pin: 'text',
    pinning: 'text',
    pinned: 'text',
    pinnedDesign: 'text',
    pinnedRevision: 'integer',
    quantity: 'real',
    massQuantity: 'real',
    costQuantity: 'real',
    level: 'integer',
    /** How many stand in the model without a line of the list that is one. */
    standing: 'integer',
  },
  key: 'pin',
  indexes: [['pinning'], ['pinned'], ['pinnedDesign']],
});
export type PinRow = RowOf<typeof designPins>;

export const designMaintainers = defineTable({
  name: 'designMaintainers',
  columns: { maintainer: 'text', designId: 'text', memberId: 'text' },
  key: 'maintainer',
  indexes: [['designId'], ['memberId']],
});

export const designDuplicates = defineTable({
  name: 'designDuplicates',
  columns: { duplicate: 'text', designId: 'text', of: 'text' },
  key: 'duplicate',
  indexes: [['designId'], ['of']],
});
