import { type ContentChange, inverseOf } from '../../../shared/designs/changes.ts';
import { joined } from './batches.ts';

/** One gesture: what it changed, and what takes it back. */
export interface Step {
  forward: readonly ContentChange[];
  back: readonly ContentChange[];
  /** The field that was typed into; null for all that is no typing. */
  field: string | null;
  /** Milliseconds since 1970. */
  at: number;
}

export interface History {
  done: readonly Step[];
  undone: readonly Step[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** Typing in one field that goes on within this is one step, milliseconds. */
export const ONE_STEP_WITHIN = 1500;
const MOST_STEPS = 500;

/** Takes back changes that were made one after the other. */
export const backFrom = (changes: readonly ContentChange[]): ContentChange[] =>
  changes.map(inverseOf).reverse();

/** One more step; what had been taken back cannot come again then. */
export function remembered({ done }: History, step: Step): History {
  const last = done.at(-1);
  const goesOn =
    last !== undefined &&
    step.field !== null &&
    last.field === step.field &&
    step.at - last.at <= ONE_STEP_WITHIN;
  if (!goesOn) return { done: [...done, step].slice(-MOST_STEPS), undone: [] };
  const forward = step.forward.reduce<readonly ContentChange[]>(joined, last.forward);
  return { done: [...done.slice(0, -1), { ...step, forward, back: backFrom(forward) }], undone: [] };
}

/** What follows from the last step joins it; what had been taken back can come again. */
export function goneOn(
  { done, undone }: History,
  forward: readonly ContentChange[],
  back: readonly ContentChange[],
): History {
  const last = done.at(-1);
  if (!last) return { done, undone };
  const step = { ...last, forward: [...last.forward, ...forward], back: [...back, ...last.back] };
  return { done: [...done.slice(0, -1), step], undone };
}

/** The step to take back, and the history after it; null where there is none. */
export function stepBack({ done, undone }: History): { step: Step; history: History } | null {
  const step = done.at(-1);
  return step ? { step, history: { done: done.slice(0, -1), undone: [...undone, step] } } : null;
}

/** The step to do again, and the history after it; null where there is none. */
export function stepAgain({ done, undone }: History): { step: Step; history: History } | null {
  const step = undone.at(-1);
  // Typing after it is a step of its own.
  const again = step && { ...step, field: null };
  return again ? { step: again, history: { done: [...done, again], undone: undone.slice(0, -1) } } : null;
}
