import { defineTable, type RowOf } from '../views/table.ts';

/**
 * Things as the network sees them; a machine is the thing of the same id. `owner` and `holder` are JSON text of a party.
 * Instants UTC milliseconds. A version is `{designId}:{revision}`.
 */
export const networkThings = defineTable({
  name: 'networkThings',
  columns: {
    itemId: 'text',
    name: 'text',
    serial: 'text?',
    code: 'text?',
    /** Where it is while it is inside of nothing. */
    workshopId: 'text?',
    version: 'text?',
    designId: 'text?',
    /** The row of `networkVersions` that tells of its present version. */
    versionKey: 'text?',
    massKilograms: 'real?',
    material: 'text',
    /** How it began: see `Beginning`. */
    how: 'text',
    /** The build that makes or made it. */
    madeBy: 'text?',
    /** What it was cut off, or what it came out of before anybody wrote it down. */
    cutFrom: 'text?',
    /** What that was when it was cut (see `Provenance`). */
    cutProvenance: 'text?',
    outOf: 'text?',
    outOfBuild: 'text?',
    owner: 'text?',
    /** Who has it where it was lent or given away. */
    holder: 'text?',
    insideOf: 'text?',
    fittingId: 'text?',
    /** The node of `networkLinks` that it is now. */
    state: 'text',
    /** Fittings that stand. */
    fittings: 'integer',
    /** Things directly inside of it. */
    holds: 'integer',
    isMachine: 'integer',
    machineKind: 'text?',
    price: 'real?',
    currency: 'text?',
    beganAt: 'integer?',
    beingMade: 'integer',
    ended: 'text?',
    endedAt: 'integer?',
    /** The build in which it ended. */
    endedIn: 'text?',
  },
  key: 'itemId',
  indexes: [['madeBy'], ['designId'], ['insideOf'], ['cutFrom'], ['outOf'], ['endedIn']],
});
export type ThingRow = RowOf<typeof networkThings>;

/**
 * What led to what, one link after the other, for walking back and forth. Nodes are builds and states of things: a thing
 * begins under its own id, is another state after it came out of something (the id of that fitting), and after it was
 * mended (that of the build or repair). So what happened to it later is no part of the story of where it was before, and
 * no time is ever compared. `fromItem` and `toItem` name the thing of a state; null: it is a build.
 */
export const networkLinks = defineTable({
  name: 'networkLinks',
  columns: {
    link: 'text',
    fromId: 'text',
    fromItem: 'text?',
    toId: 'text',
    toItem: 'text?',
    kind: 'text',
    at: 'integer',
  },
  key: 'link',
  indexes: [['fromId'], ['toId']],
});
export type LinkRow = RowOf<typeof networkLinks>;

/**
 * Which version a thing was from when to when, null: none. `before`: the span before this one. `gone`: it was used up or
 * scrapped as that. `why`: see `Becoming`.
 */
export const networkVersions = defineTable({
  name: 'networkVersions',
  columns: {
    span: 'text',
    itemId: 'text',
    version: 'text?',
    before: 'text?',
    since: 'integer',
    until: 'integer?',
    gone: 'integer',
    why: 'text?',
  },
  key: 'span',
  indexes: [['version'], ['itemId']],
});
export type VersionRow = RowOf<typeof networkVersions>;

/** Each fitting that stands. `life`: which life of the part it is, 1 the first. `recoveredIn`: the build of its end. */
export const networkFittings = defineTable({
  name: 'networkFittings',
  columns: {
    fittingId: 'text',
    itemId: 'text',
    intoId: 'text',
    at: 'integer',
    until: 'integer?',
    buildId: 'text?',
    recoveredIn: 'text?',
    line: 'text?',
    step: 'text?',
    life: 'integer',
    position: 'integer',
  },
  key: 'fittingId',
  indexes: [['itemId'], ['intoId'], ['buildId'], ['recoveredIn']],
});
export type FittingRow = RowOf<typeof networkFittings>;

export const networkBuilds = defineTable({
  name: 'networkBuilds',
  columns: {
    buildId: 'text',
    workshopId: 'text',
    kind: 'text',
    name: 'text',
    version: 'text?',
    /** Things that it makes, as JSON text. */
    things: 'text',
    subjectId: 'text?',
    startedAt: 'integer',
    completedAt: 'integer?',
    abandoned: 'integer',
  },
  key: 'buildId',
  indexes: [['subjectId'], ['version']],
});
export type BuildRow = RowOf<typeof networkBuilds>;

