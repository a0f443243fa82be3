import { buildAbout } from './english/buildAbout.ts';
import { buildEnd } from './english/buildEnd.ts';
import { buildLog } from './english/buildLog.ts';
import { buildPlan } from './english/buildPlan.ts';
import { builds } from './english/builds.ts';
import { counting } from './english/counting.ts';
import { history } from './english/history.ts';
import { impact } from './english/impact.ts';
import { network } from './english/network.ts';
import { noSignal } from './english/noSignal.ts';
import { salvage } from './english/salvage.ts';
import { shelf } from './english/shelf.ts';
import { takingApart } from './english/takingApart.ts';
import { thingStory } from './english/thingStory.ts';
import { things } from './english/things.ts';
import { work } from './english/work.ts';

/** The English texts of builds, things and shelves. */
export const buildsInEnglish = {
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
