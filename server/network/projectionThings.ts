import canonicalize from 'canonicalize';
import type { ItemDescription } from '../../shared/items/events.ts';
import type { ProjectedEvent, Projection, TableWriters } from '../views/projection.ts';
import { changeThing } from './containing.ts';
import { becomeState, lead, unbecomeState, unlead } from './linking.ts';
import { beginningOf, provenanceOf } from './provenances.ts';
import {
  type LinkRow,
  networkAnswers,
  networkBuilds,
  networkLinks,
  networkMistakes,
  networkMoments,
  networkThings,
  networkVersions,
  revisionNamed,
  type ThingRow,
  type VersionRow,
  versionOf,
} from './tables.ts';

const NEW_THING: Omit<ThingRow, 'itemId' | 'name' | 'state'> = {
  serial: null,
  code: null,
  workshopId: null,
  version: null,
  designId: null,
  versionKey: null,
  massKilograms: null,
  material: '',
  how: 'unknown',
  madeBy: null,
  cutFrom: null,
  cutProvenance: null,
  outOf: null,
  outOfBuild: null,
  owner: null,
  holder: null,
  insideOf: null,
  fittingId: null,
  fittings: 0,
  holds: 0,
  isMachine: 0,
  machineKind: null,
  price: null,
  currency: null,
  beganAt: null,
  beingMade: 0,
  ended: null,
  endedAt: null,
  endedIn: null,
};

/** Changes what is known of a thing; one that nobody wrote down yet is left alone. */
export function change(tables: TableWriters, itemId: string, columns: Partial<ThingRow>): void {
  const known = tables.of(networkThings).get(itemId);
  if (known) changeThing(tables, known, columns);
}

/** Enters a thing, or more about one that is known already: a machine, or what a build began to make. */
export function enterThing(
  tables: TableWriters,
  thing: Partial<ThingRow> & Pick<ThingRow, 'itemId' | 'name'>,
): void {
  const known = tables.of(networkThings).get(thing.itemId);
  tables.of(networkThings).put({ ...(known ?? { ...NEW_THING, state: thing.itemId }), ...thing });
}

/** Why a thing is another version: it began, was changed, was described anew, or its build was given up. */
export type Becoming = 'begun' | 'modified' | 'described' | 'abandoned';

/** From now on it is this version; null: of no design. */
export function becomeVersion(
  tables: TableWriters,
  itemId: string,
  of: ItemDescription['of'],
  { at, position, why = 'begun' }: { at: number; position: bigint; why?: Becoming },
): void {
  const row = tables.of(networkThings).get(itemId);
  const version = of === null ? null : versionOf(of);
  if (!row || row.version === version) return;
  const versions = tables.of(networkVersions);
  const before = row.versionKey;
  if (before !== null) versions.change(before, { until: at });
  const span = `${itemId}@${position}`;
  versions.put({ span, itemId, version, before, since: at, until: null, gone: 0, why });
  tables.of(networkThings).change(itemId, { version, versionKey: span, designId: of?.designId ?? null });
}

/** What it became in that moment it never was: it is again what it was before, unless it became something else since. */
function unbecomeVersion(tables: TableWriters, itemId: string, span: string): void {
  const versions = tables.of(networkVersions);
  const undone = versions.get(span);
  if (!undone) return;
  versions.remove(span);
  if (tables.of(networkThings).get(itemId)?.versionKey !== span) return;
  const before = undone.before === null ? undefined : versions.get(undone.before);
  if (before) versions.change(before.span, { until: null });
  const version = before?.version ?? null;
  const designId = version === null ? null : revisionNamed(version).designId;
  tables.of(networkThings).change(itemId, { version, versionKey: before?.span ?? null, designId });
}

const described = ({ name, massKilograms, material }: ItemDescription) => ({ name, massKilograms, material });

/** A moment of a thing or build that is told by its own event. */
export function note(
  tables: TableWriters,
  { id, position }: Pick<ProjectedEvent, 'id' | 'position'>,
  moment: {
    subject: string;
    kind: string;
    at: number;
    step?: string | null;
    about?: string | null;
    momentId?: string;
  },
): void {
  const { step = null, about = null, momentId = id } = moment;
  tables.of(networkMoments).put({ ...moment, momentId, step, about, position: Number(position) });
}

