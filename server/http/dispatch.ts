import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Device } from '../accounts/devices.ts';
import { languageAccepted } from '../sentences/accepted.ts';
import { answerSaid } from '../sentences/said.ts';
import { traceOf } from './accessLog.ts';
import { readJson } from './body.ts';
import { checkHeaders, commandIdOf, ifMatchOf, isKnown } from './headers.ts';
import { checked, nothing, queryOf, strict } from './input.ts';
import { checkOrigin } from './origin.ts';
import { HttpProblem } from './problem.ts';
import type { RawRoute } from './rawRoute.ts';
import type { RequesterOf } from './requester.ts';
import type { Answer, AnyRoute, Requester } from './route.ts';
import { decoded, RouteTable } from './routeTable.ts';
import { sendJson } from './send.ts';

export interface DispatchOptions {
  routes: readonly AnyRoute[];
  rawRoutes: readonly RawRoute[];
  requesterOf: RequesterOf;
  /** The address a request comes from, past trusted proxies. */
  addressOf(request: Request): string;
  publicOrigin: string;
  /** UTC milliseconds since 1970. */
  clock(): number;
  /** Check every answer against its route's schema (tests, development): a mismatch is our own fault, 500. */
  checkReplies: boolean;
}

type Prepared = ReturnType<typeof prepared>;

/** A route with all that can be worked out before the first request. */
function prepared(route: AnyRoute | RawRoute) {
  const query = strict(route.query ?? nothing);
  return {
    method: route.method,
    path: route.path,
    route,
    params: route.params === undefined ? undefined : strict(route.params),
    query,
    /** What an absent query reads as; undefined where it may not be absent. */
    emptyQuery: query.safeParse({}).data,
    body: 'respond' in route ? undefined : strict(route.body ?? nothing),
    changes: route.method !== 'get',
  };
}

/** Answers every route of the API by one pipeline; what is no route of ours goes on to the next handler. */
export function dispatch(options: DispatchOptions): RequestHandler {
  const table = new RouteTable([...options.routes, ...options.rawRoutes].map(prepared));
  return (request, response, next) => {
    const { url } = request;
    const mark = url.indexOf('?');
    const path = mark === -1 ? url : url.slice(0, mark);
    try {
      checkHeaders(request);
      const found = table.find(path);
      if (found === undefined) {
        decoded(path);
        if (isApi(path)) throw new HttpProblem('not-found');
        next();
        return;
      }
      const match = found.routes.get(request.method === 'HEAD' ? 'GET' : request.method);
      if (match === undefined) {
        answerOtherMethod(request, response, [...found.routes.keys()]);
        return;
      }
      traceOf(response).route = match.route.path;
      const params: Record<string, string> = {};
      match.names.forEach((name, index) => {
        params[name] = found.values[index] ?? '';
      });
      answer(options, match.route, request, response, params, mark === -1 ? '' : url.slice(mark + 1)).catch(
        next,
      );
    } catch (error) {
      next(error);
    }
  };
}

const isApi = (path: string) => path === '/api' || path.startsWith('/api/');

function answerOtherMethod(request: Request, response: Response, methods: string[]): void {
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (request.method !== 'OPTIONS') {
    throw new HttpProblem('method-not-allowed', undefined, { headers: { Allow: allowed } });
  }
  response.setHeader('Allow', allowed);
  response.statusCode = 204;
  response.end();
}

async function answer(
  options: DispatchOptions,
  prepared: Prepared,
  request: Request,
  response: Response,
  rawParams: Record<string, string>,
  search: string,
): Promise<void> {
  const { route } = prepared;
  const requester = await options.requesterOf(request.headers);
  if (prepared.changes && !(requester.kind === 'member' && requester.via === 'key')) {
    checkOrigin(request, options.publicOrigin);
  }
  admit(route, requester);
  const { requestId } = traceOf(response);
  if ('respond' in route) {
    const query = search === '' ? {} : queryOf(search);
    if (route.query !== undefined) checked(prepared.query, query, 'query');
    await route.respond(request, response, { params: rawParams, query, requester, requestId });
    return;
  }
  const commandId = route.command ? commandIdOf(request) : '';
  const params = prepared.params === undefined ? rawParams : checked(prepared.params, rawParams, 'path');
  const { query, dryRun } = readQuery(prepared, search, route.command === true);
  const ifMatch = route.ifMatch ? ifMatchOf(request) : undefined;
  const body =
    prepared.changes && prepared.body !== undefined
      ? checked(prepared.body, await readJson(request, response, route.bodyBytes), 'body')
      : undefined;
  const answered = await route.handle({
    params,
    query,
    body,
    requester,
    memberId: () => memberOf(requester),
    device: () => deviceOf(requester, route.access),
    now: options.clock(),
    commandId,
    ifMatch,
    dryRun,
    requestId,
    address: options.addressOf(request),
  });
  if (options.checkReplies) checkReply(route, answered);
  sendAnswer(request, response, answered);
}

/** @throws {HttpProblem} not-signed-in, forbidden */
function admit(route: AnyRoute | RawRoute, requester: Requester): void {
  if (route.access === 'reader' || route.access === 'kiosk') {
    deviceOf(requester, route.access);
    return;
  }
  if (requester.kind === 'nobody') {
    if (route.access === 'member') throw new HttpProblem('not-signed-in');
    return;
  }
  if (requester.via === 'session' || route.access === 'public') return;
  // What no key may ever do is not done at a kiosk either; of the rest the table tells.
  if (requester.via === 'kiosk' && route.scopes !== undefined) return;
  if (requester.via === 'key' && route.scopes?.some((scope) => requester.scopes.includes(scope))) return;
  throw new HttpProblem('forbidden', 'This key is not made for that.');
}

function deviceOf(requester: Requester, kind: AnyRoute['access']): Device {
  if (requester.kind === 'nobody' && requester.device?.kind === kind) return requester.device;
  throw new HttpProblem('not-signed-in', 'This needs the key of a device that a steward has added.');
}

function memberOf(requester: Requester): string {
  if (requester.kind === 'nobody') throw new HttpProblem('not-signed-in');
  return requester.memberId;
}

function readQuery(
  prepared: Prepared,
  search: string,
  isCommand: boolean,
): { query: unknown; dryRun: boolean } {
  if (search === '' && prepared.emptyQuery !== undefined)
    return { query: prepared.emptyQuery, dryRun: false };
  const query = queryOf(search);
  if (!isCommand) return { query: checked(prepared.query, query, 'query'), dryRun: false };
  const { dryRun, ...rest } = query;
  const asked = checked(dryRunSchema, dryRun, 'query.dryRun');
  return { query: checked(prepared.query, rest, 'query'), dryRun: asked === 'true' };
}

const dryRunSchema = z.enum(['true', 'false']).optional();

function checkReply(route: AnyRoute, { body }: Answer<unknown>): void {
  const read = route.reply.safeParse(body);
  if (read.success) return;
  throw new Error(`${route.method} ${route.path} answers against its schema: ${z.prettifyError(read.error)}`);
}

/** Answers may differ by viewer and moment, so nothing is kept by caches; `ETag` serves `If-Match`. */
function sendAnswer(
  request: Request,
  response: Response,
  { status = 200, body, revision, momentary = false, headers }: Answer<unknown>,
) {
  response.setHeader('Cache-Control', 'no-store');
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
  if (revision !== undefined) {
    const tag = `"${revision}"`;
    response.setHeader('ETag', tag);
    if (request.method === 'GET' && !momentary && isKnown(request.headers['if-none-match'], tag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
  }
  sendJson(response, status, answerSaid(body, languageAccepted(request.headers['accept-language'])));
}
