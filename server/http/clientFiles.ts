import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, Router } from 'express';
import { traceOf } from './accessLog.ts';
import { packedFiles } from './packedFiles.ts';
import { HttpProblem } from './problem.ts';

/** Serves the built client: hashed files for ever, every address of a page with the one page. */
export function clientFiles(folder: string): RequestHandler {
  const page = join(folder, 'index.html');
  const router = Router({ caseSensitive: true });
  router.use((request, response, next) => {
    traceOf(response).route = 'client';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new HttpProblem('method-not-allowed', undefined, { headers: { Allow: 'GET, HEAD' } });
    }
    next();
  });
  router.use(packedFiles(folder));
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'));
        response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.use((request, response, next) => {
    if (!isPage(request) || !existsSync(page)) throw new HttpProblem('not-found');
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page, { cacheControl: false }, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next(error);
    });
  });
  return router;
}

/** Addresses of pages have no file extension and no hidden folder; a picture or script that is missing is missing. */
export const isPage = (request: Request): boolean =>
  !/\/\.|\.[A-Za-z0-9]{1,8}$/.test(request.path) && request.accepts('html') !== false;
