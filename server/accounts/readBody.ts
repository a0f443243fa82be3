import type { IncomingMessage } from 'node:http';

/** Bytes of JSON that a request about signing in may hold; the largest honest one is a passkey's answer. */
export const MAXIMUM_BODY_BYTES = 65_536;
/** What is still read and thrown away of a larger one, so that its sender gets to see the refusal. */
const MAXIMUM_DRAINED_BYTES = 50_000_000;

export type ReadBody =
  | { outcome: 'json'; value: unknown }
  | { outcome: 'empty' }
  | { outcome: 'aborted' }
  | { outcome: 'tooLarge' }
  | { outcome: 'malformed' }
  | { outcome: 'wrongType' };

/**
 * Reads a small JSON body. Takes one that a parser in front has already read (`request.body`).
 * Strings with a null character or half a surrogate pair count as malformed: no column could hold them faithfully.
 */
export async function readBody(request: IncomingMessage & { body?: unknown }): Promise<ReadBody> {
  if (request.readableEnded && request.body !== undefined) {
    return isStorable(request.body) ? { outcome: 'json', value: request.body } : { outcome: 'malformed' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > MAXIMUM_DRAINED_BYTES) return { outcome: 'tooLarge' };
      if (size <= MAXIMUM_BODY_BYTES) chunks.push(chunk);
    }
  } catch {
    return { outcome: 'aborted' };
  }
  if (size > MAXIMUM_BODY_BYTES) return { outcome: 'tooLarge' };
  if (size === 0) return { outcome: 'empty' };
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return { outcome: 'wrongType' };
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)),
    );
    return isStorable(value) ? { outcome: 'json', value } : { outcome: 'malformed' };
  } catch {
    return { outcome: 'malformed' };
  }
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
