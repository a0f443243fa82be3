import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, Router } from 'express';
import { traceOf } from './accessLog.ts';
import { packedFiles } from './packedFiles.ts';
import { HttpProblem } from './problem.ts';

/** What is added to the head of the page at a path; mostly nothing. */
export type HeadOf = (path: string) => string;

/** Serves the built client: hashed files for ever, every address of a page with the one page. */
export function clientFiles(folder: string, headOf: HeadOf): RequestHandler {
  const page = join(folder, 'index.html');
  const router = Router({ caseSensitive: true });
  router.use((request, response, next) => {
    traceOf(response).route = 'client';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new HttpProblem('method-not-allowed', undefined, { headers: { Allow: 'GET, HEAD' } });
    }
    next();
  });
  router.use('/assets', (_request, response, next) => {
    // The same for everybody: a page of ours that another site has shut into a frame without an origin needs them too.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
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
  router.use(async (request, response, next) => {
    if (!isPage(request) || !existsSync(page)) throw new HttpProblem('not-found');
    response.setHeader('Cache-Control', 'no-cache');
    const head = headOf(request.path);
    if (head !== '') {
      const text = await readFile(page, 'utf8');
      response.type('html').send(withHead(text, head));
      return;
    }
    response.sendFile(page, { cacheControl: false }, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next(error);
    });
  });
  return router;
}

/** Pages of the built client by the names of their files. @throws {HttpProblem} not-found where it is not built. */
export const builtPages =
  (folder: string) =>
  async (name: string): Promise<string> => {
    const page = join(folder, name);
    if (!existsSync(page)) throw new HttpProblem('not-found');
    return readFile(page, 'utf8');
  };

/** A page with more in its head. */
export const withHead = (page: string, head: string): string =>
  page.replace('</head>', () => `${head}</head>`);

/** Addresses of pages have no file extension and no hidden folder; a picture or script that is missing is missing. */
export const isPage = (request: Request): boolean =>
  !/\/\.|\.[A-Za-z0-9]{1,8}$/.test(request.path) && request.accepts('html') !== false;
