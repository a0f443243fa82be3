import type { UsedInView } from '../../shared/network/graphViews.ts';
import { instant } from '../designs/naming.ts';
import type { ViewsReader } from '../views/reader.ts';
import { networkThingOf, thingsById } from './nodes.ts';
import { livesOfThing } from './provenances.ts';
import { networkThings } from './tables.ts';

const MOST = 500;

const around = {
  fittingId: 'text',
  life: 'integer?',
  level: 'integer',
  since: 'integer',
  until: 'integer?',
  buildId: 'text?',
  line: 'text?',
  itemId: 'text',
  name: 'text',
  serial: 'text?',
  code: 'text?',
  version: 'text?',
  isMachine: 'integer',
  ended: 'text?',
} as const;
/** Everything that the thing was in, and what that was in meanwhile: the times of each are those that they have in common. */
const AROUND = `with recursive around (fittingId, life, level, intoId, since, until, buildId, line) as (
    select fittingId, life, 1, intoId, at, until, buildId, line from networkFittings where itemId = ?
    union all
    select next.fittingId, null, level + 1, next.intoId, max(since, next.at),
        case when around.until is null then next.until when next.until is null then around.until
          else min(around.until, next.until) end, next.buildId, next.line
      from around cross join networkFittings as next on next.itemId = around.intoId
      where level < 1000 and (around.until is null or next.at < around.until)
        and (next.until is null or next.until > since) limit ${MOST + 1})
  select around.fittingId as fittingId, life, level, since, until, buildId, line,
      itemId, name, serial, code, version, isMachine, ended
    from around cross join networkThings on itemId = intoId order by level, since`;

const runs = {
  buildId: 'text',
  name: 'text',
  startedAt: 'integer',
  things: 'text',
  subjectId: 'text?',
  minutes: 'real?',
} as const;
const MADE_WITH_IT = `select builds.buildId, name, min(coalesce(uses.startedAt, builds.startedAt)) as startedAt, things,
    subjectId, case when count(*) = count(uses.stoppedAt - uses.startedAt)
      then sum(uses.stoppedAt - uses.startedAt) / 60000.0 end as minutes
  from networkBuildUses as links cross join networkBuilds as builds on builds.buildId = links.buildId
    left join networkUses as uses on uses.bookingId = links.bookingId
  where links.machineId = ? group by builds.buildId order by startedAt desc limit ${MOST + 1}`;

/** Where a thing is and was used: what it was in, and what was made with it. Null: there is no such thing. */
export function usedIn(views: ViewsReader, itemId: string): UsedInView | null {
  const thing = views.byKey(networkThings, itemId);
  if (!thing) return null;
  const uses = views.ask(around, AROUND, itemId);
  const builds = thing.isMachine ? views.ask(runs, MADE_WITH_IT, itemId) : [];
  const results = builds.map(({ things, subjectId }): string[] => {
    const made: string[] = JSON.parse(things);
    return subjectId === null ? made : [...made, subjectId];
  });
  const made = results.length === 0 ? [] : thingsById(views, new Set(results.flat()));
  const things = new Map(made.map((row) => [row.itemId, networkThingOf(views, row)]));
  return {
    lives: livesOfThing(thing),
    uses: uses.slice(0, MOST).map((row) => ({
      fittingId: row.fittingId,
      life: row.life,
      level: row.level,
      in: networkThingOf(views, row),
      from: instant(row.since),
      until: row.until === null ? null : instant(row.until),
      buildId: row.buildId,
      line: row.line,
    })),
    madeWithIt: builds.slice(0, MOST).map(({ buildId, name, startedAt, minutes }, index) => ({
      build: { buildId, name },
      things: (results[index] ?? []).flatMap((id) => things.get(id) ?? []),
      minutes,
      at: instant(startedAt),
    })),
    cut: uses.length > MOST || builds.length > MOST,
  };
}
