import type { LineChoice } from '../../shared/builds/events.ts';
import type { NamedRevision } from '../../shared/designs/naming.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import { UNITS } from '../../shared/designs/units.ts';
import type { CutList, PlanLine, PlanOption } from '../../shared/plans/views.ts';
import { cutFrom, type Piece } from '../../shared/stock/cutting.ts';
import type { Candidate } from '../items/candidates.ts';
import type { ShelfStock } from '../stock/queries.ts';
import { type LineTraits, mayMeet, type NamedCandidate, named, traitsOf } from './matching.ts';
import {
  freeBars,
  type MakingBuild,
  makingOption,
  type Place,
  Pools,
  stockOption,
  thingOption,
} from './pools.ts';

/** A line of the parts list and how it stands; quantities in its unit. */
export interface AskedLine {
  line: PartLine;
  materialId: string;
  needed: number;
  met: number;
  missing: number;
  choice: LineChoice | null;
}

/** A line as it is planned; what is kept for it stands on the shelves. */
export type PlannedLine = Omit<PlanLine, 'reserved'>;

/** All that a plan is made from. */
export interface PlanFacts {
  lines: readonly AskedLine[];
  shelves: readonly ShelfStock[];
  /** What this build has reserved itself, base units, by `{workshopId}-{materialId}`. */
  own: ReadonlyMap<string, number>;
  things: readonly Candidate[];
  builds: readonly MakingBuild[];
  /** Where a workshop is, seen from the one that builds. */
  place(workshopId: string | null): Place;
  named(of: { designId: string; revision: number }): NamedRevision | null;
}

/** Farther than this nothing is fetched by itself; it is still told of. Kilometres. */
const NEARBY = 100;
const MOST_OTHERS = 8;
const LEAST = 1e-9;
const tidy = (quantity: number): number => Number(quantity.toPrecision(12));

/** A line while it is being planned. */
interface Open {
  asked: AskedLine;
  traits: LineTraits;
  left: number;
  plan: PlanOption[];
  used: Set<string>;
}

interface CutPiece extends Piece {
  line: string;
  of: Open;
}

const isNear = ({ kilometres }: Place): boolean => kilometres !== null && kilometres <= NEARBY;
const isCutInPieces = ({ line }: AskedLine): boolean =>
  line.cut !== null && UNITS[line.unit].measures === 'count';

/** What the shelf of a material holds, in the unit of a line; null where they measure different things. */
const inLineUnit = (amount: number, { unit: asked }: PartLine, { unit }: ShelfStock): number | null =>
  UNITS[asked].measures === UNITS[unit].measures ? amount / UNITS[asked].inBase : null;

/** The plan: how each line can be met from what is there, and what is left to buy. Pure; made anew at each reading. */
export function planOf(facts: PlanFacts): { lines: PlannedLine[]; cuts: CutList[] } {
  const pools = new Pools(facts.shelves, facts.own, facts.place);
  const things = facts.things
    .map(named)
    .toSorted((one, other) => far(facts.place(one.workshopId)) - far(facts.place(other.workshopId)));
  const index = indexOf(things);
  const open = facts.lines.map(
    (asked): Open => ({
      asked,
      traits: traitsOf(asked.line),
      left: asked.missing,
      plan: [],
      used: new Set(),
    }),
  );
  const matches = new Map(open.map((one) => [one, matching(one.traits, index)]));
  const of = (one: Open) => matches.get(one) ?? [];

  for (const one of open) choose(one, facts, pools, of(one));
  const cuts = cutAll(open, facts, pools);
  for (const one of open) fromShelves(one, pools);
  for (const one of open) fromThings(one, of(one), pools);
  for (const one of open) fromBuilds(one, facts, pools);
  for (const one of open) rest(one, facts);
  return {
    lines: open.map((one) => lineOf(one, otherWays(one, facts, pools, of(one)))),
    cuts,
  };
}

const far = ({ kilometres }: Place): number => kilometres ?? Number.POSITIVE_INFINITY;

/** Things by what a line may know them by, so that a thousand lines need not look at each. */
interface Index {
  byDesign: Map<string, NamedCandidate[]>;
  byWords: Map<string, NamedCandidate[]>;
  /** Those that have a size. */
  sized: NamedCandidate[];
  order: Map<NamedCandidate, number>;
}

function indexOf(things: readonly NamedCandidate[]): Index {
  const index: Index = { byDesign: new Map(), byWords: new Map(), sized: [], order: new Map() };
  const put = (map: Map<string, NamedCandidate[]>, key: string, thing: NamedCandidate) => {
    const those = map.get(key);
    if (those) those.push(thing);
    else map.set(key, [thing]);
  };
  for (const [place, thing] of things.entries()) {
    index.order.set(thing, place);
    if (thing.item.of) put(index.byDesign, thing.item.of.designId, thing);
    for (const words of thing.words) put(index.byWords, words, thing);
    if (thing.item.sizes.length + thing.item.interfaces.length > 0) index.sized.push(thing);
  }
  return index;
}

