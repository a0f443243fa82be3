import type { ReplicationReport, ReplicationRow } from '../../../shared/builds/views.ts';

/** Minutes as hours with one decimal. */
const hours = (minutes: number): string => (minutes / 60).toFixed(1);

const day = (instant: string): string => instant.slice(0, '2026-11-22'.length);

/** Words of others within a line of Markdown: nothing in them begins a heading, a list or a link. */
const plain = (words: string): string =>
  words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, (one) => `\\${one}`);

/** Who built it, for the archive that a design leaves in, as Markdown; null where nobody has. */
export function replicationsOf(report: ReplicationReport): string | null {
  if (report.builds.length === 0) return null;
  const told =
    report.commercialPrice === null ? '' : `Sold elsewhere for ${plain(report.commercialPrice)}.\n\n`;
  const begun = `- Things made: ${report.made}\n- Workshops: ${report.workshops}`;
  return `# Replications\n\n${begun}\n\n${told}${report.builds.map(sectionOf).join('\n')}`;
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
