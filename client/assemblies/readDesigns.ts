import { signal } from '@preact/signals';
import type { AssemblySources } from '../../shared/assemblies/assembly.ts';
import type { InstanceOf } from '../../shared/assemblies/instances.ts';
import type { DesignContent, DraftContent } from '../../shared/designs/content.ts';
import { revisionView } from '../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { get } from '../api.ts';
import { RequestFailed } from '../problem.ts';

/** Designs below designs that are read for one model, at most. */
const MOST_READ = 500;
const AT_ONCE = 6;

const keyOf = ({ designId, revision }: PinnedRevision): string => `${designId}:${revision}`;
const pinsOf = ({ instances }: Pick<DraftContent, 'instances'>): PinnedRevision[] =>
  instances
    .flatMap(({ of, alternatives }): InstanceOf[] => [of, ...alternatives.map((each) => each.of)])
    .flatMap((of) => (of.kind === 'design' ? [{ designId: of.designId, revision: of.revision }] : []));

/** Revisions never change: what was read once is kept as long as the page lives. Null: it is not here. */
const known = new Map<string, DesignContent | null>();

/** Contents of the designs that stand in a model, and in those, read as they are needed. */
export class ReadDesigns implements AssemblySources {
  /** Counts up with whatever arrived. */
  readonly arrived = signal(0);
  readonly isReading = signal(false);
  /** Some could not be asked for; the next `read` tries again. */
  readonly hasFailed = signal(false);

  designOf(pin: PinnedRevision): DesignContent | null {
    return known.get(keyOf(pin)) ?? null;
  }

  /** Whether everything that stands in a content is here, or known to be nowhere. */
  isComplete(content: Pick<DraftContent, 'instances'>): boolean {
    return this.#lacking(content).length === 0;
  }

  /** Reads what a content needs and is not here yet, level by level. Never throws: `hasFailed` tells. */
  async read(content: Pick<DraftContent, 'instances'>): Promise<void> {
    this.hasFailed.value = false;
    try {
      for (let level = this.#lacking(content); level.length > 0; level = this.#lacking(content)) {
        this.isReading.value = true;
        for (let first = 0; first < level.length; first += AT_ONCE)
          await Promise.all(level.slice(first, first + AT_ONCE).map(readOne));
        this.arrived.value += 1;
        if (known.size > MOST_READ) break;
      }
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      this.hasFailed.value = true;
    } finally {
      this.isReading.value = false;
    }
  }

  /** Every design that stands below a content and is here. */
  below(content: Pick<DraftContent, 'instances'>): { pin: PinnedRevision; content: DesignContent }[] {
    return [...pinsBelow(content)].flatMap((pin) => {
      const there = known.get(keyOf(pin));
      return there ? [{ pin, content: there }] : [];
    });
  }

  #lacking(content: Pick<DraftContent, 'instances'>): PinnedRevision[] {
    return [...pinsBelow(content)].filter((pin) => !known.has(keyOf(pin)));
  }
}

/** Each pin once, through all levels that are known. */
function* pinsBelow(content: Pick<DraftContent, 'instances'>): Generator<PinnedRevision> {
  const seen = new Set<string>();
  const waiting = pinsOf(content);
  for (let pin = waiting.pop(); pin !== undefined; pin = waiting.pop()) {
    const key = keyOf(pin);
    if (seen.has(key)) continue;
    seen.add(key);
    yield pin;
    const there = known.get(key);
    if (there) waiting.push(...pinsOf(there));
  }
}

async function readOne(pin: PinnedRevision): Promise<void> {
  try {
    const view = await get(`/api/designs/${pin.designId}/revisions/${pin.revision}`, revisionView);
    known.set(keyOf(pin), view.content);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.kind !== 'not-found') throw error;
    known.set(keyOf(pin), null);
  }
}
