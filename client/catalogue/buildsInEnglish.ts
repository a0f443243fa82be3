import { builds } from './english/builds.ts';
import { counting } from './english/counting.ts';
import { network } from './english/network.ts';
import { salvage } from './english/salvage.ts';
import { shelf } from './english/shelf.ts';
import { things } from './english/things.ts';

/** The English texts of builds, things and shelves. */
export const buildsInEnglish = {
  builds,
  network,
  counting,
  salvage,
  shelf,
  things,
};
