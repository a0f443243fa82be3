import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemFrom } from '../http/failure.ts';
import { HttpProblem } from '../http/problem.ts';
import { sendProblem } from '../http/send.ts';
import { AUTH_ROUTES, type AuthRoute } from './authRoutes.ts';
import type { Arrival } from './clientAddress.ts';
import { readBody } from './readBody.ts';
import { refusalOf } from './refusals.ts';
import { type RequestScope, requestScope } from './requestScope.ts';
import { type AccountsLog, ADDRESS_HEADER, AUTH_PATH } from './signIn.ts';
import { AccountsUnavailable } from './unavailable.ts';

export type AuthRequest = IncomingMessage & { originalUrl?: string; body?: unknown };

/** Answers one request under `/api/auth`; it never throws. `requestId` stands in its problems. */
export type AuthHandler = (
  request: AuthRequest,
  response: ServerResponse,
  requestId?: string,
) => Promise<void>;

export interface AuthHandlerParts {
  /** Origin under which people reach the program. */
  origin: string;
  handle(request: Request): Promise<Response>;
  addressOf(request: Arrival): string;
  /** Called before the answer leaves: what was signed out must be unknown by then. */
  afterwards(): void;
  log: AccountsLog;
}

/** Headers that the sign-in library may see; everything that claims an address or another host stays outside. */
const PASSED_HEADERS = ['cookie', 'origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];
const MAXIMUM_URL = 4_000;

/**
 * Answers everything under `/api/auth`: checks path, method, size and body against {@link AUTH_ROUTES}, lets the
 * sign-in library do the rest, and turns its errors into problem+json with stable types.
 */
export function authHandlerOf(parts: AuthHandlerParts): AuthHandler {
  return async (request, response, requestId = randomUUID()) => {
    const scope: RequestScope = { unavailable: null, hashedAhead: new Map() };
    try {
      await requestScope.run(scope, () => answer(parts, request, response));
    } catch (error) {
      const problem = problemFrom(scope.unavailable ?? error);
      // The message of what is unexpected may name people: the log gets its kind.
      if (problem.kind === 'internal') parts.log('error', `Signing in met ${nameOf(error)}.`);
      sendProblem(response, problem, requestId);
    }
  };
}

async function answer(parts: AuthHandlerParts, request: AuthRequest, response: ServerResponse) {
  const url = request.originalUrl ?? request.url ?? '/';
  const route = routeOf(request, url);
  const body = await bodyOf(route, request);
  const asked = new Request(parts.origin + url, {
    method: route.method,
    headers: headersOf(parts, request),
    ...(body === undefined ? {} : { body }),
  });
  const answered = await parts.handle(asked).catch((error: unknown) => {
    if (error instanceof AccountsUnavailable) throw error;
    parts.log('error', `Signing in met ${nameOf(error)}.`);
    return new Response(null, { status: 500 });
  });
  parts.afterwards();
  const cookies = answered.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (answered.status >= 400) throw await refusalOf(route.path, answered);
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  response.statusCode = answered.status;
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function routeOf(request: AuthRequest, url: string): AuthRoute {
  if (url.length > MAXIMUM_URL) {
    throw drained(request, new HttpProblem('malformed-request', 'The address is too long.', { status: 414 }));
  }
  const [pathname = '', query = ''] = url.split('?', 2);
  // A null character in an address can only be meant to confuse.
  const strange = /%00|%(?![0-9a-f]{2})|[^\x21-\x7e]/i.test(pathname + query);
  const path = pathname.startsWith(`${AUTH_PATH}/`) && !strange ? pathname.slice(AUTH_PATH.length) : '';
  const there = AUTH_ROUTES.filter((route) => matches(route.path, path));
  const route = there.find(({ method }) => method === request.method);
  if (route) return route;
  const allowed = there.map(({ method }) => method).join(', ');
  if (allowed === '') throw drained(request, new HttpProblem('not-found'));
  throw drained(request, new HttpProblem('method-not-allowed', undefined, { headers: { Allow: allowed } }));
}

function matches(pattern: string, path: string): boolean {
  const given = path.split('/');
  const wanted = pattern.split('/');
  if (given.length !== wanted.length) return false;
  return wanted.every((part, index) =>
    part.startsWith(':') ? /^[A-Za-z0-9._~-]{1,100}$/.test(given[index] ?? '') : part === given[index],
  );
}

/** A body that nobody reads would keep its sender waiting. */
function drained(request: AuthRequest, problem: HttpProblem): HttpProblem {
  request.resume();
  return problem;
}

async function bodyOf(route: AuthRoute, request: AuthRequest): Promise<string | undefined> {
  if (route.method === 'GET') {
    request.resume();
    return undefined;
  }
  const read = await readBody(request);
  if (read.outcome === 'tooLarge') throw new HttpProblem('too-large');
  if (read.outcome === 'wrongType') throw new HttpProblem('unsupported-media-type');
  if (read.outcome === 'malformed' || read.outcome === 'aborted') throw new HttpProblem('malformed-request');
  if (!route.body) return '{}';
  const parsed = route.body.safeParse(read.outcome === 'empty' ? {} : read.value);
  if (parsed.success) return JSON.stringify(parsed.data);
  const mistakes = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.').slice(0, 200), message: message.slice(0, 200) }));
  throw new HttpProblem('invalid-request', undefined, { mistakes });
}

function headersOf(parts: AuthHandlerParts, request: AuthRequest): Headers {
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set('user-agent', (request.headers['user-agent'] ?? '').slice(0, 300));
  headers.set(ADDRESS_HEADER, parts.addressOf(request));
  if (request.method === 'POST') headers.set('content-type', 'application/json');
  return headers;
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);
