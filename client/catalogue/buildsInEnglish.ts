import { builds } from './english/builds.ts';
import { network } from './english/network.ts';
import { shelf } from './english/shelf.ts';
import { things } from './english/things.ts';

/** The English texts of builds, things and shelves. */
export const buildsInEnglish = {
  builds,
  network,
  shelf,
  things,
};
