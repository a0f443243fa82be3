import type { Batch } from '../../../../client/designs/draft/batches.ts';
import { DraftState } from '../../../../client/designs/draft/state.ts';
import type { UnsavedStore } from '../../../../client/designs/draft/unsaved.ts';
import { applyChanges } from '../../../../shared/designs/applying.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import type { DraftSaved, DraftView } from '../../../../shared/designs/draftViews.ts';
import { emptyLine, type PartLine } from '../../../../shared/designs/partLines.ts';

export const DRAFT = 'f3b9c1de-0000-4000-8000-000000000001';

/** One line of a parts list. */
export const line = (id: string, more: Partial<PartLine> = {}): PartLine => ({
  ...emptyLine(id, id),
  ...more,
});

export const contentWith = (more: Partial<DraftContent>): DraftContent => ({ ...EMPTY_CONTENT, ...more });

const viewOf = (content: DraftContent, version: number): DraftView => ({
  draftId: DRAFT,
  version,
  title: content.title,
  designId: null,
  forkOf: null,
  picture: null,
  savedAt: '2026-11-22T10:00:00.000Z',
  isMine: true,
  content,
  base: null,
  baseContentId: null,
  editors: [],
  contradictions: [],
  licence: { refusal: null, allowed: null },
  hindrances: [],
});

/** A server that keeps one draft as the real one does, for as many editors as like. */
export class DraftServer {
  content: DraftContent;
  version = 1;
  /** What reached it, in order. */
  readonly saves: Batch[] = [];
  /** Thrown instead of the next answers. */
  readonly failures: Error[] = [];
  /** Answers that are lost after the save was made. */
  lostAnswers: Error[] = [];
  readonly #known = new Map<string, DraftSaved>();

  constructor(content: DraftContent) {
    this.content = content;
  }

  async read(): Promise<DraftView> {
    return structuredClone(viewOf(this.content, this.version));
  }

  async save(sent: Batch): Promise<DraftSaved> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    const known = this.#known.get(sent.saveId);
    if (known) return known;
    this.saves.push(structuredClone(sent));
    const { content, conflicts } = applyChanges(this.content, sent.changes, () => sent.force);
    this.content = content;
    this.version += 1;
    const reply = { version: this.version, conflicts, othersChanged: false };
    this.#known.set(sent.saveId, reply);
    const lost = this.lostAnswers.shift();
    if (lost) throw lost;
    return reply;
  }
}

/** What one browser keeps. */
export function aStore(): UnsavedStore & { kept: Batch[] } {
  const store = {
    kept: [] as Batch[],
    keep(batches: readonly Batch[]) {
      store.kept = structuredClone([...batches]);
      return true;
    },
    take() {
      const { kept } = store;
      store.kept = [];
      return kept;
    },
  };
  return store;
}

/** Somebody's open page, with a clock that stands until it is turned. */
export function editor(server: DraftServer, store: UnsavedStore = aStore()) {
  const timers: { at: number; act: () => void }[] = [];
  const clock = { now: 0 };
  let ids = 0;
  const state = new DraftState({
    read: () => server.read(),
    save: (body) => server.save(body),
    store,
    newId: () => `id-${Math.random()}-${++ids}`,
    now: () => clock.now,
    later(milliseconds, act) {
      const timer = { at: clock.now + milliseconds, act };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
  });
  return {
    state,
    /** Milliseconds pass; what was due in them is done. */
    async pass(milliseconds: number) {
      clock.now += milliseconds;
      for (const due of timers.filter(({ at }) => at <= clock.now)) {
        timers.splice(timers.indexOf(due), 1);
        due.act();
        await state.flush();
      }
    },
  };
}
