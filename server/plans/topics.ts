import type { PlanOption } from '../../shared/plans/views.ts';
import { topics } from '../live/further.ts';
import { keysFor, likeness } from './alike.ts';
import { type AskedLine, isCutInPieces, type PlannedLine } from './asked.ts';
import { traitsOf } from './matching.ts';
import type { PlanSubject } from './subject.ts';

/** What one page may watch. */
const MOST_TOPICS = 4000;

/** What else a plan names than its lines. */
interface Watched {
  /** The nearest workshops: their names, and how far they are. */
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
  // Salvage is looked at wherever it is, so that it is watched by its kind.
  found.add(topics.salvageIn(''));
  for (const one of nearest) found.add(`workshop-${one}`);
  for (const one of designs) {
    found.add(topics.ofDesign(one));
    found.add(topics.making(one));
  }
  for (const one of asked) {
    if (one.missing <= 0) continue;
    found.add(topics.making(one.materialId));
    for (const topic of shelvesFor(one)) found.add(topic);
  }
  for (const { plan, else: others } of lines) {
    for (const option of [...plan, ...others]) for (const one of shownBy(option)) found.add(one);
  }
  if (found.size <= MOST_TOPICS) return [...found];
  // Too many to name: such a plan follows whatever moves of these kinds.
  return [
    'build-',
    'item-',
    'machine-',
    topics.ofMaterial(''),
    topics.salvageIn(''),
    topics.metOf(build?.buildId ?? ''),
  ];
}

/** Shelves that a line would be met from: of its material, of what may stand in for it, and of what is like it. */
function* shelvesFor(asked: AskedLine): Generator<string> {
  const { alternatives, name, stock } = traitsOf(asked.line);
  yield topics.ofMaterial(asked.materialId);
  if (asked.choice?.how === 'stock') yield topics.ofMaterial(asked.choice.materialId);
  for (const key of stock ? keysFor(stock) : []) yield topics.alike(likeness.ofSize(key));
  if (isCutInPieces(asked)) return;
  for (const one of alternatives) yield topics.ofMaterial(one);
  yield topics.alike(likeness.ofName(name));
}

/** What an option shows. */
function shownBy(option: PlanOption): string[] {
  switch (option.how) {
    case 'stock':
      return [topics.ofMaterial(option.materialId)];
    case 'item':
      return [option, option.cameOutOf].flatMap((one) => (one ? [`item-${one.itemId}`] : []));
    case 'recover':
      return [`item-${option.itemId}`, `item-${option.insideOf.itemId}`];
    case 'beingMade':
      return [`build-${option.buildId}`];
    default:
      return [];
  }
}
