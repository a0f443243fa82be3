import './dangers.css';
import {
  type Icon,
  IconArrowsShuffle,
  IconBolt,
  IconBrightness,
  IconCloud,
  IconEar,
  IconFlame,
  IconGauge,
  IconGrain,
  IconRotateClockwise,
  IconScissors,
  IconSparkles,
  IconWeight,
} from '@tabler/icons-preact';
import type { Danger } from '../../shared/machines/words.ts';
import { t } from '../catalogue/workshopTexts.ts';

const signs: Record<Danger, Icon> = {
  laserLight: IconBrightness,
  rotating: IconRotateClockwise,
  cutting: IconScissors,
  crushing: IconArrowsShuffle,
  hot: IconFlame,
  fumes: IconCloud,
  dust: IconGrain,
  noise: IconEar,
  electric: IconBolt,
  sparks: IconSparkles,
  heavy: IconWeight,
  pressure: IconGauge,
};

/** What can hurt at this machine, each with its sign and word. */
export function Dangers({ dangers }: { dangers: readonly Danger[] }) {
  if (dangers.length === 0) return <p class="soft">{t.machines.page.noDangers}</p>;
  return (
    <ul class="dangers">
      {dangers.map((danger) => {
        const Sign = signs[danger];
        return (
          <li key={danger}>
            <Sign aria-hidden="true" />
            {t.words.dangers[danger]}
          </li>
        );
      })}
    </ul>
  );
}
