import { buildView } from '../../shared/builds/views.ts';
import { planView } from '../../shared/plans/views.ts';
import { addressOf } from '../addresses.ts';
import { PlanShown } from '../builds/plan/planShown.tsx';
import { ofInWords } from '../builds/words.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.buildPlan;

/** By what each line of a build's parts list is met; it follows what it shows, and what would be shown if it came up. */
export function PlanPage({ params }: PageProps) {
  const { buildId = '' } = params;
  const build = useResource(`/api/builds/${buildId}`, buildView, [`build-${buildId}`]);
  const plan = useResource(
    `/api/builds/${buildId}/plan`,
    planView,
    (view) => view?.topics ?? [`build-${buildId}`],
  );
  const known = build.value.value;
  return (
    <PageFrame
      title={known ? words.titleOf(known.name) : words.title}
      line={known && [ofInWords(known), known.workshop?.name].filter(Boolean).join(' · ')}
      action={<ButtonLink href={addressOf.build(buildId)}>{words.toBuild}</ButtonLink>}
    >
      <Shown resource={build}>
        {(shown) => (
          <Shown resource={plan}>
            {(view) => (
              <PlanShown
                plan={view}
                build={shown}
                onChanged={() => {
                  build.refetch();
                  plan.refetch();
                }}
              />
            )}
          </Shown>
        )}
      </Shown>
    </PageFrame>
  );
}
