import type { PartLine } from '../../../shared/designs/partLines.ts';
import { UNITS } from '../../../shared/designs/units.ts';
import { bounded } from './bounded.ts';

/** One line of a parts list where it stands in the whole. */
export interface WalkedLine {
  line: PartLine;
  /** How many of its unit go into one whole, through all its parents. */
  units: number;
  /** The same in pieces: pairs are two, and what is not counted but measured is one wherever it goes in. */
  pieces: number;
  /** Nothing goes into it: neither lines nor a sub-design. */
  isLeaf: boolean;
  /** 1 for what goes into the whole directly. */
  level: number;
  /** A line above has told its mass, or its price, together with all that goes into it. */
  massTold: boolean;
  costTold: boolean;
}

/**
 * Every line of a list once, each before those that go into it. A line whose parent is missing goes into the whole;
 * so does one of each circle of parents.
 */
export function* walkLines(lines: readonly PartLine[]): Generator<WalkedLine> {
  const known = new Set(lines.map(({ id }) => id));
  const within = new Map<string, PartLine[]>();
  const roots: PartLine[] = [];
  for (const line of lines) {
    if (line.parent === null || !known.has(line.parent)) roots.push(line);
    else {
      const siblings = within.get(line.parent);
      if (siblings) siblings.push(line);
      else within.set(line.parent, [line]);
    }
  }
  const walked = new Set<string>();
  // Those after the roots are only reached where they stand in a circle.
  for (const root of [...roots, ...lines]) {
    if (walked.has(root.id)) continue;
    takeOut(root, within);
    const waiting: WalkedLine[] = [placed(root, null, within)];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (walked.has(next.line.id)) continue;
      walked.add(next.line.id);
      yield next;
      const inside = within.get(next.line.id) ?? [];
      for (const line of inside.toReversed()) waiting.push(placed(line, next, within));
    }
  }
}

/** Whatever is walked from stands in no other line: there a circle is cut. */
function takeOut(root: PartLine, within: Map<string, PartLine[]>): void {
  if (root.parent === null) return;
  const others = within.get(root.parent)?.filter((line) => line !== root) ?? [];
  if (others.length > 0) within.set(root.parent, others);
  else within.delete(root.parent);
}

function placed(line: PartLine, into: WalkedLine | null, within: Map<string, PartLine[]>): WalkedLine {
  // Of a pair of wheels, each has its tyre; of a length or a weight nothing can be said to be two.
  const many = into === null ? 1 : isCounted(into.line) ? into.pieces : into.units;
  return {
    line,
    units: bounded(many * line.quantity),
    pieces: bounded(many * (isCounted(line) ? line.quantity * UNITS[line.unit].inBase : 1)),
    isLeaf: line.of === null && !within.has(line.id),
    level: into === null ? 1 : into.level + 1,
    massTold: into !== null && (into.massTold || into.line.mass !== null),
    costTold: into !== null && (into.costTold || into.line.price !== null),
  };
}

/** In pieces, pairs or sets. */
const isCounted = ({ unit }: PartLine): boolean => {
  const { measures } = UNITS[unit];
  return measures === 'count' || measures === 'set';
};
