import type { NetworkFigures } from '../../shared/network/figureViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { FigureShown } from './figureShown.tsx';
import { indexInWords, shareInWords } from './figureWords.ts';

const words = t.network.figures;

interface ReuseFiguresProps {
  figures: Pick<
    NetworkFigures,
    'reuseRate' | 'reuseMeasured' | 'meanLives' | 'toolClosure' | 'massClosure' | 'circularity'
  >;
}

/** How much comes round again, of one design or of the whole network: rows of a list of figures. */
export function ReuseFigures({ figures }: ReuseFiguresProps) {
  return (
    <>
      <FigureShown
        label={words.reuse}
        line={words.reuseLine}
        figure={figures.reuseRate}
        restsOn="pieces"
        inWords={shareInWords}
      />
      {figures.reuseMeasured.map(({ unit, rate }) => (
        <FigureShown
          key={unit}
          label={words.measured[unit]}
          line={words.measuredLine}
          figure={rate}
          restsOn={unit}
          inWords={shareInWords}
        />
      ))}
      <FigureShown
        label={words.lives}
        line={words.livesLine}
        figure={figures.meanLives}
        restsOn="parts"
        inWords={indexInWords}
      />
      <FigureShown
        label={words.tools}
        line={words.toolsLine}
        figure={figures.toolClosure}
        restsOn="hours"
        inWords={shareInWords}
      />
      <FigureShown
        label={words.mass}
        line={words.massLine}
        figure={figures.massClosure}
        restsOn="mass"
        inWords={shareInWords}
      />
      <FigureShown
        label={words.circularity}
        line={words.circularityLine}
        figure={figures.circularity}
        restsOn="mass"
        inWords={indexInWords}
      />
    </>
  );
}
