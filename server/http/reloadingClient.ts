import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { traceOf } from './accessLog.ts';
import { isPage } from './clientFiles.ts';
import { HttpProblem } from './problem.ts';

/** Serves the client from its sources, with reload, on the same port: for development. */
export async function reloadingClient(
  root: string,
  server: Server,
): Promise<{ handler: RequestHandler; close(): Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, ws: { server } },
  });
  const router = Router();
  router.use((_request, response, next) => {
    traceOf(response).route = 'client';
    next();
  });
  router.use(vite.middlewares);
  router.use(async (request, response) => {
    if (!isPage(request)) throw new HttpProblem('not-found');
    const page = await readFile(join(root, 'client', 'index.html'), 'utf8');
    response.type('html').send(await vite.transformIndexHtml('/index.html', page, request.originalUrl));
  });
  return { handler: router, close: () => vite.close() };
}