/** What comes out of a repair is another state: that of its build, or where none tells of it, of the repair itself. */
function mend(tables: TableWriters, itemId: string, buildId: string | null, repairId: string, at: number) {
  const isSubject = buildId !== null && tables.of(networkBuilds).get(buildId)?.subjectId === itemId;
  if (!isSubject) becomeState(tables, itemId, repairId, 'mended', at);
}

/** It is gone as what it is; null: it is here after all. */
function end(
  tables: TableWriters,
  itemId: string,
  ended: { how: 'consumed' | 'scrapped' | 'split'; at: number; buildId: string | null } | null,
): void {
  // What something went into a moment before, by the order of the log, is neither used up nor cut.
  const { holds = 0 } = tables.of(networkThings).get(itemId) ?? {};
  if (ended !== null && ended.how !== 'scrapped' && holds > 0) return;
  const how = { ended: ended?.how ?? null, endedAt: ended?.at ?? null, endedIn: ended?.buildId ?? null };
  change(tables, itemId, how);
  const span = tables.of(networkThings).get(itemId)?.versionKey;
  if (span) tables.of(networkVersions).change(span, { gone: ended ? 1 : 0 });
}

/** What `networkMistakes` keeps of a thing. */
interface TakenBack {
  thing: ThingRow;
  version?: VersionRow;
  links: LinkRow[];
}

