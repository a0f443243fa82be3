import type { CutList } from '../../shared/plans/views.ts';
import { far, type PlanFacts, type PlannedLine } from './asked.ts';
import { cutLines, cutTogether } from './cutting.ts';
import { MakingIndex, ShelfIndex, ThingIndex } from './indexes.ts';
import { named } from './matching.ts';
import {
  asChosen,
  asKept,
  byBuilds,
  byThings,
  type MeetingRule,
  madeOrBought,
  offShelves,
} from './meeting.ts';
import { type OpenLine, opened, plannedLine } from './open.ts';
import { otherWays } from './otherWays.ts';
import { Pools } from './pools.ts';

/** How each line is met, and what is cut from which bar. */
export interface Plan {
  lines: PlannedLine[];
  cuts: CutList[];
}

/** Lines that are planned before others may be served: some milliseconds. */
const AT_ONCE = 250;

/**
 * The plan: how each line can be met from what is there, and what is left to buy. Pure; made anew at each reading. It
 * stops between pieces, so that nobody has to wait for a long one; `planOf` makes it in one go.
 */
export function* planning(facts: PlanFacts): Generator<undefined, Plan> {
  const pools = new Pools(facts.shelves, facts.own, facts.place);
  const things = facts.things
    .map(named)
    .toSorted((one, other) => far(facts.place(one.workshopId)) - far(facts.place(other.workshopId)));
  yield;
  const indexes = {
    shelves: new ShelfIndex(pools.entries),
    things: new ThingIndex(things),
    making: new MakingIndex(facts.builds),
  };
  yield;
  const open: OpenLine[] = [];
  for (const [index, asked] of facts.lines.entries()) {
    open.push(opened(asked, indexes));
    if (index % AT_ONCE === AT_ONCE - 1) yield;
  }

  // What is kept, and what somebody chose; then what is cut, because pieces of many lines come from one bar; then the nearest and used before the new.
  yield* meetAll(asKept, open, facts, pools);
  yield* meetAll(asChosen, open, facts, pools);
  const cuts: CutList[] = [];
  for (const [materialId, lines] of cutLines(open)) {
    cuts.push(cutTogether(materialId, lines, pools));
    yield;
  }
  for (const rule of [offShelves, byThings, byBuilds, madeOrBought]) {
    yield* meetAll(rule, open, facts, pools);
  }

  const lines: PlannedLine[] = [];
  for (const [index, one] of open.entries()) {
    lines.push(plannedLine(one, otherWays(one, facts)));
    if (index % AT_ONCE === AT_ONCE - 1) yield;
  }
  return { lines, cuts };
}

function* meetAll(
  rule: MeetingRule,
  open: readonly OpenLine[],
  facts: PlanFacts,
  pools: Pools,
): Generator<undefined, void> {
  for (const [index, one] of open.entries()) {
    rule(one, facts, pools);
    if (index % (AT_ONCE * 4) === AT_ONCE * 4 - 1) yield;
  }
}

/** The whole plan at once. */
export function planOf(facts: PlanFacts): Plan {
  const steps = planning(facts);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
