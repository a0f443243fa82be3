import type { IncomingMessage, ServerResponse } from 'node:http';
import { AUTH_ROUTES, type AuthRoute } from './authRoutes.ts';
import type { Arrival } from './clientAddress.ts';
import { type AuthProblem, problemName, problemOf, sendProblem } from './problem.ts';
import { readBody } from './readBody.ts';
import { type RequestScope, requestScope } from './requestScope.ts';
import { type AccountsLog, ADDRESS_HEADER, AUTH_PATH } from './signIn.ts';
import { AccountsUnavailable } from './unavailable.ts';

export type AuthRequest = IncomingMessage & { originalUrl?: string; body?: unknown };
export type AuthHandler = (request: AuthRequest, response: ServerResponse) => Promise<void>;

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
  return async (request, response) => {
    const scope: RequestScope = { unavailable: null, hashedAhead: new Map() };
    try {
      await requestScope.run(scope, () => answer(parts, request, response));
    } catch (error) {
      parts.afterwards();
      const unavailable = error instanceof AccountsUnavailable ? error : scope.unavailable;
      if (unavailable) return sendProblem(response, unavailableProblem(unavailable), { 'retry-after': '5' });
      parts.log('error', `Signing in failed: ${error instanceof Error ? error.name : typeof error}`);
      sendProblem(response, problemOf('internal', 500, 'Something went wrong here; it is noted.'));
    }
  };
}

async function answer(parts: AuthHandlerParts, request: AuthRequest, response: ServerResponse) {
  const url = request.originalUrl ?? request.url ?? '/';
  const route = routeOf(request.method ?? 'GET', url);
  if (!('path' in route)) {
    request.resume();
    return sendProblem(response, route, route.status === 405 ? { allow: 'GET, POST' } : {});
  }
  const body = await bodyOf(route, request);
  if (body === null) return;
  if ('problem' in body) return sendProblem(response, body.problem);
  const asked = new Request(parts.origin + url, {
    method: route.method,
    headers: headersOf(parts, request, body.text !== undefined),
    ...(body.text === undefined ? {} : { body: body.text }),
  });
  const answered = await parts.handle(asked).catch((error: unknown) => {
    if (error instanceof AccountsUnavailable) throw error;
    // Its message may name people: the log gets its kind.
    parts.log('error', `Signing in met ${error instanceof Error ? error.name : typeof error}.`);
    return new Response(null, { status: 500 });
  });
  parts.afterwards();
  const unavailable = requestScope.getStore()?.unavailable;
  if (unavailable && answered.status >= 400) throw unavailable;
  if (answered.status < 400) return passOn(response, answered);
  await refuse(parts, route, response, answered);
}

function routeOf(method: string, url: string): AuthRoute | AuthProblem {
  const unknown = problemOf('not-found', 404, 'There is nothing at this address.');
  if (url.length > MAXIMUM_URL) return problemOf('uri-too-long', 414, 'The address is too long.');
  const [pathname = '', query = ''] = url.split('?', 2);
  // A null character in an address can only be meant to confuse.
  if (/%00|%(?![0-9a-f]{2})|[^\x21-\x7e]/i.test(pathname + query)) return unknown;
  if (!pathname.startsWith(`${AUTH_PATH}/`)) return unknown;
  const path = pathname.slice(AUTH_PATH.length);
  const there = AUTH_ROUTES.filter((route) => matches(route.path, path));
  if (there.length === 0) return unknown;
  return (
    there.find((route) => route.method === method) ??
    problemOf('method-not-allowed', 405, 'This address does not take that method.')
  );
}

function matches(pattern: string, path: string): boolean {
  const given = path.split('/');
  const wanted = pattern.split('/');
  if (given.length !== wanted.length) return false;
  return wanted.every((part, index) =>
    part.startsWith(':') ? /^[A-Za-z0-9._~-]{1,100}$/.test(given[index] ?? '') : part === given[index],
  );
}

async function bodyOf(
  route: AuthRoute,
  request: AuthRequest,
): Promise<{ text?: string } | { problem: AuthProblem } | null> {
  if (route.method === 'GET') {
    request.resume();
    return {};
  }
  const read = await readBody(request);
  if (read.outcome === 'aborted') return null;
  if (read.outcome !== 'json' && read.outcome !== 'empty') return { problem: BODY_PROBLEMS[read.outcome] };
  if (!route.body) return { text: '{}' };
  const parsed = route.body.safeParse(read.outcome === 'empty' ? {} : read.value);
  if (parsed.success) return { text: JSON.stringify(parsed.data) };
  const errors = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.').slice(0, 200), message: message.slice(0, 200) }));
  return {
    problem: problemOf('invalid-body', 400, 'Something in the body is not as it should be.', { errors }),
  };
}

const BODY_PROBLEMS = {
  tooLarge: problemOf('body-too-large', 413, 'The body is too large.'),
  malformed: problemOf('malformed-json', 400, 'The body is not well-formed JSON.'),
  wrongType: problemOf('unsupported-media-type', 415, 'The body must be application/json.'),
} as const;

function headersOf(parts: AuthHandlerParts, request: AuthRequest, hasBody: boolean): Headers {
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set('user-agent', (request.headers['user-agent'] ?? '').slice(0, 300));
  headers.set(ADDRESS_HEADER, parts.addressOf(request));
  if (hasBody) headers.set('content-type', 'application/json');
  return headers;
}

async function passOn(response: ServerResponse, answered: Response) {
  const body = Buffer.from(await answered.arrayBuffer());
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answered.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(answered.status);
  response.end(body);
}

async function refuse(
  parts: AuthHandlerParts,
  route: AuthRoute,
  response: ServerResponse,
  answered: Response,
) {
  const { code, message } = errorOf(await answered.json().catch(() => null));
  const headers: Record<string, string> = {};
  const cookies = answered.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (answered.status === 429) {
    headers['retry-after'] = answered.headers.get('x-retry-after') ?? '60';
    return sendProblem(
      response,
      problemOf('too-many-requests', 429, 'Too many attempts: wait a moment.'),
      headers,
    );
  }
  if (answered.status >= 500) {
    parts.log('error', `${route.method} ${route.path} answered ${answered.status} ${code ?? ''}`);
    // What a provider or an authenticator sent could not be worked with: that is the sender's, not ours.
    if (route.path.startsWith('/passkey/') || route.path.startsWith('/callback/'))
      return sendProblem(response, problemOf('sign-in-refused', 400, 'That could not be verified.'), headers);
    if (route.path === '/sign-in/social')
      return sendProblem(
        response,
        problemOf('provider-unavailable', 502, 'The provider does not answer.'),
        headers,
      );
  }
  const title = answered.status === 401 ? 'Sign in first, or check what you typed.' : (message ?? 'Refused.');
  sendProblem(
    response,
    problemOf(problemName(code ?? NAMES[answered.status] ?? ''), answered.status, title),
    headers,
  );
}

/** Names for refusals to which the library gives no code. */
const NAMES: Record<number, string> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
};

function errorOf(body: unknown): { code?: string; message?: string } {
  if (typeof body !== 'object' || body === null) return {};
  return {
    ...('code' in body && typeof body.code === 'string' ? { code: body.code } : {}),
    ...('message' in body && typeof body.message === 'string' ? { message: body.message } : {}),
  };
}

const unavailableProblem = (error: AccountsUnavailable): AuthProblem =>
  problemOf('accounts-unavailable', 503, error.message, { detail: error.reason });