function matching(traits: LineTraits, { byDesign, byWords, sized, order }: Index): NamedCandidate[] {
  const found = new Set([
    ...[...traits.designs].flatMap((design) => byDesign.get(design) ?? []),
    ...[...traits.words].flatMap((words) => byWords.get(words) ?? []),
    ...(traits.kind !== null && traits.sizes.length > 0 ? sized : []),
  ]);
  return [...found]
    .filter((thing) => mayMeet(traits, thing))
    .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
}

function add(one: Open, option: PlanOption, key: string): void {
  one.plan.push(option);
  one.used.add(key);
  one.left = Math.max(0, one.left - option.quantity);
}

const stockKeyOf = ({ workshopId, materialId }: ShelfStock): string => `${workshopId}-${materialId}`;

/** What somebody has chosen comes first; of things and builds only what is really there. */
function choose(one: Open, facts: PlanFacts, pools: Pools, matches: readonly NamedCandidate[]): void {
  const { choice, line } = one.asked;
  if (choice === null || one.left <= LEAST) return;
  if (choice.how === 'new') {
    add(one, { how: 'buy', price: line.price, quantity: tidy(one.left) }, 'buy');
  } else if (choice.how === 'atHand') {
    add(one, { how: 'atHand', quantity: tidy(one.left) }, 'atHand');
  } else if (choice.how === 'item') {
    const thing =
      matches.find(({ item }) => item.itemId === choice.itemId) ??
      facts.things.filter(({ item }) => item.itemId === choice.itemId).map(named)[0];
    if (thing && pools.takeThing(thing)) {
      add(one, thingOption(thing, facts.place(thing.workshopId)), thing.item.itemId);
    }
  } else if (choice.how === 'made') {
    const build = facts.builds.find(({ buildId }) => buildId === choice.buildId);
    const quantity = build ? pools.takeMade(build, one.left) : 0;
    if (build && quantity > 0) {
      add(one, makingOption(build, facts.place(build.workshopId), tidy(quantity)), build.buildId);
    }
  } else if (!isCutInPieces(one.asked)) {
    const entry = pools
      .shelvesOf(choice.materialId)
      .find(({ shelf }) => shelf.workshopId === choice.workshopId);
    if (entry) fromShelf(one, entry, pools);
  }
}

function fromShelf(one: Open, entry: { shelf: ShelfStock; left: number }, pools: Pools): void {
  const { line } = one.asked;
  if (inLineUnit(entry.left, line, entry.shelf) === null) return;
  const { inBase } = UNITS[line.unit];
  const taken = pools.take(entry, one.left * inBase);
  if (taken <= LEAST) return;
  const place = pools.places(entry.shelf.workshopId);
  add(one, stockOption(entry, place, tidy(taken / inBase), []), stockKeyOf(entry.shelf));
}

/** Cuts what lines need of each material together, here first, then in the nearest workshop, and so on. */
function cutAll(open: readonly Open[], { place }: PlanFacts, pools: Pools): CutList[] {
  const ofMaterial = Map.groupBy(
    open.filter((one) => one.left > LEAST && isCutInPieces(one.asked)),
    ({ asked }) => asked.materialId,
  );
  return [...ofMaterial].map(([materialId, lines]): CutList => {
    let lacking = lines.flatMap((one): CutPiece[] => {
      const { line } = one.asked;
      const { length = 0, kerf = 0 } = line.cut ?? {};
      const count = Math.min(10_000, Math.ceil(one.left * UNITS[line.unit].inBase - LEAST));
      return Array.from({ length: count }, () => ({ length, kerf, line: line.id, of: one }));
    });
    const bars: CutList['bars'] = [];
    for (const entry of pools.shelvesOf(materialId)) {
      const where = place(entry.shelf.workshopId);
      if (lacking.length === 0) break;
      if (!isNear(where)) continue;
      const { cut, lacking: still } = cutFrom(lacking, freeBars(entry));
      lacking = still;
      const lengths = new Map<Open, { lengths: number[]; pieces: number }>();
      for (const { bar, pieces, left } of cut) {
        pools.take(entry, bar.length);
        bars.push({
          ...where,
          lotId: bar.lotId,
          length: bar.length,
          pieces: pieces.map(({ line, length }) => ({ line, length })),
          left: tidy(left),
        });
        for (const of of new Set(pieces.map((piece) => piece.of))) {
          const known = lengths.get(of) ?? { lengths: [], pieces: 0 };
          known.lengths.push(bar.length);
          known.pieces += pieces.filter((piece) => piece.of === of).length;
          lengths.set(of, known);
        }
      }
      for (const [one, cutHere] of lengths) {
        const quantity = cutHere.pieces / UNITS[one.asked.line.unit].inBase;
        add(one, stockOption(entry, where, quantity, cutHere.lengths), stockKeyOf(entry.shelf));
      }
    }
    return {
      materialId,
      name: lines[0]?.asked.line.cut?.stock ?? '',
      bars,
      lacking: lacking.map(({ line, length }) => ({ line, length })),
      lackingMillimetres: tidy(lacking.reduce((sum, { length, kerf }) => sum + length + kerf, 0)),
    };
  });
}

