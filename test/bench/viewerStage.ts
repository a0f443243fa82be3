import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const READER = join(ROOT, 'node_modules/occt-import-js/dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

export interface ViewerStage {
  url: string;
  close(): Promise<void>;
}

/** Has the other viewer fetch its reader of solids from here, in the version that ours uses. */
const ownReader: Plugin = {
  name: 'own-reader',
  transform(code, id) {
    if (!id.endsWith('o3dv.module.js')) return null;
    const address = /'https:[^']*\/npm\/occt-import-js@[^']*'/g;
    if (!address.test(code))
      throw new Error('online-3d-viewer no longer fetches its reader from where it did.');
    return { code: code.replace(address, "(location.origin + '/reader/')"), map: null };
  },
};

/**
 * A page, built and served as programs are: what was fetched once is kept.
 * @param page its folder; left out: the one with both viewers.
 */
export async function openViewerStage(
  models: ReadonlyMap<string, Uint8Array>,
  page = 'test/client/viewer/bench',
): Promise<ViewerStage> {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-'));
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root: join(ROOT, page),
    logLevel: 'error',
    plugins: [ownReader],
    resolve: { alias: [{ find: /^zod$/, replacement: join(ROOT, 'client/reading/zod.ts') }] },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      target: ['chrome119', 'firefox119', 'safari16.4'],
    },
  });
  process.env.NODE_ENV = before;

  const bytesOf = (path: string): Promise<Uint8Array> | Uint8Array => {
    const [, kind = '', name = ''] = path.split('/');
    const model = kind === 'models' ? models.get(name) : undefined;
    if (model) return model;
    return readFile(kind === 'reader' ? join(READER, name) : join(folder, resolve('/', path)));
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://none');
    const path = pathname === '/' ? '/index.html' : pathname;
    try {
      const bytes = await bytesOf(path);
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
