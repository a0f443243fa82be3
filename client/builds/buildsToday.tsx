import { buildList } from '../../shared/builds/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import { PageSection } from '../ui/page.tsx';
import { State } from '../ui/state.tsx';
import { ofInWords } from './words.ts';

const words = t.builds;
const FEW = 3;

/** Open builds that the viewer has joined, the latest first; nothing where there is none. */
export function BuildsToday() {
  const builds = useResource('/api/builds?mine=true&status=open&limit=20', buildList, (view) => [
    'builds',
    ...(view?.builds ?? []).map(({ buildId }) => `build-${buildId}`),
  ]);
  const mine = builds.value.value?.builds ?? [];
  if (mine.length === 0) return null;
  return (
    <PageSection
      title={words.today.title}
      action={
        <a href={`${addressOf.builds}?show=mine`}>
          {mine.length > FEW ? words.today.more(mine.length - FEW) : words.title}
        </a>
      }
    >
      <ul class="rows">
        {mine.slice(0, FEW).map((row) => (
          <li key={row.buildId}>
            <a href={addressOf.build(row.buildId)}>{row.name}</a>
            <p class="soft small">
              {[ofInWords(row), row.steps > 0 && words.steps(row.stepsDone, row.steps)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {row.linesMissing > 0 && <State kind="soon">{words.partsMissing(row.linesMissing)}</State>}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
