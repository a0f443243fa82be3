import type { NetworkFigures } from '../../shared/network/figureViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { FigureShown } from './figureShown.tsx';
import { carbonInWords } from './figureWords.ts';

const words = t.network.figures;

interface CarbonFiguresProps {
  carbon: NetworkFigures['carbon'];
  /** Of one thing, or of all that was ever built. */
  of: 'one' | 'all';
}

/** CO2e of what is new and of what did not have to be made again, side by side and never netted: rows of a list of figures. */
export function CarbonFigures({ carbon, of }: CarbonFiguresProps) {
  return (
    <>
      <FigureShown
        label={words.footprint}
        line={words.footprintLine[of]}
        figure={carbon.footprint}
        restsOn="carbon"
        inWords={carbonInWords}
      />
      <FigureShown
        label={words.avoided}
        line={words.avoidedLine[of]}
        figure={carbon.avoided}
        restsOn="carbon"
        inWords={carbonInWords}
      />
    </>
  );
}
