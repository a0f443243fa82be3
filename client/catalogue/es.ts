import { failures } from './spanish/failures.ts';
import { frame } from './spanish/frame.ts';
import { labels } from './spanish/labels.ts';
import { offline } from './spanish/offline.ts';
import { time } from './spanish/time.ts';
import { words } from './spanish/words.ts';
import type { Catalogue } from './text.ts';

/** Los textos en español, como se hablan en talleres de Oaxaca y de Madrid. */
export const es: Catalogue = {
  failures,
  frame,
  labels,
  offline,
  time,
  words,
};
