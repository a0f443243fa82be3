import { outagesWithin } from '../bookings/outages/queries.ts';
import { countMissing, partsListOf } from '../builds/missing.ts';
import { handsOf, openBuildsOf } from '../builds/queries.ts';
import { entriesOfMember } from '../calendars/queries.ts';
import { inductionsAfter } from '../competences/queries.ts';
import { salvagedSince } from '../items/queries.ts';
import { machineById, machinesOf } from '../machines/queries.ts';
import { competencesOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceName, workshopById } from '../workshops/queries.ts';
import { dayText, momentText, slotText } from './moments.ts';
import type { NoticeWords } from './words.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const INDUCTIONS_AHEAD = 2 * WEEK;
const MOST_LINES = 12;
/** Builds of one workshop whose parts lists are looked through, and parts that one line names. */
const MOST_BUILDS = 5;
const MOST_NAMED = 4;

/** What is new in a workshop for all its people, on a Monday; instants in UTC milliseconds. */
export interface WorkshopNews {
  workshopId: string;
  timeZone: string;
  out: { name: string; until: number | null }[];
  back: string[];
  inductions: { competenceId: string; start: number; placesLeft: number }[];
  /** Open builds at which nothing has happened for a week; each is told once. */
  quiet: { name: string; hands: number }[];
  /** Open builds on which people work, and lines of their parts lists that nothing meets yet. */
  lacking: { name: string; parts: number; hands: number }[];
  /** What came onto the salvage shelf. */
  salvage: string[];
}

export function newsOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  workshopId: string,
  now: number,
): WorkshopNews {
  const out: WorkshopNews['out'] = [];
  const back: string[] = [];
  for (const { machineId, name, retired } of machinesOf(views, workshopId)) {
    if (retired) continue;
    const outages = outagesWithin(views, machineId, { start: now - WEEK, end: now + 1 }, now);
    const standing = outages.find(({ returnedAt }) => returnedAt === null);
    if (standing) out.push({ name, until: standing.expectedEnd });
    else if (outages.length > 0) back.push(name);
  }
  const inductions = inductionsAfter(views, workshopId, now)
    .filter(({ start, places, taken, cancelled }) => {
      return !cancelled && start > now && start < now + INDUCTIONS_AHEAD && taken < places;
    })
    .map(({ competenceId, start, places, taken }) => ({ competenceId, start, placesLeft: places - taken }));
  const open = openBuildsOf(views, workshopId);
  const quiet = open
    .filter(({ lastAt }) => lastAt <= now - WEEK && lastAt > now - 2 * WEEK)
    .map(({ buildId, name }) => ({ name, hands: handsOf(views, buildId).length }));
  const lacking = open
    .filter(({ lastAt }) => lastAt > now - WEEK)
    .slice(0, MOST_BUILDS)
    .map((build) => ({
      name: build.name,
      parts: countMissing(partsListOf({ views, designs }, build).lines).missing,
      hands: handsOf(views, build.buildId).length,
    }))
    .filter(({ parts }) => parts > 0);
  const salvage = salvagedSince(views, workshopId, now - WEEK).map(({ name }) => name);
  const timeZone = workshopById(views, workshopId)?.timeZone ?? 'UTC';
  return { workshopId, timeZone, out, back, inductions, quiet, lacking, salvage };
}

export interface DigestSources {
  /** Of the member's workshops. */
  news: readonly WorkshopNews[];
  /** Designs of which a safety problem is open on so many of the member's things. */
  dangers: readonly { design: string; things: number }[];
  words: NoticeWords;
  /** UTC milliseconds. */
  now: number;
}

/**
 * A member's weekly digest: their week, dangers of their things, machines out and back, inductions with places for what they
 * lack, builds that lack parts or rest, new salvage; at most twelve lines. Null where there is nothing to say.
 */
export function digestOf(
  views: ViewsReader,
  memberId: string,
  { news, dangers, words, now }: DigestSources,
): string | null {
  const { digest, locale } = words;
  const week = entriesOfMember(views, memberId, { start: now, end: now + WEEK })
    .filter(({ status }) => status !== 'cancelled')
    .map(({ machineId, workshopId, start, end }) => {
      const timeZone = workshopById(views, workshopId)?.timeZone ?? 'UTC';
      const machine = machineById(views, machineId)?.name ?? words.aMachine;
      return `- ${machine}: ${slotText({ start, end }, { locale, timeZone })}`;
    });
  const held = new Set(
    competencesOf(views, memberId)
      .filter(({ until }) => until === null || until > now)
      .map(({ competenceId }) => competenceId),
  );
  const lines = [
    ...(week.length === 0 ? [] : [digest.yourWeek, ...week]),
    ...dangers.map(({ design, things }) => digest.danger(design, things)),
    ...news.flatMap(({ timeZone, out, back, inductions, quiet, lacking, salvage }) => [
      ...out.map(({ name, until }) =>
        digest.out(name, until !== null && until > now ? dayText(until, { locale, timeZone }) : null),
      ),
      ...back.map((name) => digest.back(name)),
      ...inductions
        .filter(({ competenceId }) => !held.has(competenceId))
        .map(({ competenceId, start, placesLeft }) =>
          digest.induction(
            competenceName(views, competenceId) ?? words.aCompetence,
            momentText(start, { locale, timeZone }),
            placesLeft,
          ),
        ),
      ...lacking.map(({ name, parts, hands }) => digest.lackingBuild(name, parts, hands)),
      ...quiet.map(({ name, hands }) => digest.quietBuild(name, hands)),
      ...(salvage.length > 0
        ? [digest.salvage(salvage.slice(0, MOST_NAMED).join(', '), Math.max(0, salvage.length - MOST_NAMED))]
        : []),
    ]),
  ];
  if (lines.length === 0) return null;
  if (lines.length <= MOST_LINES) return lines.join('\n');
  const shown = lines.slice(0, MOST_LINES - 1);
  return [...shown, digest.more(lines.length - shown.length)].join('\n');
}
