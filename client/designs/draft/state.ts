import { batch as batched, computed, signal } from '@preact/signals';
import { applyChanges } from '../../../shared/designs/applying.ts';
import {
  type ContentChange,
  type ContentConflict,
  isSame,
  type KeyedList,
  keyOfChange,
} from '../../../shared/designs/changes.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import type { DraftSaved, DraftView } from '../../../shared/designs/draftViews.ts';
import { failureText } from '../../failureText.ts';
import { outcomeUnknown, RequestFailed } from '../../problem.ts';
import { type Batch, joined, readyToSend } from './batches.ts';
import { withGoneEntries } from './goneEntries.ts';
import { backFrom, goneOn, NO_HISTORY, remembered, type Step, stepAgain, stepBack } from './history.ts';
import type { UnsavedStore } from './unsaved.ts';
import { valueAt } from './valueAt.ts';

/** What the draft's page needs of the world around it. */
export interface Surroundings {
  read(): Promise<DraftView>;
  /** @param version the one that was told last. Rejects with `RequestFailed`. */
  save(body: Batch, version: number): Promise<DraftSaved>;
  store: UnsavedStore;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `act` after so many milliseconds. @returns what calls it off. */
  later(milliseconds: number, act: () => void): () => void;
}

/** How it stands with what was typed. */
export type Keeping =
  | { is: 'saved'; at: number }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'refused'; sentence: string };

/** After the last key, milliseconds. */
export const SAVE_AFTER = 800;
const TRY_AGAIN_AFTER = [2000, 5000, 15_000, 30_000];

/**
 * A draft that is being edited: what is typed stands at once, is kept in this browser, and is saved in order, one
 * request at a time. What meets somebody else's change is put before the person and never lost.
 */
