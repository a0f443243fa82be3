import { z } from 'zod';
import type { RawRoute } from '../http/rawRoute.ts';
import type { RequesterOf } from '../http/requester.ts';
import type { Requester } from '../http/route.ts';
import type { Hub } from './hub.ts';
import { Viewer } from './viewer.ts';

export interface LiveParts {
  hub: Hub;
  requesterOf: RequesterOf;
  /** Whether the requester may know that this stream moved. */
  mayReadTopic(requester: Requester, stream: string): boolean;
}

const POSITION = /^-?\d{1,30}$/;

/** `GET /api/live`: server-sent events with positions and topics, never data. */
export function liveRoute({ hub, requesterOf, mayReadTopic }: LiveParts): RawRoute {
  return {
    method: 'get',
    path: '/api/live',
    summary: 'Hear which topics (streams) have moved; `gap` says that everything must be fetched again',
    tag: 'live',
    access: 'public',
    query: z.strictObject({ after: z.string().regex(POSITION, 'must be a position').optional() }),
    produces: 'text/event-stream',
    respond: (request, response, { requester, query }) => {
      response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
      response.setHeader('Cache-Control', 'no-store');
      // Proxies that gather answers would hold the events back.
      response.setHeader('X-Accel-Buffering', 'no');
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      request.socket.setNoDelay(true);
      response.write('retry: 2000\n\n');
      const { headers } = request;
      const viewer = new Viewer(
        response,
        (stream) => mayReadTopic(requester, stream),
        async () => isSame(requester, await requesterOf(headers).catch(() => NOBODY)),
      );
      response.once('close', () => hub.leave(viewer));
      hub.join(viewer, positionOf(headers['last-event-id'] ?? query.after));
    },
  };
}

const NOBODY: Requester = { kind: 'nobody' };

const isSame = (before: Requester, now: Requester): boolean =>
  before.kind === 'nobody' || (now.kind === 'member' && now.memberId === before.memberId);

/** undefined: none was given; null: it is no position. */
function positionOf(text: string | string[] | undefined): bigint | null | undefined {
  if (text === undefined || text === '') return undefined;
  return typeof text === 'string' && POSITION.test(text) ? BigInt(text) : null;
}
