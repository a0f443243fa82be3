import type { z } from 'zod';
import type { Device } from '../accounts/devices.ts';

/**
 * Who sends a request. An API key acts for its owner, within its scopes and its one workshop; a kiosk for whoever
 * stands before it, within what is done there. A reader's or kiosk's own key is nobody's.
 */
export type Requester =
  | { kind: 'nobody'; device?: Device }
  | { kind: 'member'; memberId: string; via: 'session' }
  | { kind: 'member'; memberId: string; via: 'kiosk'; kioskId: string; workshopId: string }
  | {
      kind: 'member';
      memberId: string;
      via: 'key';
      keyId: string;
      scopes: string[];
      workshopId: string | null;
    };

export interface Answer<Body> {
  /** Default 200. */
  status?: number;
  body: Body;
  /** Revision for the `ETag`. */
  revision?: number;
  /** The body tells more than the revision stands for (who is free now, what one may do): never a 304. */
  momentary?: boolean;
  headers?: Record<string, string>;
}

/** What a handler gets: everything parsed by the route's own schemas. */
export interface RouteRequest<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  requester: Requester;
  /** The signed-in member; only on routes with `access: 'member'`. Throws the 401 problem otherwise. */
  memberId(): string;
  /** The reader or kiosk that asks; only on routes with that `access`. Throws the 401 problem otherwise. */
  device(): Device;
  /** UTC milliseconds since 1970. */
  now: number;
  /** From `Idempotency-Key`; only on routes with `command`. */
  commandId: string;
  /** From `If-Match`; required (428) where the route says `ifMatch: true`. */
  ifMatch: number | undefined;
  /** `?dryRun=true` on command routes. */
  dryRun: boolean;
  requestId: string;
  /** Where it comes from, past trusted proxies: to count what somebody without an account sends, never to keep. */
  address: string;
}

/**
 * One route of the API. OpenAPI, the fuzz test and Express all derive from these. Paths are written as in OpenAPI:
 * `/api/machines/{machineId}/bookings`.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  tag: string;
  /** `reader` and `kiosk`: by their own keys alone. */
  access: 'public' | 'member' | 'reader' | 'kiosk';
  /** Names of API-key scopes of which one suffices; a key can't call a route without this. */
  scopes?: readonly string[];
  params?: Params;
  query?: Query;
  body?: Body;
  /** Bytes that a body may have where that is more than usual. */
  bodyBytes?: number;
  reply: Reply;
  /** A command route: wants `Idempotency-Key`, takes `?dryRun=true`. */
  command?: boolean;
  /** The command changes an existing entity: wants `If-Match`. */
  ifMatch?: boolean;
  handle(
    request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<Answer<z.input<Reply>>> | Answer<z.input<Reply>>;
}

/** A route whose types have been checked at its definition and are no longer of interest. */
export type AnyRoute = Omit<Route, 'handle'> & {
  handle(request: RouteRequest<unknown, unknown, unknown>): Promise<Answer<unknown>> | Answer<unknown>;
};

/** Checks a route against its own schemas and forgets their types, so that routes of all kinds stand in one list. */
export function defineRoute<
  Params extends z.ZodType = z.ZodUnknown,
  Query extends z.ZodType = z.ZodUnknown,
  Body extends z.ZodType = z.ZodUnknown,
  Reply extends z.ZodType = z.ZodUnknown,
>(route: Route<Params, Query, Body, Reply>): AnyRoute {
  return route;
}
