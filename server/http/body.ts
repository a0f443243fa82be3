import { isUtf8 } from 'node:buffer';
import express, { type Request, type Response } from 'express';
import { HttpProblem } from './problem.ts';

/** Bytes of a body, after decompression. */
export const MAXIMUM_BODY_BYTES = 1_000_000;

type Parse = ReturnType<typeof express.json>;
const parsers = new Map<number, Parse>();

function parserOf(limit: number): Parse {
  const known = parsers.get(limit);
  if (known) return known;
  const parse = express.json({
    limit,
    type: () => true,
    verify: (_request, _response, bytes) => {
      if (!isUtf8(bytes)) throw new HttpProblem('malformed-request', 'The body is not UTF-8.');
    },
  });
  parsers.set(limit, parse);
  return parse;
}

/**
 * Reads a JSON body; an absent one is `{}`.
 * @param limit bytes that it may have.
 * @throws {HttpProblem} malformed-request, too-large, unsupported-media-type
 */
export function readJson(
  request: Request,
  response: Response,
  limit: number = MAXIMUM_BODY_BYTES,
): Promise<unknown> {
  if (!hasBody(request)) return Promise.resolve({});
  if (!JSON_IN_UTF8.test(request.headers['content-type'] ?? '')) {
    return Promise.reject(new HttpProblem('unsupported-media-type'));
  }
  return new Promise((resolve, reject) => {
    parserOf(limit)(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body);
      else reject(bodyProblem(error, limit));
    });
  });
}

const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

/** The parser's errors carry a status and a word; its own sentence may quote the body, so it stays inside. */
function bodyProblem(error: unknown, limit: number): unknown {
  if (error instanceof HttpProblem) return error;
  if (!(error instanceof Error) || !('status' in error)) return error;
  if (error.status === 413) {
    if (limit === MAXIMUM_BODY_BYTES) return new HttpProblem('too-large', 'A body may hold one megabyte.');
    return new HttpProblem('too-large', `A body may hold ${Math.floor(limit / 1_000_000)} megabytes here.`);
  }
  if (error.status === 415) {
    return new HttpProblem('unsupported-media-type', 'The body has an unknown encoding or character set.');
  }
  if (typeof error.status === 'number' && error.status < 500) {
    return new HttpProblem('malformed-request', 'The body is not well-formed JSON.');
  }
  return error;
}
