import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isKnown } from '../http/headers.ts';
import { HttpProblem } from '../http/problem.ts';
import { hasCode } from './errorCode.ts';
import { rangeOf } from './range.ts';
import { savedName } from './savedName.ts';
import type { OpenFile } from './store.ts';

/** What a browser may show by itself: pictures that hold nothing but dots. All else is saved. */
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/**
 * Answers with a file or the range of it that is asked for, and closes it. It never changes under its name, so it may
 * be kept for ever, though only by the reader: one that is withdrawn shall not live on in caches between.
 * @param name what it is saved as; default its id.
 * @throws {HttpProblem} 416 for a range beyond its end.
 */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: OpenFile,
  name: string,
): Promise<void> {
  try {
    const { headers } = request;
    const tag = `"${file.fileId}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    response.setHeader('Accept-Ranges', 'bytes');
    if (isKnown(headers['if-none-match'], tag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
    // A range of something else than what was read before is of no use.
    const fits = headers['if-range'] === undefined || headers['if-range'] === tag;
    const range = fits ? rangeOf(headers.range, file.bytes) : null;
    if (range === 'unsatisfiable') {
      throw new HttpProblem('malformed-request', 'The file ends before that.', {
        status: 416,
        headers: { 'Content-Range': `bytes */${file.bytes}` },
      });
    }
    const { from, through } = range ?? { from: 0, through: file.bytes - 1 };
    response.statusCode = range === null ? 200 : 206;
    if (range !== null) response.setHeader('Content-Range', `bytes ${from}-${through}/${file.bytes}`);
    describe(response, file, name);
    response.setHeader('Content-Length', through - from + 1);
    if (request.method === 'HEAD') response.end();
    else await pipeline(file.stream(from, through), response);
  } catch (error) {
    // Whoever reads may hang up.
    if (!hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE')) throw error;
  } finally {
    await file.close();
  }
}

/** As its bytes say and nothing else; whatever else it may be as well, it runs nothing and frames nothing. */
function describe(response: ServerResponse, { type, fileId }: OpenFile, name: string): void {
  const saved = savedName(name === '' ? fileId.slice(0, 12) : name, type);
  const plain = saved.replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  const way = SHOWN.has(type) ? 'inline' : 'attachment';
  response.setHeader('Content-Type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  response.setHeader(
    'Content-Disposition',
    `${way}; filename="${plain}"; filename*=UTF-8''${encoded(saved)}`,
  );
}

/** RFC 8187: `encodeURIComponent` leaves a few characters that may not stand there. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