function fromShelves(one: Open, pools: Pools): void {
  if (isCutInPieces(one.asked)) return;
  for (const entry of pools.shelvesOf(one.asked.materialId)) {
    if (one.left <= LEAST) return;
    if (isNear(pools.places(entry.shelf.workshopId))) fromShelf(one, entry, pools);
  }
}

/** What is used already, before anything new; a thing goes into one line only. */
function fromThings(one: Open, matches: readonly NamedCandidate[], pools: Pools): void {
  const { measures } = UNITS[one.asked.line.unit];
  if (measures !== 'count' && measures !== 'set') return;
  for (const thing of matches) {
    if (one.left <= LEAST) return;
    const place = pools.places(thing.workshopId);
    if (isNear(place) && pools.takeThing(thing)) add(one, thingOption(thing, place), thing.item.itemId);
  }
}

/** Builds that make what a line asks for, those for this very line first. */
function makers({ asked, traits }: Open, builds: readonly MakingBuild[]): MakingBuild[] {
  const { line, materialId } = asked;
  const fits = (build: MakingBuild) =>
    build.forLine === line.id ||
    (build.forLine === null &&
      ((build.designId !== null && traits.designs.has(build.designId)) || build.materialId === materialId));
  const rank = ({ forLine }: MakingBuild) => (forLine === line.id ? 0 : 1);
  return builds.filter(fits).sort((one, other) => rank(one) - rank(other));
}

function fromBuilds(one: Open, { builds, place }: PlanFacts, pools: Pools): void {
  for (const build of makers(one, builds)) {
    if (one.left <= LEAST) return;
    const where = place(build.workshopId);
    if (build.forLine === null && !isNear(where)) continue;
    const quantity = pools.takeMade(build, one.left);
    if (quantity > 0) add(one, makingOption(build, where, tidy(quantity)), build.buildId);
  }
}

/** What nothing here or nearby meets: made, where it is to be made and not only cut from a bar; else bought. */
function rest(one: Open, { named: nameOf }: PlanFacts): void {
  const { line } = one.asked;
  if (one.left <= LEAST) return;
  const quantity = tidy(one.left);
  const of = line.of && nameOf(line.of);
  if (isMade(one.asked)) add(one, { how: 'make', of, quantity }, 'make');
  else add(one, { how: 'buy', price: line.price, quantity }, 'buy');
}

/** Cut pieces come from bars, and it is those that are bought. */
const isMade = ({ line }: Open['asked']): boolean =>
  line.source === 'make' && (line.of !== null || line.cut === null);

/** What else might meet a line, the nearest first; two lines may be offered the same. */
function otherWays(
  one: Open,
  { builds, place, named: nameOf }: PlanFacts,
  pools: Pools,
  matches: readonly NamedCandidate[],
): PlanOption[] {
  const { line, materialId, missing } = one.asked;
  if (missing <= LEAST) return [];
  const ways: { option: PlanOption; far: number }[] = [];
  const offer = (key: string, where: Place, option: PlanOption) => {
    if (!one.used.has(key)) ways.push({ option, far: far(where) });
  };
  for (const entry of pools.shelvesOf(materialId)) {
    // The nearest come first.
    if (ways.length >= MOST_OTHERS) break;
    const amount = isCutInPieces(one.asked) ? null : inLineUnit(entry.left, line, entry.shelf);
    const where = place(entry.shelf.workshopId);
    if ((amount ?? entry.left) <= LEAST || one.used.has(stockKeyOf(entry.shelf))) continue;
    const lengths = amount === null ? entry.shelf.pieces.slice(0, 20).map(({ length }) => length) : [];
    offer(stockKeyOf(entry.shelf), where, stockOption(entry, where, tidy(amount ?? 0), lengths));
  }
  for (const thing of matches.slice(0, MOST_OTHERS * 4)) {
    const where = place(thing.workshopId);
    offer(thing.item.itemId, where, thingOption(thing, where));
  }
  for (const build of makers(one, builds)) {
    const where = place(build.workshopId);
    offer(build.buildId, where, makingOption(build, where, build.count));
  }
  ways.sort((a, b) => a.far - b.far);
  const options = ways.slice(0, MOST_OTHERS - 2).map(({ option }) => option);
  const of = line.of && nameOf(line.of);
  if ((of || isMade(one.asked)) && !one.used.has('make'))
    options.push({ how: 'make', of, quantity: tidy(missing) });
  if (!one.used.has('buy')) options.push({ how: 'buy', price: line.price, quantity: tidy(missing) });
  return options;
}

const lineOf = ({ asked, plan }: Open, others: PlanOption[]): PlannedLine => ({
  line: asked.line.id,
  name: asked.line.name,
  specification: asked.line.specification,
  unit: asked.line.unit,
  tracked: asked.line.tracked,
  materialId: asked.materialId,
  needed: tidy(asked.needed),
  met: tidy(asked.met),
  missing: tidy(asked.missing),
  cut: asked.line.cut,
  chosen: asked.choice?.how ?? null,
  plan,
  else: others,
});
