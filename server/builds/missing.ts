import type { LineView, MeetingView } from '../../shared/builds/views.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import type { Parts } from '../parts.ts';
import { contentOf } from './contentOf.ts';
import { keptByLine, keptInLine } from './kept.ts';
import { leavesOf, linesOf } from './lines.ts';
import { meetingsOf, TELLING_NOTHING, type Telling } from './meetings.ts';
import { type Build, choicesOf } from './queries.ts';

/** Sums of decimal fractions are not quite what they should be. */
const ROUNDING = 1e-9;

type Sources = Pick<Parts, 'views' | 'designs'>;

/** For how many of the whole the parts are needed. Mending and changing need what the design says once. */
export const timesOf = ({ things, product }: Build): number =>
  things.length > 0 ? things.length : product?.unit === 'piece' ? product.quantity : 1;

/** The parts list of a build with what met it, and what came in without a line. */
export function partsListOf(
  { views, designs }: Sources,
  build: Build,
  telling: Telling = TELLING_NOTHING,
): { lines: LineView[]; besides: MeetingView[] } {
  // Only what makes the thing asks for all its parts; mending takes what it takes.
  const makes = build.kind === 'make' || build.kind === 'spare';
  const parts = (makes && contentOf({ views, designs }, build.of)?.parts) || [];
  const known = new Map(parts.map((line) => [line.id, line]));
  const meetings = meetingsOf(views, build.buildId, known, telling);
  const kept = keptByLine(views, build.buildId);
  const keptOf = (line: PartLine) => keptInLine(line, kept.get(line.id) ?? []);
  return {
    lines: linesOf(parts, timesOf(build), meetings, choicesOf(views, build.buildId), keptOf),
    besides: meetings.filter(({ line }) => line === null || !known.has(line)),
  };
}

/** One line of a build; null where its design has none of the kind. */
export const missingOfLine = (sources: Sources, build: Build, line: string): LineView | null =>
  partsListOf(sources, build).lines.find((view) => view.line.id === line) ?? null;

/** Whether a line still lacks something: what is kept for it on a shelf is not missing any more. */
export const isLacking = ({ state, missing, kept }: LineView): boolean =>
  state !== 'met' && kept < missing * (1 - ROUNDING);

/** How many lines are still to be fetched, of how many. */
export function countMissing(lines: readonly LineView[]): { missing: number; all: number } {
  const leaves = leavesOf(lines);
  return { missing: leaves.filter(isLacking).length, all: leaves.length };
}
