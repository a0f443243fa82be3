import { contentOfPlan } from '../../../../server/demo/designs/contentOfPlan.ts';
import { designPlans } from '../../../../server/demo/designs/tellDesigns.ts';
import type { AssemblySources } from '../../../../shared/assemblies/assembly.ts';
import type { DesignContent } from '../../../../shared/designs/content.ts';

export type PlanWord = keyof typeof designPlans;

/** An id for each plan, by its place among them. */
export const idOfPlan = (word: string): string => {
  const index = Object.keys(designPlans).indexOf(word);
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
};

/** The contents of the demo's plans as they are published, without a server. */
export function plannedContents() {
  const contents = new Map<string, DesignContent>();
  const sources: AssemblySources = { designOf: ({ designId }) => contents.get(designId) ?? null };
  for (const [word, plan] of Object.entries(designPlans)) {
    const known = {
      pinOf: (of: string) => ({ designId: idOfPlan(of), revision: 1 }),
      sources,
      picture: null,
      designNamed: () => null,
      day: '2026-06-01',
    };
    contents.set(idOfPlan(word), contentOfPlan(plan, undefined, known));
  }
  const contentOf = (word: PlanWord): DesignContent => {
    const found = contents.get(idOfPlan(word));
    if (!found) throw new RangeError(`There is no plan ${word}.`);
    return found;
  };
  return { sources, contentOf };
}
