import type { Accounts } from '../accounts/accounts.ts';
import type { OutgoingMail } from '../accounts/outbox.ts';
import { memberIdsIn, rolesIn, workshopsOf } from '../members/queries.ts';
import { dangersFor, openDangers } from '../network/myDangers.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { allWorkshops } from '../workshops/queries.ts';
import { SWITCHES_PATH } from './compose.ts';
import { digestOf, newsOf, type WorkshopNews } from './digest.ts';
import { languageIn, wordsOf } from './words.ts';

const MONDAY = 1;
const FROM_HOUR = 8;
/** A server that was stopped at eight catches up until then. */
const UNTIL_HOUR = 20;

export interface WeeklyParts {
  views: ViewsReader;
  designs: Parts['designs'];
  accounts: Pick<Accounts, 'members' | 'noticeSwitches' | 'mail'>;
  url: string;
}

/**
 * The weekly digests that are due at `now` (UTC milliseconds): Mondays at eight, in the zone of the first of a member's
 * workshops. Again on the same Monday they are the same mails: keyed by member and day.
 */
export async function weeklyDigests(
  { views, designs, accounts, url }: WeeklyParts,
  now: number,
): Promise<OutgoingMail[]> {
  const mails: OutgoingMail[] = [];
  if (!accounts.mail.configured) return mails;
  const news = new Map<string, WorkshopNews>();
  const newsIn = (workshopId: string): WorkshopNews => {
    const known = news.get(workshopId) ?? newsOf({ views, designs }, workshopId, now);
    news.set(workshopId, known);
    return known;
  };
  let found: ReturnType<typeof openDangers> | undefined;
  const dangersOf = (memberId: string) => {
    found ??= openDangers(views);
    return dangersFor(views, memberId, found).map(({ problem, itemIds }) => ({
      design: problem.title,
      things: itemIds.length,
    }));
  };
  for (const { workshopId, timeZone } of allWorkshops(views)) {
    const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
    if (here.dayOfWeek !== MONDAY || here.hour < FROM_HOUR || here.hour >= UNTIL_HOUR) continue;
    const date = here.toPlainDate().toString();
    for (const memberId of memberIdsIn(views, workshopId, now)) {
      const own = workshopsOf(views, memberId)
        .filter((standing) => rolesIn(standing, now).includes('member'))
        .map((standing) => standing.workshopId)
        .toSorted();
      if (own[0] !== workshopId) continue;
      if (!(await accounts.noticeSwitches.of(memberId)).digest.mail) continue;
      const profile = await accounts.members.profile(memberId);
      if (!profile) continue;
      const words = wordsOf(languageIn(profile));
      const dangers = dangersOf(memberId);
      const digest = digestOf(views, memberId, { news: own.map(newsIn), dangers, words, now });
      if (digest === null) continue;
      const body = `${digest}\n\n${url}/\n\n--\n${words.foot(`${url}${SWITCHES_PATH}`)}`;
      const key = `digest:${memberId}:${date}`;
      mails.push({ key, memberId, subject: words.digest.subject, body });
    }
  }
  return mails;
}
