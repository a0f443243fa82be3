import { IconBook, IconCheck } from '@tabler/icons-preact';
import type { BuildView } from '../../../shared/builds/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { duration } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { State } from '../../ui/state.tsx';
import { peopleInWords } from '../words.ts';
import { Media } from './entry.tsx';
import { lacking } from './lacking.ts';
import type { ShownLog } from './pending.ts';
import { useStepActs } from './stepActs.ts';
import { partsOf } from './stepList.tsx';
import { currentOf } from './steps.ts';
import { whenIn } from './when.ts';

const words = t.buildLog.now;
const FEW = 1;

interface NowPanelProps {
  build: BuildView;
  shown: ShownLog;
  onChanged: () => void;
}

/** What one needs at the bench, on one screen: the step, what is missing, the last entry, what is unsent. */
export function NowPanel({ build, shown, onChanged }: NowPanelProps) {
  return (
    <section class="log-now" aria-label={words.title}>
      <CurrentStep build={build} shown={shown} onChanged={onChanged} />
      <dl class="log-facts">
        <Missing build={build} />
        <LastEntry build={build} shown={shown} />
      </dl>
    </section>
  );
}

function CurrentStep({ build, shown, onChanged }: NowPanelProps) {
  const { busy, markDone } = useStepActs(build, onChanged);
  const current = currentOf(shown.steps);
  if (shown.steps.length === 0) return <p class="soft">{words.noSteps}</p>;
  if (current === null) return <State kind="yours">{words.allDone}</State>;
  const facts = [
    current.minutes === null ? '' : words.about(duration(Math.round(current.minutes))),
    partsOf(build, current),
  ].filter((each) => each !== '');
  return (
    <div class="current-step">
      <p class="small soft">{words.step(shown.steps.indexOf(current) + 1, shown.steps.length)}</p>
      <h2>{current.title}</h2>
      {facts.length > 0 && <p class="small">{facts.join(' · ')}</p>}
      <div class="buttons">
        {build.allowedActions.includes('build.write') && (
          <Button busy={busy} onPress={() => markDone(current)}>
            <IconCheck aria-hidden="true" />
            {words.done}
          </Button>
        )}
        {build.of && (
          <a class="log-link" href={addressOf.designPart(build.of.designId, 'steps', build.of.revision)}>
            <IconBook aria-hidden="true" />
            {words.instructions}
          </a>
        )}
      </div>
    </div>
  );
}

/** The first of what nothing has met yet. */
function Missing({ build }: { build: BuildView }) {
  const open = lacking(build);
  if (build.lineList.length === 0) return null;
  const few = open.slice(0, FEW).map(({ name, quantity }) => words.missingLine(name, quantity));
  return (
    <div>
      <dt>{words.missing}</dt>
      <dd>
        {open.length === 0 ? words.nothingMissing : few.join(', ')}
        {open.length > FEW && ` ${words.more(open.length - FEW)}`}
      </dd>
    </div>
  );
}

function LastEntry({ build, shown }: Pick<NowPanelProps, 'build' | 'shown'>) {
  const last = shown.log.find(({ removed }) => !removed);
  return (
    <div>
      <dt>{words.last}</dt>
      <dd>
        {last ? (
          <div class="last-entry">
            <Media build={build} entry={{ ...last, photographs: last.photographs.slice(0, 1), sounds: [] }} />
            <span>
              <time>{whenIn(last.at, build)}</time> · {peopleInWords([last.by])}
              {last.note && <span class="last-words">{last.note}</span>}
              {!last.note && last.photographs.length === 0 && <span>{t.buildLog.voiceOf('')}</span>}
            </span>
          </div>
        ) : (
          words.nothingYet
        )}
      </dd>
    </div>
  );
}
