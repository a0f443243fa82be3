import { batch, signal } from '@preact/signals';
import type { DesignFile } from '../../../shared/designs/content.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import type { ReadModel } from '../../../shared/models/read/readModel.ts';
import { formatByName } from '../../../shared/models/read/recognise.ts';
import type { LengthUnit } from '../../../shared/models/units.ts';
import { t } from '../../catalogue/designTexts.ts';
import { refusalSentence } from '../../models/findingWords.ts';
import { type Models, openModels } from '../../models/models.ts';

type Named = Pick<DesignFile, 'fileId' | 'path'>;

/** One file of a design as a worker reads it; it begins at once. */
export class ReadFile {
  readonly read = signal<ReadModel | null>(null);
  readonly isReading = signal(true);
  /** Why it could not be read, as a sentence. */
  readonly failure = signal<string | null>(null);
  readonly #file: Named;
  #models: Models | null = null;
  #control: AbortController | null = null;
  #turn = 0;

  constructor(file: Named) {
    this.#file = file;
    this.again();
  }

  /** The worker that has read it; what else is asked of the same model is asked here. */
  get models(): Models {
    this.#models ??= openModels();
    return this.#models;
  }

  /** Reads it anew; its numbers in that unit, where somebody said so. */
  again(unit?: LengthUnit): void {
    void this.#read(unit ?? null);
  }

  /** Gives up what is being read. */
  stop(): void {
    this.#abandon();
    batch(() => {
      this.isReading.value = false;
      this.failure.value = t.designModel.file.stopped;
    });
  }

  end(): void {
    this.#abandon();
  }

  #abandon(): void {
    this.#turn += 1;
    this.#control?.abort();
    this.#models?.end();
    this.#models = null;
  }

  async #read(unit: LengthUnit | null): Promise<void> {
    this.#turn += 1;
    const mine = this.#turn;
    this.#control?.abort();
    this.#control = new AbortController();
    this.isReading.value = true;
    this.failure.value = null;
    const told = await this.#told(unit, this.#control.signal);
    if (mine !== this.#turn) return;
    batch(() => {
      this.isReading.value = false;
      if (typeof told === 'string') this.failure.value = told;
      else this.read.value = told;
    });
  }

  /** What stands in it, or why that cannot be told. */
  async #told(unit: LengthUnit | null, signalled: AbortSignal): Promise<ReadModel | string> {
    // The worker starts while the bytes are on their way.
    const { models } = this;
    // Its reader too, which is several megabytes; a failure is told when the file itself is asked for.
    if (needsSolidReader(this.#file.path)) models.ask('warmSolidReader', undefined).catch(() => undefined);
    const bytes = await bytesOf(this.#file, signalled);
    if (!bytes) return t.designModel.file.notFetched;
    const asked = { bytes, name: this.#file.path, options: { unit } };
    return models.ask('read', asked, { moved: [bytes] }).catch(refusalSentence);
  }
}

const needsSolidReader = (path: string): boolean =>
  ['step', 'iges', 'brep'].includes(formatByName(path) ?? '');

/** Null where it could not be fetched. */
async function bytesOf({ fileId }: Named, signalled: AbortSignal): Promise<ArrayBuffer | null> {
  try {
    const answer = await fetch(addressOfFile(fileId), { credentials: 'same-origin', signal: signalled });
    return answer.ok ? await answer.arrayBuffer() : null;
  } catch {
    return null;
  }
}
