import { signal } from '@preact/signals';
import type { Interference } from '../../shared/assemblies/problems.ts';
import { CannotBeDone } from '../models/done.ts';
import { type Models, openModels } from '../models/models.ts';
import type { Workbench } from './bench.ts';
import type { Picturing } from './picturing.ts';

/** What runs into each other, as it was looked for last. */
export interface Found {
  pairs: readonly Interference[];
  /** Time or room did not suffice. */
  isCutOff: boolean;
}

/** Seconds: when somebody asked, and when nobody did. */
const LONGEST = 20;
const LONGEST_AT_REST = 3;
/** After so many milliseconds without a gesture it is looked for by itself, where so many things stand at most. */
const AT_REST = 2500;
const MOST_AT_REST = 150;

/** Looks for what runs into each other, in a worker of its own: when it is asked to, and when nothing else happens. */
export class Collisions {
  readonly found = signal<Found | null>(null);
  readonly state = signal<'rest' | 'looking' | 'failed'>('rest');
  readonly #bench: Workbench;
  readonly #picturing: Picturing;
  #models: Models | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(bench: Workbench, picturing: Picturing) {
    this.#bench = bench;
    this.#picturing = picturing;
  }

  /** @returns what ends it. */
  begin(): () => void {
    const stop = this.#bench.assembly.subscribe(({ instances }) => {
      this.#forget();
      const count = instances.length;
      if (count > 1 && count <= MOST_AT_REST)
        this.#timer = setTimeout(() => void this.look(LONGEST_AT_REST), AT_REST);
    });
    return () => {
      stop();
      this.#forget();
    };
  }

  /** The model has changed: what was found says nothing any more, and looking on would say nothing either. */
  #forget(): void {
    clearTimeout(this.#timer);
    this.found.value = null;
    if (this.state.peek() === 'looking') {
      this.#models?.end();
      this.#models = null;
    }
    this.state.value = 'rest';
  }

  async look(seconds = LONGEST): Promise<void> {
    if (this.state.peek() === 'looking') return;
    const of = this.#bench.assembly.peek();
    this.state.value = 'looking';
    try {
      const asked = await this.#picturing.asked();
      if (!asked || of !== this.#bench.assembly.peek()) return;
      this.#models ??= openModels();
      const { pairs, isComplete } = await this.#models.ask('interfere', { ...asked, seconds });
      if (of !== this.#bench.assembly.peek()) return;
      this.found.value = { pairs, isCutOff: !isComplete };
      this.state.value = 'rest';
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (error.kind !== 'ended') this.state.value = 'failed';
    }
  }
}
