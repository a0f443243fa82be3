import type { LineChoice } from '../../shared/builds/events.ts';
import type { LineView, MeetingView, Share } from '../../shared/builds/views.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import { bounded } from '../designs/lists/bounded.ts';

/** Sums of decimal fractions (0.1 + 0.2) are not quite what they should be. */
const ROUNDING = 1e-9;

/** A line, and what in the whole parts list it stands in. */
interface Standing {
  view: LineView;
  children: Standing[];
  /** Its own meetings cover all that is needed. */
  ownMet: boolean;
}

/**
 * What a build needs by its parts list, and what met it. A line whose parts are all met is met, and so is each part of
 * a line that was met as a whole.
 * @param times how many of the whole are made.
 * @param keptOf how much shelves keep for a line of this build, in its unit.
 */
export function linesOf(
  parts: readonly PartLine[],
  times: number,
  meetings: readonly MeetingView[],
  choices: ReadonlyMap<string, LineChoice>,
  keptOf: (line: PartLine) => number = () => 0,
): LineView[] {
  const byLine = Map.groupBy(meetings, ({ line }) => line);
  const standing = new Map<string, Standing>();
  const all = new Map(parts.map((line) => [line.id, line]));
  const needs = new Map<string, number>();
  const neededOf = (line: PartLine): number => {
    const known = needs.get(line.id);
    if (known !== undefined) return known;
    // Publishing refuses circles; a parent that is not there is the whole.
    needs.set(line.id, line.quantity);
    const parent = line.parent === null ? undefined : all.get(line.parent);
    const needed = bounded(line.quantity * (parent ? neededOf(parent) : times));
    needs.set(line.id, needed);
    return needed;
  };
  for (const line of parts) {
    const own = byLine.get(line.id) ?? [];
    const needed = neededOf(line);
    const met = own.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
    const ownMet = met >= needed * (1 - ROUNDING);
    const missing = ownMet ? 0 : needed - met;
    const view: LineView = {
      line,
      needed,
      met,
      missing,
      kept: missing > 0 ? Math.min(missing, keptOf(line)) : 0,
      unclear: own.some(({ quantity }) => quantity === null),
      state: ownMet ? 'met' : own.length > 0 ? 'partly' : 'open',
      choice: choices.get(line.id) ?? null,
      meetings: own,
    };
    standing.set(line.id, { view, children: [], ownMet });
  }
  const roots: Standing[] = [];
  for (const one of standing.values()) {
    const { parent } = one.view.line;
    const above = parent === null ? undefined : standing.get(parent);
    if (above) above.children.push(one);
    else roots.push(one);
  }
  for (const root of roots) settle(root, false);
  return parts.flatMap(({ id }) => standing.get(id)?.view ?? []);
}

/** Goes down with what is covered from above, and up with what is met from below. */
function settle({ view, children, ownMet }: Standing, covered: boolean): boolean {
  const fromHere = covered || ownMet;
  const below = children.map((child) => settle(child, fromHere));
  const isMet = fromHere || (children.length > 0 && below.every(Boolean));
  if (isMet) {
    view.state = 'met';
    view.missing = 0;
    view.kept = 0;
  } else if (view.state === 'open' && below.some(Boolean)) view.state = 'partly';
  return isMet;
}

/** Lines that have no parts of their own: what is really fetched. */
export function leavesOf(lines: readonly LineView[]): LineView[] {
  const parents = new Set(lines.map(({ line }) => line.parent));
  return lines.filter(({ line }) => !parents.has(line.id));
}

/** Of which share of lines, and of mass, is known whence it came; mass null where no line says its own. */
export function coverageOf(lines: readonly LineView[]): { lines: Share; mass: Share | null } {
  const byId = new Map(lines.map((view) => [view.line.id, view]));
  const leaves = leavesOf(lines);
  const count = { known: 0, all: leaves.length };
  const mass = { known: 0, all: 0 };
  for (const leaf of leaves) {
    const known = knownShare(leaf, byId);
    if (known >= 1 - ROUNDING) count.known += 1;
    if (leaf.line.mass === null) continue;
    const kilograms = bounded(leaf.line.mass * leaf.needed);
    mass.all += kilograms;
    mass.known += kilograms * known;
  }
  return { lines: count, mass: mass.all > 0 ? mass : null };
}

/** Of how much of a line, 0 to 1, is known whence it came; through what it was met with as part of a whole. */
function knownShare(view: LineView, byId: ReadonlyMap<string, LineView>): number {
  for (
    let at: LineView | undefined = view;
    at;
    at = at.line.parent === null ? undefined : byId.get(at.line.parent)
  ) {
    const told = at.meetings.filter(({ provenance }) => provenance !== 'unknown');
    if (told.length === 0) continue;
    const quantity = told.reduce((sum, meeting) => sum + (meeting.quantity ?? 0), 0);
    return Math.min(1, quantity / at.needed);
  }
  return 0;
}
