import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { duration } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { nameInShort } from '../lineNames.ts';
import { peopleInWords } from '../words.ts';
import type { ShownLog, StepShown } from './pending.ts';
import { useStepActs } from './stepActs.ts';
import { currentOf } from './steps.ts';
import { whenIn } from './when.ts';

const words = t.buildLog.steps;

interface StepListProps {
  build: BuildView;
  shown: ShownLog;
  onChanged: () => void;
}

/** All steps in their order, what is done ticked, each to be done or opened again. */
export function StepList({ build, shown, onChanged }: StepListProps) {
  const { busy, markDone, markUndone } = useStepActs(build, onChanged);
  const current = currentOf(shown.steps)?.step;
  if (shown.steps.length === 0) return null;
  const may = build.allowedActions.includes('build.write');
  return (
    <PageSection title={words.title}>
      <ol class="rows">
        {shown.steps.map((step, index) => (
          <li key={step.step} class="log-step" aria-current={step.step === current ? 'step' : undefined}>
            <div>
              <p>
                <strong>
                  {index + 1}. {step.title}
                </strong>
              </p>
              <StepStanding build={build} step={step} isCurrent={step.step === current} />
            </div>
            {may && (
              <Button
                kind={step.done ? 'quiet' : 'plain'}
                busy={busy}
                label={step.done ? words.reopenOf(step.title) : words.markDoneOf(step.title)}
                onPress={() => (step.done ? markUndone(step) : markDone(step))}
              >
                {step.done ? words.reopen : words.markDone}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </PageSection>
  );
}

interface StandingProps {
  build: BuildView;
  step: StepShown;
  isCurrent: boolean;
}

function StepStanding({ build, step, isCurrent }: StandingProps) {
  const needs = partsOf(build, step);
  return (
    <>
      {step.done ? (
        <State kind="yours">
          {words.doneAt(whenIn(step.done.at, build))} · {peopleInWords([step.done.by])}
        </State>
      ) : (
        isCurrent && <State kind="soon">{words.current}</State>
      )}
      {step.waiting && <p class="small soft">{t.buildLog.entries.waiting}</p>}
      {!step.done && (step.minutes !== null || needs !== '') && (
        <p class="small soft">
          {[step.minutes === null ? '' : t.buildLog.now.about(duration(Math.round(step.minutes))), needs]
            .filter((each) => each !== '')
            .join(' · ')}
        </p>
      )}
    </>
  );
}

/** `Needs side plate, bolt`. */
export function partsOf(build: Pick<BuildView, 'lineList'>, step: Pick<StepShown, 'parts'>): string {
  const names = step.parts.flatMap(({ line }) => {
    const found = build.lineList.find((each) => each.line.id === line);
    return found ? nameInShort(found.line) : [];
  });
  return names.length === 0 ? '' : words.needs(t.words.and([...new Set(names)]));
}
