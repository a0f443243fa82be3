import { hash } from 'node:crypto';
import { z } from 'zod';
import { feedList, madeFeed, makeFeed } from '../../shared/notices/feeds.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { CalendarFeed } from '../accounts/calendarFeeds.ts';
import { isKnown } from '../http/headers.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import { languageIn, wordsOf } from '../notices/words.ts';
import type { Parts } from '../parts.ts';
import { ownEntry, takenEntry } from './describe.ts';
import { feedText } from './icalendar.ts';
import { entriesOfMachine, entriesOfMember } from './queries.ts';

const tag = 'me';
const MAXIMUM_FEEDS = 30;
const DAY = 86_400_000;
/** Days before and after today that a feed tells; what was cancelled in it stands there as cancelled. */
const PAST_DAYS = 30;
const AHEAD_DAYS = 400;

type FeedParts = Pick<Parts, 'views' | 'clock'>;
type FeedAccounts = Pick<Accounts, 'calendarFeeds' | 'members'>;

/** One's calendar feeds: made (the address is shown once), listed, revoked. */
export function feedRoutes({ views }: FeedParts, { calendarFeeds }: FeedAccounts, url: string): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/me/feeds',
      summary: 'Your calendar feeds, without their addresses',
      tag,
      access: 'member',
      reply: feedList,
      handle: async (request) => {
        const feeds = await calendarFeeds.of(request.memberId());
        return {
          body: {
            feeds: feeds.map(({ id: feedId, machineId, createdAt, lastReadOn }) => ({
              feedId,
              machineId,
              machineName: machineId === null ? null : (machineById(views, machineId)?.name ?? ''),
              createdAt,
              lastReadOn,
            })),
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/feeds',
      summary: 'Make a secret calendar address, of your bookings or of a machine; it is shown this once',
      tag,
      access: 'member',
      body: makeFeed,
      reply: madeFeed,
      handle: async (request) => {
        const memberId = request.memberId();
        const { machineId } = request.body;
        if (machineId !== null && !machineById(views, machineId)) {
          throw new HttpProblem('not-found', 'There is no such machine.');
        }
        if ((await calendarFeeds.of(memberId)).length >= MAXIMUM_FEEDS) {
          throw new HttpProblem(
            'account-refused',
            `You have ${MAXIMUM_FEEDS} calendar feeds: revoke one first.`,
          );
        }
        const { id: feedId, secret } = await calendarFeeds.create(memberId, machineId);
        return { status: 201, body: { feedId, address: `${url}/calendar/${secret}.ics` } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/me/feeds/{feedId}',
      summary: 'Revoke a calendar address at once',
      tag,
      access: 'member',
      params: z.strictObject({ feedId: z.uuid().toLowerCase() }),
      reply: z.strictObject({ revoked: z.literal(true) }),
      handle: async (request) => {
        const revoked = await calendarFeeds.revoke(request.memberId(), request.params.feedId);
        if (!revoked) throw new HttpProblem('not-found', 'You have no such calendar feed.');
        return { body: { revoked: true as const } };
      },
    }),
  ];
}

/** The calendar behind a secret address. Who knows the address reads it; nothing else is asked. */
export function calendarRoute(parts: FeedParts, accounts: FeedAccounts, url: string): RawRoute {
  return {
    method: 'get',
    path: '/calendar/{file}',
    summary: 'A calendar by its secret address (RFC 5545)',
    tag: 'calendars',
    access: 'public',
    params: z.strictObject({ file: z.string() }),
    produces: 'text/calendar',
    statuses: [200, 304],
    respond: async (request, response, { params }) => {
      const secret = /^([A-Za-z0-9_-]{16,64})\.ics$/.exec(params.file ?? '')?.[1];
      const feed = secret === undefined ? null : await accounts.calendarFeeds.find(secret);
      if (feed === null)
        throw new HttpProblem('not-found', 'This calendar address is revoked, or never was.');
      const text = await textOf(feed, parts, accounts, url);
      const etag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
      response.setHeader('ETag', etag);
      response.setHeader('Cache-Control', 'private, no-cache');
      response.setHeader('X-Robots-Tag', 'noindex');
      if (isKnown(request.headers['if-none-match'], etag)) {
        response.statusCode = 304;
        response.end();
        return;
      }
      response.statusCode = 200;
      response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
      response.setHeader('Content-Disposition', 'inline; filename="commonwright.ics"');
      response.setHeader('Content-Length', Buffer.byteLength(text));
      response.end(text);
    },
  };
}

/** Where it begins and ends goes by whole days, so that the text stays the same while nothing changes. */
async function textOf(
  { memberId, machineId }: CalendarFeed,
  { views, clock }: FeedParts,
  { members }: FeedAccounts,
  url: string,
): Promise<string> {
  const words = wordsOf(languageIn(await members.profile(memberId)));
  const today = Math.floor(clock() / DAY) * DAY;
  const within = { start: today - PAST_DAYS * DAY, end: today + AHEAD_DAYS * DAY };
  const describing = { views, url, words };
  if (machineId === null) {
    const entries = entriesOfMember(views, memberId, within).map((entry) => ownEntry(entry, describing));
    return feedText(words.myBookings, entries);
  }
  const entries = entriesOfMachine(views, machineId, within).map((entry) => takenEntry(entry, describing));
  return feedText(machineById(views, machineId)?.name ?? words.aMachine, entries);
}
