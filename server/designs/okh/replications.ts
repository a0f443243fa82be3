import type { ReplicationReport, ReplicationRow } from '../../../shared/builds/replicationViews.ts';
import type { Built } from './leaving.ts';
import type { PlainTable } from './manifest.ts';
import { filled } from './tables.ts';

/** Minutes as hours with one decimal. */
const hours = (minutes: number): string => (minutes / 60).toFixed(1);

const day = (instant: string): string => instant.slice(0, '2026-11-22'.length);

/** Words of others within a line of Markdown: nothing in them begins a heading, a list or a link. */
const plain = (words: string): string =>
  words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, (one) => `\\${one}`);

/** Who built it, for the archive that a design leaves in, as Markdown; null where nobody has. */
export function replicationsOf(report: ReplicationReport): string | null {
  if (report.builds.length === 0) return null;
  const told = report.commercialPrice === null ? '' : `${soldFor(report.commercialPrice)}\n\n`;
  const begun = `- Things made: ${report.made}\n- Workshops: ${report.workshops}`;
  return `# Replications\n\n${begun}\n\n${told}${report.builds.map(sectionOf).join('\n')}`;
}

/**
 * What the manifests say of it: whether one was made, and by others than its makers, which is told by the workshop.
 * @param home the workshop where the design is at home; null: nowhere, then the workshop of its first build is taken
 */
export function builtOf({ builds }: ReplicationReport, home: string | null): Built {
  const completed = builds.filter(({ status }) => status === 'completed');
  const first = completed.at(-1)?.workshop?.workshopId ?? null;
  return {
    made: completed.length > 0,
    independently: completed.some(({ workshop }) => workshop && workshop.workshopId !== (home ?? first)),
    replications: builds.slice(0, MOST_REPLICATIONS).map(tableOf),
  };
}

/** Builds that a manifest tells of one by one. */
const MOST_REPLICATIONS = 50;

const tableOf = (build: ReplicationRow): PlainTable =>
  filled({
    name: build.name,
    status: build.status,
    workshop: build.workshop?.name ?? null,
    design: build.fork ? build.of.title : null,
    revision: build.of.revision,
    begun: day(build.startedAt),
    ended: build.endedAt === null ? null : day(build.endedAt),
    serials: build.things.flatMap(({ serial }) => serial ?? []),
    'machine-hours': Number(hours(build.minutes.machines)),
    'hand-hours': Number(hours(build.minutes.hands)),
    cost: build.cost.map(({ currency, amount }) => ({ amount, currency })),
    'priced-lines': build.cost.length === 0 ? null : `${build.costRestsOn.known} of ${build.costRestsOn.all}`,
    changes: [
      ...build.deviations,
      ...build.substitutions.map(({ line, by }) => (line === null ? by : `${by} instead of ${line}`)),
    ],
    'tests-passed': build.testsPassed,
    'tests-failed': build.testsFailed,
  });

function soldFor({
  amount,
  currency,
  on,
  source,
}: NonNullable<ReplicationReport['commercialPrice']>): string {
  const from = source === '' ? '' : `, ${plain(source)}`;
  return `Sold elsewhere for ${amount.toFixed(2)} ${currency}${from}${on === null ? '' : ` (${on})`}.`;
}

function sectionOf(build: ReplicationRow): string {
  const { minutes, cost, costRestsOn, deviations, substitutions, tests, things } = build;
  const lines = [
    `Revision ${build.of.revision}${build.fork ? ` of the fork ${plain(build.of.title)}` : ''}, ${build.status}`,
    `Begun ${day(build.startedAt)}${build.endedAt === null ? '' : `, ended ${day(build.endedAt)}`}`,
    ...things.flatMap(({ name, serial }) =>
      serial === null ? [] : [`Made: ${plain(name)} ${plain(serial)}`],
    ),
    `Hours: ${hours(minutes.machines)} of machines, ${hours(minutes.hands)} of hands`,
    ...cost.map(
      ({ currency, amount }) =>
        `Cost: ${amount.toFixed(2)} ${currency} (prices of ${costRestsOn.known} of ${costRestsOn.all} lines known)`,
    ),
    ...deviations.map((words) => `Otherwise: ${plain(words)}`),
    ...substitutions.map(
      ({ line, by }) => `Instead${line === null ? '' : ` of ${plain(line)}`}: ${plain(by)}`,
    ),
    ...tests.map(({ name, outcome }) => `Test ${outcome}: ${plain(name)}`),
  ];
  const title = `${plain(build.name)}${build.workshop ? `, ${plain(build.workshop.name)}` : ''}`;
  return `## ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}
