import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

type Packing = 'br' | 'gzip';

/** The smaller first. */
const PACKINGS: readonly Packing[] = ['br', 'gzip'];

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};
/** What the build names: nothing else is looked for, and no path leads out of the folder. */
const HASHED = /^\/assets\/([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(js|css|svg))$/;

const packers: Record<Packing, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Serves the built client's hashed texts compressed: as the build packed them, else packed once; kept in memory (a
 * megabyte in all). What is not there, or wanted plain, is left to the next handler.
 */
export function packedFiles(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  const packed = (name: string, packing: Packing) => {
    const key = `${packing} ${name}`;
    const known = kept.get(key);
    if (known) return known;
    const place = join(folder, 'assets', name);
    const made = readFile(`${place}.${packing}`).catch(() => readFile(place).then(packers[packing]));
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
  return async (request, response, next) => {
    const [, name, extension] = HASHED.exec(request.path) ?? [];
    const type = TYPES[extension ?? ''];
    const packing = PACKINGS.find((each) => request.acceptsEncodings(each) === each);
    if (!name || !type || !packing || request.headers.range) return next();
    const bytes = await packed(name, packing).catch(() => null);
    if (!bytes) return next();
    response.set({
      'Content-Type': type,
      'Content-Encoding': packing,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}
