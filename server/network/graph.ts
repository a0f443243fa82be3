import type { MadeWithView, NetworkEdge } from '../../shared/network/graphViews.ts';
import type { ViewsReader } from '../views/reader.ts';
import { nodesOf, thingsById } from './nodes.ts';
import { beginningOf, livesOfThing } from './provenances.ts';
import { networkThings, type ThingRow } from './tables.ts';

/** Things that a graph shows at most, and links between them. */
const MOST_NODES = 500;
const MOST_EDGES = 5000;

const edge = {
  kind: 'text',
  fromId: 'text',
  toId: 'text',
  buildId: 'text?',
  at: 'integer?',
  until: 'integer?',
  minutes: 'real?',
  life: 'integer?',
} as const;

const RAN = `case when count(*) = count(uses.stoppedAt - uses.startedAt)
  then sum(uses.stoppedAt - uses.startedAt) / 60000.0 end`;
const USED = 'left join networkUses as uses on uses.bookingId = links.bookingId';

/**
 * What links things, builds left out between them; `to` and `from` are what is asked of either end. A machine that ran
 * for a build several times is one link, with all its minutes.
 */
function edgesWhere(to: string | null, from: string | null): string {
  const where = (toColumn: string, fromColumn: string) =>
    [to && `${toColumn} ${to}`, from && `${fromColumn} ${from}`].filter(Boolean).join(' and ');
  return `
  select 'madeWith' as kind, links.machineId as fromId, things.itemId as toId, links.buildId as buildId,
      min(uses.startedAt) as at, null as until, ${RAN} as minutes, null as life
    from networkBuildUses as links join networkThings as things on things.madeBy = links.buildId ${USED}
    where ${where('things.itemId', 'links.machineId')} group by links.machineId, things.itemId, links.buildId
  union all select 'mendedWith', links.machineId, builds.subjectId, links.buildId, min(uses.startedAt), null, ${RAN}, null
    from networkBuilds as builds join networkBuildUses as links on links.buildId = builds.buildId ${USED}
    where builds.subjectId is not null and ${where('builds.subjectId', 'links.machineId')}
    group by links.machineId, builds.subjectId, links.buildId
  union all select 'fitted', itemId, intoId, buildId, at, until, null, life from networkFittings
    where ${where('intoId', 'itemId')}
  union all select 'recoveredFrom', intoId, itemId, recoveredIn, until, null, null, null from networkFittings
    where until is not null and ${where('itemId', 'intoId')}
  union all select 'recoveredFrom', outOf, itemId, outOfBuild, beganAt, null, null, null from networkThings
    where outOf is not null and ${where('itemId', 'outOf')}
  union all select 'cutFrom', cutFrom, itemId, null, beganAt, null, null, null from networkThings
    where cutFrom is not null and ${where('itemId', 'cutFrom')}
  union all select 'stock', takes.outOf, things.itemId, takes.buildId, min(takes.at), null, null, null
    from networkTakes as takes join networkThings as things on things.madeBy = takes.buildId
    where takes.outOf is not null and ${where('things.itemId', 'takes.outOf')}
    group by takes.outOf, things.itemId, takes.buildId
  order by at limit ${MOST_EDGES}`;
}

const OF_THESE = 'in (select value from json_each(?1))';
const TO_THESE = edgesWhere(OF_THESE, null);
const FROM_THESE = edgesWhere(null, OF_THESE);
const AMONG_THESE = edgesWhere(OF_THESE, OF_THESE);

/** Something that has a story: a machine, made in the network, or in something before. Any other part is one of many. */
const isOfNote = (thing: ThingRow): boolean =>
  thing.isMachine === 1 || beginningOf(thing.how) === 'made' || livesOfThing(thing) > 1 || isSource(thing);
const isSource = ({ ended }: ThingRow): boolean => ended === 'scrapped';

/**
 * A thing with what it came from and what came of it, level by level, the nearest first. Of its own parts all are shown,
 * of others only those that have a story. Null: there is no such thing.
 */
export function madeWithOf(views: ViewsReader, itemId: string): MadeWithView | null {
  const thing = views.byKey(networkThings, itemId);
  if (!thing) return null;
  const found = new Map([[itemId, thing]]);
  const isCut = [
    gather(views, found, [itemId], 'back', MOST_NODES * 0.7),
    gather(views, found, [itemId], 'forth', MOST_NODES),
  ].some((each) => each);
  return graphOf(views, found, isCut);
}

/** Gathers things on one way, until there are enough. @returns whether there were more. */
function gather(
  views: ViewsReader,
  found: Map<string, ThingRow>,
  roots: readonly string[],
  way: 'back' | 'forth',
  most: number,
): boolean {
  const passed = new Set(roots);
  let isFirst = true;
  for (let level = [...roots]; level.length > 0; isFirst = false) {
    const rows = views.ask(edge, way === 'back' ? TO_THESE : FROM_THESE, JSON.stringify(level));
    // What a thing came out of is told, and not what else was in that.
    const further = new Set<string>();
    const next = new Set<string>();
    for (const { kind, fromId, toId } of rows) {
      const id = way === 'back' ? fromId : toId;
      if (passed.has(id)) continue;
      passed.add(id);
      next.add(id);
      if (kind !== 'recoveredFrom' || way === 'forth') further.add(id);
    }
    for (const thing of thingsById(views, next)) {
      const isShown = isFirst || isOfNote(thing) || !further.has(thing.itemId);
      if (!isShown) further.delete(thing.itemId);
      if (!isShown || found.has(thing.itemId)) continue;
      if (found.size >= most) return true;
      found.set(thing.itemId, thing);
    }
    level = [...further];
  }
  return false;
}

const SEVERAL_LIVES = "fittings + (how = 'recovered') > 1";
const STORIES = `select * from networkThings where isMachine = 1 and how = 'made'
      or itemId in (select machineId from networkBuildUses)
      or madeBy in (select links.buildId from networkBuildUses as links join networkThings as machines
        on machines.itemId = links.machineId and machines.how = 'made')
      or ${SEVERAL_LIVES}
      or itemId in (select insideOf from networkThings where ${SEVERAL_LIVES} and insideOf is not null)
      or itemId in (select intoId from networkFittings where until is not null)
      or itemId in (select outOf from networkThings where outOf is not null)
    order by isMachine desc, ${SEVERAL_LIVES} desc, how = 'made' desc, beganAt desc, itemId limit ${MOST_NODES + 1}`;

/** The network: machines that made something or were made, parts in a second life, and what they came out of. */
export function networkGraph(views: ViewsReader): MadeWithView {
  const rows = views.ask(networkThings.columns, STORIES);
  const shown = rows.slice(0, MOST_NODES);
  return graphOf(views, new Map(shown.map((row) => [row.itemId, row])), rows.length > MOST_NODES);
}

function graphOf(views: ViewsReader, found: ReadonlyMap<string, ThingRow>, isCut: boolean): MadeWithView {
  const rows = views.ask(edge, AMONG_THESE, JSON.stringify([...found.keys()]));
  const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const edges = rows.flatMap(({ kind, fromId, toId, at, until, ...rest }): NetworkEdge[] => {
    const known = KINDS.find((each) => each === kind);
    return known
      ? [{ kind: known, from: fromId, to: toId, ...rest, at: moment(at), until: moment(until) }]
      : [];
  });
  return { nodes: nodesOf(views, [...found.values()]), edges, cut: isCut || rows.length >= MOST_EDGES };
}

const KINDS = ['madeWith', 'mendedWith', 'fitted', 'recoveredFrom', 'cutFrom', 'stock'] as const;
