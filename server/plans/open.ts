import { UNITS } from '../../shared/designs/units.ts';
import type { PlanOption } from '../../shared/plans/views.ts';
import type { ShelfStock } from '../stock/queries.ts';
import { type AskedLine, LEAST, type PlannedLine, tidy } from './asked.ts';
import type { MakingIndex, ShelfIndex, ShelfMatch, ThingIndex, ThingMatch } from './indexes.ts';
import { type LineTraits, traitsOf } from './matching.ts';
import { stockOption, thingOption } from './options.ts';
import type { MakingBuild, Place, Pools } from './pools.ts';

/** A line while it is being planned, with all that may meet it. */
export interface OpenLine {
  asked: AskedLine;
  traits: LineTraits;
  shelves: readonly ShelfMatch[];
  things: readonly ThingMatch[];
  makers: readonly MakingBuild[];
  /** How much of what is missing nothing meets yet, in the unit of the line. */
  left: number;
  plan: PlanOption[];
  /** Shelves, things and builds that the plan takes for it. */
  used: Set<string>;
}

export interface Indexes {
  shelves: ShelfIndex;
  things: ThingIndex;
  making: MakingIndex;
}

/** A line with what may meet it; nothing is looked up for what is met. */
export function opened(asked: AskedLine, { shelves, things, making }: Indexes): OpenLine {
  const traits = traitsOf(asked.line);
  const isMissing = asked.missing > LEAST;
  return {
    asked,
    traits,
    shelves: isMissing ? shelves.matching(asked, traits) : [],
    things: isMissing ? things.matching(traits) : [],
    makers: isMissing ? making.makers(asked, traits) : [],
    left: asked.missing,
    plan: [],
    used: new Set(),
  };
}

/** The plan meets a line, or a part of it, in this way. */
export function meet(one: OpenLine, option: PlanOption, key: string): void {
  one.plan.push(option);
  one.used.add(key);
  one.left = Math.max(0, one.left - option.quantity);
}

export const keyOfShelf = ({ workshopId, materialId }: ShelfStock): string => `${workshopId}-${materialId}`;

/** What lies on a shelf in the unit of a line; null where they measure different things. */
export function inLineUnit(amount: number, { line }: AskedLine, { unit }: ShelfStock): number | null {
  const [asked, kept] = [UNITS[line.unit], UNITS[unit]];
  return asked.measures === kept.measures ? amount / asked.inBase : null;
}

/** Takes as much as is left to be met, or as there is; `most` base units of it. */
export function takeFrom(
  one: OpenLine,
  { entry, fits }: ShelfMatch,
  pools: Pools,
  most = Number.POSITIVE_INFINITY,
): void {
  const { line } = one.asked;
  if (inLineUnit(entry.left, one.asked, entry.shelf) === null) return;
  const { inBase } = UNITS[line.unit];
  const taken = pools.take(entry, Math.min(most, one.left * inBase));
  if (taken <= LEAST) return;
  meet(one, stockOption(entry, fits, tidy(taken / inBase), []), keyOfShelf(entry.shelf));
}

/** Takes a thing, unless another line has it. */
export function takeThing(one: OpenLine, { thing, fits }: ThingMatch, place: Place, pools: Pools): void {
  if (pools.takeThing(thing)) meet(one, thingOption(thing, fits, place), thing.item.itemId);
}

/** The line as it leaves the plan. */
export const plannedLine = ({ asked, plan }: OpenLine, others: PlanOption[]): PlannedLine => ({
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
