import { deepStrictEqual } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usedIn } from '../../server/network/usedIn.ts';
import { traceOf } from '../../server/network/walking.ts';
import { chanceFrom } from './chance.ts';
import { BUILDS, copyPlain, fillNetwork, ITEMS, thingId } from './networkHistory.ts';
import { answersPerSecond, type Bench } from './result.ts';

const SEED = 6;
const ROUNDS = 5;
/** Things that are asked for in each round. */
const ASKED = 200;

/** All that a thing came from: the builds and machines that made it and its parts, and what these came out of. */
const BACK = `with recursive story (id, build) as (
    values (?, 0)
    union select made_by, 1 from story cross join items on items.id = story.id where made_by is not null
    union select machine, 0 from story cross join uses on uses.build = story.id
    union select item, 0 from story cross join fittings on whole = story.id
    union select whole, 0 from story cross join fittings on item = story.id where until is not null)
  select story.id, build, iif(build, (select name from builds where builds.id = story.id),
    (select name from items where items.id = story.id)) as name from story`;

/** All that a thing is and was in, with what that was in meanwhile, and what was made with it. */
const USED = `with recursive around (whole, since, until, level) as (
    select whole, at, until, 1 from fittings where item = ?1
    union all select f.whole, max(since, at), min(coalesce(a.until, f.until), coalesce(f.until, a.until)), level + 1
      from around a cross join fittings f on f.item = a.whole
      where f.at < coalesce(a.until, 9e15) and coalesce(f.until, 9e15) > since)
  select whole as id, name, since, until, level from around join items on items.id = whole
  union all select items.id, items.name, null, null, null from uses join items on made_by = build where machine = ?1`;

/**
 * Where one thing is used, and what it came from, among 1,000,000 things and 100,000 builds; against hand-written
 * recursive queries over plain tables with the indexes that they want. Both find the same things, which is checked first.
 * Ours also tells what each thing is, and of a trace the order of the walk.
 */
export const trace: Bench = {
  name: 'trace',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-trace-'));
    const views = fillNetwork(join(folder, 'views.db'));
    const plain = copyPlain(join(folder, 'plain.db'), join(folder, 'views.db'));
    try {
      const { reader } = views;
      const chance = chanceFrom(SEED);
      const parts = Array.from({ length: ASKED }, () =>
        thingId(BUILDS + Math.floor(chance() * (ITEMS - BUILDS))),
      );
      const made = Array.from({ length: ASKED }, () => thingId(Math.floor(chance() * BUILDS)));
      const back = plain.prepare(BACK);
      const used = plain.prepare(USED);
      console.error(`${ITEMS} things and ${BUILDS} builds, ${ASKED} of them asked, seed ${SEED}`);
      let steps = 0;
      for (const id of made) {
        const ours = new Set(traceOf(reader, id, 'back')?.steps.map((step) => step.id));
        deepStrictEqual(ours, new Set(back.all(id).map((row) => row.id)));
        steps += ours.size;
      }
      for (const id of [...parts, ...made]) {
        const view = usedIn(reader, id);
        const ours = [
          ...(view?.uses.map((use) => use.in.itemId) ?? []),
          ...(view?.madeWithIt.flatMap(({ things }) => things.map(({ itemId }) => itemId)) ?? []),
        ];
        deepStrictEqual(
          ours.toSorted(),
          used
            .all(id)
            .map((row) => String(row.id))
            .toSorted(),
        );
      }
      console.error(`a trace holds ${Math.round(steps / made.length)} things and builds`);
      const compared = (ours: () => void, theirs: () => void) =>
        answersPerSecond(ROUNDS, ASKED, ours, theirs);
      const cases = {
        trace: await compared(
          () => made.forEach((id) => void traceOf(reader, id, 'back')),
          () => made.forEach((id) => void back.all(id)),
        ),
        whereUsed: await compared(
          () => parts.forEach((id) => void usedIn(reader, id)),
          () => parts.forEach((id) => void used.all(id)),
        ),
      };
      const worst = cases.trace.ratio < cases.whereUsed.ratio ? cases.trace : cases.whereUsed;
      return { bench: 'trace', ...worst, cases };
    } finally {
      views.close();
      plain.close();
      await rm(folder, { recursive: true });
    }
  },
};
