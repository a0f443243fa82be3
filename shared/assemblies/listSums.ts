import type { PartLine, PinnedRevision } from '../designs/partLines.ts';
import { UNITS } from '../designs/units.ts';
import type { AssemblySources } from './assembly.ts';

/** What a parts list comes to, through all levels of designs. */
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

/** Levels of a list, and of designs in designs, that are gone down, at most: a circle ends there. */
const MOST_LEVELS = 40;

/**
 * Adds a parts list up: what a line says of itself stands, else what its own lines, or the design that it is, come to.
 * @param sources the contents of pinned designs; null: only this list counts.
 */
export function listSums(parts: readonly PartLine[], sources: AssemblySources | null = null): ListSums {
  const { mass, known, costs, pieces } = new Adding(sources).list(parts, 0);
  return { mass, massKnown: pieces === 0 ? 1 : known / pieces, costs, pieces };
}

interface Sums {
  mass: number;
  /** Pieces whose mass is known. */
  known: number;
  costs: Map<string, number>;
  pieces: number;
}

class Adding {
  readonly #sources: AssemblySources | null;
  /** Null while it is being added up: what stands in itself counts as nothing there. */
  readonly #designs = new Map<string, Sums | null>();

  constructor(sources: AssemblySources | null) {
    this.#sources = sources;
  }

  list(parts: readonly PartLine[], level: number): Sums {
    const sums: Sums = { mass: 0, known: 0, costs: new Map(), pieces: 0 };
    const ids = new Set(parts.map(({ id }) => id));
    const below = Map.groupBy(parts, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
    const walk = (line: PartLine, times: number, isWeighed: boolean, isPriced: boolean, depth: number) => {
      const count = times * line.quantity;
      const isHeavy = isWeighed || line.mass !== null;
      const hasPrice = isPriced || line.price !== null;
      if (line.mass !== null && !isWeighed) sums.mass += count * line.mass;
      if (line.price && !isPriced) add(sums.costs, line.price.currency, count * line.price.amount);
      const inside = depth < MOST_LEVELS ? (below.get(line.id) ?? []) : [];
      for (const each of inside) walk(each, count, isHeavy, hasPrice, depth + 1);
      const pieces = UNITS[line.unit].measures === 'count' ? count * UNITS[line.unit].inBase : 1;
      const pinned = line.of && this.#pinned(line.of, level);
      if (pinned) {
        if (!isHeavy) sums.mass += pieces * pinned.mass;
        if (!hasPrice) for (const [key, amount] of pinned.costs) add(sums.costs, key, pieces * amount);
        sums.pieces += pieces * pinned.pieces;
        sums.known += pieces * (isHeavy ? pinned.pieces : pinned.known);
      } else if (inside.length === 0) {
        sums.pieces += pieces;
        if (isHeavy) sums.known += pieces;
      }
    };
    for (const line of below.get(null) ?? []) walk(line, 1, false, false, 0);
    return sums;
  }

  /** Null: it has no list of its own, and is one piece. */
  #pinned(pin: PinnedRevision, level: number): Sums | null {
    const key = `${pin.designId}/${pin.revision}`;
    const before = this.#designs.get(key);
    if (before !== undefined || level >= MOST_LEVELS) return before ?? null;
    this.#designs.set(key, null);
    const content = this.#sources?.designOf(pin);
    const sums = content && content.parts.length > 0 ? this.list(content.parts, level + 1) : null;
    this.#designs.set(key, sums);
    return sums;
  }
}

const add = (costs: Map<string, number>, currency: string, amount: number): void => {
  costs.set(currency, (costs.get(currency) ?? 0) + amount);
};