export class DraftState {
  readonly view = signal<DraftView>();
  readonly content = signal<DraftContent>();
  readonly keeping = signal<Keeping>({ is: 'saved', at: 0 });
  readonly conflicts = signal<readonly ContentConflict[]>([]);
  /** Changes of an earlier page that had not been saved and are back. */
  readonly restored = signal(0);
  /** False where something unsaved would be lost with this page. */
  readonly isSafe = signal(true);
  readonly #history = signal(NO_HISTORY);
  readonly canUndo = computed(() => this.#history.value.done.length > 0);
  readonly canRedo = computed(() => this.#history.value.undone.length > 0);

  readonly #around: Surroundings;
  /** Sent, or to be sent again, in this order. */
  #batches: Batch[] = [];
  #waiting: readonly ContentChange[] = [];
  #running: Promise<void> | null = null;
  #callOff: () => void = () => undefined;
  #failed = 0;
  /** Somebody else changed it since it was read. */
  #mustRead = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Reads the draft, and makes again what an earlier page could not save. @throws {RequestFailed} */
  async open(): Promise<void> {
    const view = await this.#around.read();
    this.#batches = this.#around.store.take();
    batched(() => {
      this.restored.value = this.#batches.reduce((sum, { changes }) => sum + changes.length, 0);
      this.keeping.value = { is: 'saved', at: Date.parse(view.savedAt) };
      this.#show(view);
    });
    if (this.#batches.length === 0) return;
    this.#keep();
    this.#saveIn(0);
  }

  /**
   * Changes that were made one after the other, as one gesture.
   * @param field where typing goes on as the same step.
   */
  edit(changes: readonly ContentChange[], field: string | null = null): void {
    if (changes.length > 0) this.#step(changes, backFrom(changes), field);
  }

  /** A field of the whole, or of one entry, gets another value. */
  set(at: readonly [string, ...string[]], to: unknown): void {
    const content = this.content.value;
    if (content === undefined) return;
    const from = valueAt(content, at);
    this.edit([{ kind: 'set', at: [...at], from, to }], typeof to === 'string' ? at.join('/') : null);
  }

  /** Some fields of one entry get other values, as one gesture; typing on in the same ones goes on with it. */
  setFields(list: KeyedList, id: string, fields: Readonly<Record<string, unknown>>): void {
    const content = this.content.value;
    if (content === undefined) return;
    const changes = Object.entries(fields).flatMap(([name, to]): ContentChange[] => {
      const from = valueAt(content, [list, id, name]);
      return isSame(from, to) ? [] : [{ kind: 'set', at: [list, id, name], from, to }];
    });
    this.edit(changes, [list, id, ...Object.keys(fields)].join('/'));
  }

  /** Another content as a whole, as one gesture. */
  replace(next: DraftContent): void {
    const content = this.content.value;
    if (content === undefined) return;
    const forward = changesBetween(content, next);
    if (forward.length > 0) this.#step(forward, changesBetween(next, content), null);
  }

  /** What follows from the last gesture and was not known at once: one undo takes back both. */
  goOn(next: DraftContent): void {
    const content = this.content.value;
    if (content === undefined) return;
    const forward = changesBetween(content, next);
    if (forward.length === 0) return;
    this.#walk(forward, goneOn(this.#history.value, forward, changesBetween(next, content)));
  }

  undo(): void {
    const taken = stepBack(this.#history.value);
    if (taken) this.#walk(taken.step.back, taken.history);
  }

  redo(): void {
    const taken = stepAgain(this.#history.value);
    if (taken) this.#walk(taken.step.forward, taken.history);
  }

  /** One's own side of a conflict stands, whatever is there now. */
  keepMine(conflict: ContentConflict): void {
    this.#settle(conflict);
    this.#batches.push({ saveId: this.#around.newId(), changes: [conflict.change], force: true });
    this.#keep();
    this.#saveIn(0);
  }

  /** What stands there now remains. @throws {RequestFailed} where it could not be read. */
  async takeTheirs(conflict: ContentConflict): Promise<void> {
    this.#settle(conflict);
    await this.refresh();
  }

  /** Saves what waits, now. Resolves once there is nothing more to do, or it cannot be done. */
  async flush(): Promise<void> {
    this.#callOff();
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Reads the draft anew: what others changed, and what stands against publishing it. @throws {RequestFailed} */
  async refresh(): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const read = await this.#around.read();
      // A save that was answered meanwhile may not be in it.
      if (read.version >= (this.view.value?.version ?? 0)) {
        this.#mustRead = false;
        const mine = this.content.value;
        if (mine) this.conflicts.value = withGoneEntries(this.conflicts.value, mine, read.content);
        this.#show(read);
        return;
      }
    }
  }

  /** Takes over what the server changed by itself (a table that was taken in): one gesture, which can be undone. */
  async takeOver(): Promise<void> {
    const before = this.content.value;
    await this.refresh();
    const after = this.content.value;
    if (before === undefined || after === undefined) return;
    const forward = changesBetween(before, after);
    if (forward.length === 0) return;
    const step = { forward, back: changesBetween(after, before), field: null, at: this.#around.now() };
    this.#history.value = remembered(this.#history.value, step);
  }

  /** No more saving from here. What is unsaved stays kept in this browser. */
  close(): void {
    this.#callOff();
  }

  #step(forward: readonly ContentChange[], back: readonly ContentChange[], field: string | null): void {
    const step: Step = { forward, back, field, at: this.#around.now() };
    this.#walk(forward, remembered(this.#history.value, step));
  }

  #walk(changes: readonly ContentChange[], history: typeof NO_HISTORY): void {
    const content = this.content.value;
    if (content === undefined) return;
    const applied = applyChanges(content, changes);
    // What somebody else changed meanwhile cannot be walked back: the rest can.
    const left = new Set(applied.conflicts.map(({ change }) => change));
    batched(() => {
      this.content.value = applied.content;
      this.#history.value = history;
      this.#waiting = changes
        .filter((change) => !left.has(change))
        .reduce<readonly ContentChange[]>(joined, this.#waiting);
      this.keeping.value = { is: 'waiting' };
      this.#keep();
    });
    this.#saveIn(SAVE_AFTER);
  }

  /** What was read, with what has not arrived there on top. */
  #show(view: DraftView): void {
    const unsaved = this.#unsaved().flatMap(({ changes }) => changes);
    const mine = [...this.conflicts.value.map(({ change }) => change), ...unsaved];
    batched(() => {
      this.view.value = view;
      this.content.value =
        mine.length === 0 ? view.content : applyChanges(view.content, mine, () => true).content;
    });
  }

  #unsaved(): Batch[] {
    if (this.#waiting.length === 0) return this.#batches;
    return [...this.#batches, { saveId: this.#around.newId(), changes: [...this.#waiting], force: false }];
  }

  #keep(): void {
    this.isSafe.value = this.#around.store.keep(this.#unsaved());
  }

  #saveIn(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#around.later(milliseconds, () => {
      this.flush();
    });
  }

  async #saveAll(): Promise<void> {
    for (let next = this.#next(); next !== null; next = this.#next()) {
      this.keeping.value = { is: 'saving' };
      try {
        this.#saved(next, await this.#around.save(next, this.view.value?.version ?? 1));
      } catch (error) {
        this.#notSaved(next, error);
        return;
      }
    }
    if (this.#mustRead) await this.refresh().catch(() => undefined);
    if (this.keeping.value.is !== 'saved') this.keeping.value = { is: 'saved', at: this.#around.now() };
  }

  #next(): Batch | null {
    const changes = readyToSend(this.#waiting);
    this.#waiting = [];
    if (changes.length > 0) this.#batches.push({ saveId: this.#around.newId(), changes, force: false });
    this.#keep();
    return this.#batches[0] ?? null;
  }

  #saved(sent: Batch, { version, conflicts, othersChanged }: DraftSaved): void {
    this.#failed = 0;
    this.#batches = this.#batches.filter((each) => each !== sent);
    const view = this.view.value;
    this.#mustRead ||= othersChanged || conflicts.length > 0;
    batched(() => {
      if (view) this.view.value = { ...view, version };
      this.conflicts.value = [...this.conflicts.value.filter(notAmong(conflicts)), ...conflicts];
      this.#keep();
    });
  }

  #notSaved(sent: Batch, error: unknown): void {
    if (!(error instanceof RequestFailed)) throw error;
    if (!outcomeUnknown(error)) {
      // It changed nothing; the next change may mend it.
      this.#batches = this.#batches.filter((each) => each !== sent);
      this.#waiting = [...sent.changes, ...this.#waiting];
      this.keeping.value = { is: 'refused', sentence: failureText(error) };
      this.#keep();
      return;
    }
    this.keeping.value = { is: 'offline' };
    const wait = TRY_AGAIN_AFTER[Math.min(this.#failed, TRY_AGAIN_AFTER.length - 1)] ?? SAVE_AFTER;
    this.#failed += 1;
    this.#saveIn(wait);
  }

  #settle(conflict: ContentConflict): void {
    this.conflicts.value = this.conflicts.value.filter((each) => each !== conflict);
  }
}

const notAmong = (others: readonly ContentConflict[]) => (conflict: ContentConflict) =>
  others.every((other) => keyOfChange(other.change) !== keyOfChange(conflict.change));
