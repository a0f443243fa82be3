import type { BuildCatalogue } from './buildTexts.ts';
import { builds } from './spanish/builds.ts';
import { counting } from './spanish/counting.ts';
import { network } from './spanish/network.ts';
import { salvage } from './spanish/salvage.ts';
import { shelf } from './spanish/shelf.ts';
import { things } from './spanish/things.ts';

/** Los textos en español sobre construcciones, cosas y estantes. */
export const buildsInSpanish: BuildCatalogue = {
  builds,
  network,
  counting,
  salvage,
  shelf,
  things,
};
