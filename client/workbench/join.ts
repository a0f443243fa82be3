import { solve } from '../../shared/assemblies/solve.ts';
import { t } from '../catalogue/designTexts.ts';
import { randomId } from '../randomId.ts';
import { showToast } from '../ui/toasts.ts';
import type { Workbench } from './bench.ts';
import { type Meeting, type Place, placeOf, STRAIGHT, snap } from './gestures/snap.ts';
import type { Hole } from './holes.ts';
import { placeName } from './names.ts';

/** Holes along a grid that are tried, and things in a machine where they are. */
const MOST_HOLES = 24;
const MOST_THINGS = 400;
const TRIED = 'tried';

/** Joins what looks for a place to this one: on a grid, in the hole that was chosen, else in the first that is free. */
export function joinTo(bench: Workbench, stays: Place, hole: Hole | null = null): void {
  const moves = bench.joining.value;
  if (!moves) return;
  const said = t.workbench.joints.joined(placeName(bench, moves), placeName(bench, stays));
  const meeting = hole ? meetingAt(bench, stays, hole) : freeMeeting(bench, stays, moves);
  if (bench.act(snap(bench.solvedDraft(), stays, moves, meeting, randomId()))) showToast(said);
  bench.joining.value = null;
}

function meetingAt(bench: Workbench, stays: Place, { x, y }: Hole): Meeting {
  const grid = placeOf(bench.solvedDraft(), stays);
  if (grid?.kind !== 'holeGrid') return STRAIGHT;
  return { turn: 0, offset: { x: x * grid.pitch, y: y * grid.pitch, z: 0 } };
}

/** Straight; where something sits in those holes already, as many holes further as it takes. */
function freeMeeting(bench: Workbench, stays: Place, moves: Place): Meeting {
  const content = bench.draft.content.peek();
  const solved = bench.solvedDraft();
  const grid = placeOf(solved, stays);
  if (!content || grid?.kind !== 'holeGrid' || content.instances.length > MOST_THINGS) return STRAIGHT;
  const isMet = solved.mates.some(({ one, other }) =>
    [one, other].some((end) => end.instance === stays.instance && end.interface === stays.interface),
  );
  for (let hole = 0; isMet && hole < MOST_HOLES; hole += 1) {
    const meeting: Meeting = { turn: 0, offset: { x: hole * grid.pitch, y: 0, z: 0 } };
    const tried = solve(snap(solved, stays, moves, meeting, TRIED)(content), bench.designs);
    if (!tried.problems.some((problem) => 'mate' in problem && problem.mate === TRIED)) return meeting;
  }
  return STRAIGHT;
}
