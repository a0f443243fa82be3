import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { nowThere } from '../../serverClock.ts';
import { type CommandState, useCommand } from '../../useCommand.ts';
import type { StepShown } from './pending.ts';

const words = t.buildLog.steps;

/** Says that a step is done, or not. Without a connection it waits, with its time. */
export function useStepActs({ buildId }: Pick<BuildView, 'buildId'>, onChanged: () => void) {
  const { busy, give }: CommandState = useCommand({ failures: 'toast' });
  const path = ({ step }: StepShown) => `/api/builds/${buildId}/steps/${step}`;
  return {
    busy,
    markDone: (step: StepShown) =>
      give({
        method: 'post',
        path: `${path(step)}/done`,
        body: { at: new Date(nowThere()).toISOString() },
        done: words.done(step.title),
        keepAs: words.doneKept(step.title),
        after: onChanged,
      }),
    markUndone: (step: StepShown) =>
      give({
        method: 'post',
        path: `${path(step)}/undone`,
        body: {},
        done: words.undone(step.title),
        keepAs: words.undoneKept(step.title),
        after: onChanged,
      }),
  };
}
