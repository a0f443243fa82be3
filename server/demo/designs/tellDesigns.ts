import type { Story } from '../founding.ts';
import type { Region } from '../incidents.ts';
import { contentOfPlan, contentOfType, type Known } from './contentOfPlan.ts';
import { CONTINUATIONS } from './continuations.ts';
import { drawingOf } from './drawing.ts';
import { machineTypes } from './machines.ts';
import { cebPress } from './plans/cebPress.ts';
import { cementMixer } from './plans/cementMixer.ts';
import { circuitMill } from './plans/circuitMill.ts';
import { ironworker } from './plans/ironworker.ts';
import { microtractor } from './plans/microtractor.ts';
import { powerCube } from './plans/powerCube.ts';
import { printer3d } from './plans/printer3d.ts';
import { rototiller } from './plans/rototiller.ts';
import { sawmill } from './plans/sawmill.ts';
import { torchTable } from './plans/torchTable.ts';
import { tractor } from './plans/tractor.ts';
import { universalAxis } from './plans/universalAxis.ts';
import { universalRotor } from './plans/universalRotor.ts';
import { wheelUnit } from './plans/wheelUnit.ts';
import { type DesignTeller, designTeller } from './teller.ts';

/** Full designs by their words; those that others pin stand first. */
export const designPlans = {
  powerCube,
  wheelUnit,
  universalAxis,
  cebPress,
  tractor,
  torchTable,
  printer3d,
  microtractor,
  rototiller,
  circuitMill,
  universalRotor,
  sawmill,
  cementMixer,
  ironworker,
};

/** Where the fifty machines that nobody has worked out yet were written down, when, and by whom. */
const TYPES = { author: 'gesa', home: 'scheune', daysAgo: 119 } as const;

/** What is designed in the region: the fifty machines, a dozen of them in full, and what became of these. */
export function tellDesigns(story: Story, region: Region): void {
  const planned = new Map(Object.entries(designPlans).map(([word, plan]) => [plan.title, { word, plan }]));
  const typeOf = new Map(machineTypes.map((type) => [type.name, type]));
  const wordOf = (name: string) => planned.get(name)?.word ?? name;
  const authorOf = (name: string) => planned.get(name)?.plan.author ?? TYPES.author;
  const tell = designTeller(story, region, (word) => {
    const plan = Object.entries(designPlans).find(([each]) => each === word)?.[1];
    return plan?.author ?? TYPES.author;
  });
  const designNamed = (name: string) =>
    typeOf.has(name) || planned.has(name) ? tell.idOf(authorOf(name), wordOf(name)) : null;

  for (const type of machineTypes) {
    if (planned.has(type.name)) continue;
    tell.publish(type.name, { by: TYPES.author, home: TYPES.home, daysAgo: TYPES.daysAgo }, async (known) =>
      contentOfType(type, { ...known, designNamed }),
    );
  }
  for (const [word, plan] of Object.entries(designPlans)) {
    const { author, home, daysAgo } = plan;
    tell.publish(word, { by: author, home, daysAgo }, async (known) => {
      // The server draws what has a model.
      const picture = plan.drawing ? await pictureOf(tell, drawingOf(plan.drawing, plan.title)) : null;
      return contentOfPlan(plan, typeOf.get(plan.title), { ...known, picture, designNamed });
    });
  }
  for (const continuation of CONTINUATIONS) continuation(tell);
}

const pictureOf = async (tell: DesignTeller, svg: string): Promise<Known['picture']> => ({
  fileId: await tell.keep(svg),
  bytes: Buffer.byteLength(svg),
});
