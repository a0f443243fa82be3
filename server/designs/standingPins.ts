import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';

/** How many instances of a model are one revision of another design. */
export interface StandingPin extends PinnedRevision {
  count: number;
}

/** Revisions of other designs that stand in a model, each once; alternatives do not stand there. */
export function standingPins({ instances }: Pick<DesignContent, 'instances'>): StandingPin[] {
  const pins = new Map<string, StandingPin>();
  for (const { of } of instances) {
    if (of.kind !== 'design') continue;
    const { designId, revision } = of;
    const key = `${designId}:${revision}`;
    const pin = pins.get(key) ?? { designId, revision, count: 0 };
    pin.count += 1;
    pins.set(key, pin);
  }
  return [...pins.values()];
}

/** Modules of the construction set that a content is made of by itself: in its model, and by its author's word. */
export const ownModules = ({
  instances,
  modules,
}: Pick<DesignContent, 'instances' | 'modules'>): string[] => [
  ...new Set([
    ...instances.flatMap(({ of }) => (of.kind === 'module' ? [of.module] : [])),
    ...modules.map(({ module }) => module),
  ]),
];
