import { setImmediate } from 'node:timers/promises';
import { type Build, openBuildsOf } from '../builds/queries.ts';
import { namedRevision, namedWorkshop } from '../designs/naming.ts';
import { candidatesFor } from '../items/candidates.ts';
import { allMachines } from '../machines/queries.ts';
import { kilometresBetween } from '../stock/places.ts';
import { stockKey } from '../stock/projection.ts';
import { reservationsOfBuild, type ShelfStock, shelvesNear, shelvesOf } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { allWorkshops, workshopById } from '../workshops/queries.ts';
import { type AskedLine, far, type PlanFacts } from './asked.ts';
import { designsOf, traitsOf } from './matching.ts';
import { eachInPieces } from './pieces.ts';
import type { MakingBuild, Place } from './pools.ts';
import type { PlanSubject } from './subject.ts';

/** Workshops among which a plan looks for what many of them keep. */
const NEAREST = 10;
/** Materials of which shelves are looked for before others are served. */
const AT_ONCE = 200;
const LINES_AT_ONCE = 250;

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
export function placesFrom(views: ViewsReader, from: string): (workshopId: string | null) => Place {
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

const nearestTo = (views: ViewsReader, place: (workshopId: string | null) => Place): string[] =>
  allWorkshops(views)
    .map(({ workshopId }) => ({ workshopId, far: far(place(workshopId)) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, NEAREST)
    .map((one) => one.workshopId);

/** What lines ask for: materials, chosen ones and such that may stand in, and designs. */
async function askedFor(
  lines: readonly AskedLine[],
): Promise<{ materials: Set<string>; designs: Set<string> }> {
  const [materials, designs] = [new Set<string>(), new Set<string>()];
  await eachInPieces(lines, LINES_AT_ONCE, ({ line, materialId, choice, kept }) => {
    const traits = traitsOf(line);
    materials.add(materialId);
    if (choice?.how === 'stock') materials.add(choice.materialId);
    for (const one of traits.alternatives) materials.add(one);
    for (const one of kept) materials.add(one.materialId);
    for (const one of designsOf(traits)) designs.add(one);
  });
  return { materials, designs };
}

/** Shelves of these materials, and whatever else lies in the nearest workshops. */
async function shelvesFor(
  views: ViewsReader,
  materials: ReadonlySet<string>,
  nearest: readonly string[],
): Promise<ShelfStock[]> {
  const found = new Map<string, ShelfStock>();
  const ids = [...materials];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const shelf of shelvesOf(views, ids.slice(from, from + AT_ONCE), nearest)) {
      found.set(stockKey(shelf.workshopId, shelf.materialId), shelf);
    }
    await setImmediate();
  }
  for (const shelf of shelvesNear(views, nearest)) {
    const key = stockKey(shelf.workshopId, shelf.materialId);
    if (!found.has(key)) found.set(key, shelf);
  }
  return [...found.values()];
}

/** What this very build keeps on shelves, base units, by shelf. */
function ownOf(views: ViewsReader, build: Build | null): Map<string, number> {
  const own = new Map<string, number>();
  for (const { workshopId, materialId, amount } of build ? reservationsOfBuild(views, build.buildId) : []) {
    const key = stockKey(workshopId, materialId);
    own.set(key, (own.get(key) ?? 0) + amount);
  }
  return own;
}

/** What a plan is made from, and the workshops nearest to it; others are served in between. */
export async function factsFor(
  views: ViewsReader,
  { build, workshopId }: PlanSubject,
  asked: readonly AskedLine[],
): Promise<{ facts: PlanFacts; nearest: readonly string[]; designs: ReadonlySet<string> }> {
  const { materials, designs } = await askedFor(asked.filter((one) => one.missing > 0));
  const place = placesFrom(views, workshopId);
  const nearest = nearestTo(views, place);
  const retired = allMachines(views).flatMap((machine) =>
    machine.retired && machine.lentBy === null ? [machine.machineId] : [],
  );
  await setImmediate();
  const shelves = await shelvesFor(views, materials, nearest);
  const things = candidatesFor(views, workshopId, [...designs], retired).filter(
    ({ item }) => !build?.things.includes(item.inside ?? ''),
  );
  await setImmediate();
  const facts: PlanFacts = {
    lines: asked,
    shelves,
    own: ownOf(views, build),
    things,
    builds: makingFor(views, build),
    place,
    named: ({ designId, revision }) => namedRevision(views, designId, revision),
  };
  return { facts, nearest, designs };
}
