import { batch, computed, effect, signal } from '@preact/signals';
import type { Choices } from '../../../shared/assemblies/assembly.ts';
import type { DesignContent } from '../../../shared/designs/content.ts';
import { ReadDesigns } from '../../assemblies/readDesigns.ts';
import { ReadFiles } from '../../assemblies/readFiles.ts';
import { CannotBeDone } from '../../models/done.ts';
import type { AskedAssembly, Assembled } from '../../models/jobs/assemble.ts';
import { type Models, openModels } from '../../models/models.ts';

/** A revision's model as it is shown: put together in a worker, with values that somebody tries out. */
export class ShownAssembly {
  /** As it was published. */
  readonly published: DesignContent;
  readonly designs = new ReadDesigns();
  /** What was put together last; it stays while something else is. */
  readonly made = signal<Assembled | null>(null);
  readonly isMaking = signal(true);
  /** The kind of a `CannotBeDone`. */
  readonly failure = signal<string | null>(null);
  /** Values of the design's own parameters that are tried out, by id. */
  readonly numbers = signal<Readonly<Record<string, string>>>({});
  readonly choices = signal<Choices>({});
  readonly isTried = computed(
    () => Object.keys(this.numbers.value).length + Object.keys(this.choices.value).length > 0,
  );
  /** The content with the numbers that are tried out. */
  readonly content = computed<DesignContent>(() => ({
    ...this.published,
    parameters: this.published.parameters.map((each) => ({
      ...each,
      value: this.numbers.value[each.id] ?? each.value,
    })),
  }));
  readonly #files = new ReadFiles();
  #models: Models | null = null;
  #isWanted = false;
  #isAsking = false;

  constructor(published: DesignContent) {
    this.published = published;
  }

  /** The worker, as long as the page is there. */
  get models(): Models | null {
    return this.#models;
  }

  /** @returns what ends it. */
  begin(): () => void {
    this.#models = openModels();
    const stop = effect(() => {
      void this.content.value;
      void this.choices.value;
      this.again();
    });
    return () => {
      stop();
      this.#models?.end();
      this.#models = null;
    };
  }

  /** Tries a value of the design's own; null: as published. */
  tryNumber(id: string, value: string | null): void {
    const { [id]: _before, ...rest } = this.numbers.value;
    const usual = this.published.parameters.find((each) => each.id === id)?.value;
    this.numbers.value = value === null || value === usual ? rest : { ...rest, [id]: value };
  }

  /** Tries what else may stand in an instance's place; null: as published. */
  tryAlternative(instance: string, alternative: string | null): void {
    const { [instance]: _before, ...rest } = this.choices.value;
    this.choices.value = alternative === null ? rest : { ...rest, [instance]: alternative };
  }

  asPublished(): void {
    batch(() => {
      this.numbers.value = {};
      this.choices.value = {};
    });
  }

  /** What the worker needs to put it together; null: it has ended. */
  async asked(): Promise<AskedAssembly | null> {
    const models = this.#models;
    if (!models) return null;
    const files = await this.#files.modelsOf(this.published, models);
    const { title, licence, parameters, instances, mates, parts } = this.content.peek();
    const designs = this.designs
      .below(this.published)
      .map(({ pin, content }) => [`${pin.designId}/${pin.revision}`, content] as const);
    return {
      content: { title, licence, parameters, instances, mates, parts },
      designs: Object.fromEntries(designs),
      choices: this.choices.peek(),
      files,
    };
  }

  /** Puts it together anew, once what is under way is done. */
  again(): void {
    this.#isWanted = true;
    void this.#make();
  }

  async #make(): Promise<void> {
    if (this.#isAsking || !this.#models) return;
    this.#isAsking = true;
    this.isMaking.value = true;
    try {
      await this.designs.read(this.published);
      while (this.#isWanted && this.#models) {
        this.#isWanted = false;
        const asked = await this.asked();
        if (!asked || !this.#models) break;
        const made = await this.#models.ask('assemble', { ...asked, withModel: true });
        batch(() => {
          this.made.value = made;
          this.failure.value = null;
        });
      }
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (error.kind !== 'ended') this.failure.value = error.kind;
    } finally {
      this.#isAsking = false;
      this.isMaking.value = false;
    }
  }
}
