import type { StepView } from '../../../shared/builds/views.ts';

type Timed = Pick<StepView, 'step'> & { done: { at: string } | null };

/**
 * The step that was current at a time (milliseconds since 1970): the first that was not done by then, in the order of
 * the instructions; the last one where all were; null where there are none.
 */
export function stepAt(steps: readonly Timed[], at: number): string | null {
  const open = steps.find(({ done }) => done === null || Date.parse(done.at) > at);
  return (open ?? steps.at(-1))?.step ?? null;
}

/** The first step that is not done; null where all are. */
export const currentOf = <Step extends Timed>(steps: readonly Step[]): Step | null =>
  steps.find(({ done }) => done === null) ?? null;
