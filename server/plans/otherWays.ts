import type { PlanOption } from '../../shared/plans/views.ts';
import { far, isCutInPieces, LEAST, type PlanFacts, tidy } from './asked.ts';
import { isMade } from './meeting.ts';
import { inLineUnit, keyOfShelf, type OpenLine } from './open.ts';
import { makingOption, stockOption, thingOption } from './options.ts';
import type { Place } from './pools.ts';

/** Ways beside those of the plan that one line tells. */
const MOST_OTHERS = 8;
/** Of which so many are places: making and buying can always be said. */
const MOST_PLACES = MOST_OTHERS - 2;
/** Lengths of one shelf that are told. */
const MOST_LENGTHS = 20;

/** What else might meet a line, the nearest first; two lines may be offered the same. */
export function otherWays(one: OpenLine, { place, named }: PlanFacts): PlanOption[] {
  const { line, missing } = one.asked;
  if (missing <= LEAST) return [];
  const ways = [...shelvesBeside(one), ...thingsBeside(one, place), ...buildsBeside(one, place)];
  const options = ways
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_PLACES)
    .map(({ option }) => option());
  const of = line.of && named(line.of);
  if ((of || isMade(one)) && !one.used.has('make')) {
    options.push({ how: 'make', of, quantity: tidy(missing) });
  }
  if (!one.used.has('buy')) options.push({ how: 'buy', price: line.price, quantity: tidy(missing) });
  return options;
}

/** One way, which is made into an option only where it is told. */
interface Way {
  far: number;
  option: () => PlanOption;
}

function* shelvesBeside(one: OpenLine): Generator<Way> {
  let count = 0;
  for (const { entry, fits } of one.shelves) {
    if (count >= MOST_OTHERS) return;
    const { shelf, left, place } = entry;
    const isCut = isCutInPieces(one.asked);
    const amount = isCut ? null : inLineUnit(left, one.asked, shelf);
    // What is counted otherwise cannot be told in the unit of the line.
    if (amount === null && !isCut) continue;
    if ((amount ?? left) <= LEAST || one.used.has(keyOfShelf(shelf))) continue;
    count += 1;
    const lengths = amount === null ? shelf.pieces.slice(0, MOST_LENGTHS).map(({ length }) => length) : [];
    yield { far: far(place), option: () => stockOption(entry, fits, tidy(amount ?? 0), lengths) };
  }
}

function* thingsBeside(one: OpenLine, placeOf: (workshopId: string | null) => Place): Generator<Way> {
  let count = 0;
  for (const { thing, fits } of one.things) {
    if (count >= MOST_OTHERS) return;
    if (one.used.has(thing.item.itemId)) continue;
    count += 1;
    const place = placeOf(thing.workshopId);
    yield { far: far(place), option: () => thingOption(thing, fits, place) };
  }
}

function* buildsBeside(one: OpenLine, placeOf: (workshopId: string | null) => Place): Generator<Way> {
  for (const build of one.makers.slice(0, MOST_OTHERS)) {
    if (one.used.has(build.buildId)) continue;
    const place = placeOf(build.workshopId);
    yield { far: far(place), option: () => makingOption(build, place, build.count) };
  }
}