/** Things: how they begin, what they are and become, and how they end. */
export const thingHandlers: Projection['on'] = {
  MachineRegistered({ data, at }, tables) {
    const { machineId, workshopId, labelCode, description } = data;
    const known = tables.of(networkThings).get(machineId);
    const owner = JSON.stringify({ kind: 'workshop', workshopId });
    enterThing(tables, {
      itemId: machineId,
      name: description.name,
      code: labelCode,
      workshopId,
      isMachine: 1,
      machineKind: description.kind,
      ...(known ? {} : { owner, how: beginningOf(description.origin), beganAt: at }),
    });
  },
  MachineDescribed({ data: { machineId, description } }, tables) {
    const known = tables.of(networkThings).get(machineId);
    const how = known?.madeBy || known?.version ? {} : { how: beginningOf(description.origin) };
    change(tables, machineId, { name: description.name, machineKind: description.kind, ...how });
  },
  ItemMade({ data, position, id }, tables) {
    const { itemId, workshopId, code, description, owner, serial, buildId } = data;
    const at = Date.parse(data.at);
    if (tables.of(networkThings).get(itemId)?.madeBy !== buildId) {
      lead(tables, `${buildId}>${itemId}`, 'made', { buildId }, { itemId }, at);
    }
    const made = { how: 'made', madeBy: buildId, beingMade: 0, beganAt: at, serial, code, workshopId };
    enterThing(tables, { itemId, ...described(description), owner: JSON.stringify(owner), ...made });
    becomeVersion(tables, itemId, description.of, { at, position });
    note(tables, { id, position }, { subject: itemId, kind: 'made', at, about: buildId });
  },
  ItemReceived({ data, position, id }, tables) {
    const { itemId, workshopId, code, description, owner, serial, how, from, price } = data;
    const at = Date.parse(data.at);
    const known = tables.of(networkThings).get(itemId);
    // What is written down of a machine says nothing new of how it came, unless it does.
    const begins = known?.isMachine && how === 'unknown' ? {} : { how };
    enterThing(tables, {
      itemId,
      ...described(description),
      ...begins,
      serial,
      code,
      workshopId,
      owner: JSON.stringify(owner),
      outOf: from?.itemId ?? null,
      outOfBuild: from?.buildId ?? null,
      price: price?.amount ?? null,
      currency: price?.currency ?? null,
      beganAt: at,
    });
    becomeVersion(tables, itemId, description.of, { at, position });
    if (from) lead(tables, `outOf/${itemId}`, 'recovered', { itemId: from.itemId }, { itemId }, at);
    note(tables, { id, position }, { subject: itemId, kind: 'begun', at });
  },
  ItemCut({ data, position, id }, tables) {
    const { itemId, workshopId, code, description, owner, from } = data;
    const at = Date.parse(data.at);
    const source = tables.of(networkThings).get(from);
    const cutProvenance = source ? provenanceOf(source) : null;
    const cut = { how: 'cut', cutFrom: from, cutProvenance, beganAt: at, code, workshopId };
    enterThing(tables, { itemId, ...described(description), owner: JSON.stringify(owner), ...cut });
    becomeVersion(tables, itemId, description.of, { at, position });
    lead(tables, `cut/${itemId}`, 'cut', { itemId: from }, { itemId }, at);
    note(tables, { id, position }, { subject: itemId, kind: 'begun', at, about: from });
  },
  ItemSplit({ data, position, id }, tables) {
    const at = Date.parse(data.at);
    end(tables, data.itemId, { how: 'split', at, buildId: null });
    note(tables, { id, position }, { subject: data.itemId, kind: 'cut', at });
  },
  ItemTakenBack({ data: { itemId } }, tables) {
    const thing = tables.of(networkThings).get(itemId);
    if (!thing) return;
    const version = thing.versionKey === null ? undefined : tables.of(networkVersions).get(thing.versionKey);
    const links = [`outOf/${itemId}`, `cut/${itemId}`].flatMap(
      (link) => tables.of(networkLinks).get(link) ?? [],
    );
    // A rebuild reads rows with their columns in another order.
    const rows = canonicalize({ thing, version, links }) ?? '';
    tables.of(networkMistakes).put({ itemId, rows });
    if (version) tables.of(networkVersions).remove(version.span);
    for (const { link } of links) unlead(tables, link);
    tables.of(networkThings).remove(itemId);
  },
  ItemDescribed({ data: { itemId, description }, at, position }, tables) {
    change(tables, itemId, described(description));
    becomeVersion(tables, itemId, description.of, { at, position, why: 'described' });
  },

  ItemRepaired({ data: { itemId, repairId, buildId, at }, position, id }, tables) {
    const moment = { subject: itemId, kind: 'repaired', at: Date.parse(at), about: buildId };
    mend(tables, itemId, buildId, repairId, moment.at);
    note(tables, { id, position }, { ...moment, momentId: repairId });
  },
  ItemModified({ data: { itemId, repairId, of, buildId, at }, position, id }, tables) {
    const moment = { subject: itemId, kind: 'modified', at: Date.parse(at), about: buildId };
    mend(tables, itemId, buildId, repairId, moment.at);
    note(tables, { id, position }, { ...moment, momentId: repairId });
    becomeVersion(tables, itemId, of, { at: moment.at, position, why: 'modified' });
  },
  ItemRepairTakenBack({ data: { itemId, repairId } }, tables) {
    const moment = tables.of(networkMoments).get(repairId);
    unbecomeState(tables, itemId, repairId);
    tables.of(networkMoments).remove(repairId);
    if (moment?.kind === 'modified') unbecomeVersion(tables, itemId, `${itemId}@${moment.position}`);
  },

  ItemConsumed({ data: { itemId, buildId, at }, position, id }, tables) {
    if (buildId) lead(tables, `end/${itemId}`, 'consumed', { itemId }, { buildId }, Date.parse(at));
    end(tables, itemId, { how: 'consumed', at: Date.parse(at), buildId });
    const moment = { subject: itemId, kind: 'consumed', at: Date.parse(at), about: buildId };
    note(tables, { id, position }, { ...moment, momentId: `${itemId}/end` });
  },
  ItemScrapped({ data: { itemId, buildId, at }, position, id }, tables) {
    end(tables, itemId, { how: 'scrapped', at: Date.parse(at), buildId });
    const moment = { subject: itemId, kind: 'scrapped', at: Date.parse(at), about: buildId };
    note(tables, { id, position }, { ...moment, momentId: `${itemId}/end` });
  },
  ItemEndTakenBack({ data: { itemId } }, tables) {
    const mistake = tables.of(networkMistakes).get(itemId);
    if (mistake) {
      const { thing, version, links }: TakenBack = JSON.parse(mistake.rows);
      tables.of(networkThings).put(thing);
      if (version) tables.of(networkVersions).put(version);
      for (const link of links) tables.of(networkLinks).put(link);
      tables.of(networkMistakes).remove(itemId);
      return;
    }
    end(tables, itemId, null);
    unlead(tables, `end/${itemId}`);
    tables.of(networkMoments).remove(`${itemId}/end`);
  },

  ItemProblemAnswered({ data }, tables) {
    const { itemId, problemId, answer, reasonId, by } = data;
    const answered = `${itemId}/${problemId}`;
    const at = Date.parse(data.at);
    tables.of(networkAnswers).put({ answered, itemId, problemId, answer, reasonId, by, at });
  },
  ItemProblemReopened({ data: { itemId, problemId } }, tables) {
    tables.of(networkAnswers).remove(`${itemId}/${problemId}`);
  },
};
