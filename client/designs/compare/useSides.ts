import { useMemo } from 'preact/hooks';
import { type RevisionView, revisionView } from '../../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { useResource } from '../../resource.ts';
import { pathOfRevision } from './pins.ts';
import { type Side, type Sides, sideOf } from './sides.ts';

/** A revision in which names are looked up; null: none yet. Undefined until it is here, or where it was withdrawn. */
export function useSide(pin: PinnedRevision | null): {
  view: RevisionView | undefined;
  side: Side | undefined;
} {
  const resource = useResource(pin && pathOfRevision(pin), revisionView);
  const view = resource.value.value;
  const side = useMemo(() => (view?.content ? sideOf(view.content, view.uses) : undefined), [view]);
  return { view, side };
}

export function useSides(before: PinnedRevision | null, after: PinnedRevision | null): Sides | undefined {
  const [one, other] = [useSide(before).side, useSide(after).side];
  return useMemo(() => (one && other ? { before: one, after: other } : undefined), [one, other]);
}
