import type { LineChoice } from '../../shared/builds/events.ts';
import type { NamedRevision } from '../../shared/designs/naming.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import { UNITS } from '../../shared/designs/units.ts';
import type { PlanFit, PlanLine } from '../../shared/plans/views.ts';
import type { Candidate } from '../items/candidates.ts';
import type { ShelfStock } from '../stock/queries.ts';
import type { MakingBuild, Place } from './pools.ts';

/** A line of the parts list and how it stands; quantities in its unit. */
export interface AskedLine {
  line: PartLine;
  materialId: string;
  needed: number;
  met: number;
  missing: number;
  choice: LineChoice | null;
  /** What shelves keep for it: amounts in base units. */
  kept: readonly KeptForLine[];
}

/** A shelf that keeps something for a line. */
export interface KeptForLine {
  workshopId: string;
  materialId: string;
  amount: number;
}

/** A line as it is planned; what is kept for it, and what met it, is told besides. */
export type PlannedLine = Omit<PlanLine, 'reserved' | 'kept' | 'metBy'>;

/** All that a plan is made from. */
export interface PlanFacts {
  lines: readonly AskedLine[];
  /** What lies on shelves: of the materials of the lines, and whatever else lies near. */
  shelves: readonly ShelfStock[];
  /** What this build has reserved itself, base units, by `{workshopId}-{materialId}`. */
  own: ReadonlyMap<string, number>;
  things: readonly Candidate[];
  builds: readonly MakingBuild[];
  /** Where a workshop is, seen from the one that builds. */
  place(workshopId: string | null): Place;
  named(of: { designId: string; revision: number }): NamedRevision | null;
}

/** Quantities closer than this are the same. */
export const LEAST = 1e-9;

/** Without the crumbs of binary fractions. */
export const tidy = (quantity: number): number => Number(quantity.toPrecision(12));

/** Farther than this nothing is fetched by itself; it is still told of. Kilometres. */
const NEARBY = 100;
export const isNear = ({ kilometres }: Place): boolean => kilometres !== null && kilometres <= NEARBY;

/** Kilometres to order by: what has no place comes last. */
export const far = ({ kilometres }: Place): number => kilometres ?? Number.POSITIVE_INFINITY;

export const isCutInPieces = ({ line }: Pick<AskedLine, 'line'>): boolean =>
  line.cut !== null && UNITS[line.unit].measures === 'count';

/** Whether that may be taken for a line without anybody looking at it first. */
export const isSure = (fits: PlanFit): boolean => fits !== 'partlyKnown' && fits !== 'unknownSize';
