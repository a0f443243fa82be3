import { deepStrictEqual } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concernedBy } from '../../server/network/impact.ts';
import { BUILDS, copyPlain, designNumbered, fillNetwork, ITEMS } from './networkHistory.ts';
import { answersPerSecond, type Bench } from './result.ts';

const ROUNDS = 7;
const ASKED = 10;

/** Every thing that is one of these versions, or of one that pins them through all levels, with what was answered. */
const CONCERNED = `with recursive affected (version) as (
    select value from json_each(?1)
    union select pinning from affected cross join pins on pinned = version)
  select items.id, items.version, answer from affected cross join items on items.version = affected.version
    left join answers on problem = ?2 and item = items.id where ended is null`;

/**
 * What a problem of a design concerns, through all levels of what pins it, among 1,000,000 things; against one indexed
 * query over plain tables. Both find the same things, which is checked first.
 */
export const impact: Bench = {
  name: 'impact',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-impact-'));
    const views = fillNetwork(join(folder, 'views.db'));
    const plain = copyPlain(join(folder, 'plain.db'), join(folder, 'views.db'));
    try {
      const { reader } = views;
      const concerned = plain.prepare(CONCERNED);
      const problemId = '00000000-0000-4000-a000-600000000000';
      const problems = Array.from({ length: ASKED }, (_, index) => {
        const designId = designNumbered(index * 17);
        return { problemId, designId, latest: 3, ofRevision: 2, fixedIn: 3 };
      });
      const versions = problems.map(({ designId }) => JSON.stringify([`${designId}:1`, `${designId}:2`]));
      let things = 0;
      for (const [index, problem] of problems.entries()) {
        const ours = concernedBy(reader, problem).map(({ itemId }) => itemId);
        const theirs = concerned.all(versions[index] ?? '', problemId).map((row) => String(row.id));
        deepStrictEqual(ours.toSorted(), theirs.toSorted());
        things += ours.length;
      }
      const each = Math.round(things / ASKED);
      console.error(`${ITEMS} things and ${BUILDS} builds; a problem concerns ${each} things`);
      const measured = await answersPerSecond(
        ROUNDS,
        ASKED,
        () => problems.forEach((problem) => void concernedBy(reader, problem)),
        () => versions.forEach((asked) => void concerned.all(asked, problemId)),
      );
      return { bench: 'impact', ...measured };
    } finally {
      views.close();
      plain.close();
      await rm(folder, { recursive: true });
    }
  },
};
