import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Assembly, SolvedAssembly, SolvedInstance } from '../../shared/assemblies/assembly.ts';
import { isDerived } from '../../shared/assemblies/lineIds.ts';
import { partLinesFrom } from '../../shared/assemblies/partLines.ts';
import { solve } from '../../shared/assemblies/solve.ts';
import type { DraftContent } from '../../shared/designs/content.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import type { ReadDesigns } from '../assemblies/readDesigns.ts';
import type { DraftState } from '../designs/draft/state.ts';
import type { Place } from './gestures/snap.ts';
import { type Gesture, type Standing, standingOf } from './gestures/standing.ts';

/** Above so many things the parts list is made in a worker, and the page does not wait for it. */
export const MANY = 1000;

/** What can be dragged at the chosen thing. */
export type Handles = 'move' | 'turn' | 'none';

/**
 * A draft's model that is being worked on. Every gesture is one step of the draft: it takes the derived part lines along,
 * and one undo takes all of it back.
 */
export class Workbench {
  readonly draft: DraftState;
  readonly designs: ReadDesigns;
  /** Ids of the chosen instances; the first chosen first. */
  readonly selected = signal<readonly string[]>([]);
  /** The interface that looks for another one to be joined to. */
  readonly joining = signal<Place | null>(null);
  readonly handles = signal<Handles>('move');
  /** A gesture that is still being made: shown, and not yet done. */
  readonly #preview = signal<Gesture | null>(null);
  /** What is shown: the draft, with the gesture that is under way. */
  readonly content: ReadonlySignal<DraftContent | undefined>;
  readonly solved: ReadonlySignal<SolvedAssembly>;
  readonly standing: ReadonlySignal<Standing>;
  readonly byId: ReadonlySignal<ReadonlyMap<string, SolvedInstance>>;
  /** The parts list: of a model that came from elsewhere, whose lines nobody made yet, as it would be. */
  readonly parts: ReadonlySignal<readonly PartLine[]>;
  /** What of it says how it is put together. */
  readonly assembly: ReadonlySignal<Assembly>;

  constructor(draft: DraftState, designs: ReadDesigns) {
    this.draft = draft;
    this.designs = designs;
    this.content = computed(() => {
      const content = draft.content.value;
      return content && this.#preview.value ? this.#preview.value(content) : content;
    });
    const parameters = computed(() => this.content.value?.parameters ?? NONE);
    const instances = computed(() => this.content.value?.instances ?? NONE);
    const mates = computed(() => this.content.value?.mates ?? NONE);
    this.assembly = computed(() => ({
      parameters: [...parameters.value],
      instances: [...instances.value],
      mates: [...mates.value],
    }));
    this.solved = computed(() => {
      void designs.arrived.value;
      return solve(this.assembly.value, designs);
    });
    this.parts = computed(() => {
      void designs.arrived.value;
      const now = draft.content.value;
      if (!now) return NONE;
      const { instances: all, parts } = now;
      const isBare = all.length > 0 && all.length <= MANY && !parts.some(isDerived);
      return isBare ? partLinesFrom(now, designs) : parts;
    });
    this.standing = computed(() => standingOf(this.solved.value));
    this.byId = computed(() => new Map(this.solved.value.instances.map((each) => [each.instance.id, each])));
  }

  /** The draft as it is without what is only under way, put together. */
  solvedDraft(): SolvedAssembly {
    const content = this.draft.content.peek();
    return content && this.#preview.peek() ? solve(content, this.designs) : this.solved.peek();
  }

  /** Shows a gesture without doing it; null: no more. */
  show(gesture: Gesture | null): void {
    this.#preview.value = gesture;
  }

  /** Does a gesture, as one step. @returns whether anything changed. */
  act(gesture: Gesture): boolean {
    return batch(() => {
      this.#preview.value = null;
      const before = this.draft.content.value;
      if (before === undefined) return false;
      const next = gesture(before);
      if (next === before) return false;
      // Of designs that could not be read now, the lines stay as they are; those of thousands of things follow.
      const isKnown = this.designs.isComplete(next) && next.instances.length <= MANY;
      this.draft.replace(isKnown ? { ...next, parts: partLinesFrom(next, this.designs) } : next);
      return true;
    });
  }

  /** Takes lines that a worker made of a content: they join the gesture that led there. */
  follow(of: DraftContent, parts: readonly PartLine[]): void {
    const now = this.draft.content.peek();
    const isSame = (['instances', 'mates', 'parameters', 'parts'] as const).every(
      (list) => now?.[list] === of[list],
    );
    // Whoever only looks at a draft changes nothing in it.
    const isWorkedOn = this.draft.canUndo.peek() || this.draft.restored.peek() > 0;
    if (now && isSame && isWorkedOn && this.designs.isComplete(of))
      this.draft.goOn({ ...now, parts: [...parts] });
  }

  /** Chooses a thing alone, or among others; once more: not any longer. Null: nothing. */
  choose(id: string | null, among = false): void {
    batch(() => {
      const now = this.selected.value;
      this.joining.value = null;
      if (id === null) this.selected.value = [];
      else if (!among) this.selected.value = [id];
      else this.selected.value = now.includes(id) ? now.filter((each) => each !== id) : [...now, id];
    });
  }
}

const NONE: readonly never[] = [];
