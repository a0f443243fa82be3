import { signal } from '@preact/signals';
import type { DesignContent } from '../../shared/designs/content.ts';
import { revisionView } from '../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { MomentsView } from '../../shared/network/momentViews.ts';
import { get } from '../api.ts';
import { ShownAssembly } from '../designs/page/shownAssembly.ts';
import { keepAnswer, keptAnswer } from '../offline/kept.ts';
import { RequestFailed } from '../problem.ts';

type Revisions = MomentsView['things'][number]['revisions'];

const pathOf = ({ designId, revision }: PinnedRevision) => `/api/designs/${designId}/revisions/${revision}`;

/** Which of a thing's revisions it is at a moment: its place among them. */
export function placeAt(revisions: Revisions, moment: number): number {
  const later = revisions.findIndex(({ from }, place) => place > 0 && from > moment);
  return later < 0 ? revisions.length - 1 : later - 1;
}

/** Contents and models of the revisions that a thing was: each is read and put together once, and kept. */
export class RevisionsRead {
  /** By path; null: it could not be read, or was withdrawn. */
  readonly #contents = signal<ReadonlyMap<string, DesignContent | null>>(new Map());
  readonly #asked = new Set<string>();
  readonly #assemblies = signal<ReadonlyMap<string, ShownAssembly>>(new Map());
  readonly #endings: (() => void)[] = [];
  #hasEnded = false;

  /** Reads those that were not read yet. */
  read(revisions: Revisions): void {
    for (const { of } of revisions) {
      if (of === null || this.#asked.has(pathOf(of))) continue;
      this.#asked.add(pathOf(of));
      void this.#readOne(pathOf(of));
    }
  }

  /** Undefined: it is not here yet. */
  contentOf(of: PinnedRevision): DesignContent | null | undefined {
    return this.#contents.value.get(pathOf(of));
  }

  /** Its model as it is put together; null: `show` has not begun it, or there is none. */
  assemblyOf(of: PinnedRevision): ShownAssembly | null {
    return this.#assemblies.value.get(pathOf(of)) ?? null;
  }

  /** Puts a revision's model together, where it has one. */
  show(of: PinnedRevision): void {
    const path = pathOf(of);
    const content = this.#contents.peek().get(path);
    if (!content || content.instances.length === 0 || this.#assemblies.peek().has(path) || this.#hasEnded)
      return;
    const assembly = new ShownAssembly(content);
    this.#endings.push(assembly.begin());
    this.#assemblies.value = new Map([...this.#assemblies.peek(), [path, assembly]]);
  }

  end(): void {
    this.#hasEnded = true;
    for (const end of this.#endings) end();
  }

  async #readOne(path: string): Promise<void> {
    const content = await contentAt(path);
    this.#contents.value = new Map([...this.#contents.peek(), [path, content]]);
  }
}

/** A revision never changes: without a signal what was kept is as good. */
async function contentAt(path: string): Promise<DesignContent | null> {
  try {
    const view = await get(path, revisionView);
    void keepAnswer(path, view, Date.now());
    return view.content;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const kept = error.kind === 'offline' ? await keptAnswer(path) : null;
    return revisionView.safeParse(kept?.value).data?.content ?? null;
  }
}
