import type { PartLine } from '../../shared/designs/partLines.ts';

/** What a parts list comes to. */
export interface ListSums {
  /** Kilograms of what has a mass. */
  mass: number;
  /** Share of the pieces whose mass is known, 0 to 1. */
  massKnown: number;
  /** By currency. */
  costs: ReadonlyMap<string, number>;
  /** Pieces at the bottom of all levels. */
  pieces: number;
}

/** Levels of a list that are gone down, at most: a circle ends there. */
const MOST_LEVELS = 40;

/** Adds a parts list up: what a line says of itself stands, else what its own lines come to. */
export function listSums(parts: readonly PartLine[]): ListSums {
  const below = Map.groupBy(parts, ({ parent }) => parent);
  const costs = new Map<string, number>();
  let mass = 0;
  let pieces = 0;
  let known = 0;
  const walk = (line: PartLine, times: number, isWeighed: boolean, isPriced: boolean, level: number) => {
    const count = times * line.quantity;
    const hasMass = line.mass !== null && !isWeighed;
    if (line.mass !== null && !isWeighed) mass += count * line.mass;
    if (line.price && !isPriced) {
      const { amount, currency } = line.price;
      costs.set(currency, (costs.get(currency) ?? 0) + count * amount);
    }
    const inside = level < MOST_LEVELS ? (below.get(line.id) ?? []) : [];
    for (const each of inside)
      walk(each, count, isWeighed || hasMass, isPriced || line.price !== null, level + 1);
    if (inside.length > 0) return;
    const counted = line.unit === 'piece' ? count : 1;
    pieces += counted;
    if (isWeighed || hasMass) known += counted;
  };
  for (const line of below.get(null) ?? []) walk(line, 1, false, false, 0);
  return { mass, massKnown: pieces === 0 ? 1 : known / pieces, costs, pieces };
}
