import { type NetworkFigures, networkFigures } from '../../shared/network/figureViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { CarbonFigures } from '../network/carbonFigures.tsx';
import { Bars, FigureShown } from '../network/figureShown.tsx';
import { coverageInWords, indexInWords } from '../network/figureWords.ts';
import { ReuseFigures } from '../network/reuseFigures.tsx';
import { useResource } from '../resource.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.network.figures;

/** `/made-with/figures`: how much of what is made here comes round again. */
export function FiguresPage() {
  const figures = useResource('/api/network/figures', networkFigures);
  return (
    <PageFrame
      title={words.title}
      line={words.line}
      action={<ButtonLink href={addressOf.madeWith}>{t.network.title}</ButtonLink>}
    >
      <Shown resource={figures}>
        {(view) => (
          <>
            <dl class="figures">
              <ReuseFigures figures={view} />
            </dl>
            <PageSection title={words.carbon}>
              <p class="measure">{words.carbonLine}</p>
              <dl class="figures">
                <CarbonFigures carbon={view.carbon} of="all" />
              </dl>
            </PageSection>
            <Counts view={view} />
            <Common view={view} />
            <Circles view={view} />
          </>
        )}
      </Shown>
    </PageFrame>
  );
}

/** How many things of each generation, and parts of so many lives. */
function Counts({ view: { generations, lives, meanLives } }: { view: NetworkFigures }) {
  return (
    <>
      <PageSection title={words.generations}>
        <p class="measure">{words.generationsLine}</p>
        {generations.length === 0 ? (
          <p class="soft">{words.noGenerations}</p>
        ) : (
          <Bars
            label={words.generations}
            rows={generations.map(({ generation, things }) => ({
              key: generation,
              name: t.network.bands.generation(generation),
              count: things,
              said: words.thingsCount(things),
            }))}
          />
        )}
      </PageSection>
      {lives.length > 0 && (
        <PageSection title={words.perLives}>
          <Bars
            label={words.perLives}
            rows={lives.map(({ lives: count, things }) => ({
              key: count,
              name: words.livesCount(count),
              count: things,
              said: words.partsCount(things),
            }))}
          />
          <p class="soft small">{coverageInWords(meanLives, 'parts')}</p>
        </PageSection>
      )}
    </>
  );
}

const INDICES = ['dci', 'tcci', 'ci', 'pci'] as const;

function Common({ view: { commonality } }: { view: NetworkFigures }) {
  return (
    <PageSection title={words.common}>
      <p class="measure">{words.commonLine(commonality.designs, commonality.components)}</p>
      <dl class="figures">
        {INDICES.map((index) => (
          <FigureShown
            key={index}
            label={words.indices[index]}
            line={words.sources[index]}
            figure={commonality[index]}
            restsOn="lists"
            inWords={indexInWords}
          />
        ))}
      </dl>
    </PageSection>
  );
}

function Circles({ view: { circles } }: { view: NetworkFigures }) {
  return (
    <PageSection title={words.circles}>
      <p class="measure">{circles.length === 0 ? words.noCircles : words.circlesLine}</p>
      <ul class="rows">
        {circles.map((circle) => (
          <li key={circle[0]?.designId}>
            <span aria-hidden="true">↻ </span>
            {circle.map(({ designId, title }, at) => (
              <span key={designId}>
                {at > 0 && ', '}
                <a href={addressOf.design(designId)}>{title}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