/** Sessions of all machines. `memberId` has it while it runs: to know who has a tool. */
export const networkUses = defineTable({
  name: 'networkUses',
  columns: {
    bookingId: 'text',
    machineId: 'text',
    workshopId: 'text',
    memberId: 'text',
    startedAt: 'integer?',
    stoppedAt: 'integer?',
  },
  key: 'bookingId',
  indexes: [['machineId']],
});
export type UseRow = RowOf<typeof networkUses>;

/** To which build a session belongs: the first that it was joined to, until it leaves there. */
export const networkSessions = defineTable({
  name: 'networkSessions',
  columns: { bookingId: 'text', buildId: 'text' },
  key: 'bookingId',
  indexes: [],
});

/** Sessions of builds in which the machine really ran: not those that were started by mistake. */
export const networkBuildUses = defineTable({
  name: 'networkBuildUses',
  columns: { link: 'text', buildId: 'text', bookingId: 'text', machineId: 'text' },
  key: 'link',
  indexes: [['buildId'], ['machineId']],
});

/** What lines were met by that is no thing and came off no shelf. `massKilograms` and `quantity` of all of it. */
export const networkMeetings = defineTable({
  name: 'networkMeetings',
  columns: {
    meetingId: 'text',
    buildId: 'text',
    line: 'text?',
    name: 'text',
    how: 'text',
    quantity: 'real',
    unit: 'text',
    massKilograms: 'real?',
    price: 'real?',
    currency: 'text?',
    at: 'integer',
    position: 'integer',
  },
  key: 'meetingId',
  indexes: [['buildId']],
});
export type MeetingRow = RowOf<typeof networkMeetings>;

/** What is kept of a material in a workshop, by `{workshopId}/{materialId}`. */
export const networkMaterials = defineTable({
  name: 'networkMaterials',
  columns: { kept: 'text', name: 'text', unit: 'text', massKilograms: 'real?' },
  key: 'kept',
  indexes: [],
});

/** Lots with where they really came from: offcuts and what was sent are what they were taken of. */
export const networkLots = defineTable({
  name: 'networkLots',
  columns: {
    lotId: 'text',
    provenance: 'text',
    buildId: 'text?',
    outOf: 'text?',
    /** For one base unit. */
    price: 'real?',
    currency: 'text?',
  },
  key: 'lotId',
  indexes: [],
});
export type LotRow = RowOf<typeof networkLots>;

/** What was taken of one lot at once; amounts in base units. `fromBuild` and `outOf` are the lot's. */
export const networkTakes = defineTable({
  name: 'networkTakes',
  columns: {
    take: 'text',
    buildId: 'text?',
    line: 'text?',
    name: 'text',
    unit: 'text',
    amount: 'real',
    massKilograms: 'real?',
    provenance: 'text',
    fromBuild: 'text?',
    outOf: 'text?',
    price: 'real?',
    currency: 'text?',
    at: 'integer',
    position: 'integer',
  },
  key: 'take',
  indexes: [['buildId'], ['fromBuild'], ['outOf']],
});
export type TakeRow = RowOf<typeof networkTakes>;

/** How many takes a consumption had, so that it can be taken back. */
export const networkConsumptions = defineTable({
  name: 'networkConsumptions',
  columns: { consumptionId: 'text', takes: 'integer' },
  key: 'consumptionId',
  indexes: [],
});

/** What holders answered to problems, by `{itemId}/{problemId}`. */
export const networkAnswers = defineTable({
  name: 'networkAnswers',
  columns: {
    answered: 'text',
    itemId: 'text',
    problemId: 'text',
    answer: 'text',
    reasonId: 'text?',
    by: 'text',
    at: 'integer',
  },
  key: 'answered',
  indexes: [['problemId']],
});
export type AnswerRow = RowOf<typeof networkAnswers>;

/** What was taken back, as it stood: `rows` is JSON text of the thing, its version and the links that it began with. */
export const networkMistakes = defineTable({
  name: 'networkMistakes',
  columns: { itemId: 'text', rows: 'text' },
  key: 'itemId',
  indexes: [],
});

/** Moments of builds and things besides fittings, uses and materials. */
export const networkMoments = defineTable({
  name: 'networkMoments',
  columns: {
    momentId: 'text',
    /** The build or thing. */
    subject: 'text',
    kind: 'text',
    step: 'text?',
    about: 'text?',
    at: 'integer',
    position: 'integer',
  },
  key: 'momentId',
  indexes: [['subject', 'at']],
});
export type MomentTableRow = RowOf<typeof networkMoments>;

/** What names a revision in tables. */
export const versionOf = ({ designId, revision }: { designId: string; revision: number }): string =>
  `${designId}:${revision}`;

/** The revision that a version names. */
export function revisionNamed(version: string): { designId: string; revision: number } {
  const colon = version.lastIndexOf(':');
  return { designId: version.slice(0, colon), revision: Number(version.slice(colon + 1)) };
}
