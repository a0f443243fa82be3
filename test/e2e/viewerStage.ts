import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};
/** As the program's own, with which the viewer must live. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self' data:; img-src 'self' blob: data:";

export interface ViewerStage {
  url: string;
  /** Where the built files lie. */
  folder: string;
  close(): Promise<void>;
}

/** A page with nothing but a viewer, built and served as the program is. */
export async function openViewerStage(): Promise<ViewerStage> {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-'));
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root: join(ROOT, 'test/client/viewer/page'),
    base: './',
    logLevel: 'error',
    resolve: { alias: [{ find: /^zod$/, replacement: join(ROOT, 'client/reading/zod.ts') }] },
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: ['chrome119', 'firefox119', 'safari16.4'] },
  });
  process.env.NODE_ENV = before;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://none');
    const path = pathname === '/' ? '/index.html' : pathname;
    try {
      const bytes = await readFile(join(folder, path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
