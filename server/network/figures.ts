import { setImmediate } from 'node:timers/promises';
import { circlesIn } from '../../shared/designs/circles.ts';
import type { DesignFigures, Figure, NetworkFigures } from '../../shared/network/figureViews.ts';
import {
  commonalityIndex,
  degreeOfCommonality,
  percentCommonality,
  totalConstantCommonality,
} from '../../shared/reuse/commonality.ts';
import { generationsOf } from '../../shared/reuse/generations.ts';
import { shareOf } from '../../shared/reuse/shares.ts';
import { kindsOfDesigns } from '../designs/lists/kindsOfDesigns.ts';
import { namedRevision } from '../designs/naming.ts';
import { designById, titlesOf } from '../designs/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { RowOf, Table } from '../views/table.ts';
import {
  allAmounts,
  allMachineHours,
  amountsOf,
  closedMass,
  machineHours,
  measuredReuse,
  reused,
} from './amounts.ts';
import { Embodied, savingsBy } from './costs.ts';
import { allEndings, carbonOf, circularityOf, endingsOf } from './material.ts';
import { generationsById } from './nodes.ts';
import { askInPieces, takePieces } from './pieces.ts';
import { networkBuildUses, networkFittings, networkThings } from './tables.ts';

/**
 * Figures of everything that is written down, each with the share of the data that it rests on. Others are served between
 * one and the next.
 */
export async function networkFiguresOf(views: ViewsReader): Promise<NetworkFigures> {
  const generations = await generationsOfAll(views);
  const amounts = await allAmounts(views);
  const toolClosure = shareOf(await allMachineHours(views));
  const ofLives = `${LIVES} and rowid > ?1 and rowid <= ?2 group by 1`;
  const lives = livesFigures(await askInPieces(views, livesRow, networkThings, ofLives));
  const commonality = commonalityOf(views);
  await setImmediate();
  return {
    generations: generations.map(([generation, things]) => ({ generation, things })),
    toolClosure,
    massClosure: shareOf(closedMass(amounts)),
    reuseRate: shareOf(reused(amounts)),
    reuseMeasured: measuredReuse(amounts),
    carbon: carbonOf(amounts),
    circularity: circularityOf(amounts, await allEndings(views)),
    ...lives,
    commonality,
    circles: await circlesOf(views),
  };
}

/**
 * The same of the things of one design.
 * @param price at which one is sold; null: nobody said
 */
export function designFiguresOf(
  views: ViewsReader,
  designId: string,
  price: { amount: number; currency: string } | null = null,
): DesignFigures {
  const embodied = new Embodied(views, designId);
  const amounts = amountsOf(views, designId);
  const { meanLives } = livesFigures(views.ask(livesRow, `${LIVES} and designId = ? group by 1`, designId));
  const things = 'select count(*) as things from networkThings where designId = ? and beingMade = 0';
  return {
    things: views.ask({ things: 'integer' }, things, designId)[0]?.things ?? 0,
    whereUsed: whereUsedByType(views, designId),
    meanLives,
    reuseRate: shareOf(reused(amounts)),
    reuseMeasured: measuredReuse(amounts),
    toolClosure: shareOf(machineHours(views, designId)),
    massClosure: shareOf(closedMass(amounts)),
    highestGeneration: highestGenerationOf(views, designId),
    embodiedCost: embodied.cost,
    lifetimes: embodied.lifetimes,
    cascadeSaving: savingsBy(views, designId, price),
    carbon: embodied.carbon,
    circularity: circularityOf(amounts, endingsOf(views, designId)),
  };
}

const used = { designId: 'text', now: 'integer', ever: 'integer' } as const;
/** Kinds of things in which things of a design are and were directly. */
function whereUsedByType(views: ViewsReader, designId: string): DesignFigures['whereUsed'] {
  const sql = `select wholes.designId as designId, count(distinct iif(until is null, wholes.itemId, null)) as now,
      count(distinct wholes.itemId) as ever
    from networkThings as parts cross join networkFittings as fittings on fittings.itemId = parts.itemId
      cross join networkThings as wholes on wholes.itemId = intoId
    where parts.designId = ? and wholes.designId is not null
    group by wholes.designId order by ever desc, wholes.designId limit 200`;
  return views.ask(used, sql, designId).flatMap(({ designId: of, ...counts }) => {
    const design = namedRevision(views, of, designById(views, of)?.latest ?? 1);
    return design ? [{ design, ...counts }] : [];
  });
}

const pair = { thing: 'text', machine: 'text' } as const;
const made = { itemId: 'text' } as const;

/** Things that are told apart by generation before others are served. */
const AT_ONCE = 2000;

