import { assemblyProblems } from './english/assemblyProblems.ts';
import { designModel } from './english/designModel.ts';
import { designPage } from './english/designPage.ts';
import { designs } from './english/designs.ts';
import { draft } from './english/draft.ts';
import { embed } from './english/embed.ts';
import { lineage } from './english/lineage.ts';
import { modelChecks } from './english/modelChecks.ts';
import { modelReading } from './english/modelReading.ts';
import { modules } from './english/modules.ts';
import { shop } from './english/shop.ts';
import { viewer } from './english/viewer.ts';
import { workbench } from './english/workbench.ts';

/** The English texts of designs. */
export const designsInEnglish = {
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
