import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type ComparisonView, comparisonView, lineageView } from '../../shared/designs/lineageViews.ts';
import type { NamedRevision } from '../../shared/designs/naming.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { ChangedSections } from '../designs/compare/changedSections.tsx';
import { type Choosable, ChooseSide, choicesOf } from '../designs/compare/chooseSide.tsx';
import { isSamePin, pinFrom } from '../designs/compare/pins.ts';
import { sectionsOf } from '../designs/compare/sections.ts';
import { Sums } from '../designs/compare/sums.tsx';
import { TakeNewer } from '../designs/compare/takeNewer.tsx';
import { useSides } from '../designs/compare/useSides.ts';
import { deferred } from '../frame/deferred.tsx';
import { PageLoading } from '../frame/pageLoading.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { Fold, PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.lineage;

const CompareModels = deferred(
  async () => (await import('../designs/compare/compareModels.tsx')).CompareModels,
);

/** Two revisions beside each other, of one design or across its forks. */
export function ComparePage({ query }: PageProps) {
  const [one, other] = [pinFrom(query.one), pinFrom(query.other)];
  if (one && other) return <Comparison one={one} other={other} />;
  return (
    <PageFrame title={words.compare}>
      <EmptyState text={words.compareWhat}>
        <ButtonLink href={addressOf.designs}>{t.designs.title}</ButtonLink>
      </EmptyState>
    </PageFrame>
  );
}

interface Pair {
  one: PinnedRevision;
  other: PinnedRevision;
}

function Comparison({ one, other }: Pair) {
  const { route } = useLocation();
  const path = `/api/compare?one=${one.designId}:${one.revision}&other=${other.designId}:${other.revision}`;
  const compared = useResource(path, comparisonView);
  const lineage = useResource(`/api/designs/${one.designId}/lineage`, lineageView);
  const known = compared.value.value;
  const choices = choicesOf(lineage.value.value, known ? [known.one, known.other] : []);
  const [isWide] = useState(() => matchMedia('(min-width: 900px)').matches);
  const choose = (from: PinnedRevision, to: PinnedRevision) => route(addressOf.compare(from, to));
  return (
    <PageFrame
      title={known ? words.comparing(known.one.title, known.other.title) : words.compare}
      line={known && words.sidesLine(called(known.one), called(known.other))}
      action={<Button onPress={() => choose(other, one)}>{words.swap}</Button>}
    >
      <Fold summary={words.choose} open={isWide}>
        <div class="compare-sides">
          <ChooseSide
            legend={words.before}
            of={one}
            choices={choices}
            onChoose={(chosen) => choose(chosen, other)}
          />
          <ChooseSide
            legend={words.after}
            of={other}
            choices={choices}
            onChoose={(chosen) => choose(one, chosen)}
          />
        </div>
      </Fold>
      <Shown resource={compared}>{(view) => <Compared view={view} choices={choices} />}</Shown>
    </PageFrame>
  );
}

const called = ({ title, revision }: NamedRevision) => t.designPage.parts.design(title, revision);

function Compared({ view, choices }: { view: ComparisonView; choices: readonly Choosable[] }) {
  const { one, other, common, changes, before, after } = view;
  const sides = useSides(one, other);
  const sections = useMemo(() => (sides ? sectionsOf(changes, sides) : null), [changes, sides]);
  if (!sides || !sections) return <PageLoading />;
  const titleOf = (designId: string) =>
    choices.find((each) => each.designId === designId)?.title ?? one.title;
  const isPlainly = isSamePin(one, other) || (common !== null && isSamePin(common, one));
  return (
    <>
      {!isPlainly && (
        <p class="soft">
          {common === null ? (
            words.nothingInCommon
          ) : (
            <>
              {words.common}{' '}
              <a href={addressOf.revision(common.designId, common.revision)}>
                {t.designPage.parts.design(titleOf(common.designId), common.revision)}
              </a>
            </>
          )}
        </p>
      )}
      <TakeNewer one={one} other={other} />
      {sections.length === 0 ? (
        <EmptyState text={words.nothingChanged} />
      ) : (
        <>
          <Sums before={before} after={after} />
          <CompareModels
            key={`${one.designId} ${one.revision} ${other.designId} ${other.revision}`}
            sides={sides}
            title={other.title}
          />
          <ChangedSections sections={sections} sides={sides} />
        </>
      )}
    </>
  );
}
