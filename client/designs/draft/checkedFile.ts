import { batch, computed, effect, signal } from '@preact/signals';
import type { DesignFile } from '../../../shared/designs/content.ts';
import { type Repair, repairs } from '../../../shared/models/check/repairModel.ts';
import type { Model } from '../../../shared/models/model.ts';
import { sendLargeFile } from '../../files/sendLarge.ts';
import { CannotBeDone } from '../../models/done.ts';
import type { Checked } from '../../models/jobs/check.ts';
import { ReadFile } from '../page/readFile.ts';
import { addition } from './entries.ts';
import { fileEntry } from './fileEntries.ts';
import type { DraftState } from './state.ts';

/** A model file that is read, checked, and repaired where somebody wants it. */
export class CheckedFile {
  readonly reading: ReadFile;
  /** As it was read, or as it was repaired. */
  readonly model = signal<Model | null>(null);
  readonly check = signal<Checked | null>(null);
  readonly isChecking = signal(false);
  readonly hasFailed = signal(false);
  /** What the last repair did, by kind; null: none was made. */
  readonly done = signal<readonly { repair: Repair; count: number }[] | null>(null);
  /** Repairs that can help some part, in the order in which they are made. */
  readonly offered = computed<readonly Repair[]>(() => {
    const wanted = new Set(this.check.value?.offers.flat());
    return repairs.filter((each) => wanted.has(each));
  });

  constructor(file: Pick<DesignFile, 'fileId' | 'path'>) {
    this.reading = new ReadFile(file);
  }

  /** Checks whatever is read from now on. @returns what ends it. */
  begin(): () => void {
    const stop = effect(() => {
      const model = this.reading.read.value?.model ?? null;
      batch(() => {
        this.model.value = model;
        this.check.value = null;
        this.done.value = null;
      });
      if (model) void this.#try(() => this.#look(model));
    });
    return () => {
      stop();
      this.reading.end();
    };
  }

  /** Repairs the model as it is now, and checks what came out. */
  async repair(wanted: readonly Repair[]): Promise<void> {
    const model = this.model.peek();
    if (!model) return;
    await this.#try(async () => {
      const told = await this.reading.models.ask('repair', { model, repairs: wanted });
      const counts = new Map<Repair, number>();
      for (const { repair, count } of told.done) counts.set(repair, (counts.get(repair) ?? 0) + count);
      await this.#look(told.model);
      batch(() => {
        this.model.value = told.model;
        this.done.value = [...counts].map(([repair, count]) => ({ repair, count }));
      });
    });
  }

  /**
   * Puts the repaired model beside the brought file, as 3MF, which says its unit.
   * @returns its path; null: it could not be written. @throws {RequestFailed}
   */
  async keep(draft: DraftState, file: Pick<DesignFile, 'path'>): Promise<string | null> {
    const [model, content] = [this.model.peek(), draft.content.peek()];
    if (!model || !content) return null;
    try {
      const choice = { nodes: null, step: null };
      const bytes = await this.reading.models.ask('write', { model, format: 'threeMf', choice });
      const sent = await sendLargeFile(new File([bytes], 'model.3mf', { type: 'model/3mf' }));
      const path = freePath(file.path, new Set(content.files.map((each) => each.path)));
      draft.edit(addition(content, 'files', fileEntry(path, sent, undefined)));
      return path;
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      this.hasFailed.value = true;
      return null;
    }
  }

  async #look(model: Model): Promise<void> {
    this.check.value = await this.reading.models.ask('check', { model });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.isChecking.value = true;
    this.hasFailed.value = false;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      this.hasFailed.value = error.kind !== 'ended';
    } finally {
      this.isChecking.value = false;
    }
  }
}

/** `arm.stl` becomes `arm-repaired.3mf`, or `arm-repaired-2.3mf` where that is taken. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  const stem = `${path.replace(/\.[^./]{1,8}$/, '').slice(0, 370)}-repaired`;
  for (let number = 1; ; number += 1) {
    const free = `${stem}${number > 1 ? `-${number}` : ''}.3mf`;
    if (!taken.has(free)) return free;
  }
}
