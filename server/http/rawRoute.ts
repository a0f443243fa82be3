import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Requester } from './route.ts';

/** A route that writes its own answer: a stream, another format, or another library's. */
export interface RawRoute {
  method: 'get' | 'post';
  path: string;
  summary: string;
  tag: string;
  access: 'public' | 'member';
  /** Names of API-key scopes of which one suffices; a key can't call a route without this. */
  scopes?: readonly string[];
  params?: z.ZodType;
  query?: z.ZodType;
  /** For OpenAPI alone: the route reads and checks its body itself. */
  body?: z.ZodType;
  /** Media types of a body that is no JSON. */
  consumes?: readonly string[];
  /** Media type of a good answer, or several. */
  produces: string | readonly string[];
  /** Statuses of good answers; default 200. */
  statuses?: number[];
  respond(request: Request, response: Response, context: RawContext): Promise<void> | void;
}

export interface RawContext {
  params: Record<string, string>;
  query: Record<string, string>;
  requester: Requester;
  requestId: string;
}
