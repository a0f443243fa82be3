import type { ImpactedThing } from '../../../shared/network/impactViews.ts';

interface InWorkshop {
  /** Null: with somebody, or nobody knows where. */
  workshop: ImpactedThing['workshop'];
  open: number;
  things: ImpactedThing[];
}

/** Things workshop by workshop: first where most are open, then by name; within each as they come. */
export function byWorkshop(things: readonly ImpactedThing[]): InWorkshop[] {
  const found = new Map<string, InWorkshop>();
  for (const thing of things) {
    const { workshop, state } = thing;
    const key = workshop?.workshopId ?? '';
    const here = found.get(key) ?? { workshop, open: 0, things: [] };
    found.set(key, here);
    here.things.push(thing);
    if (state === 'open') here.open += 1;
  }
  const nameOf = ({ workshop }: InWorkshop) => workshop?.name ?? '';
  return [...found.values()].sort(
    (one, other) => other.open - one.open || nameOf(one).localeCompare(nameOf(other)),
  );
}
