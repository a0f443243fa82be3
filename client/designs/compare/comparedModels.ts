import { batch, signal } from '@preact/signals';
import type { DesignContent } from '../../../shared/designs/content.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import type { Comparison } from '../../../shared/models/compare/compareModels.ts';
import type { Model } from '../../../shared/models/model.ts';
import { modelOfContent } from '../../assemblies/modelOfContent.ts';
import { CannotBeDone } from '../../models/done.ts';
import { type Models, openModels } from '../../models/models.ts';

/** The two models with what is different between them. */
export interface ComparedModels {
  before: Model;
  after: Model;
  comparison: Comparison;
}

/** Seconds that cutting may take before it is given up altogether; the worker tells earlier what it has. */
const SECONDS = 120;

/** Puts the models of two contents together and cuts them against each other, in a worker. */
export class ComparingModels {
  readonly compared = signal<ComparedModels | null>(null);
  readonly isWorking = signal(false);
  /** The kind of a `CannotBeDone`. */
  readonly failure = signal<string | null>(null);
  #models: Models | null = null;

  /** @param path of a file that both have; null: what stands in their models. */
  async compare(one: DesignContent, other: DesignContent, path: string | null): Promise<void> {
    this.end();
    const models = openModels();
    this.#models = models;
    batch(() => {
      this.compared.value = null;
      this.failure.value = null;
      this.isWorking.value = true;
    });
    try {
      const made = path === null ? modelOfContent : fileOf(path);
      const before = await made(one, models);
      const after = await made(other, models);
      const comparison = await models.ask('compare', { before, after }, { seconds: SECONDS });
      if (this.#models === models) this.compared.value = { before, after, comparison };
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (this.#models === models) this.failure.value = error.kind;
    } finally {
      if (this.#models === models) this.isWorking.value = false;
    }
  }

  end(): void {
    const models = this.#models;
    this.#models = null;
    models?.end();
  }
}

const fileOf =
  (path: string) =>
  async ({ files }: DesignContent, models: Models): Promise<Model> => {
    const file = files.find((each) => each.path === path);
    const answer = file && (await fetch(addressOfFile(file.fileId)).catch(() => null));
    if (!answer?.ok) throw new CannotBeDone('unexpected');
    const bytes = await answer.arrayBuffer();
    const { model } = await models.ask('read', { bytes, name: path }, { moved: [bytes] });
    if (!model) throw new CannotBeDone('unexpected');
    return model;
  };
