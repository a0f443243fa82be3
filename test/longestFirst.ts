import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whose minutes would stand alone at the end, while the other core is idle: the longest first. */
const LONG = [
  'crash/kill',
  'crash/wire',
  'reactions/runner',
  'crash/files',
  'demo/fill',
  'demo/day',
  'eventstoredb.faults',
  'fuzz/fuzz',
  'e2e/everyPageOfMembers',
  'e2e/everyPage',
  'e2e/waiting',
  'e2e/workbench',
  'e2e/designs',
].map((name) => `/${name}.test.ts`);

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((end) => moduleId.endsWith(end));
  return at < 0 ? LONG.length : at;
};

/** Begins with the files that take long, else as Vitest does; a fresh clone knows no times of earlier runs. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
