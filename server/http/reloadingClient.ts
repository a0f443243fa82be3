import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { traceOf } from './accessLog.ts';
import { type HeadOf, isPage, withHead } from './clientFiles.ts';
import { HttpProblem } from './problem.ts';

export interface ReloadingClient {
  handler: RequestHandler;
  /** A page by the name of its file, as it is served under an address. */
  page(name: string, address: string): Promise<string>;
  close(): Promise<void>;
}

/** Serves the client from its sources, with reload, on the same port: for development. */
export async function reloadingClient(
  root: string,
  server: Server,
  headOf: HeadOf,
): Promise<ReloadingClient> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, ws: { server } },
  });
  const page = async (name: string, address: string) => {
    const html = await readFile(join(root, 'client', name), 'utf8');
    return vite.transformIndexHtml(`/${name}`, html, address);
  };
  const router = Router();
  router.use((_request, response, next) => {
    traceOf(response).route = 'client';
    next();
  });
  router.use(vite.middlewares);
  router.use(async (request, response) => {
    if (!isPage(request)) throw new HttpProblem('not-found');
    const html = await page('index.html', request.originalUrl);
    response.type('html').send(withHead(html, headOf(request.path)));
  });
  return { handler: router, page, close: () => vite.close() };
}
