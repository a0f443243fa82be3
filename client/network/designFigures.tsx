import { designFigures, type DesignFigures as Figures } from '../../shared/network/figureViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { moneyInWords } from '../designs/figures.ts';
import { useResource } from '../resource.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { CarbonFigures } from './carbonFigures.tsx';
import { FigureShown } from './figureShown.tsx';
import { lifetimesInWords } from './figureWords.ts';
import { ReuseFigures } from './reuseFigures.tsx';

const words = t.network.figures;

/** On the page of a design: the things that are one, what they are in, and what one takes. */
export function DesignFigures({ designId }: { designId: string }) {
  const view = useResource(`/api/designs/${designId}/figures`, designFigures, [`design-${designId}`]);
  return (
    <PageSection title={words.ofDesign}>
      <Shown resource={view}>{(figures) => <Told figures={figures} designId={designId} />}</Shown>
    </PageSection>
  );
}

function Told({ figures, designId }: { figures: Figures; designId: string }) {
  const { things, highestGeneration, whereUsed } = figures;
  if (things === 0) return <p class="soft">{words.ofDesignLine(0)}</p>;
  return (
    <div class="stack">
      <p>
        {words.ofDesignLine(things)} {highestGeneration > 0 && words.highest(highestGeneration)}
      </p>
      <div class="buttons">
        <ButtonLink href={addressOf.thingsWith({ design: designId })}>{words.each}</ButtonLink>
      </div>
      <h3>{words.whereUsed}</h3>
      {whereUsed.length === 0 ? (
        <p class="soft">{words.neverUsed}</p>
      ) : (
        <ul class="rows">
          {whereUsed.map(({ design, now, ever }) => (
            <li key={design.designId}>
              <a href={addressOf.design(design.designId)}>{design.title}</a>
              <p class="soft small">{words.nowEver(now, ever)}</p>
            </li>
          ))}
        </ul>
      )}
      <dl class="figures">
        <ReuseFigures figures={figures} />
        {figures.embodiedCost.map(({ currency, cost }) => (
          <FigureShown
            key={currency}
            label={words.cost}
            line={`${words.costLine} ${lifetimesInWords(figures.lifetimes)}`}
            figure={cost}
            restsOn="costs"
            inWords={(value) => moneyInWords(value, currency)}
          />
        ))}
        <CarbonFigures carbon={figures.carbon} of="one" />
        {figures.cascadeSaving.map(({ design, currency, saving }) => (
          <FigureShown
            key={design.designId}
            label={words.saving(design.title)}
            line={words.savingLine}
            figure={saving}
            restsOn="costs"
            inWords={(value) => moneyInWords(value, currency)}
          />
        ))}
      </dl>
      <p class="soft small">{words.carbonLine}</p>
    </div>
  );
}
