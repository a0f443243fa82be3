import { signal } from '@preact/signals';
import type { Interference } from '../../shared/assemblies/problems.ts';
import { CannotBeDone } from '../models/done.ts';
import type { Workbench } from './bench.ts';
import type { Picturing } from './picturing.ts';

/** What runs into each other, as it was looked for last. */
export interface Found {
  pairs: readonly Interference[];
  /** Time or room did not suffice. */
  isCutOff: boolean;
}

/** Seconds. */
const LONGEST = 20;

/** Looks for what runs into each other, when it is asked to; what was found holds until the model changes. */
export class Collisions {
  readonly found = signal<Found | null>(null);
  readonly state = signal<'rest' | 'looking' | 'failed'>('rest');
  readonly #bench: Workbench;
  readonly #picturing: Picturing;

  constructor(bench: Workbench, picturing: Picturing) {
    this.#bench = bench;
    this.#picturing = picturing;
  }

  /** The model has changed: what was found says nothing any more. */
  forget(): void {
    this.found.value = null;
    if (this.state.peek() === 'failed') this.state.value = 'rest';
  }

  async look(): Promise<void> {
    const asked = this.#picturing.asked();
    const { models } = this.#picturing;
    if (!asked || !models || this.state.value === 'looking') return;
    const of = this.#bench.solved.peek();
    this.state.value = 'looking';
    try {
      const { pairs, isComplete } = await models.ask('interfere', { ...asked, seconds: LONGEST });
      if (of === this.#bench.solved.peek()) this.found.value = { pairs, isCutOff: !isComplete };
      this.state.value = 'rest';
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      this.state.value = 'failed';
    }
  }
}
