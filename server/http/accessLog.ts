import type { RequestHandler, Response } from 'express';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What the layers of one request tell each other. */
export interface Trace {
  requestId: string;
  /** The route's pattern once it is known; never the address itself, which may hold tokens and names. */
  route: string;
}

const traces = new WeakMap<Response, Trace>();
const NONE: Trace = { requestId: '', route: 'none' };

export const traceOf = (response: Response): Trace => traces.get(response) ?? NONE;

/**
 * Numbers each request, and logs and measures each answer by its route's pattern.
 * @param prefix of the request ids, random for each process.
 */
export function accessLog(
  logger: Logger,
  metrics: Pick<Metrics, 'observeRequest'>,
  prefix: string,
): RequestHandler {
  let count = 0;
  return (request, response, next) => {
    const began = performance.now();
    const trace: Trace = { requestId: `${prefix}-${(++count).toString(36)}`, route: 'none' };
    traces.set(response, trace);
    response.setHeader('X-Request-Id', trace.requestId);
    response.once('close', () => {
      const milliseconds = performance.now() - began;
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.observeRequest(request.method, trace.route, status, milliseconds / 1000);
      logger.info(
        {
          requestId: trace.requestId,
          method: request.method,
          route: trace.route,
          status,
          milliseconds: Math.round(milliseconds * 10) / 10,
        },
        'answered',
      );
    });
    next();
  };
}
