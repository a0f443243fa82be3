import type { ReplicationReport, ReplicationRow } from '../../shared/builds/replicationViews.ts';
import type { Share } from '../../shared/builds/views.ts';
import { commercialPriceOf } from '../designs/commercialPrice.ts';
import { namedRevision, namedWorkshop } from '../designs/naming.ts';
import { designById, forksOf } from '../designs/queries.ts';
import { withoutWithdrawn } from '../files/queries.ts';
import type { Requester } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { minutesOf, timedSessionsOf } from './hours.ts';
import { leavesOf } from './lines.ts';
import { TELLING_NOTHING } from './meetings.ts';
import { partsListOf } from './missing.ts';
import { byName, contributorsOf, contributorsToDesign, isInsider, personTeller } from './people.ts';
import { type Build, buildsOfDesign } from './queries.ts';
import { picturesOf, remarksOf, testsOf } from './queriesOfWork.ts';
import { thingViews } from './view.ts';

type Sources = Pick<Parts, 'views' | 'designs' | 'names' | 'texts'>;
interface Viewing {
  requester: Requester;
  now: number;
}

/** Builds that one report tells of. */
const MOST_BUILDS = 100;
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What those found who built a design, or a fork of it: where, with which changes, hours, cost and tests. */
export function replicationReportOf(sources: Sources, designId: string, viewing: Viewing): ReplicationReport {
  const { views } = sources;
  const family = [designId, ...forksOf(views, designId, MOST_BUILDS).map((fork) => fork.designId)];
  const all = family
    .flatMap((each) => buildsOfDesign(views, each, MOST_BUILDS + 1))
    .filter(({ kind }) => kind === 'make' || kind === 'spare')
    .toSorted((one, other) => other.startedAt - one.startedAt);
  const builds = all
    .slice(0, MOST_BUILDS)
    .flatMap((build) => replicationOf(sources, build, designId, viewing) ?? []);
  const completed = all.filter(({ status }) => status === 'completed');
  return {
    designId,
    builds,
    more: all.length > MOST_BUILDS,
    made: completed.reduce((sum, { things }) => sum + things.length, 0),
    workshops: new Set(completed.map(({ workshopId }) => workshopId)).size,
    commercialPrice: commercialPriceOf(sources, designId),
    contributors: contributorsToDesign(sources, designId, viewing),
  };
}

function replicationOf(
  sources: Sources,
  build: Build,
  designId: string,
  viewing: Viewing,
): ReplicationRow | null {
  const { views, names, texts } = sources;
  const { buildId, of, workshopId } = build;
  const named = of && namedRevision(views, of.designId, of.revision);
  if (!named || !designById(views, designId)) return null;
  const insider = isInsider(views, viewing, build);
  const viewer = viewing.requester.kind === 'member' ? viewing.requester.memberId : null;
  const people = contributorsOf(views, build, viewing.now);
  const person = personTeller(names, people, { insider, viewer });
  const { lines, besides } = partsListOf(sources, build, TELLING_NOTHING);
  const meetings = [...lines.flatMap((line) => line.meetings), ...besides];
  const nameOfLine = new Map(lines.map(({ line }) => [line.id, line.name]));
  const tests = testsOf(views, buildId);
  const remarks = remarksOf(views, buildId);
  const said = texts.of(remarks.map(({ textId }) => textId));
  const passed = tests.filter(({ outcome }) => outcome === 'passed').length;
  return {
    buildId,
    name: build.name,
    status: build.status,
    workshop: namedWorkshop(views, workshopId),
    of: named,
    fork: named.designId !== designId,
    builders: byName(people.map(person)),
    startedAt: instant(build.startedAt),
    endedAt: build.endedAt === null ? null : instant(build.endedAt),
    things: thingViews(views, build),
    deviations: remarks.flatMap(({ kind, textId }) => (kind === 'deviation' ? (said.get(textId) ?? []) : [])),
    substitutions: meetings
      .filter(({ substitutes }) => substitutes)
      .map(({ line, name }) => ({ line: line === null ? null : (nameOfLine.get(line) ?? null), by: name })),
    minutes: minutesOf(views, buildId, timedSessionsOf(views, buildId, viewing.now)),
    ...costOf(lines, meetings),
    testsPassed: passed,
    testsFailed: tests.length - passed,
    tests: tests.map(({ name, outcome }) => ({
      name,
      outcome: outcome === 'passed' ? 'passed' : 'failed',
    })),
    picture: withoutWithdrawn(views, picturesOf(views, buildId)).at(-1) ?? null,
  };
}

type Listed = ReturnType<typeof partsListOf>;

/** What was paid, by currency; and of how many of the lines that is known. */
function costOf(
  lines: Listed['lines'],
  meetings: Listed['besides'],
): { cost: ReplicationRow['cost']; costRestsOn: Share } {
  const sums = new Map<string, number>();
  for (const { price, quantity } of meetings) {
    if (!price || quantity === null) continue;
    sums.set(price.currency, (sums.get(price.currency) ?? 0) + price.amount * quantity);
  }
  const leaves = leavesOf(lines);
  const known = leaves.filter((leaf) => leaf.meetings.some(({ price }) => price !== null)).length;
  const cost = [...sums].map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 }));
  return { cost, costRestsOn: { known, all: leaves.length } };
}
