import { z } from 'zod';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { PageSection } from '../ui/page.tsx';
import { State } from '../ui/state.tsx';

const words = t.today.builds;
const FEW = 3;

/** Of the rows of `GET /api/builds` what is told here: the whole of it would bring the texts of designs along. */
const openBuilds = z.object({
  builds: z.array(
    z.object({
      buildId: z.string(),
      name: z.string(),
      steps: z.int(),
      stepsDone: z.int(),
      linesMissing: z.int(),
    }),
  ),
});
type OpenBuilds = z.infer<typeof openBuilds>;

const topicsOf = (view: OpenBuilds | undefined) =>
  (view?.builds ?? []).map(({ buildId }) => `build-${buildId}`);

/** Open builds that the viewer has joined, the one that moved last first; nothing where there is none. */
export function OpenBuilds() {
  const builds = useResource('/api/builds?mine=true&status=open', openBuilds, topicsOf);
  const mine = builds.value.value?.builds ?? [];
  if (mine.length === 0) return null;
  return (
    <PageSection
      title={words.title}
      action={
        <a href={addressOf.buildsWith({ show: 'mine' })}>
          {mine.length > FEW ? words.more(mine.length - FEW) : words.all}
        </a>
      }
    >
      <ul class="rows">
        {mine.slice(0, FEW).map(({ buildId, name, steps, stepsDone, linesMissing }) => (
          <li key={buildId}>
            <p>
              <a href={addressOf.build(buildId)}>{name}</a>
              {steps > 0 && <span class="soft small"> · {words.steps(stepsDone, steps)}</span>}
            </p>
            {linesMissing > 0 && <State kind="soon">{words.missing(linesMissing)}</State>}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
