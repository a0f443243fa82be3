import { effect, signal } from '@preact/signals';
import type { DraftContent } from '../../shared/designs/content.ts';
import type { Model } from '../../shared/models/model.ts';
import { unpacked } from '../../shared/models/packedModel.ts';
import { ReadFiles } from '../assemblies/readFiles.ts';
import { CannotBeDone } from '../models/done.ts';
import type { AskedAssembly } from '../models/jobs/assemble.ts';
import { type Models, openModels } from '../models/models.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { viewState } from '../viewer/viewState.ts';
import { assemblyToSend } from './assemblyToSend.ts';
import { MANY, type Workbench } from './bench.ts';

/** Makes the picture of a bench's model in a worker; the last good one stays while the next is made. */
export class Picturing {
  readonly model = signal<Model | null>(null);
  readonly state = signal<'drawing' | 'drawn' | 'failed'>('drawing');
  /** What is hidden, cut open and so on: it stays through all changes of the model. */
  readonly view = viewState();
  /** What draws it, once it is there. */
  readonly viewer = signal<Viewer | null>(null);
  readonly #files = new ReadFiles();
  readonly #bench: Workbench;
  #models: Models | null = null;
  #isWanted = false;
  #isAsking = false;
  #making: Promise<void> = Promise.resolve();

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** The worker, as long as the page is there. */
  get models(): Models | null {
    return this.#models;
  }

  /** @returns what ends it. */
  begin(): () => void {
    this.#models = openModels();
    const stop = effect(() => {
      void this.#bench.assembly.value;
      void this.#bench.designs.arrived.value;
      this.again();
    });
    return () => {
      stop();
      this.#models?.end();
      this.#models = null;
    };
  }

  /** What the worker needs to put the model together. */
  async asked(): Promise<AskedAssembly | null> {
    const content = this.#bench.content.peek();
    if (!content || !this.#models) return null;
    return assemblyToSend(this.#bench, await this.#files.modelsOf(content, this.#models));
  }

  /** Makes it anew, once what is being made is there. */
  again(): void {
    this.#isWanted = true;
    if (!this.#isAsking) this.#making = this.#make();
  }

  /** Resolves once nothing is being made any longer. */
  settled = (): Promise<void> => this.#making;

  async #make(): Promise<void> {
    if (this.#isAsking || !this.#models) return;
    this.#isAsking = true;
    try {
      while (this.#isWanted && this.#models) {
        this.#isWanted = false;
        this.state.value = 'drawing';
        // Handing thousands of things over takes its time too: not in the same breath as the gesture.
        if ((this.#bench.content.peek()?.instances.length ?? 0) > MANY) await nextTask();
        const content = this.#bench.content.peek();
        const asked = await this.asked();
        if (!content || !asked || !this.#models) break;
        const model = await this.#modelOf(content, asked, this.#models);
        if (this.#models) this.model.value = model;
        if (!this.#isWanted) this.state.value = 'drawn';
      }
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (error.kind !== 'ended') this.state.value = 'failed';
    } finally {
      this.#isAsking = false;
    }
  }

  async #modelOf(content: DraftContent, asked: AskedAssembly, models: Models): Promise<Model> {
    if (asked.content.instances.length <= MANY) {
      const { model } = await models.ask('assemble', { ...asked, withModel: true });
      return model ?? NOTHING;
    }
    const { model, parts } = await models.ask('assembleMany', asked);
    const whole = await unpacked(model, nextTask);
    if (content === this.#bench.content.peek()) this.#bench.follow(content, parts);
    return whole;
  }
}

const NOTHING: Model = { parts: [], occurrences: [], nodes: [] };

/** Lets the page draw and listen first. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