/** How many of everything that was made are of which generation. */
async function generationsOfAll(views: ViewsReader): Promise<[number, number][]> {
  const piece = 'rowid > ?1 and rowid <= ?2';
  const things = await askInPieces(
    views,
    made,
    networkThings,
    `select itemId from networkThings where madeBy is not null and beingMade = 0 and ${piece}`,
  );
  const rows = await askInPieces(
    views,
    pair,
    networkBuildUses,
    `select distinct things.itemId as thing, machines.itemId as machine
      from networkBuildUses as links cross join networkThings as machines
        on machines.itemId = links.machineId and machines.how = 'made'
      cross join networkThings as things on things.madeBy = links.buildId
      where links.rowid > ?1 and links.rowid <= ?2`,
  );
  const machines = new Map<string, string[]>();
  for (const [index, { thing, machine }] of rows.entries()) {
    const those = machines.get(thing);
    if (those) those.push(machine);
    else machines.set(thing, [machine]);
    if (index % AT_ONCE === 0) await setImmediate();
  }
  const known = new Map<string, number>();
  const counts = new Map<number, number>();
  for (let from = 0; from < things.length; from += AT_ONCE) {
    const ids = things.slice(from, from + AT_ONCE).map(({ itemId }) => itemId);
    generationsOf(ids, (thing) => machines.get(thing) ?? [], known);
    for (const id of ids) count(counts, known.get(id) ?? 0, 1);
    await setImmediate();
  }
  return inOrder(counts);
}

const OF_DESIGN = 'select itemId from networkThings where designId = ? and beingMade = 0';
/** The largest among the things of a design. */
function highestGenerationOf(views: ViewsReader, designId: string): number {
  const ids = views.ask(made, OF_DESIGN, designId).map(({ itemId }) => itemId);
  const generations = generationsById(views, ids);
  return ids.reduce((highest, id) => Math.max(highest, generations.get(id) ?? 0), 0);
}

const count = (counts: Map<number, number>, number: number, more: number) =>
  counts.set(number, (counts.get(number) ?? 0) + more);
const inOrder = (counts: ReadonlyMap<number, number>): [number, number][] =>
  [...counts].toSorted(([one], [other]) => one - other);

const livesRow = { lives: 'integer', things: 'integer', unknown: 'integer' } as const;
const LIVES = `select fittings + (how = 'recovered') as lives, count(*) as things, sum(how = 'unknown') as unknown
    from networkThings where fittings > 0`;

function livesFigures(
  rows: readonly RowOf<Table<typeof livesRow>>[],
): Pick<NetworkFigures, 'lives' | 'meanLives'> {
  const counts = new Map<number, number>();
  for (const { lives, things } of rows) count(counts, lives, things);
  const all = rows.reduce((sum, { things }) => sum + things, 0);
  const unknown = rows.reduce((sum, row) => sum + row.unknown, 0);
  const total = rows.reduce((sum, { lives, things }) => sum + lives * things, 0);
  const meanLives: Figure = {
    value: all > 0 ? total / all : null,
    // What nobody knows the beginning of may have had lives before.
    restsOn: { known: all - unknown, all },
  };
  return { meanLives, lives: inOrder(counts).map(([lives, things]) => ({ lives, things })) };
}

/** Commonality of the newest parts lists of all designs; every factor is 1, as nobody writes likeness down. */
function commonalityOf(views: ViewsReader): NetworkFigures['commonality'] {
  const designs = kindsOfDesigns(views);
  const components = new Map<string, Set<string>>();
  let known = 0;
  for (const { designId, parts } of designs) {
    if (parts === null) continue;
    if (parts.size > 0) known += 1;
    for (const part of parts) {
      const parents = components.get(part);
      if (parents) parents.add(designId);
      else components.set(part, new Set([designId]));
    }
  }
  const figure = (value: number | null): Figure => ({ value, restsOn: { known, all: designs.length } });
  return {
    designs: known,
    components: components.size,
    dci: figure(degreeOfCommonality(components)),
    tcci: figure(totalConstantCommonality(components)),
    ci: figure(commonalityIndex(components)),
    pci: figure(percentCommonality(components)),
  };
}

const link = { from: 'text', to: 'text' } as const;
/** Designs that were made with each other, or hold each other: the relation of designs has circles, history has none. */
async function circlesOf(views: ViewsReader): Promise<NetworkFigures['circles']> {
  const once = new Map<string, { from: string; to: string }>();
  const take = (rows: readonly { from: string; to: string }[]) => {
    for (const { from, to } of rows) once.set(`${from} ${to}`, { from, to });
  };
  await takePieces(
    views,
    link,
    networkBuildUses,
    `select distinct machines.designId as "from", things.designId as "to" from networkBuildUses as links
        cross join networkThings as machines on machines.itemId = links.machineId
        cross join networkThings as things on things.madeBy = links.buildId
        where links.rowid > ?1 and links.rowid <= ?2
          and machines.designId is not null and things.designId is not null`,
    take,
  );
  await takePieces(
    views,
    link,
    networkFittings,
    `select distinct parts.designId as "from", wholes.designId as "to" from networkFittings as fittings
        cross join networkThings as parts on parts.itemId = fittings.itemId
        cross join networkThings as wholes on wholes.itemId = intoId
        where fittings.rowid > ?1 and fittings.rowid <= ?2
          and parts.designId is not null and wholes.designId is not null`,
    take,
  );
  const links = [...once.values()];
  const circles = circlesIn(new Set(links.flatMap(({ from, to }) => [from, to])), links);
  const titles = titlesOf(views, circles.flat());
  return circles.map((circle) => circle.map((designId) => ({ designId, title: titles.get(designId) ?? '' })));
}
