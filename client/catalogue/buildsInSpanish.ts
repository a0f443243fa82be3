import type { BuildCatalogue } from './buildTexts.ts';
import { buildAbout } from './spanish/buildAbout.ts';
import { buildEnd } from './spanish/buildEnd.ts';
import { buildLog } from './spanish/buildLog.ts';
import { buildPlan } from './spanish/buildPlan.ts';
import { builds } from './spanish/builds.ts';
import { counting } from './spanish/counting.ts';
import { history } from './spanish/history.ts';
import { impact } from './spanish/impact.ts';
import { network } from './spanish/network.ts';
import { noSignal } from './spanish/noSignal.ts';
import { salvage } from './spanish/salvage.ts';
import { shelf } from './spanish/shelf.ts';
import { takingApart } from './spanish/takingApart.ts';
import { thingStory } from './spanish/thingStory.ts';
import { things } from './spanish/things.ts';
import { work } from './spanish/work.ts';

/** Los textos en español sobre construcciones, cosas y estantes. */
export const buildsInSpanish: BuildCatalogue = {
  buildAbout,
  buildLog,
  builds,
  history,
  impact,
  network,
  noSignal,
  counting,
  salvage,
  shelf,
  things,
  thingStory,
  takingApart,
  buildEnd,
  buildPlan,
  work,
};
