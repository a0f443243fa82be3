import { useState } from 'preact/hooks';
import { MOST_THINGS } from '../../shared/builds/commands.ts';
import { buildView } from '../../shared/builds/views.ts';
import { type DesignInBrief, designInBrief } from '../../shared/designs/designInBrief.ts';
import { thingView } from '../../shared/items/views.ts';
import { planView } from '../../shared/plans/views.ts';
import { addressOf } from '../addresses.ts';
import { PlanShown } from '../builds/plan/planShown.tsx';
import { type StartAsked, startAsked } from '../builds/start.ts';
import { StartForm } from '../builds/startForm.tsx';
import { t } from '../catalogue/buildTexts.ts';
import { type Resource, useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { myWorkshops } from '../session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.builds.start;

/** Where a build begins: after a design, for a line of another build, about a thing, or from a note alone. */
export function StartBuildPage({ query }: PageProps) {
  const asked = startAsked(query);
  return <Start key={JSON.stringify(asked)} asked={asked} />;
}

function Start({ asked }: { asked: StartAsked }) {
  const { forBuild, subjectId } = asked;
  const build = useResource(forBuild && `/api/builds/${forBuild.buildId}`, buildView);
  const line = build.value.value?.lineList.find((each) => each.line.id === forBuild?.line);
  const pinned = line?.line.of ?? null;
  const designId = asked.designId ?? pinned?.designId ?? null;
  const design = useResource(designId && `/api/designs/${designId}`, designInBrief);
  const subject = useResource(subjectId && `/api/things/${subjectId}`, thingView);
  const of = design.value.value;
  const forWhat = build.value.value && line && words.forBuild(line.line.name, build.value.value.name);
  const waitsFor: Resource<unknown>[] = [
    ...(forBuild ? [build] : []),
    ...(designId ? [design] : []),
    ...(subjectId ? [subject] : []),
  ];
  const waiting = waitsFor.find((each) => each.value.value === undefined);
  const title = of ? words.titleOf(of.summary.title) : words.title;
  return (
    <PageFrame
      title={title}
      line={forWhat ?? (subject.value.value && words.subject(subject.value.value.name))}
    >
      {myWorkshops.value.length === 0 ? (
        <EmptyState text={words.noWorkshop}>
          <ButtonLink kind="main" href={addressOf.workshops}>
            {words.toWorkshops}
          </ButtonLink>
        </EmptyState>
      ) : waiting ? (
        <Shown resource={waiting}>{() => null}</Shown>
      ) : (
        <Begin
          asked={{ ...asked, revision: asked.revision ?? pinned?.revision ?? null }}
          design={of ?? null}
          forLine={build.value.value && line ? { build: build.value.value, line } : null}
          subjectName={subject.value.value?.name ?? ''}
        />
      )}
    </PageFrame>
  );
}

interface BeginProps {
  asked: StartAsked;
  design: DesignInBrief | null;
  forLine: Parameters<typeof StartForm>[0]['forLine'];
  subjectName: string;
}

function Begin({ asked, design, forLine, subjectName }: BeginProps) {
  const mine = myWorkshops.value;
  const near = [asked.workshopId, forLine?.build.workshop?.workshopId, design?.workshop?.workshopId]
    .map((id) => mine.find(({ workshopId }) => workshopId === id))
    .find((each) => each !== undefined);
  const [workshopId, setWorkshop] = useState((near ?? mine[0])?.workshopId ?? '');
  const [count, setCount] = useState(forLine ? String(Math.max(1, forLine.line.missing)) : '1');
  const of = design && { designId: design.designId, revision: asked.revision ?? design.latest };
  return (
    <>
      {design && of && <Which design={design} revision={of.revision} asked={asked} />}
      <StartForm
        of={of}
        usualName={design?.summary.title ?? forLine?.line.line.name ?? subjectName}
        kind={asked.kind}
        subjectId={asked.subjectId}
        forLine={forLine}
        workshopId={workshopId}
        onWorkshop={setWorkshop}
        count={count}
        onCount={setCount}
      />
      {of && <Preview of={of} workshopId={workshopId} count={count} />}
      {design === null && forLine === null && asked.subjectId === null && (
        <p class="soft">
          {words.fromDesign} <a href={addressOf.designs}>{words.toDesigns}</a>
        </p>
      )}
    </>
  );
}

function Which({ design, revision, asked }: { design: DesignInBrief; revision: number; asked: StartAsked }) {
  const { designId, latest } = design;
  const newest = addressOf.newBuild({
    design: designId,
    revision: latest,
    ...(asked.workshopId ? { workshop: asked.workshopId } : {}),
  });
  return (
    <div>
      <p>
        {words.revision(revision)} · <a href={addressOf.revision(designId, revision)}>{words.read}</a>
      </p>
      {revision < latest && (
        <p class="note" data-tone="soon">
          {words.newer(latest)} <a href={newest}>{words.useNewer}</a>
        </p>
      )}
    </div>
  );
}

interface PreviewProps {
  of: { designId: string; revision: number };
  workshopId: string;
  count: string;
}

/** The plan before anything has begun. */
function Preview({ of, workshopId, count }: PreviewProps) {
  const things = Math.min(MOST_THINGS, Math.max(1, Math.round(Number(count)) || 1));
  const path = `/api/designs/${of.designId}/revisions/${of.revision}/plan?workshop=${workshopId}&things=${things}`;
  const plan = useResource(path, planView, (view) => view?.topics ?? []);
  const name = myWorkshops.value.find((each) => each.workshopId === workshopId)?.name ?? '';
  return (
    <PageSection title={words.preview(name)}>
      <Shown resource={plan}>
        {(view) => <PlanShown plan={view} build={null} onChanged={plan.refetch} />}
      </Shown>
    </PageSection>
  );
}
