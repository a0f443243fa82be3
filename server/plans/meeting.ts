import { UNITS } from '../../shared/designs/units.ts';
import { isCutInPieces, isNear, isSure, LEAST, type PlanFacts, tidy } from './asked.ts';
import { type NamedCandidate, named } from './matching.ts';
import { meet, type OpenLine, takeFrom, takeThing } from './open.ts';
import { makingOption } from './options.ts';
import type { Pools } from './pools.ts';

/** A rule by which a line is met from what is there; those before it have had their turn with every line. */
export type MeetingRule = (one: OpenLine, facts: PlanFacts, pools: Pools) => void;

/** What shelves keep for this very line is taken for it before anything else. */
export const asKept: MeetingRule = (one, _, pools) => {
  if (isCutInPieces(one.asked)) return;
  for (const { workshopId, materialId, amount } of one.asked.kept) {
    const entry = pools.entryOf(workshopId, materialId);
    // What somebody keeps for a line that does not name it stands in for it.
    const known = one.shelves.find((match) => match.entry === entry);
    if (entry && one.left > LEAST) takeFrom(one, known ?? { entry, fits: 'alternative' }, pools, amount);
  }
};

/** What somebody has chosen comes next; of things and builds only what is really there. */
export const asChosen: MeetingRule = (one, facts, pools) => {
  const { choice, line } = one.asked;
  if (choice === null || one.left <= LEAST) return;
  switch (choice.how) {
    case 'new':
      return meet(one, { how: 'buy', price: line.price, quantity: tidy(one.left) }, 'buy');
    case 'atHand':
      return meet(one, { how: 'atHand', quantity: tidy(one.left) }, 'atHand');
    case 'item': {
      const isIt = (thing: Pick<NamedCandidate, 'item'>) => thing.item.itemId === choice.itemId;
      const known = one.things.find(({ thing }) => isIt(thing));
      const other = facts.things
        .filter(isIt)
        .map((thing) => ({ thing: named(thing), fits: 'asAsked' as const }));
      const match = known ?? other[0];
      if (match) takeThing(one, match, facts.place(match.thing.workshopId), pools);
      return;
    }
    case 'made': {
      const build = facts.builds.find(({ buildId }) => buildId === choice.buildId);
      const quantity = build ? pools.takeMade(build, one.left) : 0;
      if (build && quantity > 0) {
        meet(one, makingOption(build, facts.place(build.workshopId), tidy(quantity)), build.buildId);
      }
      return;
    }
    case 'stock': {
      if (isCutInPieces(one.asked)) return;
      const entry = pools.entryOf(choice.workshopId, choice.materialId);
      const known = one.shelves.find((match) => match.entry === entry);
      if (entry) takeFrom(one, known ?? { entry, fits: 'alternative' }, pools);
    }
  }
};

/** Off shelves, here first, then nearby; only what surely is what the line asks for. */
export const offShelves: MeetingRule = (one, _, pools) => {
  if (isCutInPieces(one.asked)) return;
  for (const match of one.shelves) {
    if (one.left <= LEAST) return;
    if (isNear(match.entry.place) && isSure(match.fits)) takeFrom(one, match, pools);
  }
};

/** What is used already, before anything new; a thing goes into one line only. */
export const byThings: MeetingRule = (one, facts, pools) => {
  const { measures } = UNITS[one.asked.line.unit];
  if (measures !== 'count' && measures !== 'set') return;
  for (const match of one.things) {
    if (one.left <= LEAST) return;
    const place = facts.place(match.thing.workshopId);
    if (isNear(place) && isSure(match.fits)) takeThing(one, match, place, pools);
  }
};

/** By what builds make, near ones, and those that were begun for this very line wherever they are. */
export const byBuilds: MeetingRule = (one, facts, pools) => {
  for (const build of one.makers) {
    if (one.left <= LEAST) return;
    const place = facts.place(build.workshopId);
    if (build.forLine === null && !isNear(place)) continue;
    const quantity = pools.takeMade(build, one.left);
    if (quantity > 0) meet(one, makingOption(build, place, tidy(quantity)), build.buildId);
  }
};

/** Whether it is made, and not only cut: cut pieces come from bars, and it is those that are bought. */
export const isMade = ({ asked }: OpenLine): boolean =>
  asked.line.source === 'make' && (asked.line.of !== null || asked.line.cut === null);

/** What nothing here or nearby meets: made, where it is to be made; else bought. */
export const madeOrBought: MeetingRule = (one, facts) => {
  const { line } = one.asked;
  if (one.left <= LEAST) return;
  const quantity = tidy(one.left);
  if (isMade(one)) meet(one, { how: 'make', of: line.of && facts.named(line.of), quantity }, 'make');
  else meet(one, { how: 'buy', price: line.price, quantity }, 'buy');
};
