import { IconBook, IconCheck } from '@tabler/icons-preact';
import type { BuildView } from '../../../shared/builds/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { UnkeptList } from '../../offline/unkeptList.tsx';
import { duration } from '../../time.ts';
import { Button, useJustCome } from '../../ui/button.tsx';
import { State } from '../../ui/state.tsx';
import { peopleInWords } from '../words.ts';
import { Media } from './entry.tsx';
import { lacking } from './lacking.ts';
import { StopSession } from './machineSection.tsx';
import type { ShownLog } from './pending.ts';
import { useStepActs } from './stepActs.ts';
import { partsOf } from './stepList.tsx';
import { currentOf } from './steps.ts';
import { WaitingActs } from './waitingActs.tsx';
import { whenIn } from './when.ts';

const words = t.buildLog.now;
const FEW = 1;

interface NowPanelProps {
  build: BuildView;
  shown: ShownLog;
  onChanged: () => void;
  /** Opens the form that completes it. */
  onComplete: () => void;
}

/** What one needs at the bench, on one screen: the step, what is missing, the last entry, what is unsent. */
export function NowPanel(props: NowPanelProps) {
  const { build, shown } = props;
  return (
    <section class="log-now" aria-label={words.title}>
      <UnkeptList under={`/api/builds/${build.buildId}/`} />
      <WaitingActs acts={shown.acts.filter(({ refusal }) => refusal !== null)} />
      <CurrentStep {...props} />
      <dl class="log-facts">
        <Running {...props} />
        <Missing build={build} />
        <LastEntry build={build} shown={shown} />
      </dl>
    </section>
  );
}

/** It was completed here already; that waits for a signal. */
const waitsToEnd = ({ acts }: ShownLog) =>
  acts.some(({ path, refusal }) => refusal === null && path.endsWith('/complete'));

function CurrentStep({ build, shown, onChanged, onComplete }: NowPanelProps) {
  const { busy, markDone } = useStepActs(build, onChanged);
  const current = currentOf(shown.steps);
  const hasJustCome = useJustCome(current?.step ?? '');
  if (current === null)
    return (
      <div class="current-step">
        {shown.steps.length === 0 ? (
          <p class="soft">{words.noSteps}</p>
        ) : (
          <State kind="yours">{words.allDone}</State>
        )}
        {build.allowedActions.includes('build.end') && !waitsToEnd(shown) && (
          <div class="buttons">
            <Button busy={hasJustCome} onPress={onComplete}>
              <IconCheck aria-hidden="true" />
              {t.buildEnd.complete}
            </Button>
          </div>
        )}
      </div>
    );
  const facts = [
    current.minutes === null ? '' : words.about(duration(Math.round(current.minutes))),
    partsOf(build, current),
  ].filter((each) => each !== '');
  return (
    <div class="current-step">
      <p class="small soft">{words.step(shown.steps.indexOf(current) + 1, shown.steps.length)}</p>
      <h2>{current.title}</h2>
      {facts.length > 0 && <p class="small step-facts">{facts.join(' · ')}</p>}
      <div class="buttons">
        {build.allowedActions.includes('build.write') && (
          <Button busy={busy || hasJustCome} onPress={() => markDone(current)}>
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

/** One's own machine that runs for it: stopped from here, too. */
function Running({ build, onChanged }: NowPanelProps) {
  return (
    <>
      {build.sessions
        .filter(({ to, mine }) => to === null && mine)
        .map((session) => (
          <div key={session.bookingId}>
            <dt>{words.runs}</dt>
            <dd class="fact-act">
              <span>
                {session.machineName}, {t.buildLog.machines.running(whenIn(session.from, build))}
              </span>
              <StopSession session={session} onChanged={onChanged} />
            </dd>
          </div>
        ))}
    </>
  );
}

/** The first of what nothing has met yet, and the way to where it could come from. */
function Missing({ build }: { build: BuildView }) {
  const open = lacking(build);
  if (build.lineList.length === 0) return null;
  const few = open.slice(0, FEW).map(({ name, quantity }) => words.missingLine(name, quantity));
  return (
    <div>
      <dt>{words.missing}</dt>
      <dd>
        {open.length === 0 ? (
          words.nothingMissing
        ) : (
          <a href={addressOf.buildPlan(build.buildId)}>
            {few.join(', ')}
            {open.length > FEW && ` ${words.more(open.length - FEW)}`}
          </a>
        )}
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
              {!last.note && last.photographs.length === 0 && <span class="last-words">{words.spoken}</span>}
            </span>
          </div>
        ) : (
          words.nothingYet
        )}
      </dd>
    </div>
  );
}
