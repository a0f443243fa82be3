import { doingOfLine, type PlanDoing, planDoings } from '../../../shared/plans/doing.ts';
import type { PlanLine, PlanOption, PlanView } from '../../../shared/plans/views.ts';

/** Lines about which the same is to be done. */
export interface PlanGroup {
  doing: PlanDoing;
  /** Of the whole plan, also where not all lines are told. */
  count: number;
  lines: readonly PlanLine[];
}

/** Where a way leads, kilometres; what has no place comes last. */
const farOf = (option: PlanOption | undefined): number =>
  option && 'kilometres' in option ? (option.kilometres ?? Number.POSITIVE_INFINITY) : 0;

/** The farthest place of a line decides where it stands: one goes there once. */
const farthest = ({ plan }: PlanLine): number =>
  plan.reduce((most, option) => Math.max(most, farOf(option)), 0);

/** Lines by what is to be done: here, to fetch by place, to make, to buy; what is met comes last. */
export function groupsOf({
  lines,
  workshop,
  counts,
}: Pick<PlanView, 'lines' | 'workshop' | 'counts'>): PlanGroup[] {
  const byDoing = Map.groupBy(lines, (line) => doingOfLine(line, workshop?.workshopId));
  return planDoings.flatMap((doing) => {
    const those = byDoing.get(doing) ?? [];
    if (counts[doing] === 0) return [];
    const inOrder =
      doing === 'fetch' ? those.toSorted((one, other) => farthest(one) - farthest(other)) : those;
    return [{ doing, count: counts[doing], lines: inOrder }];
  });
}

/** Workshops, other than the one that builds, from which lines are fetched, with how many lines of each; the nearest first. */
export function placesOf(
  lines: readonly PlanLine[],
  here: string | undefined,
): { name: string; count: number }[] {
  const found = new Map<string, { name: string; count: number; far: number }>();
  for (const { plan } of lines) {
    const places = new Map(
      plan.flatMap((option) =>
        'workshop' in option && option.workshop !== null && option.workshop.workshopId !== here
          ? [[option.workshop.workshopId, { name: option.workshop.name, far: farOf(option) }] as const]
          : [],
      ),
    );
    for (const [workshopId, { name, far }] of places) {
      const known = found.get(workshopId) ?? { name, far, count: 0 };
      found.set(workshopId, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()]
    .sort((one, other) => one.far - other.far)
    .map(({ name, count }) => ({ name, count }));
}

/** Places on the shelves here from which lines are taken, in order. */
export function shelvesHere(lines: readonly PlanLine[], here: string | undefined): string[] {
  const shelves = lines.flatMap(({ plan }) =>
    plan.flatMap((option) =>
      (option.how === 'stock' || option.how === 'item') && option.workshop?.workshopId === here
        ? (option.shelf ?? [])
        : [],
    ),
  );
  return [...new Set(shelves)].toSorted();
}
