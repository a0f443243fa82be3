import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { accessLog, traceOf } from './accessLog.ts';
import { type DispatchOptions, dispatch } from './dispatch.ts';
import { problemFrom } from './failure.ts';
import { type Logger, loggable } from './log.ts';
import type { Metrics } from './metrics.ts';
import { HttpProblem } from './problem.ts';
import { securityHeaders } from './security.ts';
import { sendProblem } from './send.ts';

export interface HttpAppOptions extends DispatchOptions {
  logger: Logger;
  metrics: Metrics;
  /** Random for each process. */
  requestIdPrefix: string;
  /** Serves pages and files of the client. */
  client: RequestHandler;
  /** Serves the client from its sources (a laxer policy for styles). */
  reload: boolean;
}

/** The whole of HTTP: numbers and logs, security headers, the API, the client, and one place for errors. */
export function httpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  const https = options.publicOrigin.startsWith('https:');
  app.use(accessLog(options.logger, options.metrics, options.requestIdPrefix));
  app.use(securityHeaders({ https, reload: options.reload }));
  // The very clock that decides: devices whose own is wrong go by it.
  app.use('/api', (_request, response, next) => {
    response.setHeader('Date', new Date(options.clock()).toUTCString());
    next();
  });
  app.use(dispatch(options));
  app.use(options.client);
  app.use(() => {
    throw new HttpProblem('not-found');
  });
  app.use(failed(options.logger));
  return app;
}

/** The last word about every error: a problem for the client, and what was our fault into the log. */
function failed(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const { requestId, route } = traceOf(response);
    const problem = problemFrom(error);
    if (problem.status >= 500) logger.error({ requestId, route, error: loggable(error) }, 'failed');
    sendProblem(response, problem, requestId);
  };
}
