import { t } from '../catalogue/designTexts.ts';
import { randomId } from '../randomId.ts';
import { showToast } from '../ui/toasts.ts';
import type { Workbench } from './bench.ts';
import { type Place, STRAIGHT, snap } from './gestures/snap.ts';
import { placeName } from './names.ts';

/** Joins what looks for a place to this one. */
export function joinTo(bench: Workbench, stays: Place): void {
  const moves = bench.joining.value;
  if (!moves) return;
  const said = t.workbench.joints.joined(placeName(bench, moves), placeName(bench, stays));
  if (bench.act(snap(bench.solvedDraft(), stays, moves, STRAIGHT, randomId()))) showToast(said);
  bench.joining.value = null;
}
