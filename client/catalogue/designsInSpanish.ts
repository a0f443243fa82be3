import type { DesignCatalogue } from './designTexts.ts';
import { assemblyProblems } from './spanish/assemblyProblems.ts';
import { designModel } from './spanish/designModel.ts';
import { designPage } from './spanish/designPage.ts';
import { designs } from './spanish/designs.ts';
import { draft } from './spanish/draft.ts';
import { embed } from './spanish/embed.ts';
import { lineage } from './spanish/lineage.ts';
import { modelChecks } from './spanish/modelChecks.ts';
import { modelReading } from './spanish/modelReading.ts';
import { modules } from './spanish/modules.ts';
import { shop } from './spanish/shop.ts';
import { viewer } from './spanish/viewer.ts';
import { workbench } from './spanish/workbench.ts';

/** Los textos en español sobre los diseños. */
export const designsInSpanish: DesignCatalogue = {
  assemblyProblems,
  workbench,
  designModel,
  designPage,
  designs,
  draft,
  embed,
  lineage,
  modelChecks,
  modules,
  shop,
  modelReading,
  viewer,
};
