import type { PlanOption } from '../../shared/plans/views.ts';
import { topics } from '../live/further.ts';
import type { AskedLine, PlannedLine } from './asked.ts';
import type { PlanSubject } from './subject.ts';

/** What one page may watch. */
const MOST_TOPICS = 4000;

/** What else a plan names than its lines. */
interface Watched {
  /** The nearest workshops, in which salvage that comes in is looked at. */
  nearest: readonly string[];
  designs: ReadonlySet<string>;
}

/** What would change a plan: what it shows first, then what would be shown if it came up. */
export function topicsOf(
  { build, workshopId }: PlanSubject,
  asked: readonly AskedLine[],
  lines: readonly PlannedLine[],
  { nearest, designs }: Watched,
): string[] {
  const found = new Set<string>();
  if (build !== null) {
    const { buildId } = build;
    for (const one of [`build-${buildId}`, topics.metOf(buildId), topics.making(buildId)]) found.add(one);
  }
  found.add(topics.lyingIn(workshopId));
  for (const one of nearest) found.add(topics.salvageIn(one));
  for (const one of designs) {
    found.add(topics.ofDesign(one));
    found.add(topics.making(one));
  }
  for (const { materialId, missing } of asked) {
    if (missing <= 0) continue;
    found.add(topics.ofMaterial(materialId));
    found.add(topics.making(materialId));
  }
  for (const { plan, else: others } of lines) {
    for (const option of [...plan, ...others]) for (const one of shownBy(option)) found.add(one);
  }
  if (found.size <= MOST_TOPICS) return [...found];
  // Too many to name: such a plan follows whatever moves of these kinds.
  return ['build-', 'item-', 'machine-', topics.ofMaterial(''), topics.metOf(build?.buildId ?? '')];
}

/** What an option shows. */
function shownBy(option: PlanOption): string[] {
  switch (option.how) {
    case 'stock':
      return [topics.ofMaterial(option.materialId)];
    case 'item':
      return [`item-${option.itemId}`];
    case 'recover':
      return [`item-${option.itemId}`, `item-${option.insideOf.itemId}`];
    case 'beingMade':
      return [`build-${option.buildId}`];
    default:
      return [];
  }
}
