import { defineTable, type RowOf } from '../views/table.ts';

/**
 * Things, machines among them. `inside`: what it is directly inside of; `workshopId` and `shelf` then tell where it was
 * before. `machine`: 0 none, 1 in service, 2 retired. `lives`: fittings that stand; `livesBefore`: 1 where it came out of
 * something without a fitting. `places`: how many stretches of its history are known. Instants in UTC milliseconds.
 */
export const items = defineTable({
  name: 'items',
  columns: {
    itemId: 'text',
    name: 'text',
    code: 'text?',
    serial: 'text?',
    status: 'text',
    workshopId: 'text',
    shelf: 'text?',
    inside: 'text?',
    fittingId: 'text?',
    ofDesign: 'text?',
    ofRevision: 'integer?',
    specification: 'text',
    material: 'text',
    massKilograms: 'real?',
    sizes: 'text',
    interfaces: 'text',
    ownerKind: 'text',
    ownerId: 'text?',
    /** Who gave it to its owner, and may take that back. */
    givenBy: 'text?',
    holderKind: 'text?',
    holderId: 'text?',
    loanId: 'text?',
    loanUntil: 'integer?',
    how: 'text?',
    origin: 'text',
    fromItem: 'text?',
    fromLine: 'text?',
    buildId: 'text?',
    grade: 'text?',
    lives: 'integer',
    livesBefore: 'integer',
    /** On a salvage shelf: loose, and it has been in something. */
    salvage: 'integer',
    /** Things directly inside of it. */
    holds: 'integer',
    photographs: 'text',
    machine: 'integer',
    places: 'integer',
    since: 'integer',
    /** Revision of the last event of its own stream, -1 where there is none. */
    revision: 'integer',
  },
  key: 'itemId',
  indexes: [
    ['code'],
    ['inside'],
    ['workshopId', 'status'],
    ['ofDesign', 'ofRevision'],
    ['buildId'],
    ['fromItem'],
    ['salvage', 'workshopId'],
    ['status'],
    ['loanUntil'],
  ],
  words: ['name', 'specification', 'material', 'serial'],
});
export type ItemRow = RowOf<typeof items>;

/**
 * Every time that a thing was put into another. `status`: `standing`, `takenBack`, or `refused` with `refusal`. `life`: the
 * how manieth of the thing; `provenance`: where the thing came from as it was put in. `until` null: still in there.
 */
export const itemFittings = defineTable({
  name: 'itemFittings',
  columns: {
    fittingId: 'text',
    itemId: 'text',
    into: 'text',
    status: 'text',
    refusal: 'text?',
    start: 'integer',
    until: 'integer?',
    buildId: 'text?',
    line: 'text?',
    step: 'text?',
    substitutes: 'integer',
    reasonId: 'text?',
    inferred: 'integer',
    fittedBy: 'text',
    grade: 'text?',
    recoveredIn: 'text?',
    life: 'integer',
    provenance: 'text',
    written: 'integer',
  },
  key: 'fittingId',
  indexes: [['itemId', 'start'], ['into', 'start'], ['buildId']],
});
export type FittingRow = RowOf<typeof itemFittings>;

/** Where a thing was, whose and what, from one moment to the next (`until` null: to this day). */
export const itemPlaces = defineTable({
  name: 'itemPlaces',
  columns: {
    place: 'text',
    itemId: 'text',
    number: 'integer',
    start: 'integer',
    until: 'integer?',
    status: 'text',
    workshopId: 'text',
    shelf: 'text?',
    inside: 'text?',
    fittingId: 'text?',
    ownerKind: 'text',
    ownerId: 'text?',
    holderKind: 'text?',
    holderId: 'text?',
    ofDesign: 'text?',
    ofRevision: 'integer?',
  },
  key: 'place',
  indexes: [
    ['itemId', 'start'],
    ['inside', 'start'],
  ],
});
export type PlaceRow = RowOf<typeof itemPlaces>;

/** What holders said to problems of the revision that a thing is. */
export const itemAnswers = defineTable({
  name: 'itemAnswers',
  columns: {
    answered: 'text',
    itemId: 'text',
    designId: 'text',
    problemId: 'text',
    answer: 'text',
    reasonId: 'text?',
    answeredBy: 'text',
    at: 'integer',
  },
  key: 'answered',
  indexes: [['itemId'], ['problemId']],
});
export type AnswerRow = RowOf<typeof itemAnswers>;

/** What each build makes, as JSON: it is found by its build. */
export const itemBuilds = defineTable({
  name: 'itemBuilds',
  columns: { buildId: 'text', things: 'text' },
  key: 'buildId',
  indexes: [],
});

/** Modifications that stand, with the revision that the thing was before. */
export const itemModifications = defineTable({
  name: 'itemModifications',
  columns: { repairId: 'text', at: 'integer', ofDesign: 'text?', ofRevision: 'integer?' },
  key: 'repairId',
  indexes: [],
});
