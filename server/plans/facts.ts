import type { LineView } from '../../shared/builds/views.ts';
import { UNITS } from '../../shared/designs/units.ts';
import type { PlanView } from '../../shared/plans/views.ts';
import { leavesOf } from '../builds/lines.ts';
import { type Build, openBuildsOf } from '../builds/queries.ts';
import { namedRevision, namedWorkshop } from '../designs/naming.ts';
import { candidatesFor } from '../items/candidates.ts';
import { allMachines } from '../machines/queries.ts';
import { stockStream } from '../stock/commands.ts';
import { materialOfLine } from '../stock/materials.ts';
import { kilometresBetween } from '../stock/places.ts';
import { reservationsOfBuild, shelvesOf } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { allWorkshops, workshopById } from '../workshops/queries.ts';
import { type AskedLine, type PlanFacts, planOf } from './plan.ts';
import type { MakingBuild, Place } from './pools.ts';

/** For what a plan is made. */
export interface PlanSubject {
  /** Null: before there is a build. */
  build: Build | null;
  of: { designId: string; revision: number } | null;
  workshopId: string;
  things: number;
  lines: readonly LineView[];
}

/** Streams that one page may watch. */
const MOST_TOPICS = 400;

/** What open builds make that is not spoken for by another one. */
function makingFor(views: ViewsReader, build: Build | null): MakingBuild[] {
  return openBuildsOf(views, null).flatMap((one): MakingBuild[] => {
    const { buildId, name, workshopId, of, product, things, forBuild, kind } = one;
    if (buildId === build?.buildId || (kind !== 'make' && kind !== 'spare')) return [];
    if (forBuild !== null && forBuild.buildId !== build?.buildId) return [];
    const count = things.length > 0 ? things.length : product?.unit === 'piece' ? product.quantity : 0;
    if (count === 0) return [];
    return [
      {
        buildId,
        name,
        workshopId,
        designId: of?.designId ?? null,
        materialId: product?.materialId ?? null,
        count,
        forLine: forBuild?.line ?? null,
      },
    ];
  });
}

/** Where workshops are, seen from one of them; each is looked up once. */
function placesFrom(views: ViewsReader, from: string): (workshopId: string | null) => Place {
  const here = workshopById(views, from);
  const known = new Map<string | null, Place>();
  return (workshopId) => {
    const before = known.get(workshopId);
    if (before) return before;
    const there = workshopId === null ? null : workshopById(views, workshopId);
    const kilometres = workshopId === from ? 0 : kilometresBetween(here, there);
    const place = { workshop: namedWorkshop(views, workshopId), kilometres };
    known.set(workshopId, place);
    return place;
  };
}

/** Workshops among which a plan looks for what many of them keep. */
const NEAREST = 10;

const nearestTo = (views: ViewsReader, place: (workshopId: string | null) => Place): string[] =>
  allWorkshops(views)
    .map((one) => ({ ...one, far: place(one.workshopId).kilometres ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.far - other.far)
    .slice(0, NEAREST)
    .map((one) => one.workshopId);

const askedOf = (view: LineView): AskedLine => ({
  line: view.line,
  materialId: materialOfLine(view.line),
  needed: view.needed,
  met: view.met,
  missing: view.missing,
  choice: view.choice,
});

/** Which streams would change this plan; the nearest things first. */
function topicsOf(
  { build, workshopId }: PlanSubject,
  asked: readonly AskedLine[],
  { shelves }: PlanFacts,
  { lines }: ReturnType<typeof planOf>,
): string[] {
  const options = lines.flatMap((line) => [...line.plan, ...line.else]);
  const topics = new Set<string>(build === null ? [] : [`build-${build.buildId}`]);
  for (const { materialId } of asked) topics.add(stockStream(workshopId, materialId));
  for (const shelf of shelves) topics.add(stockStream(shelf.workshopId, shelf.materialId));
  for (const option of options) {
    if ('itemId' in option) topics.add(`item-${option.itemId}`);
    if ('buildId' in option) topics.add(`build-${option.buildId}`);
  }
  return [...topics].slice(0, MOST_TOPICS);
}

/** The plan for a build, or for a revision before there is one. */
export function planFor(views: ViewsReader, subject: PlanSubject): PlanView {
  const { build, of, workshopId, things } = subject;
  const asked = leavesOf(subject.lines).map(askedOf);
  const designIds = new Set(
    asked.flatMap(({ line }) =>
      [line.of, ...line.alternatives.map((one) => one.of)].flatMap((one) => one?.designId ?? []),
    ),
  );
  const materialIds = asked.flatMap(({ materialId, choice }) =>
    choice?.how === 'stock' ? [materialId, choice.materialId] : [materialId],
  );
  const retired = allMachines(views).flatMap((machine) =>
    machine.retired && machine.lentBy === null ? [machine.machineId] : [],
  );
  const own = new Map<string, number>();
  const reservations = build === null ? [] : reservationsOfBuild(views, build.buildId);
  for (const kept of reservations) {
    const key = `${kept.workshopId}-${kept.materialId}`;
    own.set(key, (own.get(key) ?? 0) + kept.amount);
  }
  const place = placesFrom(views, workshopId);
  const facts: PlanFacts = {
    lines: asked,
    shelves: shelvesOf(views, materialIds, nearestTo(views, place)),
    own,
    things: candidatesFor(views, workshopId, [...designIds], retired).filter(
      ({ item }) => !build?.things.includes(item.inside ?? ''),
    ),
    builds: makingFor(views, build),
    place,
    named: ({ designId, revision }) => namedRevision(views, designId, revision),
  };
  const plan = planOf(facts);
  const bought = plan.lines.flatMap(({ plan: options }) => options.filter(({ how }) => how === 'buy'));
  const sums = new Map<string, number>();
  let priced = 0;
  for (const option of bought) {
    if (option.how !== 'buy' || option.price === null) continue;
    const { currency, amount } = option.price;
    priced++;
    sums.set(currency, (sums.get(currency) ?? 0) + amount * option.quantity);
  }
  return {
    buildId: build?.buildId ?? null,
    of: of && namedRevision(views, of.designId, of.revision),
    workshop: namedWorkshop(views, workshopId),
    things,
    lines: plan.lines.map((line) => ({
      ...line,
      reserved: reservations
        .filter((kept) => kept.line === line.line)
        .map(({ stockReservationId, workshopId, materialId, name, unit, amount }) => {
          const quantity = Number((amount / UNITS[unit].inBase).toPrecision(12));
          const workshop = namedWorkshop(views, workshopId);
          return { stockReservationId, workshop, materialId, name, quantity, unit };
        }),
    })),
    cuts: plan.cuts,
    toBuy: bought.length,
    costs: {
      sums: [...sums].map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 })),
      priced,
      all: bought.length,
    },
    topics: topicsOf(subject, asked, facts, plan),
  };
}
