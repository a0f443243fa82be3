import '../builds/log/log.css';
import { useState } from 'preact/hooks';
import type { BuildView } from '../../shared/builds/views.ts';
import { addressOf } from '../addresses.ts';
import { BuildAbout } from '../builds/about.tsx';
import { BuildEnd } from '../builds/ending.tsx';
import { BottomBar } from '../builds/log/bottomBar.tsx';
import { CheckSection } from '../builds/log/checkSection.tsx';
import { Entries } from '../builds/log/entries.tsx';
import { HandSection } from '../builds/log/handSection.tsx';
import { MachineSection } from '../builds/log/machineSection.tsx';
import { NowPanel } from '../builds/log/nowPanel.tsx';
import { PartSection } from '../builds/log/partSection.tsx';
import { StepList } from '../builds/log/stepList.tsx';
import { currentOf } from '../builds/log/steps.ts';
import { useBuildLog } from '../builds/log/useBuildLog.ts';
import { whenIn } from '../builds/log/when.ts';
import { t } from '../catalogue/buildTexts.ts';
import { deferred } from '../frame/deferred.tsx';
import { HistorySection } from '../history/historySection.tsx';
import type { PageProps } from '../routes.ts';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const CompleteBuild = deferred(async () => (await import('../builds/complete.tsx')).CompleteBuild);
const words = t.buildLog;

/** One build: what to do now first, with the Photo button under the thumb; then all that was done. */
export function BuildPage({ params }: PageProps) {
  const buildId = params.buildId ?? '';
  return <OneBuild key={buildId} buildId={buildId} />;
}

function OneBuild({ buildId }: { buildId: string }) {
  const { resource, shown, changed } = useBuildLog(buildId);
  const build = resource.value.value;
  const [completing, setCompleting] = useState(false);
  const complete = () => setCompleting(true);
  return (
    <PageFrame
      title={build?.name ?? t.builds.kinds.make}
      drawnTitle={build && <span class="log-title">{build.name}</span>}
      line={build && <Line build={build} />}
      lead={build?.status !== 'open' && build && <Ended build={build} />}
    >
      <Shown resource={resource}>
        {(known) => {
          if (shown === null) return null;
          const step = currentOf(shown.steps)?.step ?? null;
          const may = known.allowedActions.includes('build.write');
          const same = { build: known, shown, onChanged: changed };
          return (
            <>
              {known.status === 'open' ? (
                <NowPanel {...same} onComplete={complete} />
              ) : (
                <BuildEnd build={known} onChanged={changed} onComplete={complete} />
              )}
              {known.status === 'open' && may && <BottomBar {...same} />}
              <StepList {...same} />
              <Entries {...same} />
              {known.status !== 'open' && may && <BottomBar {...same} />}
              <PartSection build={known} step={step} onChanged={changed} />
              <MachineSection build={known} step={step} onChanged={changed} />
              <CheckSection build={known} step={step} onChanged={changed} />
              <HistorySection
                path={`/api/builds/${known.buildId}/moments`}
                topics={[`build-${known.buildId}`]}
                timeZone={known.timeZone}
                subject={known.subject?.itemId ?? null}
                machines={machineNames(known)}
              />
              <HandSection build={known} onChanged={changed} />
              <BuildAbout build={known} onChanged={changed} />
              {known.status === 'open' && (
                <>
                  <BuildEnd build={known} onChanged={changed} onComplete={complete} />
                  <div class="log-end" aria-hidden="true" />
                </>
              )}
              {completing && (
                <CompleteBuild build={known} onClose={() => setCompleting(false)} onChanged={changed} />
              )}
            </>
          );
        }}
      </Shown>
    </PageFrame>
  );
}

const machineNames = ({ sessions }: BuildView) =>
  Object.fromEntries(sessions.map(({ machineId, machineName }) => [machineId, machineName]));

function Line({ build }: { build: BuildView }) {
  const { of, kind, workshop, subject, forBuild } = build;
  return (
    <>
      {of ? (
        <a href={addressOf.revision(of.designId, of.revision)}>{words.of(of.title, of.revision)}</a>
      ) : (
        t.builds.kinds[kind]
      )}
      {workshop && <> · {workshop.name}</>}
      {subject && (
        <>
          {' · '}
          <a href={addressOf.thing(subject.itemId)}>{subject.name}</a>
        </>
      )}
      {forBuild && (
        <>
          {' · '}
          <a href={addressOf.build(forBuild.buildId)}>{forBuild.name}</a>
        </>
      )}
    </>
  );
}

function Ended({ build }: { build: BuildView }) {
  const when = whenIn(build.endedAt ?? build.lastAt, build);
  return (
    <p class="log-ended">
      {build.status === 'completed' ? words.ended.completed(when) : words.ended.abandoned(when)}
    </p>
  );
}
