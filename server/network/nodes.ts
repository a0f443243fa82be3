import { labelCode } from '../../shared/identifiers.ts';
import type { NetworkNode, NetworkThing } from '../../shared/network/graphViews.ts';
import { generationsOf } from '../../shared/reuse/generations.ts';
import { latestOf } from '../designs/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { livesOfThing, provenanceOf } from './provenances.ts';
import { networkThings, revisionNamed, type ThingRow } from './tables.ts';

const THINGS = 'select * from networkThings where itemId in (select value from json_each(?))';

export const thingsById = (views: ViewsReader, ids: Iterable<string>): ThingRow[] =>
  views.ask(networkThings.columns, THINGS, JSON.stringify([...ids]));

const pairs = { thing: 'text', machine: 'text' } as const;
/** Each thing with the machines made in the network that its build used, and those with theirs. */
const USED_FOR = `with recursive needed (itemId) as (
    select value from json_each(?)
    union select machines.itemId from needed
      cross join networkThings as things on things.itemId = needed.itemId
      cross join networkBuildUses as uses on uses.buildId = things.madeBy
      cross join networkThings as machines on machines.itemId = uses.machineId and machines.how = 'made')
  select distinct things.itemId as thing, machines.itemId as machine from needed
    cross join networkThings as things on things.itemId = needed.itemId
    cross join networkBuildUses as uses on uses.buildId = things.madeBy
    cross join networkThings as machines on machines.itemId = uses.machineId and machines.how = 'made'`;

/** The generation of each of these things (see shared/reuse/generations.ts). */
export function generationsById(views: ViewsReader, ids: readonly string[]): Map<string, number> {
  const rows = views.ask(pairs, USED_FOR, JSON.stringify(ids));
  const machines = Map.groupBy(rows, ({ thing }) => thing);
  return generationsOf(ids, (thing) => (machines.get(thing) ?? []).map(({ machine }) => machine));
}

const endings = { consumed: 'consumed', scrapped: 'scrapped', split: 'split' } as const;
const endingOf = (word: string | null): NetworkNode['ended'] =>
  Object.values(endings).find((ending) => ending === word) ?? null;

/** A version with the title of its design; null where that is not known any more. */
export function namedVersion(views: ViewsReader, version: string | null): NetworkNode['of'] {
  if (version === null) return null;
  const { designId, revision } = revisionNamed(version);
  const latest = latestOf(views, designId);
  return latest ? { designId, revision, title: latest.summary.title, latest: latest.revision } : null;
}

export const namedWorkshopOf = (views: ViewsReader, workshopId: string | null): NetworkNode['workshop'] => {
  const workshop = workshopId === null ? null : workshopById(views, workshopId);
  return workshop ? { workshopId: workshop.workshopId, name: workshop.name } : null;
};

/** A label's code from its column. */
const codeOf = (text: string | null): string | null =>
  text !== null && labelCode.safeParse(text).success ? text : null;

/** A thing by its name, with what it is. */
export const networkThingOf = (
  views: ViewsReader,
  row: Pick<ThingRow, 'itemId' | 'name' | 'serial' | 'code' | 'version' | 'isMachine' | 'ended'>,
): NetworkThing => ({
  itemId: row.itemId,
  name: row.name,
  serial: row.serial,
  code: codeOf(row.code),
  of: namedVersion(views, row.version),
  isMachine: row.isMachine === 1,
  ended: endingOf(row.ended),
});

/** Things as nodes of a graph. What is inside of something is told where that is. */
export function nodesOf(views: ViewsReader, rows: readonly ThingRow[]): NetworkNode[] {
  const generations = generationsById(
    views,
    rows.map(({ itemId }) => itemId),
  );
  const places = placesOf(views, rows);
  return rows.map((row) => ({
    itemId: row.itemId,
    name: row.name,
    serial: row.serial,
    code: codeOf(row.code),
    of: namedVersion(views, row.version),
    workshop: namedWorkshopOf(views, places.get(row.itemId) ?? null),
    isMachine: row.isMachine === 1,
    provenance: provenanceOf(row),
    generation: generations.get(row.itemId) ?? 0,
    lives: livesOfThing(row),
    buildId: row.madeBy,
    at: row.beganAt === null ? null : new Date(row.beganAt).toISOString(),
    beingMade: row.beingMade === 1,
    ended: endingOf(row.ended),
  }));
}

const chain = { itemId: 'text', outer: 'text', name: 'text', workshopId: 'text?', level: 'integer' } as const;
/** Each thing with what it is in, outwards; at most as deep as containment goes. */
const OUTWARDS = `with recursive outwards (itemId, outer, level) as (
    select value, value, 0 from json_each(?)
    union select outwards.itemId, things.insideOf, level + 1 from outwards
      cross join networkThings as things on things.itemId = outer
      where things.insideOf is not null and level < 1000)
  select outwards.itemId, outer, name, workshopId, level from outwards
    cross join networkThings as things on things.itemId = outer order by level`;

/** What each thing is inside of now, the nearest first, with where the outermost is. */
export function chainsOf(
  views: ViewsReader,
  ids: readonly string[],
): Map<string, { inside: { itemId: string; name: string }[]; workshopId: string | null }> {
  const chains = new Map<string, { inside: { itemId: string; name: string }[]; workshopId: string | null }>();
  for (const { itemId, outer, name, workshopId, level } of views.ask(chain, OUTWARDS, JSON.stringify(ids))) {
    const known = chains.get(itemId) ?? { inside: [], workshopId: null };
    if (level > 0) known.inside.push({ itemId: outer, name });
    known.workshopId = workshopId;
    chains.set(itemId, known);
  }
  return chains;
}

/** Where each thing is: that of the outermost thing around it. */
function placesOf(views: ViewsReader, rows: readonly ThingRow[]): Map<string, string | null> {
  const places = new Map(rows.map(({ itemId, workshopId }) => [itemId, workshopId]));
  const inside = rows.filter(({ insideOf }) => insideOf !== null).map(({ itemId }) => itemId);
  if (inside.length === 0) return places;
  for (const [itemId, { workshopId }] of chainsOf(views, inside)) places.set(itemId, workshopId);
  return places;
}
