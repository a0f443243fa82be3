import { type ImpactTally, type ImpactView, impactView } from '../../shared/network/impactViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Danger } from '../designs/danger.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { byWorkshop } from '../things/impact/byWorkshop.ts';
import { ImpactedRow } from '../things/impact/impactedRow.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.impact;

/** `/designs/…/problems/…`: every thing that a problem concerns, workshop by workshop, and what was done about it. */
export function ImpactPage({ params, query }: PageProps) {
  const { designId = '', problemId = '' } = params;
  const from = Number(query.from ?? 0) || 0;
  const path = `/api/designs/${designId}/problems/${problemId}/impact?from=${from}`;
  const impact = useResource(path, impactView, (view) => [
    `design-${designId}`,
    ...(view?.things ?? []).map(({ thing }) => `item-${thing.itemId}`),
  ]);
  const view = impact.value.value;
  const refetch = () => void impact.refetch();
  return (
    <PageFrame
      title={view ? words.title(view.design.title) : t.affected.problems}
      line={view && <a href={addressOf.designPart(designId, 'talk')}>{words.toProblems}</a>}
    >
      <Shown resource={impact}>
        {(shown) => (
          <>
            <ProblemItself view={shown} />
            {shown.things.length === 0 && <EmptyState text={words.none} />}
            {byWorkshop(shown.things).map(({ workshop, open, things }) => (
              <PageSection
                key={workshop?.workshopId ?? ''}
                title={
                  open > 0
                    ? words.openIn(workshop?.name ?? words.noPlace, open)
                    : (workshop?.name ?? words.noPlace)
                }
              >
                <ul class="rows">
                  {things.map((concerned) => (
                    <ImpactedRow
                      key={concerned.thing.itemId}
                      concerned={concerned}
                      problem={{ designId, problemId }}
                      onChanged={refetch}
                    />
                  ))}
                </ul>
              </PageSection>
            ))}
            <Further view={shown} from={from} />
            <Forks forks={shown.forks} />
          </>
        )}
      </Shown>
    </PageFrame>
  );
}

/** What is wrong, where it is fixed, and how many things have it. */
function ProblemItself({ view }: { view: ImpactView }) {
  const { design, text, safety, affected, fixedIn, counts, inForks } = view;
  return (
    <div class="stack measure">
      {safety && <Danger>{words.safety}</Danger>}
      <p>{text ?? words.gone}</p>
      <p>
        {fixedIn === null ? (
          <span class="soft">{words.notFixed}</span>
        ) : (
          <a href={addressOf.revision(design.designId, fixedIn)}>{words.fixedIn(fixedIn)}</a>
        )}
      </p>
      {allOf(counts) > 0 && (
        <p>
          <strong>{t.affected.things(affected.length, counts)}</strong>
        </p>
      )}
      {allOf(inForks) > 0 && <p>{t.affected.inForks(inForks)}</p>}
    </div>
  );
}

const allOf = ({ open, fixed, exempted }: ImpactTally): number => open + fixed + exempted;

/** Forks that took the problem along, with what is known of their having mended it. */
function Forks({ forks }: Pick<ImpactView, 'forks'>) {
  if (forks.length === 0) return null;
  return (
    <PageSection title={words.forks}>
      <ul class="rows">
        {forks.map(({ design, mendedIn, counts }) => (
          <li key={design.designId}>
            <a href={addressOf.design(design.designId)}>{design.title}</a>{' '}
            <span class="soft">{words.forkThings(allOf(counts))}</span>
            <p class="small">{mendedIn === null ? words.forkMay : words.forkHas(mendedIn)}</p>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Further({ view, from }: { view: ImpactView; from: number }) {
  const page = addressOf.impact(view.design.designId, view.problemId);
  if (view.next === null && from === 0) return null;
  return (
    <div class="buttons">
      {from > 0 && <ButtonLink href={page}>{words.first}</ButtonLink>}
      {view.next !== null && <ButtonLink href={`${page}?from=${view.next}`}>{words.more}</ButtonLink>}
    </div>
  );
}
