import { deepStrictEqual } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollUpOf } from '../../server/designs/lists/rollUps.ts';
import { whereUsed } from '../../server/designs/lists/whereUsed.ts';
import { BareLines } from './bareLines.ts';
import { DESIGNS, fillLibrary, LEVELS, LINES } from './designLibrary.ts';
import { answersPerSecond, type Bench } from './result.ts';

const SEED = 4;
const ROUNDS = 5;
/** Designs that are asked for in each round. */
const ASKED = 10;

/**
 * Rolling parts lists up through all levels, and finding where a part is used upwards, over 10,000 designs of 200 lines;
 * against a hand-written recursive query over one table of all lines, with the indexes that it wants. Both give the same
 * answers, which is checked first.
 */
export const bom: Bench = {
  name: 'bom',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-bom-'));
    const bare = new BareLines(join(folder, 'lines.db'));
    const ids: string[] = [];
    const views = fillLibrary(join(folder, 'views.db'), SEED, (design) => {
      ids.push(design.designId);
      bare.add(design);
    });
    try {
      bare.finish();
      console.error(`${DESIGNS} designs of ${LINES} lines in ${LEVELS} levels, seed ${SEED}`);
      const { reader } = views;
      const wholes = ids.slice(-ASKED);
      const modules = ids.slice(0, ASKED);
      for (const designId of wholes) {
        const { mass, pieces, kinds, costs } = rollUpOf(reader, { designId, revision: 1 });
        const [cost] = costs;
        deepStrictEqual(
          { mass: cents(mass), pieces, kinds, cost: cents(cost?.amount ?? 0) },
          bare.rollUp(designId),
        );
      }
      for (const designId of modules) {
        const ours = whereUsed(reader, designId).uses.map(({ by, quantity, level }) => {
          return { title: by.title, quantity, level };
        });
        deepStrictEqual(ours, bare.whereUsed(designId));
      }

      const compared = (ours: () => void, theirs: () => void) =>
        answersPerSecond(ROUNDS, ASKED, ours, theirs);
      const cases = {
        rollUp: await compared(
          () => wholes.forEach((designId) => void rollUpOf(reader, { designId, revision: 1 })),
          () => wholes.forEach((designId) => void bare.rollUp(designId)),
        ),
        whereUsed: await compared(
          () => modules.forEach((designId) => void whereUsed(reader, designId)),
          () => modules.forEach((designId) => void bare.whereUsed(designId)),
        ),
      };
      const worst = cases.rollUp.ratio < cases.whereUsed.ratio ? cases.rollUp : cases.whereUsed;
      return { bench: 'bom', ...worst, cases };
    } finally {
      views.close();
      bare.close();
      await rm(folder, { recursive: true });
    }
  },
};

const cents = (value: number): number => Math.round(value * 100) / 100;
