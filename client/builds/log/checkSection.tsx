import { IconRuler } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { BuildView, MeasurementView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { keptAs } from '../../offline/keptAs.ts';
import { numberInWords } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { useCommand } from '../../useCommand.ts';
import { peopleInWords } from '../words.ts';
import { whenIn } from './when.ts';

const words = t.buildLog.checks;
const CheckDialog = deferred(async () => (await import('./checkDialog.tsx')).CheckDialog);

interface CheckSectionProps {
  build: BuildView;
  step: string | null;
  onChanged: () => void;
}

/** One that was measured, tested or noticed. */
interface Found {
  id: string;
  /** Where it is taken back, behind the build's address. */
  path: string;
  kind: string;
  name: string;
  state: 'fine' | 'bad' | null;
  stateWords: string;
  more: string;
  at: string;
  by: MeasurementView['by'];
}

/** Measurements, tests, and what was done otherwise or went wrong. */
export function CheckSection({ build, step, onChanged }: CheckSectionProps) {
  const [adding, setAdding] = useState(false);
  const { busy, give } = useCommand({ failures: 'toast' });
  const may = build.allowedActions.includes('build.write');
  const found = foundIn(build);
  return (
    <PageSection title={words.title}>
      {found.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="rows">
        {found.map((each) => (
          <li key={each.id} class="log-line">
            <div>
              <p>
                <span class="soft">{each.kind}</span> <strong>{each.name}</strong>
              </p>
              {each.state !== null && (
                <State kind={each.state === 'fine' ? 'yours' : 'soon'}>{each.stateWords}</State>
              )}
              {each.more !== '' && <p>{each.more}</p>}
              <p class="small soft">
                {whenIn(each.at, build)} · {peopleInWords([each.by])}
              </p>
            </div>
            {may && (
              <Button
                kind="quiet"
                busy={busy}
                label={words.takeBackOf(each.name || each.kind)}
                onPress={() =>
                  give({
                    method: 'post',
                    path: `/api/builds/${build.buildId}/${each.path}/take-back`,
                    body: {},
                    done: words.tookBack,
                    keepAs: keptAs(words.tookBack),
                    after: onChanged,
                  })
                }
              >
                {words.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div class="buttons">
          <Button onPress={() => setAdding(true)}>
            <IconRuler aria-hidden="true" />
            {words.add}
          </Button>
        </div>
      )}
      {adding && (
        <CheckDialog build={build} step={step} onChanged={onChanged} onClose={() => setAdding(false)} />
      )}
    </PageSection>
  );
}

/** All of them, newest first. */
function foundIn({ measurements, tests, remarks }: BuildView): Found[] {
  const all: Found[] = [
    ...measurements.map((each) => ({
      id: each.measurementId,
      path: `measurements/${each.measurementId}`,
      kind: words.kinds.measurement,
      name: `${each.name}: ${numberInWords(each.value)} ${each.unit}`.trim(),
      state: each.within === null ? null : each.within ? ('fine' as const) : ('bad' as const),
      stateWords: each.within ? words.within : words.outside,
      more: boundsOf(each),
      at: each.at,
      by: each.by,
    })),
    ...tests.map((each) => ({
      id: each.testId,
      path: `tests/${each.testId}`,
      kind: words.kinds.test,
      name: each.name,
      state: each.outcome === 'passed' ? ('fine' as const) : ('bad' as const),
      stateWords: words.outcomes[each.outcome],
      more: each.note ?? '',
      at: each.at,
      by: each.by,
    })),
    ...remarks.map((each) => ({
      id: each.remarkId,
      path: `remarks/${each.remarkId}`,
      kind: words.kinds[each.kind],
      name: '',
      state: null,
      stateWords: '',
      more: [each.text ?? '', each.problem ? `(${words.raised})` : ''].filter((one) => one !== '').join(' '),
      at: each.at,
      by: each.by,
    })),
  ];
  return all.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function boundsOf({ least, most }: MeasurementView): string {
  if (least !== null && most !== null) return words.between(numberInWords(least), numberInWords(most));
  if (least !== null) return words.atLeast(numberInWords(least));
  return most === null ? '' : words.atMost(numberInWords(most));
}
