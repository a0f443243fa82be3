import { z } from 'zod';
import { startUpload, uploadState } from '../../shared/files/uploads.ts';
import { uploadId } from '../../shared/identifiers.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import { type AnyRoute, defineRoute, type Requester } from '../http/route.ts';
import { sendJson } from '../http/send.ts';
import type { Parts } from '../parts.ts';
import type { Incoming } from './incoming.ts';
import type { Senders } from './senders.ts';

export interface UploadRoutesOptions {
  incoming: Incoming;
  senders: Senders;
  /** A new random id. */
  newId(): string;
}

const params = z.strictObject({ uploadId });
const tag = 'files';

/** Whoever is signed in may send files for designs: publishing needs nobody's permission. */
export function senderOf({ views, clock }: Pick<Parts, 'views' | 'clock'>, requester: Requester): string {
  if (requester.kind === 'nobody') throw new HttpProblem('not-signed-in');
  if (!isAllowed(views, requester, 'design.draft', { workshopId: null }, clock())) {
    throw new HttpProblem('forbidden');
  }
  return requester.memberId;
}

/** Files of designs that come in pieces, and go on where they broke off. */
export function uploadRoutes(
  parts: Pick<Parts, 'views' | 'clock'>,
  { incoming, senders, newId }: UploadRoutesOptions,
): { routes: AnyRoute[]; rawRoutes: RawRoute[] } {
  const starting = defineRoute({
    method: 'post',
    path: '/api/uploads',
    summary: 'Announce a file of a design that comes in pieces',
    tag,
    access: 'member',
    body: startUpload,
    reply: uploadState,
    handle: async ({ requester, body }) => ({
      status: 201,
      body: await incoming.start(newId(), senderOf(parts, requester), body),
    }),
  });
  const asking = defineRoute({
    method: 'get',
    path: '/api/uploads/{uploadId}',
    summary: 'How far a file has come in',
    tag,
    access: 'member',
    params,
    reply: uploadState,
    handle: async ({ requester, params }) => ({
      body: await incoming.state(params.uploadId, senderOf(parts, requester)),
    }),
  });
  const stopping = defineRoute({
    method: 'delete',
    path: '/api/uploads/{uploadId}',
    summary: 'Throw away what has come of a file',
    tag,
    access: 'member',
    params,
    reply: z.strictObject({}),
    handle: async ({ requester, params }) => {
      await incoming.cancel(params.uploadId, senderOf(parts, requester));
      return { body: {} };
    },
  });
  const continuing: RawRoute = {
    method: 'post',
    path: '/api/uploads/{uploadId}/chunks',
    summary: 'Send the next piece of a file, as the body itself; with the last one it becomes a file',
    tag,
    access: 'member',
    params,
    query: z.strictObject({ at: z.string().regex(/^\d{1,12}$/, 'must be the number of a byte') }),
    consumes: ['application/octet-stream'],
    produces: 'application/json',
    respond: async (request, response, { requester, params: { uploadId: id = '' }, query: { at } }) => {
      const memberId = senderOf(parts, requester);
      const state = await senders.listen(request, memberId, () =>
        incoming.append(request, id, memberId, Number(at)),
      );
      response.setHeader('Cache-Control', 'no-store');
      sendJson(response, 200, uploadState.parse(state));
    },
  };
  return { routes: [starting, asking, stopping], rawRoutes: [continuing] };
}
